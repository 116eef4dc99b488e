using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BalanceGen.Benchmarks.Labels;

namespace BalanceGen.Benchmarks;

/// <summary>Reading and counting the classes of ten million rows: generated code, a loop by hand, LINQ, and a pass that only reads the memory, by turns.</summary>
internal static class LabelMeasurement
{
    private const int Rows = 10_000_000;
    private const int Rounds = 15;
    private const int RoundsOfLinq = 1;

    private static readonly string[] Names = ["water", "forest", "meadow", "field", "town", "road", "rock", "snow"];

    public static void Run()
    {
        var words = new Xorshift(17);
        byte[] classes = [.. Enumerable.Range(0, Rows).Select(_ => (byte)words.Skewed(8))];
        Measure("enum", Array.ConvertAll(classes, index => new EnumRow((Land)index)), row => row.Label, EnumRow.Classes.CountRows, HandWritten.Count);
        Measure("byte", Array.ConvertAll(classes, _ => new ByteRow((byte)words.Skewed(37))), row => row.Label, ByteRow.Classes.CountRows, HandWritten.Count);
        Measure("string", Array.ConvertAll(classes, index => new StringRow(Names[index])), row => row.Label, StringRow.Classes.CountRows, HandWritten.Count);
        Measure("one_hot_8_floats", Array.ConvertAll(classes, OneHot), row => HandWritten.Hot(in row.Label), OneHotRow.Classes.CountRows, HandWritten.Count);
    }

    private static OneHotRow OneHot(byte index)
    {
        OneHotRow row = default;
        row.Label[index] = 1;
        return row;
    }

    private static void Measure<T, TKey>(string name, T[] rows, Func<T, TKey> key, CountRows<T, ClassCounts> generated, CountRows<T, long[]> byHand)
        where T : struct
        where TKey : notnull
    {
        if (!generated(rows).Values.SequenceEqual(byHand(rows)))
        {
            throw new InvalidOperationException($"The counts of {name} differ.");
        }

        var cases = new (string Name, Func<object> Run, int Rounds, List<double> Seconds)[]
        {
            ("generated", () => generated(rows), Rounds, []),
            ("by_hand", () => byHand(rows), Rounds, []),
            ("read_only", () => Read<T>(rows), Rounds, []),
            ("count_by", () => rows.CountBy(key).Count(), RoundsOfLinq, []),
            ("group_by", () => rows.GroupBy(key).Select(group => group.Count()).Count(), 1, []),
        };
        for (int round = -5; round < Rounds; round++)
        {
            foreach ((_, Func<object> run, int rounds, List<double> seconds) in cases)
            {
                if (round < 0 && rounds != Rounds)
                {
                    continue;
                }

                if (round < rounds)
                {
                    long start = Stopwatch.GetTimestamp();
                    object result = run();
                    double elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
                    GC.KeepAlive(result);
                    if (round >= 0)
                    {
                        seconds.Add(elapsed);
                    }
                }
            }
        }

        double[] medians = [.. cases.Select(item => item.Seconds.Order().ElementAt(item.Seconds.Count / 2))];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            {"label":"{{name}}","rows":{{Rows}},"bytes_per_row":{{Unsafe.SizeOf<T>()}},"ns_per_row":{"generated":{{Nanoseconds(0):F3}},"by_hand":{{Nanoseconds(1):F3}},"read_only":{{Nanoseconds(2):F3}},"count_by":{{Nanoseconds(3):F2}},"group_by":{{Nanoseconds(4):F2}}},"to_hand":{{medians[0] / medians[1]:F2}},"faster_than_count_by":{{medians[3] / medians[0]:F1}},"fraction_of_bandwidth":{{medians[2] / medians[0]:F2}}}
            """));

        double Nanoseconds(int index) => medians[index] * 1e9 / Rows;
    }

    /// <summary>Reads the memory of the rows at full speed, and nothing else.</summary>
    private static object Read<T>(ReadOnlySpan<T> rows)
        where T : struct
    {
        ref byte first = ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(rows));
        nuint bytes = (nuint)rows.Length * (nuint)Unsafe.SizeOf<T>();
        var a = Vector256<byte>.Zero;
        var b = a;
        for (nuint offset = 0; offset + 64 <= bytes; offset += 64)
        {
            a ^= Vector256.LoadUnsafe(ref first, offset);
            b ^= Vector256.LoadUnsafe(ref first, offset + 32);
        }

        return a ^ b;
    }

    private delegate TResult CountRows<T, TResult>(ReadOnlySpan<T> rows);

    /// <summary>Class indices of which each is drawn about 0.7 times as often as the one before.</summary>
    private sealed class Xorshift(ulong seed)
    {
        private ulong _state = seed;

        public int Skewed(int classes)
        {
            int index = 0;
            while (index < classes - 1 && Next() % 10 >= 3)
            {
                index++;
            }

            return index;
        }

        private ulong Next()
        {
            _state ^= _state >> 12;
            _state ^= _state << 25;
            _state ^= _state >> 27;
            return unchecked(_state * 0x2545F4914F6CDD1D) >> 32;
        }
    }
}

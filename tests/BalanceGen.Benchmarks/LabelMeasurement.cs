using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BalanceGen.Benchmarks.Labels;

namespace BalanceGen.Benchmarks;

/// <summary>Reading and counting the classes of ten million rows: generated code, a loop by hand, LINQ, and passes that only read and write the memory, by turns.</summary>
internal static class LabelMeasurement
{
    private const int Rows = 10_000_000;
    private const int Rounds = 15;

    /// <summary>LINQ takes a second for one run.</summary>
    private const int RoundsOfLinq = 5;

    private const int WarmUps = 3;

    /// <summary>As a reader with a pool of strings gives them: one object for each label, and none of them the literal of the code.</summary>
    private static readonly string[] Names = [.. "water forest meadow field town road rock snow".Split(' ')];

    public static void Run()
    {
        var words = new Xorshift(17);
        byte[] classes = [.. Enumerable.Range(0, Rows).Select(_ => (byte)words.Skewed(8))];
        Measure(
            "enum", Array.ConvertAll(classes, index => new EnumRow((Land)index)), row => row.Label,
            EnumRow.Classes.CountRows, HandWritten.Count, EnumRow.Classes.CopyClassIndices, HandWritten.CopyClassIndices);
        Measure(
            "byte", Array.ConvertAll(classes, _ => new ByteRow((byte)words.Skewed(37))), row => row.Label,
            ByteRow.Classes.CountRows, HandWritten.Count, ByteRow.Classes.CopyClassIndices, HandWritten.CopyClassIndices);
        Measure(
            "string", Array.ConvertAll(classes, index => new StringRow(Names[index])), row => row.Label,
            StringRow.Classes.CountRows, HandWritten.Count, StringRow.Classes.CopyClassIndices, HandWritten.CopyClassIndices);
        Measure(
            "one_hot_8_floats", Array.ConvertAll(classes, OneHot), row => HandWritten.Hot(in row.Label),
            OneHotRow.Classes.CountRows, HandWritten.Count, OneHotRow.Classes.CopyClassIndices, HandWritten.CopyClassIndices);
    }

    private static OneHotRow OneHot(byte index)
    {
        OneHotRow row = default;
        row.Label[index] = 1;
        return row;
    }

    private static void Measure<T, TKey>(
        string name, T[] rows, Func<T, TKey> key, CountRows<T, ClassCounts> count, CountRows<T, long[]> countByHand, CopyIndices<T> copy, CopyIndices<T> copyByHand)
        where T : struct
        where TKey : notnull
    {
        var indices = new int[Rows];
        var indicesByHand = new int[Rows];
        copy(rows, indices);
        copyByHand(rows, indicesByHand);
        if (!count(rows).Values.SequenceEqual(countByHand(rows)) || !indices.AsSpan().SequenceEqual(indicesByHand))
        {
            throw new InvalidOperationException($"The classes of {name} differ.");
        }

        (Func<object?> Run, int Rounds)[] cases =
        [
            (() => count(rows), Rounds),
            (() => countByHand(rows), Rounds),
            (() => Done(() => copy(rows, indices)), Rounds),
            (() => Done(() => copyByHand(rows, indices)), Rounds),
            (() => Read<T>(rows), Rounds),
            (() => Done(() => Write(indices)), Rounds),
            (() => rows.CountBy(key).Count(), RoundsOfLinq),
            (() => rows.GroupBy(key).Select(group => group.Count()).Count(), RoundsOfLinq),
        ];
        double[] times = Medians(cases);
        Print("count", times[0], times[1], times[4]);
        Print("class_indices", times[2], times[3], times[4] + times[5]);

        void Print(string work, double generated, double byHand, double memory) => Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            {"label":"{{name}}","work":"{{work}}","rows":{{Rows}},"bytes_per_row":{{Unsafe.SizeOf<T>()}},"ns_per_row":{"generated":{{generated:F3}},"by_hand":{{byHand:F3}},"memory_only":{{memory:F3}},"count_by":{{times[6]:F2}},"group_by":{{times[7]:F2}}},"to_hand":{{generated / byHand:F2}},"faster_than_count_by":{{times[6] / generated:F1}},"faster_than_group_by":{{times[7] / generated:F1}},"fraction_of_bandwidth":{{memory / generated:F2}}}
            """));
    }

    private static object? Done(Action work)
    {
        work();
        return null;
    }

    /// <summary>Nanoseconds of processor time a row, of the median round.</summary>
    private static double[] Medians((Func<object?> Run, int Rounds)[] cases)
    {
        List<double>[] seconds = [.. cases.Select(_ => new List<double>())];
        for (int round = -WarmUps; round < Rounds; round++)
        {
            foreach (((Func<object?> run, int rounds), List<double> ofCase) in cases.Zip(seconds))
            {
                if (round < rounds)
                {
                    double start = ThreadTime.Seconds;
                    object? result = run();
                    double elapsed = ThreadTime.Seconds - start;
                    GC.KeepAlive(result);
                    if (round >= 0)
                    {
                        ofCase.Add(elapsed);
                    }
                }
            }
        }

        return [.. seconds.Select(ofCase => ofCase.Order().ElementAt(ofCase.Count / 2) * 1e9 / Rows)];
    }

    /// <summary>Reads the memory of the rows at full speed, and nothing else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    /// <summary>Writes the memory of the class indices at full speed, and nothing else.</summary>
    private static void Write(Span<int> indices) => indices.Fill(1);

    private delegate TResult CountRows<T, TResult>(ReadOnlySpan<T> rows);

    private delegate void CopyIndices<T>(ReadOnlySpan<T> rows, Span<int> classIndices);

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

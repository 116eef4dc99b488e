using System.Diagnostics;
using System.Globalization;

namespace BalanceGen.Benchmarks;

/// <summary>
/// The tf.data recipe over a stream of any length: nanoseconds a row beside a loop written by hand and beside a Python generator, and how
/// memory stays constant. <c>dotnet run -c Release --project tests/BalanceGen.Benchmarks -- stream [million rows]</c>.
/// </summary>
public static class StreamMeasurement
{
    private const double Oversampling = 0.9;
    private const double Undersampling = 0.5;
    private const int Rounds = 5;
    private const long RowsOfRound = 5_000_000;

    private static readonly double[] Shares = [0.4, 0.25, 0.15, 0.08, 0.05, 0.03, 0.02, 0.01, 0.007, 0.003];

    public static void Run(string[] args)
    {
        long rows = args.Length > 0 ? long.Parse(args[0], CultureInfo.InvariantCulture) * 1_000_000 : 100_000_000;
        StreamRow[] cycle = Cycle();
        CompareWithLoop(cycle);
        Flow(cycle, rows);
        ComparePython();
    }

    /// <summary>By turns, so that a busy machine hits both alike; the median counts.</summary>
    private static void CompareWithLoop(StreamRow[] cycle)
    {
        double[] source = new double[Rounds];
        double[] byHand = new double[Rounds];
        double[] resampled = new double[Rounds];
        double[] chain = new double[Rounds];
        for (int round = -1; round < Rounds; round++)
        {
            double sourceTime = Time(() => Read(Source(cycle, RowsOfRound)));
            double handTime = Time(() => ByHand(Source(cycle, RowsOfRound)));
            double streamTime = Time(() => Resampled(Source(cycle, RowsOfRound)));
            double chainTime = Time(() => Chain(Source(cycle, RowsOfRound)));
            if (round >= 0)
            {
                (source[round], byHand[round], resampled[round], chain[round]) = (sourceTime, handTime, streamTime, chainTime);
            }
        }

        Line("source alone", Measured.Median(source));
        Line("loop by hand (System.Random, factors in a table)", Measured.Median(byHand));
        Line("Resample", Measured.Median(resampled));
        Line("Resample, Shuffle(2048), Batch(32, reuseBuffer)", Measured.Median(chain));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Resample / loop by hand: {Measured.Median(resampled) / Measured.Median(byHand):F2}"));
    }

    private static void Flow(StreamRow[] cycle, long rows)
    {
        Chain(Source(cycle, 1_000_000));
        GC.Collect();
        long heap = GC.GetTotalMemory(forceFullCollection: true);
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        long rowsOut = 0;
        long highest = 0;
        long batches = 0;
        foreach (ReadOnlyMemory<StreamRow> batch in Source(cycle, rows).Resample(default(StreamRowIndexer), TargetDistribution.Uniform, SourceDistribution.Estimated(), Oversampling, Undersampling, seed: 1)
            .Shuffle(2048, seed: 1).Batch(32, reuseBuffer: true))
        {
            rowsOut += batch.Length;
            if (++batches % 100_000 == 0)
            {
                highest = Math.Max(highest, GC.GetTotalMemory(forceFullCollection: false) - heap);
            }
        }

        double seconds = clock.Elapsed.TotalSeconds;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{rows:N0} rows in, {rowsOut:N0} out, shares estimated: {seconds:F1} s, {rows / seconds:N0} rows/s, {allocated:N0} bytes allocated in all, heap at most {highest:N0} bytes above the start, working set {process.PeakWorkingSet64 >> 20} MiB at most"));
    }

    private static void ComparePython()
    {
        const string Interpreter = "/usr/bin/python3";
        string script = Path.Combine(AppContext.BaseDirectory, "resample_generator.py");
        if (!File.Exists(Interpreter))
        {
            Console.WriteLine($"no {Interpreter}: the Python generator is not measured");
            return;
        }

        using Process process = Process.Start(new ProcessStartInfo(Interpreter, [script, string.Join(',', Shares.Select(share => share.ToString(CultureInfo.InvariantCulture)))]))!;
        process.WaitForExit();
    }

    private static long Read(IEnumerable<StreamRow> rows)
    {
        long sum = 0;
        foreach (StreamRow row in rows)
        {
            sum += row.Number;
        }

        return sum;
    }

    private static long ByHand(IEnumerable<StreamRow> rows)
    {
        double[] factors = new double[Shares.Length];
        for (int index = 0; index < factors.Length; index++)
        {
            double ratio = 1.0 / Shares.Length / Shares[index];
            factors[index] = Math.Max(1, Math.Pow(ratio, Oversampling)) * Math.Min(1, Math.Pow(ratio, Undersampling));
        }

        var random = new Random(1);
        long sum = 0;
        foreach (StreamRow row in rows)
        {
            double factor = factors[row.Label];
            int copies = (int)factor;
            if (random.NextDouble() < factor - copies)
            {
                copies++;
            }

            for (; copies > 0; copies--)
            {
                sum += row.Number;
            }
        }

        return sum;
    }

    private static long Resampled(IEnumerable<StreamRow> rows)
    {
        long sum = 0;
        foreach (StreamRow row in rows.Resample(default(StreamRowIndexer), TargetDistribution.Uniform, SourceDistribution.Of(Shares), Oversampling, Undersampling, seed: 1))
        {
            sum += row.Number;
        }

        return sum;
    }

    private static long Chain(IEnumerable<StreamRow> rows)
    {
        long sum = 0;
        foreach (ReadOnlyMemory<StreamRow> batch in rows.Resample(default(StreamRowIndexer), TargetDistribution.Uniform, SourceDistribution.Of(Shares), Oversampling, Undersampling, seed: 1)
            .Shuffle(2048, seed: 1).Batch(32, reuseBuffer: true))
        {
            sum += batch.Span[0].Number;
        }

        return sum;
    }

    private static IEnumerable<StreamRow> Source(StreamRow[] cycle, long rows)
    {
        for (long row = 0; row < rows; row++)
        {
            yield return cycle[(int)(row & (cycle.Length - 1))];
        }
    }

    /// <summary>65,536 rows of the shares in random order, read again and again.</summary>
    private static StreamRow[] Cycle()
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, 1 << 16).Select(row =>
        {
            double point = random.NextDouble();
            int label = 0;
            while (label < Shares.Length - 1 && point >= Shares[label])
            {
                point -= Shares[label++];
            }

            return new StreamRow(row, label);
        })];
    }

    private static double Time(Func<long> work)
    {
        var clock = Stopwatch.StartNew();
        GC.KeepAlive(work());
        return clock.Elapsed.TotalNanoseconds / RowsOfRound;
    }

    private static void Line(string name, double nanoseconds) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-52} {nanoseconds,8:F1} ns a source row"));
}

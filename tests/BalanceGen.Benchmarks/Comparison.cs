using System.Globalization;

namespace BalanceGen.Benchmarks;

/// <summary>Cases, baselines and loops in C by turns in one process, with peers in another: on a noisy machine only ratios of one run mean something.</summary>
internal static class Comparison
{
    private const int Rounds = 15;

    private const int WarmUpPasses = 3;

    /// <summary>Peers need seconds for one run over ten million rows.</summary>
    private const int RoundsWithPeers = 5;

    /// <param name="only">A part of the names of the cases that run.</param>
    /// <param name="withPeers">Whether the system's python3 runs the cases that its packages have.</param>
    /// <param name="withC">Whether the system's C compiler makes loops to compare with.</param>
    /// <param name="withAllSamplers">Whether the samplers without a line in the speed table run too, and more than 2^24 rows.</param>
    /// <param name="isWritten">Whether the tables of the pages get the figures.</param>
    public static void Run(string only, bool withPeers, bool withC, bool withAllSamplers, bool isWritten)
    {
        Dictionary<(string Case, int Rows), double> nanoseconds = [];
        using PeerProcess? peers = withPeers ? PeerProcess.Start() : null;
        if (withPeers && peers is not { Cases.Length: > 0 })
        {
            Console.Error.WriteLine("The system's python3 has none of PyTorch, NumPy and imbalanced-learn: no peers.");
        }

        using CLoops? loops = withC ? CLoops.Compile() : null;
        if (withC && loops is null)
        {
            Console.Error.WriteLine("There is no C compiler: no loops in C.");
        }

        List<(int Rows, int Classes)> sizes = [(170, 2), (5955, 4), (1_000_000, 37), (10_000_000, 37)];
        if (withAllSamplers)
        {
            sizes.Add((20_000_000, 37));
        }

        foreach ((int rows, int classes) in sizes)
        {
            var data = new LongTail(rows, classes);
            IEnumerable<IComparisonCase> all = withAllSamplers ? [.. ComparisonCases.Of(data), .. ComparisonCases.OfOtherSamplers(data)] : ComparisonCases.Of(data);
            if (loops is not null)
            {
                all = all.Concat(CLoopCases.Of(loops, data));
            }

            if (peers is { Cases.Length: > 0 })
            {
                peers.Load(data);
                all = all.Concat(peers.Cases.Select(name => new PeerCase(peers, name, rows)));
            }

            IComparisonCase[] cases = [.. all.Where(item => item.Name.Contains(only, StringComparison.Ordinal))];
            Run(cases, peers is null ? Rounds : RoundsWithPeers);
            foreach (IComparisonCase item in cases)
            {
                nanoseconds[(item.Name, rows)] = item.Nanoseconds;
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $$"""{"name":"{{item.Name}}","n":{{rows}},"k":{{classes}},"ns_per_item":{{item.Nanoseconds:F3}},"alloc_per_item":{{item.Bytes:F3}}}"""));
            }

            Console.Error.WriteLine(RatioTable.Of(rows, classes, cases));
        }

        if (isWritten)
        {
            SpeedTables.Write(nanoseconds);
        }
    }

    private static void Run(IComparisonCase[] cases, int rounds)
    {
        // Peers once, and ours until the background compiler, which waits until no method has been new for 100 ms, has caught up.
        foreach (IComparisonCase item in cases)
        {
            item.WarmUp();
        }

        for (int pass = 0; pass < WarmUpPasses; pass++)
        {
            Thread.Sleep(200);
            foreach (MeasuredCase item in cases.OfType<MeasuredCase>())
            {
                item.WarmUp();
            }
        }

        for (int round = 0; round < rounds; round++)
        {
            foreach (IComparisonCase item in cases)
            {
                item.Measure();
            }
        }
    }
}

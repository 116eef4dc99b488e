using System.Globalization;

namespace BalanceGen.Benchmarks;

/// <summary>Cases and baselines by turns in one process: on a noisy machine only ratios of one run mean something.</summary>
internal static class Comparison
{
    private const int Rounds = 15;
    private const double SecondsPerTurn = 0.01;

    public static void Run(string only)
    {
        foreach ((int rows, int classes) in ((int, int)[])[(170, 2), (5955, 4), (1_000_000, 37), (10_000_000, 37)])
        {
            var data = new LongTail(rows, classes);
            Case[] cases = [.. Cases(data).Where(item => item.Name.Contains(only, StringComparison.Ordinal))];
            // Twice, with a pause in which the background compiler catches up.
            foreach (Case item in cases.Concat(cases))
            {
                item.WarmUp();
                Thread.Sleep(20);
            }

            for (int round = 0; round < Rounds; round++)
            {
                foreach (Case item in cases)
                {
                    item.Measure();
                }
            }

            foreach (Case item in cases)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $$"""{"name":"{{item.Name}}","n":{{rows}},"k":{{classes}},"ns_per_item":{{item.Nanoseconds:F3}},"alloc_per_item":{{item.Bytes:F3}}}"""));
            }
        }
    }

    private static IEnumerable<Case> Cases(LongTail data)
    {
        int rows = data.ClassOfRow.Length;
        var buffer = new int[rows];
        var baselines = new Baselines(data);
        Sampler weighted = new WeightedRandomSampler(data.Index, seed: 1);
        Sampler balanced = new BalancedSampler(data.Index, seed: 1);
        Sampler successive = new WeightedRandomSampler(data.Index, seed: 1, replacement: false);
        Sampler random = new RandomSampler(rows, seed: 1);

        // The searches are so slow that a part of an epoch has to do.
        var part = new int[Math.Min(rows, 200_000)];
        yield return new Case("weighted_with_replacement_fill", rows, turn => weighted.Fill(turn * rows, buffer));
        yield return new Case("balanced_fill", rows, turn => balanced.Fill(turn * rows, buffer));
        yield return new Case("balanced_enumerate_rows", rows, turn => Enumerate(balanced.Epoch(turn)));
        yield return new Case("weighted_without_replacement", rows, turn => successive.Fill(turn * rows, buffer));
        yield return new Case("random_fill", rows, turn => random.Fill(turn * rows, buffer));
        yield return new Case("index_build", rows, _ => RowIndex.Build(data.Classes, data.ClassOfRow));
        yield return new Case("count_classes", rows, _ => ClassCounts.Of(data.Classes, data.ClassOfRow));
        yield return new Case("baseline_list_per_class", rows, _ => baselines.ListPerClass(buffer));
        yield return new Case("baseline_cumulative_binary_search", part.Length, _ => baselines.CumulativeWeights(part));
    }

    private static void Enumerate(DrawSequence draws)
    {
        long sum = 0;
        foreach (int row in draws)
        {
            sum += row;
        }

        GC.KeepAlive(sum == -1 ? "" : null);
    }

    private sealed class Case(string name, int items, Action<long> run)
    {
        private readonly List<double> _seconds = [];
        private int _repeats = 1;
        private long _turn;

        public string Name => name;

        /// <summary>The median over the rounds.</summary>
        public double Nanoseconds => _seconds.Order().ElementAt(_seconds.Count / 2) * 1e9 / items;

        /// <summary>Bytes allocated per item in the last round.</summary>
        public double Bytes { get; private set; }

        /// <summary>Runs long enough for the optimising compiler to have replaced the code, and chooses how often a round repeats it.</summary>
        public void WarmUp()
        {
            double start = ThreadTime.Seconds;
            double seconds = 0;
            int calls = 0;
            while (seconds < 1 && (calls < 60 || seconds < 0.1))
            {
                run(_turn++);
                calls++;
                seconds = ThreadTime.Seconds - start;
            }

            _repeats = Math.Max(1, (int)(SecondsPerTurn / seconds * calls));
        }

        public void Measure()
        {
            long bytes = GC.GetAllocatedBytesForCurrentThread();
            double start = ThreadTime.Seconds;
            for (int repeat = 0; repeat < _repeats; repeat++)
            {
                run(_turn++);
            }

            _seconds.Add((ThreadTime.Seconds - start) / _repeats);
            Bytes = (GC.GetAllocatedBytesForCurrentThread() - bytes) / (double)_repeats / items;
        }
    }
}

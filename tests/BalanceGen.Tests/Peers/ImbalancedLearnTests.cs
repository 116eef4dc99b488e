using System.Text.Json;
using BalanceGen.Tests.Sampling;

namespace BalanceGen.Tests.Peers;

public sealed class ImbalancedLearnTests
{
    private const string CountsOfEveryCase = """
        import json, sys
        import numpy as np
        from imblearn.over_sampling import RandomOverSampler
        from imblearn.under_sampling import RandomUnderSampler
        from imblearn.utils import check_sampling_strategy
        answers = []
        for kind, counts, strategy in json.load(sys.stdin):
            y = np.repeat(np.arange(len(counts)), counts)
            if isinstance(strategy, dict):
                strategy = {int(key): value for key, value in strategy.items()}
            try:
                if strategy == 'minority':
                    # Version 0.10 documents it, and its samplers refuse it by mistake; the function behind them knows it.
                    added = check_sampling_strategy(strategy, y, kind + '-sampling')
                    strategy = {key: counts[key] + value for key, value in added.items()}
                sampler = (RandomOverSampler if kind == 'over' else RandomUnderSampler)(sampling_strategy=strategy, random_state=0)
                _, resampled = sampler.fit_resample(np.zeros((len(y), 1)), y)
                answers.append(np.bincount(resampled, minlength=len(counts)).tolist())
            except ValueError:
                answers.append(None)
        json.dump(answers, sys.stdout)
        """;

    private static readonly Dictionary<string, SamplingStrategy> Named = new()
    {
        ["auto"] = SamplingStrategy.Auto,
        ["minority"] = SamplingStrategy.Minority,
        ["majority"] = SamplingStrategy.Majority,
        ["not minority"] = SamplingStrategy.NotMinority,
        ["not majority"] = SamplingStrategy.NotMajority,
        ["all"] = SamplingStrategy.All,
    };

    [PeerFact("imblearn")]
    public void Resampled_counts_equal_those_of_imbalanced_learn_for_every_strategy()
    {
        long[][] mixes = [[160, 10], [7, 7], [3, 50, 12], [50, 3, 12, 50, 3], [1, 2, 3, 4, 5], [100, 1]];
        var cases = new List<(string Kind, long[] Counts, object Theirs, SamplingStrategy Ours)>();
        foreach (string kind in (string[])["over", "under"])
        {
            foreach (long[] counts in mixes)
            {
                cases.AddRange(Named.Select(pair => (kind, counts, (object)pair.Key, pair.Value)));
                (int Class, long Count)[] asked = kind == "over" ? [(0, 2 * counts[0]), (1, counts[1] + 3)] : [(0, counts[0] / 2), (1, counts[1])];
                cases.Add((kind, counts, asked.ToDictionary(pair => $"{pair.Class}", pair => pair.Count), SamplingStrategy.Counts([.. asked.Select(pair => ($"class {pair.Class}", pair.Count))])));
                cases.Add((kind, counts, new Dictionary<string, long> { ["1"] = kind == "over" ? 0 : 1000 }, SamplingStrategy.Counts(("class 1", kind == "over" ? 0 : 1000))));
                if (counts.Length == 2)
                {
                    cases.AddRange(((double[])[0.07, 0.1, 0.3, 0.5, 0.77, 1]).Select(ratio => (kind, counts, (object)ratio, SamplingStrategy.Ratio(ratio))));
                }
            }
        }

        string input = JsonSerializer.Serialize(cases.Select(one => new object[] { one.Kind, one.Counts, one.Theirs }));
        long[]?[] answers = JsonSerializer.Deserialize<long[]?[]>(PythonPeer.Run(CountsOfEveryCase, input))!;
        Assert.Equal(cases.Count, answers.Length);
        Assert.True(answers.Count(answer => answer is not null) > 60);
        for (int number = 0; number < cases.Count; number++)
        {
            (string kind, long[] counts, object theirs, SamplingStrategy ours) = cases[number];
            RowIndex index = Indices.Sorted(counts);
            long[]? actual = null;
            try
            {
                Sampler sampler = kind == "over" ? new RandomOverSampler(index, 1, ours) : new RandomUnderSampler(index, 1, ours);
                actual = new long[counts.Length];
                foreach (int row in sampler.Epoch(0))
                {
                    actual[Enumerable.Range(0, counts.Length).Last(c => index.Counts[c] > 0 && index.RowOf(c, 0) <= row)]++;
                }
            }
            catch (ArgumentException) when (answers[number] is null)
            {
                // Both refuse.
            }

            // imbalanced-learn refuses a ratio that changes nothing; here it is an epoch of all rows.
            bool unchanged = answers[number] is null && actual is not null && actual.SequenceEqual(counts);
            Assert.True(unchanged || (actual ?? []).SequenceEqual(answers[number] ?? []), $"{kind} {string.Join(',', counts)} {theirs}: {string.Join(',', actual ?? [])} is not {string.Join(',', answers[number] ?? [])}");
        }
    }

    [PeerFact("imblearn")]
    public void Ratios_of_small_counts_give_the_rows_of_imbalanced_learn()
    {
        var cases = new List<(string Kind, long[] Counts, double Ratio)>();
        foreach (string kind in (string[])["over", "under"])
        {
            for (long first = 1; first <= 9; first++)
            {
                for (long second = 1; second <= 12; second++)
                {
                    double exact = (double)Math.Min(first, second) / Math.Max(first, second);
                    cases.AddRange(((double[])[0.05, 0.3, 0.33, 0.333, 0.5, 0.77, 0.959, 1, exact, Math.Round(exact, 2), Math.Round(exact, 3)]).Select(ratio => (kind, new[] { first, second }, ratio)));
                }
            }
        }

        // The function behind the samplers: what it adds to, or leaves of, each class that changes.
        const string Script = """
            import json, sys
            import numpy as np
            from imblearn.utils import check_sampling_strategy
            answers = []
            for kind, counts, ratio in json.load(sys.stdin):
                try:
                    changes = check_sampling_strategy(ratio, np.repeat([0, 1], counts), kind + '-sampling')
                    for key, value in changes.items():
                        counts[key] = counts[key] + value if kind == 'over' else value
                    answers.append(counts)
                except ValueError:
                    answers.append(None)
            json.dump(answers, sys.stdout)
            """;
        string input = JsonSerializer.Serialize(cases.Select(one => new object[] { one.Kind, one.Counts, one.Ratio }));
        long[]?[] answers = JsonSerializer.Deserialize<long[]?[]>(PythonPeer.Run(Script, input))!;
        Assert.Equal(cases.Count, answers.Length);
        for (int number = 0; number < cases.Count; number++)
        {
            (string kind, long[] counts, double ratio) = cases[number];
            var of = new ClassCounts(new ClassSet("a", "b"), counts);
            long[]? actual = null;
            try
            {
                actual = (kind == "over" ? SamplingStrategy.Ratio(ratio).Oversampled(of) : SamplingStrategy.Ratio(ratio).Undersampled(of)).Values.ToArray();
            }
            catch (ArgumentException) when (answers[number] is null)
            {
                // Both refuse.
            }

            // It refuses an oversampling ratio that adds nothing; here that is an epoch of all rows.
            bool addsNothing = kind == "over" && answers[number] is null && actual is not null && actual.SequenceEqual(counts);
            Assert.True(
                addsNothing || (actual ?? []).SequenceEqual(answers[number] ?? []),
                $"{kind} {string.Join(',', counts)} {ratio:R}: {string.Join(',', actual ?? [])} is not {string.Join(',', answers[number] ?? [])}");
        }
    }
}

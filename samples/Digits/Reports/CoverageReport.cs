using BalanceGen;
using BalanceGen.Reporting;
using Digits.Loading;
using Digits.Measuring;
using Digits.Training;

namespace Digits.Reports;

/// <summary>Question 3: will the model see all the data?</summary>
public static class CoverageReport
{
    private const int FrequentRows = 128;
    private const int BarWidth = 12;

    private static readonly int[] Ratios = [1, 2, 4, 8, 16, 32];

    /// <summary>Writes the section.</summary>
    public static void Write(Page page, ImbalancedDigits digits, Settings settings)
    {
        page.Heading("3. Will the model see all the data?");
        page.Say("A sampler's plan tells before the first draw. The plan of the balanced sampler for the training rows:");
        page.Verbatim(digits.Training.BalancedSampler(settings.Seed).Plan.ToString().Split('\n'));

        page.Say($"Plan and measurement for {FrequentRows} rows of {Numeral.Three} and ever fewer of {Numeral.Eight}; an epoch has as many "
            + $"draws as there are rows. Different rows seen in the first epoch, mean of {Cell.Count(settings.CoverageSeeds)} seeds:");
        var seen = new Lines("ratio", "rows", SamplingScheme.WeightedRandom.Name, "plan", "", SamplingScheme.Balanced.Name, "plan", "");
        var allSeen = new Lines(
            "ratio", "rows", SamplingScheme.WeightedRandom.Name, "plan", "least to most", SamplingScheme.Balanced.Name, "plan", "least to most");
        foreach (int ratio in Ratios)
        {
            IndexedDataset<Digit> rows = Digit.Classes.Index(Imbalance.Keep(digits.Pool, FrequentRows, FrequentRows / ratio));
            (MeasuredCoverage Measured, SamplerPlan Plan)[] pairs =
            [
                (Measure(rows, SamplingScheme.WeightedRandom, settings), rows.WeightedRandomSampler(settings.Seed).Plan),
                (Measure(rows, SamplingScheme.Balanced, settings), rows.BalancedSampler(settings.Seed).Plan),
            ];
            string[] start = [$"{ratio}:1", Cell.Count(rows.Index.RowCount)];
            seen.Add([.. start, .. pairs.SelectMany(pair => Seen(pair.Measured.SeenInFirstEpoch, pair.Plan))]);
            allSeen.Add([.. start, .. pairs.SelectMany(pair => AllSeen(pair.Measured.EpochsUntilAllSeen, pair.Plan))]);
        }

        page.Show(seen);
        page.Say("Epochs until every row was seen at least once (1.88: in the course of the second epoch):");
        page.Show(allSeen);
    }

    private static MeasuredCoverage Measure(IndexedDataset<Digit> rows, SamplingScheme scheme, Settings settings) =>
        MeasuredCoverage.Measure(seed => scheme.Create(rows, seed), settings.Seed, settings.CoverageSeeds);

    private static string[] Seen(Statistic seen, SamplerPlan plan)
    {
        double share = seen.Mean / plan.Counts.Total;
        return [$"{Cell.Number(seen.Mean, 1)} = {Cell.Percent(share)}", Cell.Number(plan.RowsSeenPerEpoch, 1), Cell.Bar(share, BarWidth)];
    }

    private static string[] AllSeen(Statistic epochs, SamplerPlan plan) =>
    [
        Cell.Number(epochs.Mean, 2),
        plan.EpochsUntilAllSeen is { } planned ? Cell.Number(planned, 2) : "never",
        $"{Cell.Number(epochs.Min, 2)} to {Cell.Number(epochs.Max, 2)}",
    ];
}

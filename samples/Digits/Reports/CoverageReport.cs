using BalanceGen;
using Digits.Loading;
using Digits.Measuring;
using Digits.Training;

namespace Digits.Reports;

/// <summary>Question 3: will the model see all the data?</summary>
public static class CoverageReport
{
    private const int FrequentRows = 128;
    private const int BarWidth = 16;

    private static readonly int[] Ratios = [1, 2, 4, 8, 16, 32];
    private static readonly SamplingScheme[] Schemes = [SamplingScheme.WeightedRandom, SamplingScheme.Balanced];

    /// <summary>Writes the section.</summary>
    public static void Write(Page page, ImbalancedDigits digits, Settings settings)
    {
        page.Heading("3. Will the model see all the data?");
        page.Say($"{FrequentRows} rows of {Numeral.Three} and ever fewer of {Numeral.Eight}; an epoch has as many draws as there are rows. "
            + $"Different rows seen in the first epoch, mean of {Cell.Count(settings.CoverageSeeds)} seeds:");

        var seen = new Lines(["ratio", "rows", .. Schemes.SelectMany(scheme => new[] { scheme.Name, "" })]);
        var allSeen = new Lines(["ratio", "rows", .. Schemes.SelectMany(scheme => new[] { scheme.Name, "least to most" })]);
        foreach (int ratio in Ratios)
        {
            IndexedDataset<Digit> rows = Digit.Classes.Index(Imbalance.Keep(digits.Pool, FrequentRows, FrequentRows / ratio));
            MeasuredCoverage[] measured =
            [
                .. Schemes.Select(scheme => MeasuredCoverage.Measure(seed => scheme.Create(rows, seed), settings.Seed, settings.CoverageSeeds)),
            ];
            int count = rows.Index.RowCount;
            string[] start = [$"{ratio}:1", Cell.Count(count)];
            seen.Add([.. start, .. measured.SelectMany(coverage => Seen(coverage.SeenInFirstEpoch, count))]);
            allSeen.Add([.. start, .. measured.SelectMany(coverage => AllSeen(coverage.EpochsUntilAllSeen))]);
        }

        page.Show(seen);
        page.Say("Epochs until every row was seen at least once:");
        page.Show(allSeen);
    }

    private static string[] Seen(Statistic seen, int rows) =>
        [$"{Cell.Number(seen.Mean, 1)} = {Cell.Percent(seen.Mean / rows)}", Cell.Bar(seen.Mean / rows, BarWidth)];

    private static string[] AllSeen(Statistic epochs) =>
        [Cell.Number(epochs.Mean, 2), $"{Cell.Number(epochs.Min, 2)} to {Cell.Number(epochs.Max, 2)}"];
}

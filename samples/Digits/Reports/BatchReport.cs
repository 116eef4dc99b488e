using BalanceGen;
using Digits.Measuring;
using Digits.Training;

namespace Digits.Reports;

/// <summary>Question 2: is the data really balanced, batch by batch?</summary>
public static class BatchReport
{
    private const int ShownBatches = 8;

    /// <summary>Writes the section.</summary>
    public static void Write(Page page, IndexedDataset<Digit> rows, Settings settings)
    {
        page.Heading("2. Is the data really balanced?");
        (string Sampler, BatchComposition Batches)[] drawn =
        [
            .. from scheme in SamplingScheme.All
               let sampler = scheme.Create(rows, settings.Seed)
               select (scheme.Name, BatchComposition.Of(rows, sampler, settings.BatchSize, settings.BatchEpochs)),
        ];

        page.Say($"The first {ShownBatches} batches of {settings.BatchSize} rows (█ {Numeral.Eight}, ░ {Numeral.Three}):");
        var pictures = new Lines(["batch", .. drawn.Select(column => column.Sampler)]);
        for (int batch = 0; batch < ShownBatches; batch++)
        {
            pictures.Add([Cell.Count(batch + 1), .. drawn.Select(column => Cell.Batch(column.Batches.RareRows[batch], settings.BatchSize))]);
        }

        page.Show(pictures);

        page.Say($"The share of {Numeral.Eight} in all full batches of {Cell.Count(settings.BatchEpochs)} epochs:");
        var lines = new Lines("sampler", "batches", "mean", "sd", "min", "max", $"without any {Numeral.Eight}");
        foreach ((string sampler, BatchComposition batches) in drawn)
        {
            Statistic share = batches.RareShare;
            lines.Add(
                sampler,
                Cell.Count(share.Count),
                Cell.Percent(share.Mean, 2),
                Cell.Percent(share.StandardDeviation, 2),
                Cell.Percent(share.Min, 0),
                Cell.Percent(share.Max, 0),
                Cell.Percent(batches.ShareWithoutRare, 2));
        }

        page.Show(lines);
    }
}

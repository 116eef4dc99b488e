using BalanceGen;
using Digits.Measuring;

namespace Digits.Reports;

/// <summary>The trap beside question 4: what is left of the weights when rows are not put back.</summary>
public static class ReplacementReport
{
    /// <summary>Writes the section.</summary>
    public static void Write(Page page, IndexedDataset<Digit> rows, Settings settings)
    {
        int count = rows.Index.RowCount;
        page.Heading("5. Why does nothing balance without replacement?");
        page.Say($"Without replacement {count} draws from {count} rows are every row once, whatever the weights: the epoch has the "
            + $"imbalance of the data. All that the weights do is to draw {Numeral.Eight} earlier, so that later batches have none. "
            + $"The number of {Numeral.Eight} in each full batch of one epoch:");

#pragma warning disable BALG0202 // that nothing is balanced is what this section shows
        var once = new WeightedRandomSampler(rows.Index, settings.Seed, count, replacement: false);
#pragma warning restore BALG0202
        var putBack = new WeightedRandomSampler(rows.Index, settings.Seed, count);
        BatchComposition onceBatches = BatchComposition.Of(rows, once, settings.BatchSize, epochs: 1);
        BatchComposition putBackBatches = BatchComposition.Of(rows, putBack, settings.BatchSize, epochs: 1);
        var lines = new Lines("batch", "replacement: false", "replacement: true");
        foreach ((int batch, (int onceRare, int putBackRare)) in onceBatches.RareRows.Zip(putBackBatches.RareRows).Index())
        {
            lines.Add(Cell.Count(batch + 1), Cell.Batch(onceRare, settings.BatchSize), Cell.Batch(putBackRare, settings.BatchSize));
        }

        lines.Add("epoch", Epoch(rows, once), Epoch(rows, putBack));
        page.Show(lines);
    }

    private static string Epoch(IndexedDataset<Digit> rows, Sampler sampler)
    {
        long rare = 0;
        foreach (int row in sampler)
        {
            rare += rows.Rows[row].Numeral == Numeral.Eight ? 1 : 0;
        }

        return $"{rare} of {sampler.EpochLength} = {Cell.Percent((double)rare / sampler.EpochLength)}";
    }
}

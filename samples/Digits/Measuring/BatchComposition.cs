using BalanceGen.Reporting;
using BalanceGen;

namespace Digits.Measuring;

/// <summary>How many rows of the rare class the full batches of a sampler hold.</summary>
/// <param name="RareRows">One number per batch, in the order of the batches.</param>
/// <param name="BatchSize">The number of rows in a batch.</param>
public sealed record BatchComposition(IReadOnlyList<int> RareRows, int BatchSize)
{
    /// <summary>The share of the rare class in a batch.</summary>
    public Statistic RareShare
    {
        get
        {
            var share = new Statistic();
            foreach (int rareRows in RareRows)
            {
                share.Add((double)rareRows / BatchSize);
            }

            return share;
        }
    }

    /// <summary>The share of the batches without any row of the rare class.</summary>
    public double ShareWithoutRare => (double)RareRows.Count(rareRows => rareRows == 0) / RareRows.Count;

    /// <summary>Counts the full batches of the first epochs.</summary>
    public static BatchComposition Of(IndexedDataset<Digit> rows, Sampler sampler, int batchSize, int epochs)
    {
        var trace = new SamplerTrace(rows.Index);
        foreach (Batches<Digit> epoch in rows.Batches(sampler, batchSize, dropLast: true).Epochs(0, epochs))
        {
            foreach (Batch<Digit> batch in epoch)
            {
                trace.Record(batch.RowNumbers);
            }
        }

        int rare = Digit.Classes.IndexOf(Numeral.Eight);
        return new BatchComposition([.. Enumerable.Range(0, trace.BatchCount).Select(batch => trace.ClassCountsOfBatch(batch)[rare])], batchSize);
    }
}

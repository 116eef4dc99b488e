using BalanceGen.Tests.Streaming;

namespace BalanceGen.Tests.Loading;

/// <summary>The batches that the loader's tests load, and what a sequential run of them gives.</summary>
internal static class LoaderRuns
{
    public static IndexedDataset<Labelled> Dataset { get; } = IndexedDataset.Create(
        Enumerable.Range(0, 700).Select(row => new Labelled(row, row % 10 == 0 ? 2 : row % 3 == 0 ? 1 : 0)).ToArray(),
        new LabelledIndexer(ClassSet.Numbered(3)));

    public static Batches<Labelled> Batches(long seed, int batchSize, bool dropLast) =>
        Dataset.Batches(Dataset.BalancedSampler(seed), batchSize, dropLast);

    /// <summary>The texts of the batches, decoded one row after the other.</summary>
    public static List<string> Sequential(Batches<Labelled> batches)
    {
        List<string> expected = [];
        foreach (Batch<Labelled> batch in batches)
        {
            List<string> rows = [];
            foreach (ref readonly Labelled row in batch)
            {
                rows.Add($"{row.Number}/{row.Label}={row.Number * 2}");
            }

            expected.Add($"{batch.State.Draw} {string.Join(' ', rows)}");
        }

        return expected;
    }

    public static List<long> RowNumbers(Batches<Labelled> batches)
    {
        List<long> numbers = [];
        foreach (Batch<Labelled> batch in batches)
        {
            foreach (int row in batch.RowNumbers)
            {
                numbers.Add(row);
            }
        }

        return numbers;
    }

    public static string Text<TDecoded>(LoadedBatch<TDecoded> batch, Func<TDecoded, long> value) =>
        $"{batch.State.Draw} {string.Join(' ', batch.Rows.ToArray().Select((row, place) => $"{batch.RowNumbers.Span[place]}/{batch.ClassIndices.Span[place]}={value(row)}"))}";

    public static Task<List<string>> Collect(IAsyncEnumerable<LoadedBatch<long>> batches) => Collect(batches, value => value);

    public static async Task<List<string>> Collect<TDecoded>(IAsyncEnumerable<LoadedBatch<TDecoded>> batches, Func<TDecoded, long> value)
    {
        List<string> texts = [];
        await foreach (LoadedBatch<TDecoded> batch in batches)
        {
            texts.Add(Text(batch, value));
        }

        return texts;
    }

    public static Task<List<TItem>> ToListAsync<TItem>(IAsyncEnumerable<TItem> items) => Streams.ToListAsync(items);
}

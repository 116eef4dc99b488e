using BalanceGen.Tests.Streaming;

namespace BalanceGen.Tests.Loading;

public sealed class RowAdapterTests
{
    private static readonly LabelledIndexer Indexer = new(ClassSet.Numbered(2));

    private static IndexedDataset<Labelled> Dataset { get; } =
        IndexedDataset.Create(Enumerable.Range(0, 3000).Select(row => new Labelled(row, row % 10 == 0 ? 1 : 0)).ToArray(), Indexer);

    [Fact]
    public void Each_enumeration_of_epoch_rows_is_the_next_epoch_of_the_sampler()
    {
        BalancedSampler sampler = Dataset.BalancedSampler(seed: 1);
        EpochRowNumbers rows = sampler.EpochRowNumbers(firstEpoch: 3);
        Assert.Equal(sampler.EpochLength, rows.Count);
        Assert.Equal(Expected(sampler, 3), rows);
        Assert.Equal(Expected(sampler, 4), rows);
        Assert.Equal(5, rows.NextEpoch);
        Assert.NotEqual(Expected(sampler, 3), Expected(sampler, 4));
    }

    [Fact]
    public void Arrays_and_spans_hold_the_same_rows()
    {
        BalancedSampler sampler = Dataset.BalancedSampler(seed: 2);
        Assert.Equal(Expected(sampler, 1), sampler.RowNumbersOfEpoch(1));
        long[] some = new long[700];
        sampler.Fill(11, some.AsSpan());
        Assert.Equal(Enumerable.Range(11, 700).Select(draw => (long)sampler.RowAt(draw)), some);
    }

    [Fact]
    public void A_weight_column_holds_the_weight_of_the_class_of_each_row()
    {
        ClassWeights weights = ClassWeights.Balanced(Dataset.Counts);
        List<(Labelled Row, float Weight)> rows = [.. Dataset.SelectWeighted(weights, (row, weight) => (row, weight))];
        Assert.Equal(Dataset.Rows.ToArray(), rows.Select(row => row.Row));
        Assert.All(rows, row => Assert.Equal((float)weights[row.Row.Label], row.Weight));
        Assert.Equal(3000, rows.Sum(row => (double)row.Weight), 0.01);
    }

    [Fact]
    public void Weights_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Dataset.SelectWeighted(new SampleWeights([1.0, 2]), (row, weight) => weight));
        Assert.Throws<OverflowException>(() => Dataset.SelectWeighted(new ClassWeights(Dataset.Classes, 1, 1e300), (row, weight) => weight));
        Assert.Throws<ArgumentOutOfRangeException>(() => Dataset.BalancedSampler(seed: 1).RowNumbersOfEpoch(-1));
    }

    [OptimizedFact]
    public void Enumerating_epoch_rows_allocates_nothing_per_row()
    {
        EpochRowNumbers rows = Dataset.BalancedSampler(seed: 1).EpochRowNumbers();
        for (int warmUp = 0; warmUp < 50; warmUp++)
        {
            _ = rows.Count();
        }

        using IEnumerator<long> epoch = rows.GetEnumerator();
        Assert.True(epoch.MoveNext());
        long before = GC.GetAllocatedBytesForCurrentThread();
        while (epoch.MoveNext())
        {
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static List<long> Expected(Sampler sampler, long epoch)
    {
        List<long> rows = [];
        foreach (int row in sampler.Epoch(epoch))
        {
            rows.Add(row);
        }

        return rows;
    }
}

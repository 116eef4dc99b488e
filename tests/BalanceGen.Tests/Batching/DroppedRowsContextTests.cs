namespace BalanceGen.Tests.Batching;

/// <summary>Contexts of batches in an epoch that leaves rows out at its end.</summary>
public sealed class DroppedRowsContextTests
{
    private static readonly IndexedDataset<Pet> Pets = IndexedDataset.Create(Pet.Rows(200, 3), default(Pet.Indexer));

    [Fact]
    public void Contexts_of_the_last_batch_are_its_own_where_rows_are_dropped()
    {
        // 200 rows are 28 batches of 7 and 4 rows that are dropped: the last batch has draws 189 to 195.
        BalancedSampler sampler = Pets.BalancedSampler(seed: 1);
        Batches<Pet> batches = Pets.Batches(sampler, 7, dropLast: true);
        var contexts = new DrawContext[7];
        foreach (Batch<Pet> batch in batches)
        {
            batch.CopyContexts(contexts);
        }

        Assert.Equal(Enumerable.Range(189, 7).Select(draw => sampler.ContextAt(draw)), contexts);
        batches.Owned().Last().CopyContexts(contexts);
        Assert.Equal(Enumerable.Range(189, 7).Select(draw => sampler.ContextAt(draw)), contexts);
    }
}

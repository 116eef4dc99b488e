namespace BalanceGen.Sharding.Tests;

/// <summary>A sampler that is derived where nothing internal of the library can be seen: batches of rows of about one length, in another order every epoch.</summary>
public sealed class OutsideSamplerTests
{
    private static readonly string[] Texts = [.. Enumerable.Range(0, 96).Select(row => new string((char)('a' + (row % 2)), 1 + (row * 37 % 50)))];

    private static readonly IndexedDataset<string> Dataset = IndexedDataset.Create(Texts, ClassSet.Numbered(2), text => text[0] - 'a');

    [Fact]
    public void It_keeps_the_contract() => SamplerContract.Check(() => new ByLength(Dataset.Index, Texts, seed: 3, batchSize: 8));

    [Fact]
    public void Batches_hold_rows_of_about_one_length_and_each_row_once_an_epoch()
    {
        var sampler = new ByLength(Dataset.Index, Texts, seed: 3, batchSize: 8);
        for (int epoch = 0; epoch < 3; epoch++)
        {
            Assert.Equal(Enumerable.Range(0, 96), sampler.Epoch(epoch).Order());
            Assert.All(Dataset.Batches(sampler, 8).Epoch(epoch).Owned(), batch => Assert.InRange(batch.Max(text => text.Length) - batch.Min(text => text.Length), 0, 5));
        }

        Assert.NotEqual(sampler.Epoch(0), sampler.Epoch(1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Ranks_of_any_number_go_on_from_a_state(int ranks)
    {
        var sampler = new ByLength(Dataset.Index, Texts, seed: 3, batchSize: 8);
        SamplerState saved = Dataset.Batches(sampler, 8).Owned().ElementAt(4).State;
        IEnumerable<int> rest = Enumerable.Range(0, ranks).SelectMany(rank => new ByLength(Dataset.Index, Texts, 3, 8).Shard(rank, ranks, saved, batchSize: 8).Epoch(0));

        Assert.Equal(sampler.Draws(40, 56).Order(), rest.Order());
        Assert.Throws<SamplerStateMismatchException>(() => new ByLength(Dataset.Index, Texts, 3, 6).ResumeFrom(saved));
    }

    [Fact]
    public async Task Loader_and_trace_take_it()
    {
        var sampler = new ByLength(Dataset.Index, Texts, seed: 3, batchSize: 8);
        int place = 0;
        await foreach (LoadedBatch<int> batch in Dataset.Batches(sampler, 8).LoadAsync(text => text.Length, new LoadOptions { Workers = 2 }))
        {
            Assert.Equal(sampler.Draws(place, 8).Select(row => Texts[row].Length), batch.Rows.ToArray());
            place += batch.Rows.Length;
        }

        Assert.Equal(96, place);
    }

    private sealed class ByLength(RowIndex index, string[] texts, long seed, int batchSize) : Sampler(index, seed, index.RowCount)
    {
        private readonly int[] _byLength = [.. Enumerable.Range(0, texts.Length).OrderBy(row => texts[row].Length)];

        public override ulong ConfigurationHash => HashOf([batchSize, .. _byLength.Select(row => (long)row)]);

        public override void Fill(long firstDraw, Span<int> rows)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
            int batches = _byLength.Length / batchSize;
            for (int place = 0; place < rows.Length; place++)
            {
                (long epoch, long draw) = Math.DivRem(firstDraw + place, EpochLength);

                // A rotation of the batches by the epoch and the seed: enough of an order for a test.
                long batch = (((draw / batchSize) * 5) + epoch + Seed) % batches;
                rows[place] = _byLength[(batch * batchSize) + (draw % batchSize)];
            }
        }
    }
}

namespace BalanceGen.Tests.Sampling;

public sealed class OwnOrderTests
{
    [Theory]
    [MemberData(nameof(SamplerContractTests.Kinds), MemberType = typeof(SamplerContractTests))]
    public void Every_sampler_keeps_the_public_contract(string kind) => SamplerContract.Check(() => Samplers.Create(kind, 7));

    [Fact]
    public void A_sampler_of_ones_own_has_batches_shards_states_and_contexts()
    {
        RowIndex index = Indices.Mixed(40, 60).Index;
        SamplerContract.Check(() => new Backwards(index, 1));
        var sampler = new Backwards(index, 5);

        Assert.Equal([99, 98, 97], sampler.Epoch(0).Take(3));
        Assert.Equal(sampler.Epoch(0).Order(), Enumerable.Range(0, 3).SelectMany(rank => sampler.Shard(rank, 3).Epoch(0)).Order());
        Assert.Equal(60, sampler.ResumeFrom(sampler.StateAt(60)));
        Assert.NotEqual(sampler.ConfigurationHash, new Backwards(Indices.Mixed(40, 61).Index, 5).ConfigurationHash);
        Assert.NotEqual(sampler.ConfigurationHash, new Backwards(index.Where(row => row != 7), 5).ConfigurationHash);
        Assert.Equal(39, sampler.ContextAt(160).Row);
        IndexedDataset<int> numbers = IndexedDataset.Create(Enumerable.Range(0, 100).ToArray(), ClassSet.Numbered(2), row => row % 2);
        Assert.Equal([99, 98, 97, 96], numbers.Batches(new Backwards(numbers.Index, 1), 4).Owned().First().Rows);
    }

    [Theory]
    [InlineData(Fault.Forgets, "in one call and row")]
    [InlineData(Fault.LeavesTheRows, "and the data set has 10")]
    [InlineData(Fault.TakesNegativeDraws, "draw −1 is not refused")]
    [InlineData(Fault.ChangesItsHash, "different hashes or seeds")]
    public void A_broken_sampler_is_told_which_promise_it_breaks(Fault fault, string message) =>
        Assert.Contains(message, Assert.Throws<SamplerContractException>(() => SamplerContract.Check(() => new Broken(fault))).Message, StringComparison.Ordinal);

    [Fact]
    public void Rows_are_drawn_in_the_order_given_again_and_again()
    {
        var sampler = new GivenOrderSampler(Indices.Sorted(5, 5), 3, 3, 9, 0);

        Assert.Equal([3, 3, 9, 0, 3, 3], sampler.Draws(0, 6));
        Assert.Equal(4, sampler.EpochLength);
        Assert.Throws<ArgumentException>(() => new GivenOrderSampler(Indices.Sorted(5)));
        Assert.Contains("place 1", Assert.Throws<ArgumentOutOfRangeException>(() => new GivenOrderSampler(Indices.Sorted(5), 4, 5)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new GivenOrderSampler(Indices.Sorted(5).Where(row => row < 3), 4));
        Assert.Throws<ArgumentException>(() => new GivenOrderSampler(Indices.Sorted(5), 1, [0, 1, 2], 2));
        Assert.Throws<EmptyDatasetException>(() => new GivenOrderSampler(Indices.Sorted(0), 0));
    }

    [Fact]
    public void Given_batches_stay_whole_and_change_places()
    {
        int[] rows = [.. Enumerable.Range(0, 60).Select(place => 59 - place)];
        var sampler = new GivenOrderSampler(Indices.Sorted(60), 3, rows, batchSize: 4);
        string[] given = [.. rows.Chunk(4).Select(batch => string.Join(' ', batch))];
        string[][] epochs = [.. Enumerable.Range(0, 3).Select(epoch => sampler.Epoch(epoch).Chunk(4).Select(batch => string.Join(' ', batch)).ToArray())];

        Assert.All(epochs, epoch => Assert.Equal(given.Order(), epoch.Order()));
        Assert.Equal(3, epochs.Select(epoch => string.Join(';', epoch)).Distinct().Count());
        Assert.Equal(rows, new GivenOrderSampler(Indices.Sorted(60), 3, rows, 4, shuffleBatches: false).Epoch(0));
    }

    [Theory]
    [InlineData(1000, 50, 4)]
    [InlineData(1000, 64, 3)]
    [InlineData(77, 77, 1)]
    [InlineData(100, 1, 10)]
    [InlineData(5000, 7, 65536)]
    public void Shuffled_blocks_are_a_permutation_and_a_window_holds_few_blocks(int count, int blockLength, int windowBlocks)
    {
        var sampler = new BlockShuffleSampler(Indices.Sorted(count), 3, blockLength, windowBlocks);
        for (int epoch = 0; epoch < 4; epoch++)
        {
            int[] rows = [.. sampler.Epoch(epoch)];
            Assert.Equal(Enumerable.Range(0, count), rows.Order());
            foreach (int[] window in rows.Chunk((int)Math.Min(count, (long)blockLength * windowBlocks)))
            {
                // Neighbouring rows belong to one run: a block, and the two that meet where the last row follows the first.
                int[] sorted = [.. window.Order()];
                int runs = 1 + Enumerable.Range(1, sorted.Length - 1).Count(place => sorted[place] != sorted[place - 1] + 1);
                Assert.InRange(runs, 1, Math.Min(windowBlocks, count) + 2);
            }
        }

        Assert.NotEqual(sampler.Epoch(0), sampler.Epoch(1));
    }

    [Fact]
    public void Blocks_of_a_part_have_its_rows_and_sizes_out_of_range_are_refused()
    {
        RowIndex part = Indices.Mixed(300, 200).Index.Where(row => row % 3 == 0);
        Assert.Equal(StratifiedSplitTests.Rows(part).Order(), new BlockShuffleSampler(part, 1, 10, 3).Epoch(5).Order());
        Assert.Throws<ArgumentOutOfRangeException>(() => new BlockShuffleSampler(part, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BlockShuffleSampler(part, 1, 168));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BlockShuffleSampler(part, 1, 5, 0));
        Assert.Throws<EmptyDatasetException>(() => new BlockShuffleSampler(Indices.Sorted(0), 1, 1));
    }

    [Fact]
    public void Each_gives_every_class_the_same_number_of_rows_up_or_down()
    {
        RowIndex index = Indices.Sorted(100, 7, 0, 30);
        foreach (Sampler sampler in (Sampler[])[new RandomOverSampler(index, 1, SamplingStrategy.Each(30)), new RandomUnderSampler(index, 1, SamplingStrategy.Each(30))])
        {
            int[] rows = [.. sampler.Epoch(2)];
            Assert.Equal([30, 30, 30], rows.CountBy(row => row < 100 ? 0 : row < 107 ? 1 : 3).OrderBy(pair => pair.Key).Select(pair => pair.Value));
            Assert.Equal(30, rows.Where(row => row < 100).Distinct().Count());
            Assert.All(rows.Where(row => row is >= 100 and < 107).CountBy(row => row), pair => Assert.InRange(pair.Value, 4, 5));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => SamplingStrategy.Each(0));
        Assert.Equal("Each(30)", SamplingStrategy.Each(30).ToString());
    }

    [Fact]
    public void Interleaved_samplers_have_names_and_weights()
    {
        var web = new SequentialSampler(300);
        var studio = new SequentialSampler(100);
        var named = new InterleavedSampler(1, ("web", web, 3), ("studio", studio, 1));

        Assert.Equal(new InterleavedSampler(1, TargetDistribution.Of(0.75, 0.25), web, studio).Epoch(0), named.Epoch(0));
        Assert.Contains("studio", named.Plan.ToString(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new InterleavedSampler(1, ("web", web, 0)));
        Assert.Throws<ArgumentException>(() => new InterleavedSampler(1, ("web", web, 1), ("web", studio, 1)));
        Assert.Contains("'web'", Assert.Throws<ArgumentOutOfRangeException>(() => new InterleavedSampler(1, ("web", web, double.NaN))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interleaved_epoch_ends_with_the_first_or_the_last_of_its_samplers()
    {
        var web = new SequentialSampler(300);
        var studio = new SequentialSampler(100);
        var first = new InterleavedSampler(1, TargetDistribution.Of(0.6, 0.4), InterleavedEpoch.FirstExhausted, web, studio);
        var all = new InterleavedSampler(1, TargetDistribution.Of(0.6, 0.4), InterleavedEpoch.AllExhausted, web, studio);
        int[] ofFirst = [.. first.Epoch(0)];
        int[] ofAll = [.. all.Epoch(0)];

        // The last row of the sampler that ends it is the last one drawn, and no row before it was drawn twice.
        Assert.Equal(399, ofFirst[^1]);
        Assert.Equal(Enumerable.Range(300, 100), ofFirst.Where(row => row >= 300));
        Assert.Distinct(ofFirst);

        // After t draws a sampler with the share 0.4 has had 0.4·t draws, give or take less than 1: its 100th is one of the draws 248 to 252.
        Assert.InRange(ofFirst.Length, 248, 252);
        Assert.Equal(299, ofAll[^1]);
        Assert.Equal(Enumerable.Range(0, 300), ofAll.Where(row => row < 300));
        Assert.Equal(Enumerable.Range(0, ofAll.Length - 300).Select(place => 300 + (place % 100)), ofAll.Where(row => row >= 300));
        Assert.Equal(first.Draws(0, 400), all.Draws(0, 400));
        Assert.NotEqual(first.ConfigurationHash, all.ConfigurationHash);
        Assert.Throws<ArgumentOutOfRangeException>(() => new InterleavedSampler(1, TargetDistribution.Uniform, (InterleavedEpoch)7, web));
    }

    [Fact]
    public void Without_shares_samplers_are_drawn_equally_often()
    {
        var sampler = new InterleavedSampler(1, new SequentialSampler(300), new SequentialSampler(100));

        Assert.Equal(200, sampler.Epoch(0).Count(row => row >= 300));
        Assert.Equal((1, 0), sampler.SourceOf(300));
    }

    [Fact]
    public void Undersampling_with_replacement_draws_rows_independently()
    {
        RowIndex index = Indices.Sorted(1000, 40);
        var sampler = new RandomUnderSampler(index, 3, replacement: true);
        Assert.True(sampler.Replacement);
        Assert.NotEqual(new RandomUnderSampler(index, 3).ConfigurationHash, sampler.ConfigurationHash);

        var counts = new int[1000];
        for (int epoch = 0; epoch < 5000; epoch++)
        {
            int[] rows = [.. sampler.Epoch(epoch)];
            Assert.Equal(Enumerable.Range(1000, 40), rows.Where(row => row >= 1000).Order());
            foreach (int row in rows.Where(row => row < 1000))
            {
                counts[row]++;
            }
        }

        // χ² of 999 degrees of freedom: mean 999, standard deviation 44.7; five of them on either side.
        double statistic = counts.Sum(count => (count - 200.0) * (count - 200.0) / 200);
        Assert.InRange(statistic, 775, 1223);

        // Of 40 draws from 1000 rows, two are the same row in 1 − Π(1 − i/1000) = 54.4 % of the epochs.
        int withTwice = Enumerable.Range(0, 5000).Count(epoch => sampler.Epoch(epoch).CountBy(row => row).Any(pair => pair.Value > 1));
        double expected = 5000 * (1 - Enumerable.Range(0, 40).Aggregate(1.0, (product, drawn) => product * (1 - (drawn / 1000.0))));
        Assert.InRange(withTwice, expected - 180, expected + 180);
        Assert.Equal(1000 * (1 - Math.Pow(0.999, 40)), sampler.Plan.Classes[0].SeenShare * 1000, 6);
    }

    public enum Fault
    {
        Forgets,
        LeavesTheRows,
        TakesNegativeDraws,
        ChangesItsHash,
    }

    private sealed class Backwards(RowIndex index, long seed) : Sampler(index, seed, index.RowCount)
    {
        public override ulong ConfigurationHash => HashOf(1);

        public override void Fill(long firstDraw, Span<int> rows)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
            foreach (ref int row in rows)
            {
                row = RowCount - 1 - (int)(firstDraw++ % RowCount);
            }
        }
    }

    private sealed class Broken(Fault fault) : Sampler(Indices.Sorted(10), 1, 10)
    {
        private static long s_made;

        private readonly long _number = Interlocked.Increment(ref s_made);
        private int _calls;

        public override ulong ConfigurationHash => HashOf(fault == Fault.ChangesItsHash ? _number : 0);

        public override void Fill(long firstDraw, Span<int> rows)
        {
            if (firstDraw < 0 && fault != Fault.TakesNegativeDraws)
            {
                throw new ArgumentOutOfRangeException(nameof(firstDraw));
            }

            _calls++;
            foreach (ref int row in rows)
            {
                row = (int)((firstDraw++ + (fault == Fault.Forgets ? _calls : 0)) & long.MaxValue) % (fault == Fault.LeavesTheRows ? 11 : 10);
                row = Math.Abs(row);
            }
        }
    }
}

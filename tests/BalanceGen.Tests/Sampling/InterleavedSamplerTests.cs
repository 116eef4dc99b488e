using BalanceGen.Tests.Batching;

namespace BalanceGen.Tests.Sampling;

public sealed class InterleavedSamplerTests
{
    private static readonly Sampler[] Sources = [new BalancedSampler(Indices.Sorted(160, 10), 1), new RandomSampler(50, 2), new SequentialSampler(7)];

    [Fact]
    public void Every_prefix_has_the_shares_and_every_source_its_own_order()
    {
        double[] shares = [0.5, 0.3, 0.2];
        var sampler = new InterleavedSampler(seed: 4, TargetDistribution.Of(shares), Sources);
        var next = new long[3];
        int[] rows = sampler.RowsOf(0, 3000);
        for (int draw = 0; draw < rows.Length; draw++)
        {
            (int source, int row) = sampler.SourceOf(rows[draw]);
            Assert.Equal(Sources[source].RowAt(next[source]), row);
            next[source]++;
            Assert.All(Enumerable.Range(0, 3), index => Assert.InRange(next[index] - (shares[index] * (draw + 1)), -1 + 1e-9, 1 - 1e-9));
        }

        // The sequential source of 7 rows went round 600/7 times: it cycles.
        Assert.Equal(600, next[2]);
        Assert.Equal((227, 227, 170 + 50 + 7), (sampler.RowCount, sampler.DatasetLength, (int)sampler.EpochLength));
    }

    [Fact]
    public void Shares_may_follow_the_numbers_of_rows()
    {
        var sampler = new InterleavedSampler(4, TargetDistribution.AsSource, new SequentialSampler(30), new SequentialSampler(10));
        Assert.Equal(300, sampler.RowsOf(0, 400).Count(row => row < 30));
    }

    [Fact]
    public void A_concatenated_data_set_has_the_rows_of_an_interleaved_sampler()
    {
        IndexedDataset<Pet> one = IndexedDataset.Create(Pet.Rows(30, 3), default(Pet.Indexer));
        IndexedDataset<Pet> other = IndexedDataset.Create(Pet.Rows(20, 2).Select(pet => pet with { Number = pet.Number + 1000 }).ToArray(), default(Pet.Indexer));
        IndexedDataset<Pet> both = IndexedDataset.Concat(one, other);
        Assert.Equal(50, both.Rows.Count);
        Assert.Equal(one.Counts.Values.ToArray().Zip(other.Counts.Values.ToArray(), (a, b) => a + b), both.Counts.Values.ToArray());
        for (int classIndex = 0; classIndex < 3; classIndex++)
        {
            int[] rows = StratifiedSplitTests.RowsOf(both.Index, classIndex);
            Assert.Equal(rows.Order(), rows);
            Assert.All(rows, row => Assert.Equal(classIndex, both.Rows[row].Species));
        }

        var sampler = new InterleavedSampler(1, TargetDistribution.Of(0.25, 0.75), one.RandomSampler(1), other.RandomSampler(2));
        int fromOther = 0;
        foreach (Batch<Pet> batch in both.Batches(sampler, 20))
        {
            foreach (ref readonly Pet pet in batch)
            {
                fromOther += pet.Number >= 1000 ? 1 : 0;
            }
        }

        Assert.InRange(fromOther, 37, 38);
    }

    [Fact]
    public void Parts_stay_parts_when_they_are_concatenated()
    {
        IndexedDataset<Pet> pets = IndexedDataset.Create(Pet.Rows(100, 3), default(Pet.Indexer));
        (IndexedDataset<Pet> train, IndexedDataset<Pet> test) = pets.Split(0.3, 1);
        IndexedDataset<Pet> twice = IndexedDataset.Concat(train, pets);
        Assert.Equal((200, 170L), (twice.Index.DatasetLength, twice.Counts.Total));
        var ofTrain = new InterleavedSampler(1, TargetDistribution.Uniform, train.RandomSampler(1), pets.RandomSampler(1));
        var ofTest = new InterleavedSampler(1, TargetDistribution.Uniform, test.RandomSampler(1), pets.RandomSampler(1));
        Assert.Equal(ofTrain.EpochLength, twice.Batches(ofTrain, 1).Count);
        Assert.Throws<ArgumentException>(() => twice.Batches(ofTest, 1));
        Assert.Throws<ArgumentException>(() => IndexedDataset.Concat(pets, train).Batches(new InterleavedSampler(1, TargetDistribution.Uniform, pets.RandomSampler(1), test.RandomSampler(1)), 1));
    }

    [Fact]
    public void States_depend_on_the_sources()
    {
        Sampler With(long seed) => new InterleavedSampler(4, TargetDistribution.Uniform, new RandomSampler(10, seed), new RandomSampler(10, 2));
        Assert.Equal(7, With(1).ResumeFrom(With(1).StateAt(7)));
        Assert.Throws<SamplerStateMismatchException>(() => With(1).ResumeFrom(With(3).StateAt(7)));
    }

    [Fact]
    public void Wrong_sources_and_shares_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new InterleavedSampler(1, TargetDistribution.Uniform));
        Assert.Throws<ArgumentNullException>(() => new InterleavedSampler(1, TargetDistribution.Uniform, Sources[0], null!));
        Assert.Throws<ArgumentNullException>(() => new InterleavedSampler(1, (TargetDistribution)null!, Sources));
        Assert.Throws<ClassMismatchException>(() => new InterleavedSampler(1, TargetDistribution.Of(0.5, 0.5), Sources));
        Assert.Throws<ShareTooSmallException>(() => new InterleavedSampler(1, TargetDistribution.Proportional(1, 1, 1e-9), Sources));
        Assert.Throws<OverflowException>(() => new InterleavedSampler(1, TargetDistribution.Uniform, new SequentialSampler(int.MaxValue), new SequentialSampler(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new InterleavedSampler(1, TargetDistribution.Uniform, Sources).SourceOf(227));
        Assert.Throws<ArgumentException>(() => RowIndex.Concat());
        Assert.Throws<ArgumentException>(() => RowIndex.Concat(Indices.Sorted(1, 2), Indices.Sorted(1)));
        Assert.Throws<TooManyRowsException>(() => RowIndex.Concat(Indices.Sorted(int.MaxValue), Indices.Sorted(1)));
    }
}

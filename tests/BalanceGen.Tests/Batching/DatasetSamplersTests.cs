namespace BalanceGen.Tests.Batching;

public sealed class DatasetSamplersTests
{
    [Fact]
    public void Entry_points_make_the_samplers_of_the_data_sets_index()
    {
        IndexedDataset<Pet> pets = IndexedDataset.Create(Pet.Rows(101, 3), default(Pet.Indexer));
        TargetDistribution target = TargetDistribution.SquareRoot;
        Same(new BalancedSampler(pets.Index, 7, target, ZeroCountPolicy.ZeroWeight, 33), pets.BalancedSampler(7, target, ZeroCountPolicy.ZeroWeight, 33));
        Same(
            new WeightedRandomSampler(pets.Index, 7, 33, false, target, ZeroCountPolicy.ZeroWeight),
            pets.WeightedRandomSampler(7, 33, replacement: false, target, ZeroCountPolicy.ZeroWeight));
        var weights = new SampleWeights([.. Enumerable.Range(0, 101).Select(row => row % 3.0)]);
        Same(new WeightedRandomSampler(pets.Index, weights, 7, 33, false), pets.WeightedRandomSampler(weights, 7, 33, replacement: false));
        Same(
            new StratifiedRandomSampler(pets.Index, 7, 5, target, ZeroCountPolicy.ZeroWeight, 35),
            pets.StratifiedRandomSampler(7, 5, target, ZeroCountPolicy.ZeroWeight, 35));
        Same(new ClassAwareSampler(pets.Index, 7, 2, 5, ZeroCountPolicy.ZeroWeight, 30), pets.ClassAwareSampler(7, 2, 5, ZeroCountPolicy.ZeroWeight, 30));
        Same(
            new MinimumQuotaSampler(pets.Index, 7, 5, [1, 1, 1], target, ZeroCountPolicy.ZeroWeight, 35),
            pets.MinimumQuotaSampler(7, 5, [1, 1, 1], target, ZeroCountPolicy.ZeroWeight, 35));
        var schedule = TargetSchedule.Progressive(4);
        Same(
            new ScheduledBalancedSampler(pets.Index, 7, schedule, ZeroCountPolicy.ZeroWeight, 33),
            pets.ScheduledBalancedSampler(7, schedule, ZeroCountPolicy.ZeroWeight, 33));
        Same(new RandomSampler(101, 7), pets.RandomSampler(7));
        Same(new SequentialSampler(101), pets.SequentialSampler());
    }

    [Fact]
    public void Balanced_batches_of_a_small_data_set_hold_each_class_alike_and_every_row_once_per_pass()
    {
        Pet[] rows = [.. Enumerable.Range(0, 170).Select(number => new Pet(number, number % 17 == 0 ? 1 : 0))];
        IndexedDataset<Pet> pets = IndexedDataset.Create(rows, default(Pet.Indexer));
        BalancedSampler sampler = pets.BalancedSampler(seed: 42, TargetDistribution.Proportional(1, 1, 0));
        var trace = new SamplerTrace(pets.Index);
        for (int epoch = 0; epoch < 2; epoch++)
        {
            foreach (Batch<Pet> batch in pets.Batches(sampler, batchSize: 10).Epoch(epoch))
            {
                trace.Record(batch.RowNumbers);
                Assert.InRange(trace.ClassCountsOfBatch(trace.BatchCount - 1)[1], 4, 6);
            }
        }

        Assert.Equal(170, trace.RowsSeen);
        Assert.Equal([170, 170, 0], trace.DrawsOfClass.ToArray());
    }

    private static void Same(Sampler expected, Sampler actual)
    {
        Assert.Equal(expected.StateAt(5), actual.StateAt(5));
        Assert.Equal(expected.EpochLength, actual.EpochLength);
        var expectedRows = new int[500];
        var actualRows = new int[500];
        expected.Fill(3, expectedRows);
        actual.Fill(3, actualRows);
        Assert.Equal(expectedRows, actualRows);
    }
}

using BalanceGen.Tests.Streaming;

namespace BalanceGen.Tests.Sampling;

public sealed class WeightedReservoirTests
{
    [Theory]
    [InlineData(1.0)]
    [InlineData(1e-200)]
    [InlineData(3e200)]
    public void It_draws_what_the_sampler_draws_from_the_same_rows(double scale)
    {
        double[] weights = [.. Samplers.RowWeights(5003).Values.ToArray().Select(weight => weight * scale)];
        foreach (int capacity in (int[])[1, 2, 700, weights.Count(weight => weight > 0)])
        {
            var reservoir = new WeightedReservoir<int>(capacity, seed: 81);
            for (int row = 0; row < weights.Length; row++)
            {
                reservoir.Add(row, weights[row]);
            }

            Assert.Equal(new WeightedRandomSampler(Indices.Sorted(5003), new SampleWeights(weights), 81, capacity, replacement: false).RowsOf(0, capacity), reservoir.ToArray());
            Assert.Equal((capacity, capacity, 5003), (reservoir.Capacity, reservoir.Count, (int)reservoir.RowsAdded));
        }
    }

    [Fact]
    public void It_can_be_read_while_it_is_filled()
    {
        var reservoir = new WeightedReservoir<int>(3, seed: 82);
        for (int row = 0; row < 100; row++)
        {
            reservoir.Add(row, 1 + (row % 3));
            if (row >= 2)
            {
                SampleWeights weights = new([.. Enumerable.Range(0, row + 1).Select(number => 1.0 + (number % 3))]);
                Assert.Equal(new WeightedRandomSampler(Indices.Sorted(row + 1), weights, 82, 3, replacement: false).RowsOf(0, 3), reservoir.ToArray());
            }
        }
    }

    [Fact]
    public void Too_few_rows_with_a_weight_and_bad_arguments_are_refused()
    {
        var reservoir = new WeightedReservoir<string>(2, seed: 1);
        reservoir.Add("a", 0);
        reservoir.Add("b", 1);
        TooFewRowsException error = Assert.Throws<TooFewRowsException>(reservoir.ToArray);
        Assert.Equal((2, 1), (error.Requested, error.Available));
        foreach (double weight in (double[])[-1, double.NaN, double.PositiveInfinity])
        {
            Assert.Contains("row 2", Assert.Throws<ArgumentOutOfRangeException>(() => reservoir.Add("c", weight)).Message, StringComparison.Ordinal);
        }

        reservoir.Add("c", 5);
        Assert.Equal(["b", "c"], reservoir.ToArray().Order());
        Assert.Throws<ArgumentOutOfRangeException>(() => new WeightedReservoir<string>(0, 1));
    }

    [OptimizedFact]
    public void A_full_reservoir_allocates_nothing_for_a_row()
    {
        var reservoir = new WeightedReservoir<int>(10, seed: 1);
        AllocationFree.Assert(() =>
        {
            reservoir.Add(1, 2.5);
            return reservoir.Count;
        });
    }

    [Fact]
    public void The_pages_programs_run()
    {
        CatPhoto[] photos = [.. Enumerable.Range(0, 170).Select(photo => new CatPhoto($"{photo}.png", photo < 160 ? Breed.Siamese : Breed.Birman))];

        var reservoir = new WeightedReservoir<CatPhoto>(capacity: 20, seed: 1);
        foreach (CatPhoto photo in photos)
        {
            reservoir.Add(photo, weight: photo.Breed == Breed.Birman ? 16 : 1);
        }

        CatPhoto[] drawn = reservoir.ToArray();                                           // in the order in which they are drawn

        Assert.Equal(20, drawn.Distinct().Count());

        IndexedDataset<CatPhoto> cats = CatPhoto.Classes.Index(photos);
        int birmans = 0;
        WeightedRandomSampler weighted = cats.WeightedRandomSampler(seed: 42);
        foreach (Batch<CatPhoto> batch in cats.Batches(weighted, batchSize: 10))
        {
            Train(batch.ToArray());
        }

        Assert.InRange(birmans, 60, 110);
        DocumentedPage.AssertCompiled("samplers/weighted-random.md", "Sampling/WeightedReservoirTests.cs");

        void Train(CatPhoto[] batch) => birmans += batch.Count(photo => photo.Breed == Breed.Birman);
    }
}

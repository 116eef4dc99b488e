namespace BalanceGen.Tests.Batching;

public sealed class BatchWeightingTests
{
    private static readonly IndexedDataset<Pet> Pets = IndexedDataset.Create(Pet.Rows(1500, 3), default(Pet.Indexer));
    private static readonly ClassWeights Weights = new(Pets.Classes, 0.5, 2, 3.25);

    /// <summary>Batches that lie on the stack, that just do, and that do not.</summary>
    [Theory]
    [InlineData(7)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(1500)]
    public void Weights_of_a_batch_are_those_of_its_rows_classes(int batchSize)
    {
        var doubles = new double[batchSize + 1];
        var floats = new float[batchSize + 1];
        foreach (Batch<Pet> batch in Pets.Batches(Pets.RandomSampler(1), batchSize))
        {
            int[] classIndices = ClassesOf(batch);
            doubles[batch.Count] = floats[batch.Count] = -7;

            double[] expected = [.. classIndices.Select(classIndex => Weights[classIndex])];
            Assert.Equal(expected.Sum(), batch.SampleWeights(Weights, doubles), 1e-9);
            Assert.Equal(expected.Sum(), batch.SampleWeights(Weights, floats), 1e-9);
            Assert.Equal([.. expected, -7], doubles[..(batch.Count + 1)]);
            Assert.Equal([.. expected.Select(weight => (float)weight), -7], floats[..(batch.Count + 1)]);

            double[] dynamic = new double[batch.Count];
            double sum = BatchWeights.Dynamic(classIndices, Pets.Classes, dynamic, DynamicWeighting.InverseShare);
            Assert.Equal(sum, batch.DynamicSampleWeights(doubles, DynamicWeighting.InverseShare));
            Assert.Equal(sum, batch.DynamicSampleWeights(floats, DynamicWeighting.InverseShare));
            Assert.Equal([.. dynamic, -7], doubles[..(batch.Count + 1)]);
            Assert.Equal([.. dynamic.Select(weight => (float)weight), -7], floats[..(batch.Count + 1)]);
        }
    }

    [Theory]
    [InlineData(7)]
    [InlineData(1500)]
    public void Running_counts_take_in_the_rows_of_a_batch(int batchSize)
    {
        var running = new RunningClassCounts(Pets.Classes, decay: 0.5);
        var expected = new RunningClassCounts(Pets.Classes, decay: 0.5);
        foreach (Batch<Pet> batch in Pets.Batches(Pets.RandomSampler(1), batchSize))
        {
            batch.ObserveBy(running);
            expected.Observe(ClassesOf(batch));
        }

        Assert.Equal(expected.Averages.ToArray(), running.Averages.ToArray());
        Assert.Equal(Pets.Counts.Values.ToArray(), running.Observed.Values.ToArray());
    }

    [Fact]
    public void Weights_and_running_counts_of_other_classes_are_refused()
    {
        ClassSet two = new("x", "y");
        foreach (Batch<Pet> batch in Pets.Batches(Pets.RandomSampler(1), 1500))
        {
            Assert.Equal("The list of class weights is for 2 classes, the data set has 3: 'cat', 'dog', 'fish'.", Refused(batch, batch => batch.SampleWeights(new ClassWeights(two, 1, 1), new double[1500])));
            Assert.Equal("The list of class weights is for 2 classes, the data set has 3: 'cat', 'dog', 'fish'.", Refused(batch, batch => batch.SampleWeights(new ClassWeights(two, 1, 1), new float[1500])));
            Assert.Equal("The list of running counts is for 2 classes, the data set has 3: 'cat', 'dog', 'fish'.", Refused(batch, batch => batch.ObserveBy(new RunningClassCounts(two, 0.5))));
        }

        static string? Refused(Batch<Pet> batch, Action<Batch<Pet>> call)
        {
            try
            {
                call(batch);
                return null;
            }
            catch (ClassMismatchException error)
            {
                return error.Message;
            }
        }
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1500)]
    public void Weighing_a_batch_does_not_allocate(int batchSize)
    {
        var weights = new float[batchSize];
        var running = new RunningClassCounts(Pets.Classes, decay: 0.5);
        Batches<Pet> batches = Pets.Batches(Pets.SequentialSampler(), batchSize);
        AllocationFree.Assert(() =>
        {
            foreach (Batch<Pet> batch in batches)
            {
                batch.ObserveBy(running);
                batch.SampleWeights(Weights, weights);
                return (int)batch.DynamicSampleWeights(weights);
            }

            return 0;
        });
    }

    private static int[] ClassesOf(Batch<Pet> batch)
    {
        List<int> classes = [];
        foreach (ref readonly Pet pet in batch)
        {
            classes.Add(pet.Species);
        }

        return [.. classes];
    }
}

using System.Reflection;

namespace BalanceGen.Tests.Batching;

/// <summary>Batches that stay, for await, LINQ and lists.</summary>
public sealed class OwnedBatchTests
{
    private static readonly IndexedDataset<Pet> Pets = IndexedDataset.Create(Pet.Rows(101, 3), default(Pet.Indexer));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Owned_batches_are_the_batches_of_the_loop(bool dropLast)
    {
        Batches<Pet> batches = Pets.Batches(Pets.BalancedSampler(1), 8, dropLast).Epoch(3);
        List<OwnedBatch<Pet>> owned = batches.Owned().ToList();
        Assert.Equal(batches.Count, owned.Count);
        Assert.Equal(batches.Count, batches.Owned().Count);
        int place = 0;
        foreach (Batch<Pet> batch in batches)
        {
            foreach (OwnedBatch<Pet> one in (OwnedBatch<Pet>[])[owned[place], batch.ToOwned()])
            {
                Assert.Equal(batch.ToArray(), one.Rows);
                Assert.Equal(batch.ToArray(), one);
                Assert.Equal(batch.ToArray(), one.ToArray());
                Assert.Equal(batch.RowNumbers.ToArray(), one.RowNumbers);
                Assert.Equal(batch.ClassIndices.ToArray(), one.ClassIndices);
                Assert.Equal(batch.ToLongClassIndices(), one.ToLongClassIndices());
                Assert.Equal((batch.Count, batch.Epoch, batch.State, batch.Classes), (one.Count, one.Epoch, one.State, one.Classes));
                Assert.Equal(batch[1], one[1]);
                Assert.Equal(one.Rows.Select(pet => pet.Species), one.ClassIndices);
                Assert.Equal(Counts(batch), Counts(one));
                Assert.Equal(Weights(batch), Weights(one));
            }

            place++;
        }
    }

    [Fact]
    public async Task A_loop_over_owned_batches_may_await()
    {
        int rows = 0;
        foreach (OwnedBatch<Pet> batch in Pets.Batches(Pets.RandomSampler(1), 10).Owned())
        {
            await Task.Yield();
            rows += batch.Select(pet => pet.Number).Distinct().Count();
        }

        Assert.Equal(101, rows);
    }

    [Fact]
    public void Every_member_of_a_batch_is_a_member_of_an_owned_one()
    {
        string[] missing = [.. Members(typeof(Batch<Pet>)).Except(Members(typeof(OwnedBatch<Pet>)))];
        Assert.Equal(["ToOwned"], missing);
        Assert.Empty(Parameters(typeof(BatchWeighting), skip: 1).Except(Parameters(typeof(OwnedBatch<Pet>), skip: 0)));

        static IEnumerable<string> Members(Type type) =>
            type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(member => member is PropertyInfo or MethodInfo { IsSpecialName: false }).Select(member => member.Name);

        static IEnumerable<string> Parameters(Type type, int skip) => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(method =>
            $"{method.Name}({string.Join(", ", method.GetParameters().Skip(skip).Select(parameter => $"{parameter.ParameterType} {parameter.Name}"))})");
    }

    [Fact]
    public void Spans_that_are_too_short_and_weights_of_other_classes_are_refused()
    {
        OwnedBatch<Pet> batch = Pets.Batches(Pets.RandomSampler(1), 10).Owned().First();
        Assert.Throws<ArgumentException>(() => batch.CopyClassIndices(new int[9]));
        Assert.Throws<ArgumentException>(() => batch.CopyClassIndices(new long[9]));
        Assert.Throws<ArgumentException>(() => batch.CountClasses(new long[2]));
        var other = new ClassWeights(new ClassSet("a"), 1);
        Assert.Throws<ClassMismatchException>(() => batch.SampleWeights(other, new float[10]));
        Assert.Throws<ClassMismatchException>(() => batch.SampleWeights(other, new double[10]));
        Assert.Throws<ClassMismatchException>(() => batch.ObserveBy(new RunningClassCounts(other.Classes, 0.5)));
    }

    [OptimizedFact]
    public void Class_indices_of_a_batch_are_read_without_allocation()
    {
        Batches<Pet> batches = Pets.Batches(Pets.BalancedSampler(1), 16);
        AllocationFree.Assert(() =>
        {
            int sum = 0;
            Span<long> wide = stackalloc long[16];
            foreach (Batch<Pet> batch in batches)
            {
                batch.CopyClassIndices(wide);
                sum += batch.ClassIndices[0] + (int)wide[0];
            }

            return sum;
        });
    }

    private static long[] Counts(Batch<Pet> batch)
    {
        var counts = new long[4];
        batch.CountClasses(counts);
        return counts;
    }

    private static long[] Counts(OwnedBatch<Pet> batch)
    {
        var counts = new long[4];
        batch.CountClasses(counts);
        return counts;
    }

    private static List<double> Weights(Batch<Pet> batch)
    {
        ClassWeights weights = ClassWeights.Balanced(Pets.Counts);
        var running = new RunningClassCounts(Pets.Classes, 0.5);
        batch.ObserveBy(running);
        (double[] doubles, float[] singles, double[] dynamic, float[] dynamicSingles) = (new double[8], new float[8], new double[8], new float[8]);
        double[] sums = [batch.SampleWeights(weights, doubles), batch.SampleWeights(weights, singles), batch.DynamicSampleWeights(dynamic), batch.DynamicSampleWeights(dynamicSingles)];
        return [.. sums, .. doubles, .. singles, .. dynamic, .. dynamicSingles, .. running.Averages];
    }

    private static List<double> Weights(OwnedBatch<Pet> batch)
    {
        ClassWeights weights = ClassWeights.Balanced(Pets.Counts);
        var running = new RunningClassCounts(Pets.Classes, 0.5);
        batch.ObserveBy(running);
        (double[] doubles, float[] singles, double[] dynamic, float[] dynamicSingles) = (new double[8], new float[8], new double[8], new float[8]);
        double[] sums = [batch.SampleWeights(weights, doubles), batch.SampleWeights(weights, singles), batch.DynamicSampleWeights(dynamic), batch.DynamicSampleWeights(dynamicSingles)];
        return [.. sums, .. doubles, .. singles, .. dynamic, .. dynamicSingles, .. running.Averages];
    }
}

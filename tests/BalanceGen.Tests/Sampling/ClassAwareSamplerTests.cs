namespace BalanceGen.Tests.Sampling;

public sealed class ClassAwareSamplerTests
{
    [Theory]
    [InlineData(2, 8)]
    [InlineData(3, 5)]
    [InlineData(5, 1)]
    public void A_batch_has_P_different_classes_with_K_rows_each(int classesPerBatch, int rowsPerClass)
    {
        (RowIndex index, int[] classOfRow) = Indices.Mixed(255, 1, 400, 30, 7);
        var sampler = new ClassAwareSampler(index, seed: 71, classesPerBatch, rowsPerClass);
        for (int batch = 0; batch < 300; batch++)
        {
            int[] classes = [.. sampler.RowsOf((long)batch * sampler.BatchSize, sampler.BatchSize).Select(row => classOfRow[row])];
            int[] groups = [.. classes.Chunk(rowsPerClass).Select(group => Assert.Single(group.Distinct()))];
            Assert.Equal(classesPerBatch, groups.Distinct().Count());
        }
    }

    [Fact]
    public void Each_round_takes_every_class_once_where_P_divides_C_and_every_row_once_in_a_pass()
    {
        (RowIndex index, int[] classOfRow) = Indices.Mixed(20, 8, 40, 4);
        var sampler = new ClassAwareSampler(index, seed: 72, classesPerBatch: 2, rowsPerClass: 4);
        var visits = new int[72];
        for (int round = 0; round < 10; round++)
        {
            int[] rows = sampler.RowsOf(round * 16L, 16);
            Assert.Equal([4, 4, 4, 4], Enumerable.Range(0, 4).Select(classIndex => rows.Count(row => classOfRow[row] == classIndex)));
            foreach (int row in rows)
            {
                visits[row]++;
            }
        }

        // 40 draws of each class.
        for (int row = 0; row < 72; row++)
        {
            Assert.Equal(40 / (int)index.Counts[classOfRow[row]], visits[row]);
        }
    }

    [Fact]
    public void Classes_that_wait_for_the_next_round_are_others_each_time()
    {
        (RowIndex index, int[] classOfRow) = Indices.Mixed(20, 8, 40, 4, 9);
        var sampler = new ClassAwareSampler(index, seed: 73, classesPerBatch: 3, rowsPerClass: 1);
        var seen = new long[5];
        foreach (int row in sampler.Draws(0, 300_000))
        {
            seen[classOfRow[row]]++;
        }

        Randomness.ChiSquare.AssertFits(seen, [.. Enumerable.Repeat(60_000.0, 5)]);
        SamplerPlan plan = sampler.Plan;
        Assert.Equal(0.2, plan.Classes[3].AchievedShare, 12);
        Assert.InRange(plan.Classes[3].SeenShare, 0.9, 1);
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        RowIndex index = Indices.Sorted(10, 5, 0);
        Assert.Throws<EmptyClassException>(() => new ClassAwareSampler(index, 1, 2, 2));
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new ClassAwareSampler(index, 1, 3, 2, ZeroCountPolicy.ZeroWeight));
        Assert.Contains("2 classes with rows", error.Message, StringComparison.Ordinal);
        Assert.Equal("classesPerBatch", Assert.Throws<ArgumentOutOfRangeException>(() => new ClassAwareSampler(index, 1, 0, 2, ZeroCountPolicy.ZeroWeight)).ParamName);
        Assert.Equal("rowsPerClass", Assert.Throws<ArgumentOutOfRangeException>(() => new ClassAwareSampler(index, 1, 2, 0, ZeroCountPolicy.ZeroWeight)).ParamName);
        Assert.Equal("epochLength", Assert.Throws<ArgumentOutOfRangeException>(() => new ClassAwareSampler(index, 1, 2, 2, ZeroCountPolicy.ZeroWeight, 6)).ParamName);
        Assert.Equal("rowsPerClass", Assert.Throws<ArgumentOutOfRangeException>(() => new ClassAwareSampler(index, 1, 2, int.MaxValue, ZeroCountPolicy.ZeroWeight)).ParamName);
    }
}

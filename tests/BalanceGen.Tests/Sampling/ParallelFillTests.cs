namespace BalanceGen.Tests.Sampling;

public sealed class ParallelFillTests
{
    public static TheoryData<string> Kinds() => [.. Samplers.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_gives_the_rows_of_Fill(string kind)
    {
        int[] expected = Samplers.Create(kind, 7).RowsOf(777, 30_001);
        foreach (int threads in (int[])[1, 2, 3, 7])
        {
            var rows = new int[30_001];
            Samplers.Create(kind, 7).FillParallel(777, rows, threads);
            Assert.Equal(expected, rows);
        }
    }

    [Fact]
    public void Short_and_empty_runs_are_filled_too()
    {
        Sampler sampler = Samplers.Create("balanced small", 7);
        var rows = new int[10];
        sampler.FillParallel(5, rows);
        Assert.Equal(sampler.RowsOf(5, 10), rows);
        sampler.FillParallel(5, default, 4);
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        Sampler sampler = Samplers.Create("balanced small", 7);
        Assert.Equal("firstDraw", Assert.Throws<ArgumentOutOfRangeException>(() => sampler.FillParallel(-1, new int[1])).ParamName);
        Assert.Equal("degreeOfParallelism", Assert.Throws<ArgumentOutOfRangeException>(() => sampler.FillParallel(0, new int[1], 0)).ParamName);
    }
}

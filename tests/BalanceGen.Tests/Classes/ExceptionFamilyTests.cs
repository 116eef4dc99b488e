namespace BalanceGen.Tests.Classes;

public sealed class ExceptionFamilyTests
{
    private static readonly Type[] Exceptions = [.. typeof(Sampler).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Exception)))];

    [Fact]
    public void Every_exception_is_of_the_family_by_one_of_its_two_bases()
    {
        Assert.True(Exceptions.Length > 20);
        Assert.All(Exceptions, type => Assert.True(type.IsAssignableTo(typeof(IBalanceGenException)), type.Name));
        Assert.All(Exceptions, type => Assert.True(type.IsAssignableTo(typeof(BalanceGenException)) != type.IsAssignableTo(typeof(BalanceGenArgumentException)), type.Name));
        Assert.All(Exceptions.Where(type => !type.IsAbstract), type => Assert.True(type.IsSealed, type.Name));
    }

    [Fact]
    public void What_is_handed_in_wrongly_is_an_argument_exception()
    {
        var classes = new ClassSet("cat", "dog");
        var counts = new ClassCounts(classes, 3, 0);
        RowIndex index = RowIndex.Build(classes, [0, 0, 0]);
        Action[] wrong =
        [
            () => ClassWeights.Balanced(counts), () => _ = new ClassWeights(classes, 1, 2, 3), () => classes.IndexOf("horse"),
            () => _ = new BalancedSampler(RowIndex.Build(classes, ReadOnlySpan<int>.Empty), 1), () => StratifiedSplit.Of(RowIndex.Build(classes, [0, 0, 1]), 0.5, 1),
            () => new RandomSampler(index, 1).ResumeFrom(new RandomSampler(index, 2).StateAt(0)), () => new WeightedRandomSampler(index, 1, 9, replacement: false, TargetDistribution.Of(1, 0)),
            () => SamplerState.FromJson("nonsense"),
        ];
        Assert.All(wrong, call => Assert.IsType<ArgumentException>(Assert.ThrowsAny<BalanceGenArgumentException>(call), exactMatch: false));
    }
}

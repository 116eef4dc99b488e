namespace BalanceGen.Tests.Annotations;

/// <summary>Attributes are read by the generator from the syntax; at run time they tell what was written, to whoever reflects on a record.</summary>
public sealed class AttributeTests
{
    [Fact]
    public void Positional_arguments_are_kept()
    {
        Assert.Equal(("ham", 4825L), (new ClassCountAttribute("ham", 4825).Label, new ClassCountAttribute("ham", 4825).Count));
        Assert.Equal(-1, new IgnoredClassAttribute(-1).Label);
        var merged = new MergedClassAttribute("old", 4, 5L, "6");
        Assert.Equal("old", merged.Name);
        Assert.Equal([4, 5L, "6"], merged.Labels);
        Assert.Equal(["a", "b"], new ClassLabelAttribute("a", "b").Classes);
        Assert.Equal(["IsCat", "IsDog"], new ClassColumnsAttribute("IsCat", "IsDog").Members);
    }

    [Fact]
    public void Smoothing_is_1_unless_told_otherwise() =>
        Assert.Equal((1, 1), (new BalancedDatasetAttribute().Smoothing, new BalancedDatasetAttribute<int>().Smoothing));
}

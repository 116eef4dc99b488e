namespace BalanceGen.Generators.Tests.Generation;

/// <summary>The generator cannot refer to the runtime library, and reads the values of its enums from attributes.</summary>
public sealed class CopiedEnumTests
{
    public static TheoryData<Type, Type> Copies => new()
    {
        { typeof(LabelEncoding), typeof(Model.LabelEncoding) },
        { typeof(LabelComparison), typeof(Model.LabelComparison) },
        { typeof(MissingLabelPolicy), typeof(Model.MissingLabelPolicy) },
        { typeof(MultiHotPolicy), typeof(Model.MultiHotPolicy) },
        { typeof(EnumClassNames), typeof(Model.EnumClassNames) },
    };

    [Theory]
    [MemberData(nameof(Copies))]
    public void Copy_has_the_names_and_values_of_the_original(Type original, Type copy) =>
        Assert.Equal(Members(original), Members(copy));

    /// <summary>A new enum in the attributes must come into the list above, or be asserted below.</summary>
    [Fact]
    public void Every_enum_that_an_attribute_takes_is_compared()
    {
        IEnumerable<Type> taken = typeof(ClassLabelAttribute).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(Attribute)))
            .SelectMany(type => type.GetProperties())
            .Select(property => property.PropertyType)
            .Where(type => type.IsEnum)
            .Distinct();

        Assert.Equal(
            Copies.Select(row => (Type)((object[])row)[0]).Append(typeof(ZeroCountRule)).OrderBy(type => type.Name),
            taken.OrderBy(type => type.Name));
    }

    [Theory]
    [InlineData(ZeroCountRule.Throw, "Throw")]
    [InlineData(ZeroCountRule.ZeroWeight, "ZeroWeight")]
    [InlineData(ZeroCountRule.Smooth, "Smooth(1)")]
    public void Rule_for_empty_classes_becomes_the_policy_of_its_name(ZeroCountRule rule, string policy) =>
        Assert.Contains(
            $"ZeroCountPolicy.{policy};",
            Harness.GeneratorRun.Of($$"""
                using BalanceGen;
                [BalancedDataset(ZeroCounts = (ZeroCountRule){{(int)rule}})] public partial record struct Row([ClassLabel] bool Label);
                """).Text(),
            StringComparison.Ordinal);

    private static IEnumerable<(string, int)> Members(Type type) =>
        Enum.GetValues(type).Cast<object>().Select(value => (value.ToString()!, (int)value)).Order();
}

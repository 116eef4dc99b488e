using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class InvalidClassRuleTests
{
    [Fact]
    public Task Rules_that_cannot_hold_are_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidClassRule,
            """
            using BalanceGen;
            public enum Land { Water, Forest, Cloud }
            [BalancedDataset, {|BALG0012:IgnoredClass("Clouds")|}] public partial record A([ClassLabel] Land Label);
            [BalancedDataset, {|BALG0012:IgnoredClass((Land)7)|}] public partial record B([ClassLabel] Land Label);
            [BalancedDataset, {|BALG0012:MergedClass("Wet", Land.Water)|}] public partial record C([ClassLabel] Land Label);
            [BalancedDataset, {|BALG0012:MergedClass("", Land.Water, Land.Forest)|}] public partial record D([ClassLabel] Land Label);
            [BalancedDataset, {|BALG0012:MergedClass("Cloud", Land.Water, Land.Forest)|}] public partial record E([ClassLabel] Land Label);
            [BalancedDataset, IgnoredClass(Land.Water), {|BALG0012:MergedClass("X", Land.Water, Land.Forest)|}] public partial record F([ClassLabel] Land Label);
            [BalancedDataset, MergedClass("X", Land.Water, Land.Forest), {|BALG0012:MergedClass("Y", Land.Water, Land.Cloud)|}] public partial record G([ClassLabel] Land Label);
            [BalancedDataset, IgnoredClass(false), {|BALG0012:IgnoredClass(true)|}] public partial record H([ClassLabel] bool Label);
            """,
            "The classes of 'A' cannot be ignored or merged as declared: \"Clouds\" is no label; declare one of: Water, Forest, Cloud",
            "The classes of 'B' cannot be ignored or merged as declared: 7 is no label; declare one of: Water, Forest, Cloud",
            "The classes of 'C' cannot be ignored or merged as declared: the merged class 'Wet' has fewer than two labels; list the labels after the name",
            "The classes of 'D' cannot be ignored or merged as declared: the merged class has no name; give it one",
            "The classes of 'E' cannot be ignored or merged as declared: there is another class 'Cloud'; give the merged class another name, or merge that label too",
            "The classes of 'F' cannot be ignored or merged as declared: 'Water' is ignored and merged; declare one of them",
            "The classes of 'G' cannot be ignored or merged as declared: 'Water' is merged twice; remove one of them",
            "The classes of 'H' cannot be ignored or merged as declared: every class is ignored; keep one or more");

    [Fact]
    public Task Rules_for_labels_of_every_kind_are_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidClassRule,
            """
            using BalanceGen;
            public enum Land { Water, Forest, Cloud }
            [BalancedDataset, IgnoredClass("Cloud")] public partial record A([ClassLabel] Land Label);
            [BalancedDataset, MergedClass("low", 0, 1), IgnoredClass(9L)] public partial record B([ClassLabel(Min = 0, Max = 9)] byte Label);
            [BalancedDataset, MergedClass("ham", "ham", "HAM")] public partial record C([ClassLabel("ham", "spam", "HAM")] string Label);
            [BalancedDataset, IgnoredClass('?')] public partial record D([ClassLabel("A", "?")] char Label);
            [BalancedDataset, ClassColumns("X", "Y", "Z"), MergedClass("XY", "X", "Y")] public partial record E(bool X, bool Y, bool Z);
            """);

    [Theory]
    [InlineData("IgnoredClass(65)", "[ClassLabel(\"A\", \"?\")] char Label", "65", "A, ?")]
    [InlineData("IgnoredClass('B')", "[ClassLabel(\"A\", \"?\")] char Label", "'B'", "A, ?")]
    [InlineData("IgnoredClass('A')", "[ClassLabel(Values = new long[] { 65, 7 })] int Label", "'A'", "65, 7")]
    [InlineData("IgnoredClass(66)", "[ClassLabel(Values = new long[] { 65, 7 })] int Label", "66", "65, 7")]
    [InlineData("IgnoredClass(0)", "[ClassLabel] bool Label", "0", "false, true")]
    [InlineData("IgnoredClass(0)", "[ClassLabel] Land Label", "0", "Water, Forest")]
    [InlineData("IgnoredClass(Other.Water)", "[ClassLabel] Land Label", "Other.Water", "Water, Forest")]
    [InlineData("IgnoredClass(1)", "[ClassLabel(\"1\", \"2\")] string Label", "1", "1, 2")]
    [InlineData("IgnoredClass(3)", "[ClassLabel(Min = 1, Max = 2)] int Label", "3", "1, 2")]
    [InlineData("IgnoredClass(0)", "[ClassLabel(Min = 1, Max = 2)] int Label", "0", "1, 2")]
    [InlineData("IgnoredClass(Land.Forest)", "[ClassLabel(Min = 1, Max = 2)] int Label", "Land.Forest", "1, 2")]
    [InlineData("IgnoredClass(true)", "[ClassLabel(Min = 1, Max = 2)] int Label", "true", "1, 2")]
    [InlineData("IgnoredClass(new[] { 1 })", "[ClassLabel(Min = 1, Max = 2)] int Label", "{1}", "1, 2")]
    [InlineData("IgnoredClass(1)", "[ClassLabel(\"1\", \"2\")] float[] Label", "1", "1, 2")]
    [InlineData("MergedClass(\"x\", 1, 3)", "[ClassLabel(Min = 1, Max = 2)] int Label", "3", "1, 2")]
    public Task Constant_of_another_type_or_value_is_no_label(string rule, string label, string constant, string classes) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidClassRule,
            $$"""
            using BalanceGen;
            public enum Land { Water, Forest }
            public enum Other { Water, Forest }
            [BalancedDataset, {|BALG0012:{{rule}}|}] public partial record Row({{label}});
            """,
            $"The classes of 'Row' cannot be ignored or merged as declared: {constant} is no label; declare one of: {classes}");

    [Theory]
    [InlineData("IgnoredClass(\"A\")", "[ClassLabel(\"A\", \"?\")] char Label")]
    [InlineData("IgnoredClass((sbyte)7)", "[ClassLabel(Values = new long[] { 65, 7 })] int Label")]
    [InlineData("IgnoredClass(\"seven\")", "[ClassLabel(\"many\", \"seven\", Values = new long[] { 65, 7 })] int Label")]
    [InlineData("IgnoredClass(\"1.50\")", "[ClassLabel(\"1.50\", \"2\")] decimal Label")]
    [InlineData("IgnoredClass(2)", "[ClassLabel(\"1.50\", \"2\")] decimal Label")]
    [InlineData("IgnoredClass(\"2\")", "[ClassLabel(Min = 1, Max = 2)] int Label")]
    [InlineData("IgnoredClass(2UL)", "[ClassLabel(Min = 1, Max = 2)] int Label")]
    [InlineData("IgnoredClass(\"yes\")", "[ClassLabel(\"no\", \"yes\")] bool Label")]
    [InlineData("IgnoredClass(\" HAM\")", "[ClassLabel(\"ham\", \"spam\", Comparison = LabelComparison.IgnoreCase | LabelComparison.Trim)] string Label")]
    [InlineData("MergedClass(\"Water\", \"Water\", \"Forest\")", "[ClassLabel] Land Label")]
    public Task Label_is_given_by_its_value_or_the_name_of_its_class(string rule, string label) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidClassRule,
            $$"""
            using BalanceGen;
            public enum Land { Water, Forest }
            [BalancedDataset, {{rule}}] public partial record Row({{label}});
            """);

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.InvalidClassRule,
            """
            using BalanceGen;
            [BalancedDataset, {|BALG0012:IgnoredClass("none")|}] public partial record Row([ClassLabel] bool Label);
            """);
}

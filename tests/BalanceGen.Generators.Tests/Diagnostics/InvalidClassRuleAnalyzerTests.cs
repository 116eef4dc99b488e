using BalanceGen.Generators.Diagnostics.Analyzers;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class InvalidClassRuleAnalyzerTests
{
    [Fact]
    public Task Rules_that_cannot_hold_are_reported() =>
        AnalyzerVerifier.VerifyAsync<InvalidClassRuleAnalyzer>(
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
        AnalyzerVerifier.VerifyAsync<InvalidClassRuleAnalyzer>(
            """
            using BalanceGen;
            public enum Land { Water, Forest, Cloud }
            [BalancedDataset, IgnoredClass("Cloud")] public partial record A([ClassLabel] Land Label);
            [BalancedDataset, MergedClass("low", 0, 1), IgnoredClass(9L)] public partial record B([ClassLabel(Min = 0, Max = 9)] byte Label);
            [BalancedDataset, MergedClass("ham", "ham", "HAM")] public partial record C([ClassLabel("ham", "spam", "HAM")] string Label);
            [BalancedDataset, IgnoredClass('?')] public partial record D([ClassLabel("A", "?")] char Label);
            [BalancedDataset, ClassColumns("X", "Y", "Z"), MergedClass("XY", "X", "Y")] public partial record E(bool X, bool Y, bool Z);
            """);

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync<InvalidClassRuleAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset, {|BALG0012:IgnoredClass("none")|}] public partial record Row([ClassLabel] bool Label);
            """);
}

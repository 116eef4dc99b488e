using BalanceGen.CodeFixes;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class NoLabelTests
{
    [Fact]
    public Task Type_without_a_label_is_reported_at_its_name() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.NoLabel,
            """
            using BalanceGen;
            [BalancedDataset] public partial record struct {|BALG0003:CatPhoto|}(string File);
            """,
            "'CatPhoto' has no member with [ClassLabel], so its rows have no class; mark the property, field or positional parameter that holds the label");

    [Fact]
    public Task Label_of_a_base_type_is_a_label() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.NoLabel,
            """
            using BalanceGen;
            public record Base([property: ClassLabel] bool Label);
            [BalancedDataset] public partial record Row(bool Label) : Base(Label);
            """);

    [Fact]
    public Task Label_of_an_interface_that_an_interface_extends_is_a_label() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.NoLabel,
            """
            using BalanceGen;
            public interface ILabeled { [ClassLabel] bool Label { get; } }
            [BalancedDataset] public partial interface IRow : ILabeled { string File { get; } }
            """);

    [Fact]
    public Task Label_of_another_library_is_none() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.NoLabel,
            """
            namespace Other { public sealed class ClassLabelAttribute : System.Attribute; }
            [BalanceGen.BalancedDataset] public partial record {|BALG0003:Row|}([property: Other.ClassLabel] bool Label);
            """);

    [Fact]
    public Task Private_label_in_another_part_is_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.NoLabel,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row(string File);
            public partial record Row { [ClassLabel] private bool Label { get; } }
            """);

    [Fact]
    public Task Type_without_the_attribute_is_not_looked_at() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.NoLabel,
            """
            using BalanceGen;
            public partial record Row(bool Label);
            """);

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.NoLabel,
            """
            using BalanceGen;
            [BalancedDataset] public partial record {|BALG0003:Row|}(bool Label);
            """);

    [Fact]
    public async Task Fix_offers_the_members_whose_type_says_which_classes_there_are()
    {
        const string Source = """
            using BalanceGen;
            public enum Breed { Siamese, Birman }
            [BalancedDataset]
            public partial record Cat(string File, bool IsIndoor, int Age)
            {
                /// <summary>The breed.</summary>
                public Breed Breed { get; init; }
                public static bool IsStatic;
            }
            """;

        Assert.Equal(
            ["Mark 'Breed' as the label", "Mark 'IsIndoor' as the label"],
            await CodeFixVerifier.TitlesAsync<NoLabelFixer>(Descriptors.NoLabel, Source));
        await CodeFixVerifier.VerifyAsync<NoLabelFixer>(
            Descriptors.NoLabel,
            Source, Source.Replace("public Breed Breed", "[ClassLabel]\n    public Breed Breed", StringComparison.Ordinal), "NoLabelFixer.0");
        await CodeFixVerifier.VerifyAsync<NoLabelFixer>(
            Descriptors.NoLabel,
            Source, Source.Replace("bool IsIndoor", "[ClassLabel] bool IsIndoor", StringComparison.Ordinal), "NoLabelFixer.1");
    }

    [Fact]
    public async Task Fix_is_not_offered_where_no_member_can_be_the_label() =>
        Assert.Empty(await CodeFixVerifier.TitlesAsync<NoLabelFixer>(
            Descriptors.NoLabel,
            "[BalanceGen.BalancedDataset] public partial record Cat(string File, int Age);"));

    [Fact]
    public Task Fix_all_marks_a_label_in_every_type_with_the_name_that_the_file_uses() =>
        CodeFixVerifier.VerifyFixAllAsync<NoLabelFixer>(
            Descriptors.NoLabel,
            [
                "[BalanceGen.BalancedDataset] public partial record A(bool Label);",
                "using BalanceGen; [BalancedDataset] public partial struct B { public bool Label; }",
            ],
            [
                "[BalanceGen.BalancedDataset] public partial record A([BalanceGen.ClassLabel] bool Label);",
                "using BalanceGen; [BalancedDataset] public partial struct B { [ClassLabel] public bool Label; }",
            ],
            "NoLabelFixer.0");
}

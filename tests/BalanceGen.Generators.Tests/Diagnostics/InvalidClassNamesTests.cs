using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class InvalidClassNamesTests
{
    [Fact]
    public Task Repeated_name_is_reported_where_it_is_repeated() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidClassNames,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel("ham", "spam", {|BALG0008:"ham"|})] string Label);
            """,
            "The class names of the label 'Label' are not valid: 'ham' is given twice, as class 0 and as class 2; remove one of them");

    [Fact]
    public Task Empty_name_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidClassNames,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel("ham", {|BALG0008:""|})] string Label);
            """,
            "The class names of the label 'Label' are not valid: the name of class 1 is empty; give it a name");

    [Fact]
    public Task Null_name_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidClassNames,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel({|BALG0008:null!|}, "ham")] string Label);
            """,
            "The class names of the label 'Label' are not valid: the name of class 0 is null; give it a name");

    [Fact]
    public Task Name_in_an_array_is_reported_at_the_attribute() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidClassNames,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([{|BALG0008:ClassLabel(new[] { "ham", "ham" })|}] string Label);
            """);

    [Fact]
    public Task Boolean_with_three_names_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidClassNames,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([{|BALG0008:ClassLabel("no", "yes", "maybe")|}] bool Label);
            """,
            "The class names of the label 'Label' are not valid: a 'bool' has 2 classes and not 3; give the name of 'false' and then the name of 'true'");

    [Fact]
    public Task Boolean_with_equal_names_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidClassNames,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel("yes", {|BALG0008:"yes"|})] bool Label);
            """);

    [Fact]
    public Task Names_that_differ_in_case_are_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidClassNames,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel("ham", "Ham", " ")] string Label);
            """);

    [Fact]
    public Task Inline_array_with_another_number_of_elements_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidClassNames,
            """
            using BalanceGen;
            [System.Runtime.CompilerServices.InlineArray(3)] public struct Three { private float _first; }
            [BalancedDataset] public partial record Row([{|BALG0008:ClassLabel("a", "b")|}] Three Label);
            """,
            "The class names of the label 'Label' are not valid: 'Three' has 3 elements and there are 2 names; give each element a name");

    [Fact]
    public Task Names_that_the_comparison_cannot_tell_apart_are_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidClassNames,
            """
            using BalanceGen;
            [BalancedDataset] public partial record A([ClassLabel("ham", {|BALG0008:"HAM"|}, Comparison = LabelComparison.IgnoreCase)] string Label);
            [BalancedDataset] public partial record B([ClassLabel("ham", {|BALG0008:" ham"|}, Comparison = LabelComparison.Trim)] string Label);
            [BalancedDataset] public partial record C([ClassLabel("A", {|BALG0008:"BC"|})] char Label);
            [BalancedDataset] public partial record D([ClassLabel("1.0", {|BALG0008:"1"|})] decimal Label);
            [BalancedDataset] public partial record E([ClassLabel({|BALG0008:"1,5"|})] decimal Label);
            """);

    [Theory]
    [InlineData("\"ham\", {|BALG0008:\"HAM\"|}, Comparison = LabelComparison.IgnoreCase", "string", "'ham' and 'HAM' are the same by the comparison; remove one of them")]
    [InlineData("\"ham\", {|BALG0008:\" \"|}, Comparison = LabelComparison.Trim", "string", "the name of class 1 is only white space, which the comparison trims; remove one of them")]
    [InlineData("\"A\", {|BALG0008:\"BC\"|}", "char", "'BC' is no 'char'; list characters: [ClassLabel(\"A\", \"B\")]")]
    [InlineData("\"1.0\", {|BALG0008:\"1\"|}", "decimal", "'1' and '1.0' are the same value; list numbers: [ClassLabel(\"1.10\", \"2.5\")]")]
    [InlineData("\"a\", {|BALG0008:\"a\"|}", "float[]", "'a' is given twice, as class 0 and as class 1; remove one of them")]
    [InlineData("\"a\", {|BALG0008:\"a\"|}", "char", "'a' is given twice, as class 0 and as class 1; remove one of them")]
    public Task Message_names_the_names_and_the_remedy(string arguments, string type, string problem) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidClassNames,
            $$"""
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel({{arguments}})] {{type}} Label);
            """,
            $"The class names of the label 'Label' are not valid: {problem}");

    [Theory]
    [InlineData("\"ham\", \"HAM\", Comparison = LabelComparison.Trim", "string")]
    [InlineData("\"ham\", \" ham\", Comparison = LabelComparison.IgnoreCase", "string")]
    [InlineData("\" \", \"x\", Comparison = LabelComparison.IgnoreCase", "string")]
    [InlineData("\"-1\", \"1.50\", \"0\"", "decimal")]
    public Task Names_that_the_comparison_tells_apart_are_fine(string arguments, string type) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidClassNames,
            $$"""
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel({{arguments}})] {{type}} Label);
            """);

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.InvalidClassNames,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel("a", {|BALG0008:"a"|})] string Label);
            """);
}

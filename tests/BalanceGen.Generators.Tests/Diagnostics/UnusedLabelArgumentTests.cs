using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class UnusedLabelArgumentTests
{
    [Fact]
    public Task Class_list_of_an_enum_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnusedLabelArgument,
            """
            using BalanceGen;
            public enum Breed { A, B }
            [BalancedDataset] public partial record Row([ClassLabel({|BALG0010:"B"|}, "A")] Breed Label);
            """,
            "The class list of [ClassLabel] has no effect on the label 'Label' because the members of the enum are the classes; remove it");

    [Fact]
    public Task Range_of_a_string_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnusedLabelArgument,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel("a", {|BALG0010:Max = 0|})] string Label);
            """,
            "The 'Max' of [ClassLabel] has no effect on the label 'Label' because the classes of a string are the declared strings; remove it");

    [Fact]
    public Task Class_list_of_an_integer_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnusedLabelArgument,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel({|BALG0010:"zero"|}, Min = 0, Max = 0)] int Label);
            """);

    [Fact]
    public Task Arguments_that_the_type_needs_are_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnusedLabelArgument,
            """
            using BalanceGen;
            [BalancedDataset] public partial record A([ClassLabel("no", "yes")] bool Label);
            [BalancedDataset] public partial record B([ClassLabel(Min = 0, Max = 0)] int Label);
            """);

    /// <summary>Each kind of label, what has no effect on it, and why.</summary>
    public static TheoryData<string, string, string, string> Unused
    {
        get
        {
            TheoryData<string, string, string, string> rows = [];
            Add("bool", "", "false and true are the classes", "Min Max Values Comparison NamesFrom Tolerance MultiHot");
            Add("Breed", "", "the members of the enum are the classes", "Min Max Values Comparison Tolerance MultiHot");
            Add("int", "Min = 0, Max = 9, ", "the classes of an integer are the values from Min to Max", "Comparison NamesFrom Tolerance MultiHot");
            Add("string", "\"a\", ", "the classes of a string are the declared strings", "Min Max Values NamesFrom Tolerance MultiHot");
            Add("string", "\"a\", Comparison = LabelComparison.Trim, ", "the classes of text are the declared strings", "Min Max Values NamesFrom Tolerance MultiHot");
            Add("char", "\"a\", ", "its classes are listed", "Min Max Values Comparison NamesFrom Tolerance MultiHot");
            Add("decimal", "\"1\", ", "its classes are listed", "Min Max Values Comparison NamesFrom Tolerance MultiHot");
            Add("int", "Values = new long[] { 4 }, ", "its classes are listed", "Min Max Comparison NamesFrom Tolerance MultiHot");
            Add("float[]", "\"a\", ", "the elements of a vector have one class each", "Min Max Values Comparison NamesFrom");
            Add("bool[]", "\"a\", ", "its elements are exactly 0 or 1", "Tolerance");
            Add("double[]", "\"a\", Encoding = LabelEncoding.Scores, ", "the largest score wins", "Tolerance");
            Add("string[]", "\"a\", Encoding = LabelEncoding.Set, ", "a row may have several classes", "MultiHot");
            Add("bool", "", "it is never null", "Missing MissingClass");
            return rows;

            void Add(string type, string arguments, string reason, string unused)
            {
                foreach (string argument in unused.Split(' '))
                {
                    rows.Add(type, arguments, argument, reason);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Unused))]
    public Task Argument_without_an_effect_is_reported_with_the_reason(string type, string arguments, string argument, string reason)
    {
        string value = argument switch
        {
            "Min" or "Max" => "0",
            "Values" => "new long[] { 1 }",
            "Comparison" => type == "string" ? "LabelComparison.Trim" : "LabelComparison.IgnoreCase",
            "NamesFrom" => "EnumClassNames.Display",
            "Tolerance" => "0.1",
            "MultiHot" => "MultiHotPolicy.First",
            "Missing" => "MissingLabelPolicy.Ignore",
            _ => "\"true\"",
        };
        return AnalyzerVerifier.VerifyAsync(
            Descriptors.UnusedLabelArgument,
            $$"""
            using BalanceGen;
            public enum Breed { A, B }
            [BalancedDataset] public partial record Row([ClassLabel({{arguments}}{|BALG0010:{{argument}} = {{value}}|})] {{type}} Label);
            """,
            $"The '{argument}' of [ClassLabel] has no effect on the label 'Label' because {reason}; remove it");
    }

    [Fact]
    public Task Class_list_of_an_integer_is_reported_with_the_reason() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnusedLabelArgument,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel({|BALG0010:"zero"|}, Min = 0, Max = 0)] int Label);
            """,
            "The class list of [ClassLabel] has no effect on the label 'Label' because the classes of an integer are the values from Min to Max; remove it");

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.UnusedLabelArgument,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel({|BALG0010:Min = 0|})] bool Label);
            """);
}

using BalanceGen.CodeFixes;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class ZeroCountClassTests
{
    [Fact]
    public Task Class_without_rows_is_reported_at_its_count() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ZeroCountClass,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, SacredBirman = Birman }
            [BalancedDataset, ClassCount(Breed.Siamese, 160), ClassCount(Breed.SacredBirman, {|BALG0101:0|})]
            public partial record struct CatPhoto(string File, [ClassLabel] Breed Breed);
            """,
            "Class 'Birman' of 'CatPhoto' is declared with 0 rows: its inverse-frequency weight N/(C*0) is +infinity, and normalising weights that contain it gives NaN; add rows of 'Birman', remove it from the classes, or declare with ZeroCounts on [BalancedDataset] what an empty class shall mean");

    [Fact]
    public Task Every_label_kind_is_checked() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ZeroCountClass,
            """
            using BalanceGen;
            [BalancedDataset, ClassCount("spam", {|BALG0101:0|})] public partial record A([ClassLabel("ham", "spam")] string Label);
            [BalancedDataset, ClassCount(7, {|BALG0101:0L|})] public partial record B([ClassLabel(Min = 7, Max = 8)] byte Label);
            [BalancedDataset, ClassCount(false, {|BALG0101:1 - 1|})] public partial record C([ClassLabel("honest", "fraud")] bool Label);
            """,
            "Class 'spam' of 'A' is declared with 0 rows: its inverse-frequency weight N/(C*0) is +infinity, and normalising weights that contain it gives NaN; add rows of 'spam', remove it from the classes, or declare with ZeroCounts on [BalancedDataset] what an empty class shall mean",
            "Class '7' of 'B' is declared with 0 rows: its inverse-frequency weight N/(C*0) is +infinity, and normalising weights that contain it gives NaN; add rows of '7', remove it from the classes, or declare with ZeroCounts on [BalancedDataset] what an empty class shall mean",
            "Class 'honest' of 'C' is declared with 0 rows: its inverse-frequency weight N/(C*0) is +infinity, and normalising weights that contain it gives NaN; add rows of 'honest', remove it from the classes, or declare with ZeroCounts on [BalancedDataset] what an empty class shall mean");

    [Fact]
    public Task Count_given_by_name_is_found() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ZeroCountClass,
            """
            using BalanceGen;
            [BalancedDataset, ClassCount(count: {|BALG0101:0|}, label: true)] public partial record Row([ClassLabel] bool Label);
            """);

    [Fact]
    public Task One_row_and_undeclared_classes_are_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ZeroCountClass,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, SacredBirman = Birman }
            [BalancedDataset, ClassCount(Breed.Birman, 1)] public partial record Row([ClassLabel] Breed Label);
            """);

    [Fact]
    public Task Zero_of_a_label_that_is_no_class_is_another_rule() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ZeroCountClass,
            """
            using BalanceGen;
            [BalancedDataset, ClassCount("spam", 0)] public partial record Row([ClassLabel("ham")] string Label);
            """);

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.ZeroCountClass,
            """
            using BalanceGen;
            [BalancedDataset, ClassCount(true, {|BALG0101:0|})] public partial record Row([ClassLabel] bool Label);
            """);

    [Fact]
    public Task Class_without_rows_in_a_file_is_reported_with_its_line() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ZeroCountClass,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = {|BALG0101:{|BALG0101:"cats.classcounts.csv"|}|})] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "label,count\nSiamese,160\nBirman,0\n"),
            "Class 'Birman' of 'Cat' has 0 rows in 'cats.classcounts.csv', line 3: its inverse-frequency weight N/(C*0) is +infinity, and normalising weights that contain it gives NaN; add rows of 'Birman', remove it from the classes, or declare with ZeroCounts on [BalancedDataset] what an empty class shall mean",
            "Class 'Burmese' of 'Cat' is not in 'cats.classcounts.csv' and so has 0 rows: its inverse-frequency weight N/(C*0) is +infinity, and normalising weights that contain it gives NaN; add rows of 'Burmese', remove it from the classes, or declare with ZeroCounts on [BalancedDataset] what an empty class shall mean");

    [Fact]
    public Task More_than_ten_classes_without_rows_are_one_report() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ZeroCountClass,
            """
            using BalanceGen;
            [BalancedDataset(ClassCounts = {|BALG0101:"species.classcounts.csv"|})] public partial record struct Photo([ClassLabel(Min = 1, Max = 8142)] int Species);
            """,
            new ProjectFiles().With("/project/species.classcounts.csv", "label,count\n1,160\n5,0\n"),
            "8141 of the 8142 classes of 'Photo' have no rows in 'species.classcounts.csv' ('2', '3', '4', '5', '6', '7', '8', '9', '10', '11' and 8131 more): each one's inverse-frequency weight N/(C*0) is +infinity, and normalising weights that contain it gives NaN; add rows of them, remove them from the classes, or declare with ZeroCounts on [BalancedDataset] what an empty class shall mean");

    [Fact]
    public async Task Ten_classes_without_rows_are_ten_reports() =>
        Assert.Equal(10, (await AnalyzerVerifier.DiagnosticsAsync(
            TestCompilation.Of("using BalanceGen; [BalancedDataset(ClassCounts = \"a.classcounts.csv\")] public partial record struct Photo([ClassLabel(Min = 1, Max = 11)] int Species);"),
            [AnalyzerVerifier.AnalyzerOf(Descriptors.ZeroCountClass)],
            new ProjectFiles().With("/project/a.classcounts.csv", "1,160\n"))).Count(diagnostic => diagnostic.Id == Descriptors.ZeroCountClass.Id));

    [Fact]
    public Task One_row_in_a_file_is_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ZeroCountClass,
            """
            using BalanceGen;
            [BalancedDataset(ClassCounts = "sms.classcounts.csv")] public partial record struct Sms([ClassLabel] bool IsSpam);
            """,
            new ProjectFiles().With("/project/sms.classcounts.csv", "false,1\ntrue,1"));

    [Fact]
    public Task Class_without_rows_in_the_labelled_data_is_reported_at_the_attribute() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ZeroCountClass,
            """
            using BalanceGen;
            namespace Pets;
            [{|BALG0101:BalancedDataset|}] public partial record struct Cat([ClassLabel] bool Label);
            [BalancedDataset] public partial record struct Dog([ClassLabel] bool Label);
            """,
            new ProjectFiles().With("/obj/Pets.Cat.classcounts.csv", "true,3", dataset: "Pets.Cat"));

    [Fact]
    public Task Declared_policy_silences_the_rule() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ZeroCountClass,
            """
            using BalanceGen;
            [BalancedDataset(ZeroCounts = ZeroCountRule.Throw), ClassCount(true, 0)] public partial record A([ClassLabel] bool Label);
            [BalancedDataset(ZeroCounts = ZeroCountRule.Smooth), ClassCount(true, 0)] public partial record B([ClassLabel] bool Label);
            """);

    [Fact]
    public Task Severity_can_be_raised() =>
        SeverityAsync("error", DiagnosticSeverity.Error);

    [Theory]
    [InlineData("ZeroWeight")]
    [InlineData("Smooth")]
    [InlineData("Throw")]
    public async Task Fix_declares_the_chosen_policy(string rule)
    {
        await CodeFixVerifier.VerifyAsync<ZeroCountClassFixer>(
            Descriptors.ZeroCountClass,
            """
            using BalanceGen;
            // cats
            [BalancedDataset, ClassCount(true, 0)] public partial record Row([ClassLabel] bool Label);
            """,
            $$"""
            using BalanceGen;
            // cats
            [BalancedDataset(ZeroCounts = ZeroCountRule.{{rule}}), ClassCount(true, 0)] public partial record Row([ClassLabel] bool Label);
            """,
            rule);
        await CodeFixVerifier.VerifyAsync<ZeroCountClassFixer>(
            Descriptors.ZeroCountClass,
            "[BalanceGen.BalancedDataset(ClassCounts = null), BalanceGen.ClassCount(true, 0)] public partial record Row([BalanceGen.ClassLabel] bool Label);",
            $"[BalanceGen.BalancedDataset(ClassCounts = null, ZeroCounts = BalanceGen.ZeroCountRule.{rule}), BalanceGen.ClassCount(true, 0)] public partial record Row([BalanceGen.ClassLabel] bool Label);",
            rule);
    }

    [Fact]
    public Task Fix_all_declares_the_policy_once_for_several_classes_of_a_record() =>
        CodeFixVerifier.VerifyFixAllAsync<ZeroCountClassFixer>(
            Descriptors.ZeroCountClass,
            [
                """
                using BalanceGen;
                [BalancedDataset, ClassCount(true, 0), ClassCount(false, 0)] public partial record A([ClassLabel] bool Label);
                [BalancedDataset, ClassCount(true, 0)] public partial record B([ClassLabel] bool Label);
                """,
                "[BalanceGen.BalancedDataset, BalanceGen.ClassCount(true, 0)] public partial record C([BalanceGen.ClassLabel] bool Label);",
            ],
            [
                """
                using BalanceGen;
                [BalancedDataset(ZeroCounts = ZeroCountRule.ZeroWeight), ClassCount(true, 0), ClassCount(false, 0)] public partial record A([ClassLabel] bool Label);
                [BalancedDataset(ZeroCounts = ZeroCountRule.ZeroWeight), ClassCount(true, 0)] public partial record B([ClassLabel] bool Label);
                """,
                "[BalanceGen.BalancedDataset(ZeroCounts = BalanceGen.ZeroCountRule.ZeroWeight), BalanceGen.ClassCount(true, 0)] public partial record C([BalanceGen.ClassLabel] bool Label);",
            ],
            "ZeroWeight");

    private static async Task SeverityAsync(string configured, DiagnosticSeverity expected)
    {
        CSharpCompilation compilation = TestCompilation.Of(
            "using BalanceGen; [BalancedDataset, ClassCount(true, 0)] public partial record Row([ClassLabel] bool Label);");
        CSharpCompilation withConfig = compilation.WithOptions(
            compilation.Options.WithSyntaxTreeOptionsProvider(new EditorConfig($"dotnet_diagnostic.BALG0101.severity = {configured}")));

        Assert.Equal(expected, Assert.Single(await AnalyzerVerifier.DiagnosticsAsync(Descriptors.ZeroCountClass, withConfig)).Severity);
    }
}

using BalanceGen.Generators.Diagnostics.Analyzers;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class ZeroCountClassAnalyzerTests
{
    [Fact]
    public Task Class_without_rows_is_reported_at_its_count() =>
        AnalyzerVerifier.VerifyAsync<ZeroCountClassAnalyzer>(
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, SacredBirman = Birman }
            [BalancedDataset, ClassCount(Breed.Siamese, 160), ClassCount(Breed.SacredBirman, {|BALG0101:0|})]
            public partial record struct CatPhoto(string File, [ClassLabel] Breed Breed);
            """,
            "Class 'Birman' of 'CatPhoto' is declared with 0 rows: its inverse-frequency weight N/(C*0) is +infinity, and normalising weights that contain it gives NaN; add rows of 'Birman', remove it from the classes, or choose ZeroCountPolicy.ZeroWeight or ZeroCountPolicy.Smooth and suppress this warning");

    [Fact]
    public Task Every_label_kind_is_checked() =>
        AnalyzerVerifier.VerifyAsync<ZeroCountClassAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset, ClassCount("spam", {|BALG0101:0|})] public partial record A([ClassLabel("ham", "spam")] string Label);
            [BalancedDataset, ClassCount(7, {|BALG0101:0L|})] public partial record B([ClassLabel(Min = 7, Max = 8)] byte Label);
            [BalancedDataset, ClassCount(false, {|BALG0101:1 - 1|})] public partial record C([ClassLabel("honest", "fraud")] bool Label);
            """,
            "Class 'spam' of 'A' is declared with 0 rows: its inverse-frequency weight N/(C*0) is +infinity, and normalising weights that contain it gives NaN; add rows of 'spam', remove it from the classes, or choose ZeroCountPolicy.ZeroWeight or ZeroCountPolicy.Smooth and suppress this warning",
            "Class '7' of 'B' is declared with 0 rows: its inverse-frequency weight N/(C*0) is +infinity, and normalising weights that contain it gives NaN; add rows of '7', remove it from the classes, or choose ZeroCountPolicy.ZeroWeight or ZeroCountPolicy.Smooth and suppress this warning",
            "Class 'honest' of 'C' is declared with 0 rows: its inverse-frequency weight N/(C*0) is +infinity, and normalising weights that contain it gives NaN; add rows of 'honest', remove it from the classes, or choose ZeroCountPolicy.ZeroWeight or ZeroCountPolicy.Smooth and suppress this warning");

    [Fact]
    public Task Count_given_by_name_is_found() =>
        AnalyzerVerifier.VerifyAsync<ZeroCountClassAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset, ClassCount(count: {|BALG0101:0|}, label: true)] public partial record Row([ClassLabel] bool Label);
            """);

    [Fact]
    public Task One_row_and_undeclared_classes_are_fine() =>
        AnalyzerVerifier.VerifyAsync<ZeroCountClassAnalyzer>(
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, SacredBirman = Birman }
            [BalancedDataset, ClassCount(Breed.Birman, 1)] public partial record Row([ClassLabel] Breed Label);
            """);

    [Fact]
    public Task Zero_of_a_label_that_is_no_class_is_another_rule() =>
        AnalyzerVerifier.VerifyAsync<ZeroCountClassAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset, ClassCount("spam", 0)] public partial record Row([ClassLabel("ham")] string Label);
            """);

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync<ZeroCountClassAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset, ClassCount(true, {|BALG0101:0|})] public partial record Row([ClassLabel] bool Label);
            """);
}

using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class ClassNotInCountFileTests
{
    [Fact]
    public Task Missing_classes_are_reported_together() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ClassNotInCountFile,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = {|BALG0106:"cats.classcounts.csv"|})] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "Siamese,160"),
            "'cats.classcounts.csv' has no line for 2 of the 3 classes of 'Cat', which count as 0 rows: Birman, Burmese; check their spelling, or add lines with the count 0");

    [Fact]
    public Task Line_with_zero_is_a_line() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ClassNotInCountFile,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = "cats.classcounts.csv")] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "Siamese,160\nBirman,0\nBurmese,0"));

    [Fact]
    public Task One_class_without_a_line_is_enough() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ClassNotInCountFile,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = {|BALG0106:"cats.classcounts.csv"|})] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "Siamese,160\nBurmese,3"),
            "'cats.classcounts.csv' has no line for 1 of the 3 classes of 'Cat', which count as 0 rows: Birman; check their spelling, or add lines with the count 0");

    [Fact]
    public Task File_with_an_unknown_label_is_another_rule() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ClassNotInCountFile,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = "cats.classcounts.csv")] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "Siamese,160\nOther,0"));

    [Theory]
    [InlineData(15, "3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14")]
    [InlineData(16, "3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, …")]
    public Task Twelve_classes_are_named(int classes, string names) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ClassNotInCountFile,
            $$"""
            using BalanceGen;
            [BalancedDataset(ClassCounts = {|BALG0106:"a.classcounts.csv"|})] public partial record struct A([ClassLabel(Min = 0, Max = {{classes - 1}})] int Label);
            """,
            new ProjectFiles().With("/a.classcounts.csv", "0,1\n1,2\n2,3"),
            $"'a.classcounts.csv' has no line for {classes - 3} of the {classes} classes of 'A', which count as 0 rows: {names}; check their spelling, or add lines with the count 0");

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.ClassNotInCountFile,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = {|BALG0106:"cats.classcounts.csv"|})] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "Siamese,160"));
}

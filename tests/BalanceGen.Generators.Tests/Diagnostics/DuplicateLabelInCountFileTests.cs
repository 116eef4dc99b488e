using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class DuplicateLabelInCountFileTests
{
    [Fact]
    public Task Second_line_of_a_label_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.DuplicateLabelInCountFile,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = {|BALG0110:"cats.classcounts.csv"|})] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "Siamese,1\nBirman,2\nSiamese,1"),
            "The counts of 'Cat' in 'cats.classcounts.csv' are not used: line 3, column 1: the label 'Siamese' is already on line 1; keep one of the lines");

    [Fact]
    public Task Second_line_of_a_merged_class_is_reported_where_a_row_may_have_both_labels() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.DuplicateLabelInCountFile,
            """
            using BalanceGen;
            [BalancedDataset(ClassCounts = {|BALG0110:"days.classcounts.csv"|}), MergedClass("wet", "rain", "snow")]
            public partial record struct Day([ClassLabel("sun", "rain", "snow", Encoding = LabelEncoding.Set)] string[] Weather);
            [BalancedDataset(ClassCounts = "days.classcounts.csv"), MergedClass("wet", "rain", "snow")]
            public partial record struct Hour([ClassLabel("sun", "rain", "snow")] string Weather);
            """,
            new ProjectFiles().With("/project/days.classcounts.csv", "sun,1\nrain,2\nsnow,1"),
            "The counts of 'Day' in 'days.classcounts.csv' are not used: line 3: the label 'snow' is of a class that has a line before, and a row with both labels counts once; keep one of the lines");

    [Fact]
    public Task One_line_for_each_is_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.DuplicateLabelInCountFile,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = "cats.classcounts.csv")] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "Siamese,160\nBirman,10\nBurmese,3"));

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.DuplicateLabelInCountFile,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = {|BALG0110:"cats.classcounts.csv"|})] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "Siamese,1\nSiamese,1"));
}

using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class InvalidCountInFileTests
{
    [Fact]
    public Task Negative_fractional_and_too_large_counts_are_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidCountInFile,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = {|BALG0109:{|BALG0109:{|BALG0109:"cats.classcounts.csv"|}|}|})] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "Siamese,-1\nBirman,1.5\nBurmese,9223372036854775808"),
            "The counts of 'Cat' in 'cats.classcounts.csv' are not used: line 1, column 9: the count '-1' is negative; write a whole number from 0 to 9223372036854775807",
            "The counts of 'Cat' in 'cats.classcounts.csv' are not used: line 2, column 8: the count '1.5' is not a whole number; write a whole number from 0 to 9223372036854775807",
            "The counts of 'Cat' in 'cats.classcounts.csv' are not used: line 3, column 9: the count '9223372036854775808' is above 9223372036854775807; write a whole number from 0 to 9223372036854775807");

    [Fact]
    public Task Zero_and_the_largest_count_are_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidCountInFile,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = "cats.classcounts.csv")] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "Siamese,0\nBirman,9223372036854775807\nBurmese,0.0"));

    [Theory]
    [InlineData("Siamese,9223372036854775807\nBirman,1", "line 2, column 8: the count '1' takes the sum of the counts above 9223372036854775807")]
    [InlineData("Siamese,1\nBirman,1e3", "line 2, column 8: the count '1e3' is not a number written with digits alone")]
    public Task Every_other_count_that_is_no_number_of_rows_is_reported(string lines, string problem) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidCountInFile,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = {|BALG0109:"cats.classcounts.csv"|})] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", lines),
            $"The counts of 'Cat' in 'cats.classcounts.csv' are not used: {problem}; write a whole number from 0 to 9223372036854775807");

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.InvalidCountInFile,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = {|BALG0109:"cats.classcounts.csv"|})] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "Siamese,-1"));
}

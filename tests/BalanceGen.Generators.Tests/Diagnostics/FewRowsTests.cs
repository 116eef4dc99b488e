using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class FewRowsTests
{
    [Fact]
    public Task Class_with_one_row_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.FewRows,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = {|BALG0113:"cats.classcounts.csv"|})] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "Siamese,160\nBirman,1\nBurmese,2"),
            "Class 'Birman' of 'Cat' has 1 row in 'cats.classcounts.csv', line 2, fewer than the minimum of 2; add rows, merge the class into another, or set balancegen_minimum_class_rows");

    [Fact]
    public Task Two_rows_and_none_are_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.FewRows,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = "cats.classcounts.csv")] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "Siamese,160\nBirman,0\nBurmese,2"));

    [Fact]
    public Task Minimum_of_the_editor_config_goes_before_that_of_the_build() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.FewRows,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = {|BALG0113:"cats.classcounts.csv"|})] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "Siamese,160\nBirman,9\nBurmese,30").WithSourceOption("balancegen_minimum_class_rows", "10").WithBuildProperty("BalanceGenMinimumClassRows", "100"),
            "Class 'Birman' of 'Cat' has 9 rows in 'cats.classcounts.csv', line 2, fewer than the minimum of 10; add rows, merge the class into another, or set balancegen_minimum_class_rows");

    [Fact]
    public Task Minimum_of_the_build_is_used() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.FewRows,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = "cats.classcounts.csv")] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "Siamese,160\nBirman,1\nBurmese,2").WithBuildProperty("BalanceGenMinimumClassRows", "1"));

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.FewRows,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = {|BALG0113:"cats.classcounts.csv"|})] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "Siamese,160\nBirman,1\nBurmese,2"));
}

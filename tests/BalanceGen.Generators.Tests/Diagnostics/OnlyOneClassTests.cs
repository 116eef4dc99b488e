using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class OnlyOneClassTests
{
    [Fact]
    public Task Label_with_one_class_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.OnlyOneClass,
            """
            using BalanceGen;
            [BalancedDataset] public partial record struct Sms([ClassLabel("ham")] string {|BALG0112:Label|});
            """,
            new ProjectFiles(),
            "There is nothing to balance or to learn in 'Sms': the label has only the class 'ham'; add the other classes");

    [Fact]
    public Task Rows_of_one_class_are_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.OnlyOneClass,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = {|BALG0112:"cats.classcounts.csv"|})] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "Siamese,0\nBirman,10\nBurmese,0"),
            "There is nothing to balance or to learn in 'Cat': only the class 'Birman' has rows in 'cats.classcounts.csv', line 2; add the other classes");

    [Fact]
    public Task Declared_rows_of_one_class_are_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.OnlyOneClass,
            """
            using BalanceGen;
            [{|BALG0112:BalancedDataset|}, ClassCount(false, 0), ClassCount(true, 7)] public partial record struct Sms([ClassLabel] bool IsSpam);
            """,
            "There is nothing to balance or to learn in 'Sms': only the class 'true' has rows; add the other classes");

    [Fact]
    public Task Two_classes_are_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.OnlyOneClass,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = "cats.classcounts.csv")] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "Siamese,0\nBirman,10\nBurmese,1"));

    [Fact]
    public Task No_rows_at_all_are_another_rule() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.OnlyOneClass,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = "cats.classcounts.csv")] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "Siamese,0\nBirman,0\nBurmese,0"));

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.OnlyOneClass,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = {|BALG0112:"cats.classcounts.csv"|})] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "Siamese,5"));
}

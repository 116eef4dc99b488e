using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class UnknownLabelInCountFileTests
{
    [Fact]
    public Task Label_that_is_no_class_is_reported_with_the_nearest_one() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnknownLabelInCountFile,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = {|BALG0107:"cats.classcounts.csv"|})] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "label,count\nSiamese,160\nBirmann,10\nBurmese,3"),
            "The label 'Birmann' in 'cats.classcounts.csv', line 3, is none of the classes of 'Cat', so none of the file's counts are used; write 'Birman', the nearest class, or add the class");

    [Fact]
    public Task Label_that_is_like_no_class_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnknownLabelInCountFile,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = {|BALG0107:"cats.classcounts.csv"|})] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "Hernia,160"),
            "The label 'Hernia' in 'cats.classcounts.csv', line 1, is none of the classes of 'Cat', so none of the file's counts are used; add the class, or remove the line");

    [Fact]
    public Task Names_and_numbers_of_an_enum_are_classes() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnknownLabelInCountFile,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = "cats.classcounts.csv")] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "Siamese,160\n1,10\n2,3"));

    [Fact]
    public Task Booleans_and_ranges_are_read_as_other_tools_write_them() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnknownLabelInCountFile,
            """
            using BalanceGen;
            [BalancedDataset(ClassCounts = "a.classcounts.csv")] public partial record struct A([ClassLabel] bool Label);
            [BalancedDataset(ClassCounts = "b.classcounts.csv")] public partial record struct B([ClassLabel(Min = -1, Max = 1)] int Label);
            """,
            new ProjectFiles().With("/a.classcounts.csv", "True,1\nFalse,2").With("/b.classcounts.csv", "-1,5\n1,6"));

    [Fact]
    public Task Label_that_the_record_ignores_may_be_in_the_file() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnknownLabelInCountFile,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Unknown }
            [BalancedDataset(ClassCounts = "cats.classcounts.csv"), IgnoredClass(Breed.Unknown)] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "Siamese,160\nBirman,10\nUnknown,7"));

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.UnknownLabelInCountFile,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = {|BALG0107:"cats.classcounts.csv"|})] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "Hernia,160"));
}

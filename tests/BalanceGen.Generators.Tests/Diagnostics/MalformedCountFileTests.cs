using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class MalformedCountFileTests
{
    [Fact]
    public Task Line_that_is_not_label_and_count_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.MalformedCountFile,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = {|BALG0108:"cats.classcounts.csv"|})] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "label,count\nSiamese,160\nBirman"),
            "The counts of 'Cat' cannot be read from 'cats.classcounts.csv', line 3, column 1: no count behind the label 'Birman'; correct the file");

    [Fact]
    public Task Empty_file_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.MalformedCountFile,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = {|BALG0108:"cats.classcounts.csv"|})] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", ""),
            "The counts of 'Cat' cannot be read from 'cats.classcounts.csv', line 1, column 1: the file has no label and no count; correct the file");

    [Fact]
    public Task Quoted_labels_and_counts_that_are_wrong_are_fine_here() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.MalformedCountFile,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = "cats.classcounts.csv")] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "\"Siamese\",160\nBirman,-1"));

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.MalformedCountFile,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = {|BALG0108:"cats.classcounts.csv"|})] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", ""));
}

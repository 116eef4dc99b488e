using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class CountFileNotFoundTests
{
    [Fact]
    public Task File_that_is_not_there_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.CountFileNotFound,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = {|BALG0105:"cats.classcounts.csv"|})] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/dogs.classcounts.csv", "a,1"),
            "The class-count file 'cats.classcounts.csv' of 'Cat' is none of the class-count files that the compiler is given; add it to the project with a name that ends in .classcounts.csv, or list it as <AdditionalFiles>");

    [Fact]
    public Task Name_of_two_files_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.CountFileNotFound,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = {|BALG0105:"cats.classcounts.csv"|})] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/a/cats.classcounts.csv", "x,1").With("/b/cats.classcounts.csv", "x,1"),
            "The class-count file 'cats.classcounts.csv' of 'Cat' means several files: /a/cats.classcounts.csv, /b/cats.classcounts.csv; write more of its path");

    [Fact]
    public Task File_is_found_by_the_end_of_its_path() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.CountFileNotFound,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = "b/cats.classcounts.csv")] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/a/cats.classcounts.csv", "x,1").With("C:\\b\\cats.classcounts.csv", "x,1"));

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.CountFileNotFound,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = {|BALG0105:"cats.classcounts.csv"|})] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles());
}

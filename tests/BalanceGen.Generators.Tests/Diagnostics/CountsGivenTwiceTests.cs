using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class CountsGivenTwiceTests
{
    [Fact]
    public Task Attributes_and_a_file_are_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.CountsGivenTwice,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = {|BALG0111:"cats.classcounts.csv"|}), ClassCount(Breed.Siamese, 3)] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "Siamese,160\nBirman,10\nBurmese,3"),
            "The counts of 'Cat' are given by [ClassCount] and the file 'cats.classcounts.csv', so none of them are used; keep one of them");

    [Fact]
    public Task File_and_labelled_data_are_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.CountsGivenTwice,
            """
            using BalanceGen;
            namespace Pets
            {
                public partial class Outer { [BalancedDataset(ClassCounts = {|BALG0111:"cats.classcounts.csv"|})] public partial record struct Cat([ClassLabel] bool Label); }
            }
            """,
            new ProjectFiles().With("/cats.classcounts.csv", "true,1").With("/obj/Pets.Outer.Cat.classcounts.csv", "true,1", dataset: "Pets.Outer.Cat"),
            "The counts of 'Cat' are given by the file 'cats.classcounts.csv' and the labelled data that the build counts, so none of them are used; keep one of them");

    [Fact]
    public Task One_source_is_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.CountsGivenTwice,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = "cats.classcounts.csv")] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "Siamese,160\nBirman,10\nBurmese,3"));

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.CountsGivenTwice,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = {|BALG0111:"cats.classcounts.csv"|}), ClassCount(Breed.Siamese, 3)] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "Siamese,160\nBirman,10\nBurmese,3"));
}

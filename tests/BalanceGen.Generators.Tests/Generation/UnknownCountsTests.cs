using BalanceGen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace BalanceGen.Generators.Tests.Generation;

/// <summary>Counts that are given and not valid: code that uses them learns why, at each use.</summary>
public sealed class UnknownCountsTests
{
    private const string Enum = "using BalanceGen; public enum Breed { Siamese, Birman }\n";

    private const string Named = Enum + "[BalancedDataset(ClassCounts = \"cats.classcounts.csv\")] public partial record Cat([ClassLabel] Breed Label);";

    private const string Uses = """

        public static class Uses
        {
            public static object Of(Cat[] cats) => new object[]
            {
                Cat.Classes.KnownCounts.Total, Cat.Classes.KnownCounts.ImbalanceRatio, Cat.Classes.KnownCounts.Values.Length,
                Cat.Classes.KnownCounts.BalancedWeights.Length, Cat.Classes.KnownCounts.InverseFrequencyWeights.Length,
                Cat.Classes.KnownCounts.InverseSquareRootWeights.Length, Cat.Classes.KnownCounts.MedianFrequencyWeights.Length,
                Cat.Classes.KnownCounts.BalancedOrder.Length, Cat.Classes.KnownCounts.AliasThresholds.Length, Cat.Classes.KnownCounts.AliasClasses.Length,
                Cat.Classes.Index(cats).BalancedSampler(1, Cat.Classes.KnownCounts.Tables), Cat.Classes.KnownCounts.ToClassCounts(), Cat.Classes.VerifyCounts(cats),
            };
        }
        """;

    [Theory]
    [InlineData("Siamese,3\nBirmann,2", "the label 'Birmann' in 'cats.classcounts.csv' is none of the classes (BALG0107)")]
    [InlineData("Siames,3\nBirmann,2", "the label 'Siames', as 1 more, in 'cats.classcounts.csv' is none of the classes (BALG0107)")]
    [InlineData("Siamese,3,4", "'cats.classcounts.csv', line 1, column 11: more than a label and a count, from '4' on; a label that contains the separator is quoted (BALG0108)")]
    [InlineData("Siamese,-3", "'cats.classcounts.csv', line 1, column 9: the count '-3' is negative (BALG0109)")]
    [InlineData("Siamese,3\nSiamese,3", "'cats.classcounts.csv', line 2, column 1: the label 'Siamese' is already on line 1 (BALG0110)")]
    [InlineData(null, "the class-count file 'cats.classcounts.csv' is none of those that the compiler is given (BALG0105)")]
    public void Every_use_of_counts_that_are_not_valid_is_an_error_that_says_why(string? file, string cause)
    {
        ProjectFiles files = file is null ? new ProjectFiles() : new ProjectFiles().With("/project/cats.classcounts.csv", file);

        AssertEveryUseSays(cause, GeneratorRun.Start(TestCompilation.Of(Named + Uses), files));
        Assert.Empty(GeneratorRun.Of(files, Named).WarningsAndErrors());
    }

    [Fact]
    public void Other_sources_of_counts_say_why_too()
    {
        AssertEveryUseSays(
            "[ClassCount] does not give every class one number of rows, 0 or more",
            GeneratorRun.Start(TestCompilation.Of(Enum + "[BalancedDataset, ClassCount(Breed.Birman, 3)] public partial record Cat([ClassLabel] Breed Label);" + Uses)));
        AssertEveryUseSays(
            "they are given by [ClassCount] and the file 'a.classcounts.csv' (BALG0111)",
            GeneratorRun.Start(
                TestCompilation.Of(Enum + "[BalancedDataset(ClassCounts = \"a.classcounts.csv\"), ClassCount(Breed.Birman, 3)] public partial record Cat([ClassLabel] Breed Label);" + Uses),
                new ProjectFiles().With("/project/a.classcounts.csv", "Birman,3")));
        AssertEveryUseSays(
            "'a.classcounts.csv' means several class-count files (BALG0105)",
            GeneratorRun.Start(
                TestCompilation.Of(Enum + "[BalancedDataset(ClassCounts = \"a.classcounts.csv\")] public partial record Cat([ClassLabel] Breed Label);" + Uses),
                new ProjectFiles().With("/project/1/a.classcounts.csv", "Birman,3").With("/project/2/a.classcounts.csv", "Birman,3")));
    }

    [Fact]
    public void Rows_with_several_labels_have_the_same()
    {
        GeneratorRun run = GeneratorRun.Of(
            new ProjectFiles().With("/project/a.classcounts.csv", "Anger,3"),
            "using BalanceGen; [System.Flags] public enum Mood { None = 0, Joy = 1 } [BalancedDataset(ClassCounts = \"a.classcounts.csv\")] public partial record Note([ClassLabel(Encoding = LabelEncoding.Set)] Mood Mood);");

        Assert.Contains("public const long LabelCount = 0;", run.Text(), StringComparison.Ordinal);
        Assert.Contains("error: true", run.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_counts_there_are_no_such_members() =>
        Assert.DoesNotContain("KnownCounts", GeneratorRun.Of(Enum + "[BalancedDataset] public partial record Cat([ClassLabel] Breed Label);").Text(), StringComparison.Ordinal);

    private static void AssertEveryUseSays(string cause, GeneratorRun run)
    {
        Diagnostic[] reported = [.. run.WarningsAndErrors()];

        Assert.All(reported, diagnostic => Assert.Equal("CS0619", diagnostic.Id));
        Assert.All(reported, diagnostic => Assert.EndsWith($"'The counts of 'Cat' are not known, because {cause}.'", diagnostic.GetMessage(), StringComparison.Ordinal));
        Assert.Equal(13, reported.Select(diagnostic => diagnostic.Location.SourceSpan).Distinct().Count());
    }
}

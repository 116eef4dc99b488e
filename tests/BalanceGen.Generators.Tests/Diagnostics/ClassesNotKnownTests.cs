using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class ClassesNotKnownTests
{
    private const string OfCounts = "using BalanceGen; [BalancedDataset(ClassCounts = {|BALG0116:\"cats.classcounts.csv\"|})] public partial record Cat([ClassLabel] string Breed);";

    private const string OfList = "using BalanceGen; [BalancedDataset] public partial record Cat([ClassLabel({|BALG0116:ClassesFrom = \"cats.classes.txt\"|})] string Breed);";

    private const string OfNumbers = "using BalanceGen; [BalancedDataset(ClassCounts = {|BALG0116:\"cats.classcounts.csv\"|})] public partial record Cat([ClassLabel] byte Breed);";

    private const string OfCategories = "using BalanceGen; [BalancedDataset] public partial record Cat([ClassLabel({|BALG0116:ClassesFrom = \"cats.categories.json\"|})] int Breed);";

    [Theory]
    [InlineData(OfCounts, "other.csv", "", "the file 'cats.classcounts.csv' is none of those that the compiler is given; add it to the project with a name that ends in .classcounts.csv, .classes.txt or .categories.json")]
    [InlineData(OfCounts, "cats.classcounts.csv", "a,1\na,2", "'cats.classcounts.csv', line 2, column 1: the label 'a' is already on line 1 (BALG0110); correct the file")]
    [InlineData(OfCounts, "cats.classcounts.csv", "", "'cats.classcounts.csv', line 1, column 1: the file has no label and no count (BALG0108); correct the file")]
    [InlineData(OfNumbers, "cats.classcounts.csv", "1,5\nbirman,2", "'cats.classcounts.csv', line 2: 'birman' is no whole number, and the label is 'byte'; correct the file, or change the type of the label")]
    [InlineData(OfNumbers, "cats.classcounts.csv", "1,5\n300,2", "'cats.classcounts.csv', line 2: 'byte' has no value 300; correct the file, or change the type of the label")]
    [InlineData(OfNumbers, "cats.classcounts.csv", "1,5\n01,2", "'cats.classcounts.csv', line 2: the label 1 is already on line 1; correct the file, or change the type of the label")]
    [InlineData(OfList, "cats.classes.txt", "a\r\n\r\nb\r\na", "'cats.classes.txt', line 4: the class 'a' is already on line 1; correct the file")]
    [InlineData(OfList, "cats.classes.txt", "\n \n", "'cats.classes.txt', the file names no class; correct the file")]
    [InlineData(OfList, "cats.classes.txt", "a\n\0", "'cats.classes.txt', line 2: the file is not UTF-8 text; correct the file")]
    [InlineData(OfCategories, "cats.categories.json", "{\"info\": {}}", "'cats.categories.json', the file has no list 'categories'; correct the file")]
    [InlineData(OfCategories, "cats.categories.json", "[{\"id\": 1,\n\"name\": \"a\"}, {\"id\": 1, \"name\": \"b\"}]", "'cats.categories.json', line 2: there is a category with the id 1 before; correct the file")]
    [InlineData(OfCategories, "cats.categories.json", "[{\"id\": 1, \"name\": \"a\"", "'cats.categories.json', line 1: '}' is missing; correct the file")]
    [InlineData(OfCategories, "cats.categories.json", "[{\"id\": 1.5, \"name\": \"a\"}]", "'cats.categories.json', line 1: the category 'a' has no whole number as its id; correct the file")]
    public async Task A_file_that_is_missing_or_broken_is_reported_once_and_code_that_uses_the_classes_compiles(string source, string file, string text, string message)
    {
        ProjectFiles files = new ProjectFiles().With($"/project/{file}", text);
        await AnalyzerVerifier.VerifyAsync(Descriptors.ClassesNotKnown, source, files, $"The classes of 'Cat' are not known: {message}");

        string plain = MarkedSource.Parse(source).Text;
        string label = plain.Contains("string Breed", StringComparison.Ordinal) ? "\"a\"" : "1";
        string use = $$"""
            public static class Use
            {
                public static int Of(Cat[] cats) => Cat.Classes.IndexOf({{label}}) + Cat.Classes.Count + Cat.Classes.Index(cats).Counts.Classes.Count
                    + Cat.Classes.CountRows(cats).Classes.Count + (int)Cat.Classes.KnownCounts.Total + Cat.Classes.Set.Count + Cat.Classes.Order.Length;
            }
            """;
        GeneratorRun run = GeneratorRun.Of(files, plain, use);
        Assert.Single(run.Result.GeneratedSources);
        Assert.Equal(
            ["BALG0116"],
            (await AnalyzerVerifier.DiagnosticsAsync(run.Input, AnalyzerVerifier.AllAnalyzers, files)).Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public Task Several_files_of_the_name_are_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ClassesNotKnown,
            OfList,
            new ProjectFiles().With("/a/cats.classes.txt", "a").With("/b/cats.classes.txt", "b"),
            "The classes of 'Cat' are not known: 'cats.classes.txt' means several files (/a/cats.classes.txt, /b/cats.classes.txt); write more of its path");

    [Theory]
    [InlineData("IgnoredClass(\"c\")", "in 'cats.classes.txt' 'c' of [IgnoredClass] is none of its classes; correct the attribute, or add the class to the file")]
    [InlineData("MergedClass(\"m\", \"a\", \"x\")", "in 'cats.classes.txt' 'x' of [MergedClass] is none of its classes; correct the attribute, or add the class to the file")]
    [InlineData("IgnoredClass(\"a\"), MergedClass(\"m\", \"a\", \"b\")", "in 'cats.classes.txt' 'a' is ignored and merged; correct the attribute, or add the class to the file")]
    [InlineData("IgnoredClass(\"a\"), IgnoredClass(\"b\")", "in 'cats.classes.txt' every class is ignored; correct the attribute, or add the class to the file")]
    public Task A_rule_for_a_label_that_the_file_has_not_is_reported(string attribute, string message) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ClassesNotKnown,
            OfList.Replace("[BalancedDataset]", $"[BalancedDataset, {attribute}]", StringComparison.Ordinal),
            new ProjectFiles().With("/project/cats.classes.txt", "a\nb"),
            "The classes of 'Cat' are not known: " + message);

    [Fact]
    public Task Names_that_the_comparison_takes_for_one_are_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ClassesNotKnown,
            OfList.Replace("txt\"|}", "txt\"|}, Comparison = LabelComparison.IgnoreCase", StringComparison.Ordinal),
            new ProjectFiles().With("/project/cats.classes.txt", "Birman\nbirman"),
            "The classes of 'Cat' are not known: 'cats.classes.txt', line 2: 'birman' and 'Birman' on line 1 are the same by the comparison; correct the file, or change the type of the label");

    [Fact]
    public Task A_file_that_is_right_is_fine() =>
        AnalyzerVerifier.VerifyAsync(Descriptors.ClassesNotKnown, MarkedSource.Parse(OfCounts).Text, new ProjectFiles().With("/project/cats.classcounts.csv", "a,1\nb,0"));

    [Fact]
    public Task Can_be_suppressed() => AnalyzerVerifier.VerifySuppressionAsync(Descriptors.ClassesNotKnown, OfCounts);
}

using System.Text.RegularExpressions;
using BalanceGen.Generators.Tests.Harness;
using BalanceGen.Tests.RealData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BalanceGen.Generators.Tests.CountFiles;

/// <summary>What the compiler makes of every real single-label set, from each source of counts.</summary>
public sealed partial class RealTargetsTests
{
    [RealDataTheory]
    [InlineData(CountSource.Attributes, 35)]
    [InlineData(CountSource.FileOfAllClasses, 35)]
    [InlineData(CountSource.FileOfClassesWithRows, 35)]
    [InlineData(CountSource.LabeledFile, 32)]
    public void Baked_counts_of_every_real_set_are_as_published(CountSource source, int sets)
    {
        var targets = new RealTargets(source);
        using var loaded = new LoadedAssembly(targets.Files, targets.Source);

        var counts = (long[][])loaded.Call()!;

        Assert.Equal(sets, counts.Length);
        Assert.All(counts, (ofSet, number) => Assert.Equal(targets.Expected(number), ofSet));
    }

    /// <summary>Classes without rows and with a single row, and files without a line for each class; nothing else is wrong with real data.</summary>
    [RealDataTheory]
    [InlineData(CountSource.Attributes)]
    [InlineData(CountSource.FileOfAllClasses)]
    [InlineData(CountSource.FileOfClassesWithRows)]
    [InlineData(CountSource.LabeledFile)]
    public async Task Every_real_set_gives_exactly_the_diagnostics_that_its_counts_call_for(CountSource source)
    {
        var targets = new RealTargets(source);
        bool hasLineForEmpty = source is CountSource.Attributes or CountSource.FileOfAllClasses;

        IEnumerable<(string, string, string)> expected = targets.Sets.SelectMany((set, number) => Expected(set, $"Set{number}", hasLineForEmpty, source));

        Assert.Equal(expected.Order(), (await DiagnosticsAsync(targets)).Order());
    }

    [RealDataTheory]
    [InlineData("winequality/winequality-red.csv", "0", "1", "2", "9", "10")]
    [InlineData("winequality/winequality-white.csv", "0", "1", "2", "10")]
    [InlineData("abalone/abalone.csv", "28")]
    [InlineData("glass/glass.csv", "vehic wind non-float")]
    [InlineData("anneal/anneal.csv", "4")]
    [InlineData("autos/autos.csv", "-3")]
    [InlineData("heart-c/heart-c.csv", ">50_2", ">50_3", ">50_4")]
    [InlineData("primary-tumor/primary-tumor.csv", "anus")]
    [InlineData("inaturalist18/iNaturalist18_backward3.txt", "488", "2015", "2844", "3119", "3191", "3582", "3836", "3986")]
    [InlineData("zoo/zoo.csv")]
    public async Task Empty_classes_of_a_set_are_those_that_its_description_names(string path, params string[] empty)
    {
        foreach (CountSource source in Enum.GetValues<CountSource>())
        {
            IEnumerable<(string Id, string Target, string Class)> found = await DiagnosticsAsync(new RealTargets(source, set => set.ToString() == path));

            Assert.Equal(
                empty.Order(StringComparer.Ordinal),
                found.Where(item => item.Id == "BALG0101").Select(item => item.Class).Order(StringComparer.Ordinal));
        }
    }

    private static IEnumerable<(string Id, string Target, string Class)> Expected(RealDataset set, string target, bool hasLineForEmpty, CountSource source)
    {
        string[] empty = [.. set.Expected.Where(expected => expected.Count == 0).Select(expected => expected.Class)];
        foreach (string name in source == CountSource.Attributes ? empty : AtMostTen(empty, set))
        {
            yield return ("BALG0101", target, name);
        }

        if (empty.Length > 0 && !hasLineForEmpty)
        {
            yield return ("BALG0106", target, $"{empty.Length} of the {set.Expected.Count}");
        }

        foreach (string name in AtMostTen([.. set.Expected.Where(expected => expected.Count == 1).Select(expected => expected.Class)], set))
        {
            yield return ("BALG0113", target, name);
        }
    }

    /// <summary>More are one report with their number.</summary>
    private static string[] AtMostTen(string[] names, RealDataset set) => names.Length > 10 ? [$"{names.Length} of the {set.Expected.Count}"] : names;

    private static async Task<IEnumerable<(string Id, string Target, string Class)>> DiagnosticsAsync(RealTargets targets)
    {
        CSharpCompilation compilation = TestCompilation.Of(targets.Source);
        return (await AnalyzerVerifier.DiagnosticsAsync(compilation, AnalyzerVerifier.AllAnalyzers, targets.Files)).Select(Describe);
    }

    private static (string Id, string Target, string Class) Describe(Diagnostic diagnostic)
    {
        Match message = (diagnostic.Id == "BALG0106" ? MissingClasses() : OneClass()).Match(diagnostic.GetMessage());
        return (diagnostic.Id, message.Groups["target"].Value, message.Groups["class"].Value);
    }

    [GeneratedRegex(@"^(Class '(?<class>.*?)'|(?<class>\d+ of the \d+) classes) of '(?<target>Set\d+)' ")]
    private static partial Regex OneClass();

    [GeneratedRegex(@" has no line for (?<class>\d+ of the \d+) classes of '(?<target>Set\d+)'")]
    private static partial Regex MissingClasses();
}

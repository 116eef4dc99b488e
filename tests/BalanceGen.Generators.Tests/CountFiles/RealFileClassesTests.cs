using System.Globalization;
using BalanceGen.Generators.Tests.Harness;
using BalanceGen.Tests.RealData;

namespace BalanceGen.Generators.Tests.CountFiles;

/// <summary>Records of three lines over real data: no class name is typed.</summary>
public sealed class RealFileClassesTests
{
    [RealDataFact]
    public async Task Every_real_set_gives_its_classes_and_counts_by_its_file_alone()
    {
        RealDataset[] sets = [.. RealDataset.SingleLabelSets()];
        var files = new ProjectFiles();
        for (int number = 0; number < sets.Length; number++)
        {
            files.With($"/p/set{number}.classcounts.csv", CountFile(sets[number]));
        }

        string records = string.Concat(sets.Select((_, number) => $"""
            [BalancedDataset(ClassCounts = "set{number}.classcounts.csv")]
            public readonly partial record struct Set{number}(string File, [ClassLabel] string Label);

            """));
        string source = $$"""
            using BalanceGen;
            {{records}}
            public static class Probe
            {
                public static (string[], long[])[] Run() => [{{string.Join(", ", sets.Select((_, number) => $"(Set{number}.Classes.Set.Names.ToArray(), Set{number}.Classes.KnownCounts.Values.ToArray())"))}}];
            }
            """;
        using var loaded = new LoadedAssembly(files, source);
        var found = ((string[] Names, long[] Counts)[])loaded.Call()!;

        Assert.All(found, (set, number) =>
        {
            Assert.Equal(sets[number].Expected.Select(expected => expected.Class), set.Names);
            Assert.Equal(sets[number].Expected.Select(expected => expected.Count), set.Counts);
        });
        Assert.Contains(found, set => set.Names.Length == 8142);
        Assert.Contains(found, set => set.Names.Length == 1203);

        // Classes without rows and with one row are what is wrong with real data, and nothing else.
        Assert.Empty((await AnalyzerVerifier.DiagnosticsAsync(TestCompilation.Of(source), AnalyzerVerifier.AllAnalyzers, files))
            .Where(diagnostic => diagnostic.Id is not ("BALG0101" or "BALG0113")));
    }

    /// <summary>The record of README and of docs/labels.md.</summary>
    [RealDataFact]
    public async Task Three_lines_give_the_species_of_iNaturalist_with_their_empty_classes()
    {
        RealDataset species = RealDataset.SingleLabelSets().Single(set => set.ToString().StartsWith("inaturalist18", StringComparison.Ordinal));
        ProjectFiles files = new ProjectFiles().With("/p/species.classcounts.csv", CountFile(species, inOrderOfNumbers: true));
        const string Record = """
            using BalanceGen;
            [BalancedDataset(ClassCounts = "species.classcounts.csv")]
            public readonly partial record struct Photo(string File, [ClassLabel] int Species);
            """;

        using var loaded = new LoadedAssembly(files, Record, "public static class Probe { public static int[] Run() => [Photo.Classes.Count, Photo.Classes.IndexOf(8141), Photo.Classes.TryIndexOf(8142, out int none) ? 0 : none]; }");

        Assert.Equal([8142, 8141, -1], (int[])loaded.Call()!);
        string[] empty = [.. (await AnalyzerVerifier.DiagnosticsAsync(TestCompilation.Of(Record), AnalyzerVerifier.AllAnalyzers, files))
            .Where(diagnostic => diagnostic.Id == "BALG0101").Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture))];
        Assert.Equal(species.Expected.Count(expected => expected.Count == 0), empty.Length);
        Assert.Contains(empty, message => message.StartsWith("Class '488' of 'Photo' has 0 rows", StringComparison.Ordinal));
    }

    [RealDataFact]
    public void The_emotions_of_GoEmotions_are_those_of_its_own_list()
    {
        string list = File.ReadAllText(Path.Combine(BalanceGen.Tests.Repository.SharedData!, "goemotions-labels", "labels.txt"));
        using var loaded = new LoadedAssembly(
            new ProjectFiles().With("/p/emotions.classes.txt", list),
            "using BalanceGen; [BalancedDataset] public partial record Comment([ClassLabel(Encoding = LabelEncoding.Set, ClassesFrom = \"emotions.classes.txt\")] string[] Emotions);",
            "public static class Probe { public static string[] Run() => Comment.Classes.Set.Names.ToArray(); }");

        var names = (string[])loaded.Call()!;

        Assert.Equal(28, names.Length);
        Assert.Equal(("admiration", "neutral"), (names[0], names[27]));
    }

    private static string CountFile(RealDataset set, bool inOrderOfNumbers = false) => "label,count\n" + string.Concat((inOrderOfNumbers
        ? set.Expected.OrderBy(expected => int.Parse(expected.Class, CultureInfo.InvariantCulture))
        : set.Expected.AsEnumerable()).Select(expected =>
        string.Create(CultureInfo.InvariantCulture, $"\"{expected.Class.Replace("\"", "\"\"", StringComparison.Ordinal)}\",{expected.Count}\n")));
}

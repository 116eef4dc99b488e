using System.Collections.Immutable;
using BalanceGen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace BalanceGen.Generators.Tests.CountFiles;

/// <summary>What a label of a count file may be called, the same for the generator, the analyzers, a file of the build, and rows at run time.</summary>
public sealed class LabelNamesTests
{
    private const string Enums = """
        using System.ComponentModel;
        using System.ComponentModel.DataAnnotations;
        using System.Runtime.Serialization;
        using BalanceGen;
        public enum Breed { Siamese = 3, Birman = 7, SacredBirman = Birman, Burmese = -1, Moggy = 9 }
        public enum Described { [Description("sia")] Siamese, [Description("bir")] Birman, [Description("holy")] SacredBirman = Birman, Burmese }
        public enum Member { [EnumMember(Value = "sia")] Siamese, [EnumMember(Value = "bir")] Birman, [EnumMember] Burmese }
        public enum Displayed { [Display(Name = "sia")] Siamese, [Display(Name = "bir")] Birman, Burmese }
        public enum Crossed { [Description("B")] A, [Description("C")] B, C0, [Description("twice")] X = A, [Description("twice")] Y = B }
        """;

    /// <summary>A label, the lines of a file, the count of each class or why there is none, and a label whose row a line stands for, with that line.</summary>
    public static TheoryData<string, string, string, string, string> Cases => new()
    {
        // Enums: identifiers, second names of a value, numbers.
        { "[ClassLabel] Breed", "Siamese,1;SacredBirman,2;-1,4;Moggy,8", "1 2 4 8", "Breed.Birman", "2" },
        { "[ClassLabel] Breed", "Siamese,1;Birman,2;SacredBirman,16;7,32;Burmese,4;Moggy,8", "1 50 4 8", "Breed.SacredBirman", "50" },
        { "[ClassLabel] Breed", "siamese,1", "BALG0107", "Breed.Siamese", "" },
        { "[ClassLabel] Breed", "8,1", "BALG0107", "Breed.Siamese", "" },

        // Names that attributes give, and the identifiers beside them.
        { "[ClassLabel(NamesFrom = EnumClassNames.Description)] Described", "sia,1;bir,2;Burmese,4", "1 2 4", "Described.SacredBirman", "2" },
        { "[ClassLabel(NamesFrom = EnumClassNames.Description)] Described", "Siamese,1;holy,2;SacredBirman,8;2,4", "1 10 4", "Described.Birman", "10" },
        { "[ClassLabel] Described", "sia,1", "BALG0107", "Described.Siamese", "" },
        { "[ClassLabel(NamesFrom = EnumClassNames.EnumMember)] Member", "sia,1;Birman,2;Burmese,4", "1 2 4", "Member.Siamese", "1" },
        { "[ClassLabel(NamesFrom = EnumClassNames.Display)] Displayed", "Siamese,1;bir,2;Burmese,4", "1 2 4", "Displayed.Birman", "2" },

        // A class name goes before the identifier of another class; a name of two classes means neither.
        { "[ClassLabel(NamesFrom = EnumClassNames.Description)] Crossed", "B,1;C,2;C0,4", "1 2 4", "Crossed.A", "1" },
        { "[ClassLabel(NamesFrom = EnumClassNames.Description)] Crossed", "X,1;Y,2;A,8;C0,4", "9 2 4", "Crossed.B", "2" },
        { "[ClassLabel(NamesFrom = EnumClassNames.Description)] Crossed", "twice,1", "BALG0107", "Crossed.B", "" },

        // Ignored and merged classes, by any name of their labels, and by the name of the merged class.
        { "IgnoredClass(Breed.Moggy), MergedClass(\"East\", Breed.Siamese, Breed.Burmese)~[ClassLabel] Breed", "Siamese,1;-1,2;SacredBirman,4;Moggy,8", "3 4", "Breed.Burmese", "3" },
        { "IgnoredClass(Breed.Birman), MergedClass(\"East\", Breed.Siamese, Breed.Burmese)~[ClassLabel] Breed", "East,1;Siamese,16;SacredBirman,4;9,8", "17 8", "Breed.Siamese", "17" },
        { "MergedClass(\"East\", \"sia\", \"Burmese\")~[ClassLabel(NamesFrom = EnumClassNames.Description)] Described", "Siamese,1;Burmese,2;holy,4", "3 4", "Described.Siamese", "3" },
        { "MergedClass(\"b\", \"a\", \"b\"), IgnoredClass(\"?\")~[ClassLabel(\"a\", \"b\", \"c\", \"?\")] string", "a,1;b,2;c,4;?,8", "3 4", "\"a\"", "3" },
        { "MergedClass(\"low\", 0, 1)~[ClassLabel(Min = 0, Max = 2)] int", "low,1;1,2;2,4", "3 4", "0", "3" },
        { "MergedClass(\"low\", 0, 1)~[ClassLabel(Min = 0, Max = 2)] int", "Low,1", "BALG0107", "0", "" },

        // Text by the record's own comparison; listed constants by name and by value; booleans as other tools write them.
        { "[ClassLabel(\"ham\", \" Spam \", Comparison = LabelComparison.IgnoreCase | LabelComparison.Trim)] string", "HAM ,1;spam,2", "1 2", "\"SPAM\"", "2" },
        { "[ClassLabel(\"ham\", \"spam\", Comparison = LabelComparison.IgnoreCase)] string", "HAM ,1", "BALG0107", "\"HAM\"", "" },
        { "MergedClass(\"junk\", \"spam\", \"scam\")~[ClassLabel(\"ham\", \"spam\", \"scam\", Comparison = LabelComparison.IgnoreCase)] string", "Ham,1;SPAM,2;Scam,4;junk,8", "1 14", "\"sCAM\"", "14" },
        { "[ClassLabel(\"cat\", \"dog\", Values = new long[] { 17, -90 })] int", "17,1;dog,2", "1 2", "-90", "2" },
        { "[ClassLabel(\"cat\", \"dog\", Values = new long[] { 17, -90 })] int", "cat,1;-90,2", "1 2", "17", "1" },
        { "[ClassLabel(\"1.10\", \"2.5\")] decimal", "1.1,1;2.50,2", "1 2", "1.1m", "1" },
        { "[ClassLabel(\"A\", \"1\")] char", "A,1;1,2", "1 2", "'1'", "2" },
        { "[ClassLabel(\"A\", \"1\")] char", "65,1", "BALG0107", "'A'", "" },
        { "[ClassLabel(\"honest\", \"fraud\")] bool", "honest,1;True,2;t,4", "1 6", "true", "6" },
        { "[ClassLabel(MissingClass = \"sia\", NamesFrom = EnumClassNames.Description)] Described?", "Siamese,1;SacredBirman,2;Burmese,4", "1 2 4", "null", "1" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_label_means_the_same_class_everywhere(string label, string lines, string expected, string row, string countOfRow)
    {
        string[] parts = label.Split('~');
        string attributes = parts.Length == 1 ? "" : ", " + parts[0];
        string file = lines.Replace(';', '\n');
        ProjectFiles files = new ProjectFiles().With("/a.classcounts.csv", file).With("/obj/OfBuild.classcounts.csv", file, dataset: "OfBuild");
        string source = $$"""
            {{Enums}}
            [BalancedDataset(ClassCounts = "a.classcounts.csv"){{attributes}}] public partial record struct OfFile({{parts[^1]}} Label);
            [BalancedDataset{{attributes}}] public partial record struct OfBuild({{parts[^1]}} Label);
            """;

        ImmutableArray<Diagnostic> reported = await AnalyzerVerifier.DiagnosticsAsync(TestCompilation.Of(source), AnalyzerVerifier.AllAnalyzers, files);

        if (expected == "BALG0107")
        {
            Assert.Equal(["BALG0107", "BALG0107"], reported.Select(diagnostic => diagnostic.Id));
            Assert.All(
                GeneratorRun.Of(files, source).Result.GeneratedSources,
                generated => Assert.Contains("is none of the classes (BALG0107).\", error: true)]", generated.SourceText.ToString(), StringComparison.Ordinal));
            return;
        }

        Assert.Empty(reported.Where(diagnostic => diagnostic.Id != "BALG0113"));
        using var loaded = new LoadedAssembly(files, source, $$"""
            public static class Probe
            {
                public static string Run() => string.Join(' ', [.. OfFile.Classes.KnownCounts.Values]) + "|" + string.Join(' ', [.. OfBuild.Classes.KnownCounts.Values])
                    + "|" + OfFile.Classes.KnownCounts.Values[OfFile.Classes.IndexOf(new OfFile({{row}}))];
            }
            """);
        Assert.Equal($"{expected}|{expected}|{countOfRow}", loaded.Call());
    }

    [Fact]
    public void Attributes_name_a_merged_class_and_may_count_what_is_ignored()
    {
        const string Source = """
            using BalanceGen;
            public enum Breed { Siamese, Birman, SacredBirman = Birman, Burmese, Moggy }
            [BalancedDataset, IgnoredClass(Breed.Moggy), MergedClass("East", Breed.Siamese, Breed.Burmese)]
            [ClassCount("East", 5), ClassCount(Breed.SacredBirman, 6), ClassCount(Breed.Moggy, 7)]
            public partial record struct Cat([ClassLabel] Breed Breed);
            public static class Probe { public static string Run() => string.Join(' ', [.. Cat.Classes.KnownCounts.Values]); }
            """;

        Assert.Equal("5 6", LoadedAssembly.Run(Source));
    }
}

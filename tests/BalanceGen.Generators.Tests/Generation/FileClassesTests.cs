using BalanceGen.Generators.Tests.Harness;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace BalanceGen.Generators.Tests.Generation;

/// <summary>Classes that a file lists: their order, what finds them, and what runs again when the file changes.</summary>
public sealed class FileClassesTests
{
    private const string OfCounts = "using BalanceGen; [BalancedDataset(ClassCounts = \"cats.classcounts.csv\")] public partial record struct Cat([ClassLabel] string Breed);";

    /// <summary>Blanks, commas, quotes, case twins, composed and decomposed letters, keywords, names of members, markup, and what C# escapes.</summary>
    private const string Odd = "label,count\n\"a, b\",3\n two words ,0\nBirman,1\nbirman,2\n\u00e9,4\ne\u0301,5\nclass,6\nIndices,7\nToString,8\n<b>&amp;,9\n\\n,10\n\"say \"\"x\"\"\",11\n\U0001F431,12\n";

    [Fact]
    public void Classes_and_counts_are_those_of_the_file_in_its_order() =>
        Assert.Equal(
            "a, b| two words |Birman|birman|\u00e9|e\u0301|class|Indices|ToString|<b>&amp;|\\n|say \"x\"|\U0001F431 3 0 1 2 4 5 6 7 8 9 10 11 12 0 1 2 3 4 5 6 7 8 9 10 11 12 -1 6 3",
            Run(OfCounts, new ProjectFiles().With("/p/cats.classcounts.csv", Odd), """
                string.Join('|', Cat.Classes.Set.Names.ToArray()) + " " + string.Join(' ', Cat.Classes.KnownCounts.Values.ToArray()) + " "
                    + string.Join(' ', System.Linq.Enumerable.Range(0, Cat.Classes.Count).Select(index => Cat.Classes.IndexOf(Cat.Classes.Set[index])))
                    + " " + (Cat.Classes.TryIndexOf("BIRMAN", out int none) ? 99 : none) + " " + Cat.Classes.Indices.@class + " " + Cat.Classes.Indices.birman
                """));

    [Theory]
    [InlineData("[ClassLabel] int Id", "0,4\n1,5\n2,6", "0|1|2", "2", 2)]
    [InlineData("[ClassLabel] long Id", "7,4\n-3,5\n 12 ,6", "7|-3|12", "-3", 1)]
    [InlineData("[ClassLabel] ulong Id", "18446744073709551615,4\n0,5", "18446744073709551615|0", "ulong.MaxValue", 0)]
    [InlineData("[ClassLabel(MissingClass = \"b\")] string? Id", "a,4\nb,5", "a|b", "null", 1)]
    [InlineData("[ClassLabel(Comparison = LabelComparison.IgnoreCase | LabelComparison.Trim)] string Id", "Ham,4\nSpam,5", "Ham|Spam", "\" SPAM \"", 1)]
    [InlineData("[ClassLabel] System.ReadOnlyMemory<char> Id", "Ham,4\nSpam,5", "Ham|Spam", "System.MemoryExtensions.AsMemory(\"Spam\")", 1)]
    [InlineData("[ClassLabel(Encoding = LabelEncoding.Utf8)] byte[] Id", "Ham,4\n\u00e9,5", "Ham|\u00e9", "[0xC3, 0xA9]", 1)]
    public void Every_kind_of_text_and_integer_takes_its_classes_from_the_counts(string member, string counts, string names, string label, int expected) =>
        Assert.Equal(
            $"{names} {expected} {4}",
            Run(
                $"using BalanceGen; [BalancedDataset(ClassCounts = \"a.classcounts.csv\")] public partial record struct Row({member});",
                new ProjectFiles().With("/p/a.classcounts.csv", counts),
                $"string.Join('|', Row.Classes.Set.Names.ToArray()) + \" \" + Row.Classes.IndexOf(new Row({label})) + \" \" + Row.Classes.KnownCounts.Values[0]"));

    [Fact]
    public void Labelled_data_that_the_build_has_counted_gives_the_classes() =>
        Assert.Equal("spam|ham 2", Run(
            "using BalanceGen; [BalancedDataset] public partial record struct Row([ClassLabel] string Label);",
            new ProjectFiles().With("/obj/Row.classcounts.csv", "label,count\nspam,2\nham,5\n", dataset: "Row"),
            "string.Join('|', Row.Classes.Set.Names.ToArray()) + \" \" + Row.Classes.KnownCounts.Values[Row.Classes.Indices.spam]"));

    [Fact]
    public void A_list_keeps_the_indices_and_the_counts_may_come_in_any_order() =>
        Assert.Equal("c|a|b 0 7 3", Run(
            "using BalanceGen; [BalancedDataset(ClassCounts = \"r.classcounts.csv\")] public partial record struct Row([ClassLabel(ClassesFrom = \"r.classes.txt\")] string Label);",
            new ProjectFiles().With("/p/r.classes.txt", "\uFEFFc\r\na\r\n\r\nb\r\n").With("/p/r.classcounts.csv", "b,3\na,7"),
            "string.Join('|', Row.Classes.Set.Names.ToArray()) + \" \" + string.Join(' ', Row.Classes.KnownCounts.Values.ToArray())"));

    /// <summary>The form of COCO's and LVIS's annotation files, cut to a few categories; the identifiers have gaps.</summary>
    [Theory]
    [InlineData("string Label", "\"hair drier\"")]
    [InlineData("int Label", "89")]
    public void Categories_are_found_by_name_or_by_id(string member, string label) =>
        Assert.Equal("person|hair drier|toothbr\u00fcsh 1", Run(
            $"using BalanceGen; [BalancedDataset] public partial record struct Row([ClassLabel(ClassesFrom = \"coco.categories.json\")] {member});",
            new ProjectFiles().With("/p/coco.categories.json", """
                {"info": {"year": 2017, "tags": [1, {"x": null}]}, "categories": [
                {"supercategory": "person", "id": 1, "name": "person"},
                {"id": 89, "name": "hair drier", "synonyms": ["a", "b\"]"]}, {"name": "toothbr\u00fcsh", "id": 90}], "images": [}
                """),
            $"string.Join('|', Row.Classes.Set.Names.ToArray()) + \" \" + Row.Classes.IndexOf(new Row({label}))"));

    [Fact]
    public void Several_labels_with_ignored_and_merged_classes_are_found() =>
        Assert.Equal("joy|rest 0,1", Run(
            "using BalanceGen; [BalancedDataset, IgnoredClass(\"neutral\"), MergedClass(\"rest\", \"fear\", \"anger\")] public partial record Row([ClassLabel(Encoding = LabelEncoding.Set, ClassesFrom = \"e.classes.txt\")] string[] Labels);",
            new ProjectFiles().With("/p/e.classes.txt", "joy\nanger\nneutral\nfear"),
            "string.Join('|', Row.Classes.Set.Names.ToArray()) + \" \" + Found()",
            "static string Found() { var found = new int[4]; return string.Join(',', found.Take(Row.Classes.ClassesOf(new Row([\"fear\", \"neutral\", \"joy\", \"anger\"]), found))); }"));

    [Fact]
    public void Counts_of_attributes_are_those_of_the_listed_classes() =>
        Assert.Equal("5 8", Run(
            "using BalanceGen; [BalancedDataset, ClassCount(2, 8), ClassCount(9, 5)] public partial record struct Row([ClassLabel(ClassesFrom = \"r.classes.txt\")] byte Label);",
            new ProjectFiles().With("/p/r.classes.txt", "9\n2"),
            "string.Join(' ', Row.Classes.KnownCounts.Values.ToArray())"));

    [Fact]
    public void Only_an_edit_of_its_own_file_writes_a_record_again()
    {
        const string Other = "using BalanceGen; [BalancedDataset] public partial record Dog([ClassLabel(ClassesFrom = \"dogs.classes.txt\")] string Breed);";
        ProjectFiles files = new ProjectFiles().With("/p/cats.classcounts.csv", "a,1\nb,2").With("/p/dogs.classes.txt", "x\ny").With("/p/rats.classes.txt", "z");
        GeneratorRun first = GeneratorRun.Of(files, OfCounts, Other);
        Assert.Equal(2, first.Result.GeneratedSources.Length);

        Assert.Equal([Cached, Modified], Edited("/p/cats.classcounts.csv", "b,2\na,1"));
        Assert.Equal([Cached, Modified], Edited("/p/dogs.classes.txt", "x\ny\nz"));
        Assert.Equal([Cached, Cached], Edited("/p/rats.classes.txt", "other"));
        Assert.Equal([Cached, Cached], Edited("/p/dogs.classes.txt", "x\r\ny\r\n"));

        IEnumerable<Microsoft.CodeAnalysis.IncrementalStepRunReason> Edited(string path, string text) =>
            first.EditFile(files[path], ProjectFiles.TextOf(path, text)).OutputReasons().Select(reason => reason == Unchanged ? Cached : reason).OrderBy(reason => reason != Cached);
    }

    private static object? Run(string record, ProjectFiles files, string expression, string members = "")
    {
        using var loaded = new LoadedAssembly(files, record, $$"""
            using System.Linq;
            public static class Probe
            {
                public static string Run() => {{expression}};
                {{(members.Length > 0 ? "private " + members : "")}}
            }
            """);
        return loaded.Call();
    }
}

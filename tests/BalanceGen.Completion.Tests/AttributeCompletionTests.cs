using Microsoft.CodeAnalysis.Completion;

namespace BalanceGen.Completion.Tests;

/// <summary>What is listed in the attributes of the library, and that nothing of it is listed elsewhere.</summary>
public sealed class AttributeCompletionTests
{
    private const string Usings = "using BalanceGen;\n\n";

    private const string Enum = Usings + "public enum Breed { Siamese, Birman, Bengal, @class }\n\n[BalancedDataset]\n";

    private static readonly (string Path, string Text) Cats = ("/project/cats.classcounts.csv", "label,count\nSiamese,160\nBirman,10\n");

    /// <summary>Each place in an attribute, with what is listed there in this order and nothing else.</summary>
    public static TheoryData<string, string[]> Places => new()
    {
        // labels, for rules
        { Text("[IgnoredClass(\"|\")]"), ["ham", "spam", "eggs \"n\" co", "a.b"] },
        { Text("[IgnoredClass(\"ham\"), IgnoredClass(\"|\")]"), ["spam", "eggs \"n\" co", "a.b"] },
        { Text("[IgnoredClass(\"ha|m\")]"), ["ham", "spam", "eggs \"n\" co", "a.b"] },
        { Text("[IgnoredClass(label: \"|\")]"), ["ham", "spam", "eggs \"n\" co", "a.b"] },
        { Text("[IgnoredClass(@\"|\")]"), ["ham", "spam", "eggs \"n\" co", "a.b"] },
        { Text("[IgnoredClass(\"\"\"|x\"\"\")]"), ["ham", "spam", "eggs \"n\" co", "a.b"] },
        { Text("[IgnoredClass(\"|)]"), ["ham", "spam", "eggs \"n\" co", "a.b"] },
        { Text("[MergedClass(\"mail\", \"|\")]"), ["ham", "spam", "eggs \"n\" co", "a.b"] },
        { Text("[MergedClass(\"mail\", \"ham\", \"|\")]"), ["spam", "eggs \"n\" co", "a.b"] },
        { Text("[MergedClass(\"mail\", [\"ham\", \"|\"])]"), ["spam", "eggs \"n\" co", "a.b"] },
        { Text("[MergedClass(\"mail\", new[] { \"ham\", \"|\" })]"), ["spam", "eggs \"n\" co", "a.b"] },
        { Text("[MergedClass(\"mail\", \"ham\", \"spam\"), IgnoredClass(\"|\")]"), ["eggs \"n\" co", "a.b"] },
        { Text("[ClassCount(\"ham\", 3), ClassCount(\"|\", 4)]"), ["spam", "eggs \"n\" co", "a.b"] },
        { Text("[ClassCount(\"ham\", 3), ClassCount(\"|\")]"), ["spam", "eggs \"n\" co", "a.b"] },
        { Text("[MergedClass(\"mail\", \"ham\", \"spam\"), ClassCount(\"mail\", 3), ClassCount(\"|\", 4)]"), ["ham", "spam", "eggs \"n\" co", "a.b"] },
        { Text("[MergedClass(\"mail\", \"ham\", \"spam\"), ClassCount(\"|\", 4)]"), ["ham", "spam", "eggs \"n\" co", "a.b", "mail"] },

        // classes, for rows without a label
        { Usings + "[BalancedDataset, MergedClass(\"mail\", \"ham\", \"spam\"), IgnoredClass(\"x\")]\npublic partial record struct Sms([ClassLabel(\"ham\", \"spam\", \"x\", \"y\", MissingClass = \"|\")] string Label);\n", ["mail", "y"] },
        { Enum + "public partial record struct Cat([ClassLabel(MissingClass = \"|\")] Breed? Breed);\n", ["Siamese", "Birman", "Bengal", "class"] },
        { Enum + "[IgnoredClass(\"|\")]\npublic partial record struct Cat([ClassLabel] Breed Breed);\n", ["Siamese", "Birman", "Bengal", "class"] },
        { Enum + "[IgnoredClass(\"|\"), IgnoredClass(Breed.Birman)]\npublic partial record struct Cat([ClassLabel] Breed Breed);\n", ["Siamese", "Bengal", "class"] },
        { Enum.Replace("[Bal", "[System.Flags] public enum Colors { Red = 1, Blue = 2 }\n[Bal", StringComparison.Ordinal) + "[IgnoredClass(\"|\")]\npublic partial record struct Cat([ClassLabel(Encoding = LabelEncoding.Set)] Colors Colors);\n", ["Red", "Blue"] },

        // members of the enum that have no count
        { Enum + "[ClassCount(Breed.Birman, 4), ClassCount(Breed.|, 3)]\npublic partial record struct Cat([ClassLabel] Breed Breed);\n", ["Siamese", "Bengal", "class"] },
        { Enum + "[ClassCount(Breed.Birman, 4), ClassCount(Breed.|)]\npublic partial record struct Cat([ClassLabel] Breed Breed);\n", ["Siamese", "Bengal", "class"] },
        { Enum + "[ClassCount(Breed.Birman, 4), ClassCount(Breed.Be|, 3)]\npublic partial record struct Cat([ClassLabel] Breed Breed);\n", ["Siamese", "Bengal", "class"] },

        // members of the type
        { Usings + "[BalancedDataset, ClassColumns(\"|\")]\npublic partial record struct Row(bool A, bool B) { public static bool S; public bool C => A; private int this[int x] => x; }\n", ["A", "B", "C"] },
        { Usings + "[BalancedDataset, ClassColumns(\"A\", \"|\")]\npublic partial record struct Row(bool A, bool B, bool C);\n", ["B", "C"] },
        { Usings + "[BalancedDataset, ClassColumns(From = \"A\", To = \"|\")]\npublic partial record struct Row(bool A, bool B, bool C);\n", ["A", "B", "C"] },
        { Usings + "public record Box(string Kind, Inner Inner); public record Inner(int Id);\n[BalancedDataset]\npublic partial record struct Row([ClassLabel(Path = \"|\")] Box Box);\n", ["Kind", "Inner"] },
        { Usings + "public record Box(string Kind, Inner Inner); public record Inner(int Id);\n[BalancedDataset]\npublic partial record struct Row([ClassLabel(Path = \"Inner.|\")] Box Box);\n", ["Id"] },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_place_lists_what_can_be_written_there(string source, string[] expected)
    {
        using var list = new CompletionList(source);

        Assert.Equal(expected, (await list.AskedForAsync()).Select(item => item.DisplayText));
    }

    /// <summary>Strings and names of other code keep their own lists.</summary>
    [Theory]
    [InlineData("[System.Obsolete(\"|\")] public class C { }")]
    [InlineData("public class C { const string A = \"|\"; }")]
    [InlineData("public sealed class IgnoredClassAttribute(string name) : System.Attribute { public string Name => name; }\n[IgnoredClass(\"|\")] public class C { }")]
    [InlineData("[BalanceGen.BalancedDataset, BalanceGen.MergedClass(\"|\")] public partial record struct R([BalanceGen.ClassLabel(\"a\")] string L);")]
    [InlineData("[BalanceGen.BalancedDataset, BalanceGen.IgnoredClass(\"a\"|)] public partial record struct R([BalanceGen.ClassLabel(\"a\")] string L);")]
    public async Task Elsewhere_nothing_is_listed(string source)
    {
        using var list = new CompletionList(source, Cats);

        Assert.DoesNotContain(await list.AskedForAsync(), item => item.Properties.ContainsKey("Inserted"));
    }

    [Fact]
    public async Task Another_enum_in_a_count_lists_all_its_members()
    {
        using var list = new CompletionList(Enum + "[ClassCount(System.DayOfWeek.|, 3)]\npublic partial record struct Cat([ClassLabel] Breed Breed);\n");

        Assert.Contains(await list.AskedForAsync(), item => item.DisplayText == "Monday");
    }

    [Fact]
    public async Task Class_count_files_are_listed_with_as_many_folders_as_it_takes()
    {
        using var list = new CompletionList(
            Usings + "[BalancedDataset(ClassCounts = \"|\")]\npublic partial record struct Cat([ClassLabel] string Breed);\n",
            Cats,
            ("/project/a/dogs.classcounts.csv", "x,1\n"),
            ("/project/b/dogs.classcounts.csv", "x,1\ny,zero\n"),
            ("/project/names.classes.txt", "a\nb\n"),
            ("/project/readme.txt", ""));

        Assert.Equal(["a/dogs.classcounts.csv", "b/dogs.classcounts.csv", "cats.classcounts.csv"], (await list.AskedForAsync()).Select(item => item.DisplayText));
        Assert.Equal("2 classes, 170 rows", await list.DescriptionAsync("cats.classcounts.csv"));
        Assert.Contains("line 2", await list.DescriptionAsync("b/dogs.classcounts.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_of_classes_are_files_too_that_classes_can_come_from()
    {
        using var list = new CompletionList(
            Usings + "[BalancedDataset]\npublic partial record struct Cat([ClassLabel(ClassesFrom = \"|\")] string Breed);\n",
            Cats,
            ("/project/names.classes.txt", "a\nb\n"));

        Assert.Equal(["cats.classcounts.csv", "names.classes.txt"], (await list.AskedForAsync()).Select(item => item.DisplayText));
        Assert.Equal("2 classes", await list.DescriptionAsync("names.classes.txt"));
    }

    [Fact]
    public async Task Classes_of_a_file_are_listed_in_its_order()
    {
        using var list = new CompletionList(
            Usings + "[BalancedDataset(ClassCounts = \"cats.classcounts.csv\"), IgnoredClass(\"|\")]\npublic partial record struct Cat([ClassLabel] string Breed);\n", Cats);

        Assert.Equal(["Siamese", "Birman"], (await list.AskedForAsync()).Select(item => item.DisplayText));
    }

    /// <summary>What the service needs to keep the order of thousands of classes: it sorts by the sort text.</summary>
    [Fact]
    public async Task Many_classes_keep_their_order()
    {
        string[] names = [.. Enumerable.Range(0, 1203).Select(index => $"class {(index * 7) % 1203}")];
        using var list = new CompletionList(
            Usings + "[BalancedDataset(ClassCounts = \"lvis.classcounts.csv\"), IgnoredClass(\"|\")]\npublic partial record struct Cat([ClassLabel] string Breed);\n",
            ("/project/lvis.classcounts.csv", string.Concat(names.Select(name => $"{name},1\n"))));

        Assert.Equal(names, (await list.AskedForAsync()).Select(item => item.DisplayText));
    }

    [Theory]
    [InlineData("\"|\"", "ham", "\"ham\"")]
    [InlineData("\"h|a\"", "ham", "\"ham\"")]
    [InlineData("\"|\"", "eggs \"n\" co", "\"eggs \\\"n\\\" co\"")]
    [InlineData("@\"|\"", "eggs \"n\" co", "@\"eggs \"\"n\"\" co\"")]
    [InlineData("\"\"\"|x\"\"\"", "a.b", "\"\"\"a.b\"\"\"")]
    public async Task The_chosen_class_takes_the_place_of_the_text_in_the_string(string before, string chosen, string after)
    {
        using var list = new CompletionList(Text($"[IgnoredClass({before})]"));

        Assert.Equal(Text($"[IgnoredClass({after})]"), await list.ChosenAsync(chosen));
    }

    [Fact]
    public async Task A_step_takes_the_place_of_the_last_part_of_a_path()
    {
        const string Source = Usings + "public record Box(Inner Inner); public record Inner(int Id);\n[BalancedDataset]\npublic partial record struct Row([ClassLabel(Path = \"Inner.|X\")] Box Box);\n";
        using var list = new CompletionList(Source);

        Assert.Equal(Source.Replace("|X", "Id", StringComparison.Ordinal), await list.ChosenAsync("Id"));
    }

    [Fact]
    public async Task A_member_whose_name_is_a_keyword_is_written_with_an_at_sign()
    {
        const string Source = Enum + "[ClassCount(Breed.|, 3)]\npublic partial record struct Cat([ClassLabel] Breed Breed);\n";
        using var list = new CompletionList(Source);

        Assert.Equal(Source.Replace("|", "@class", StringComparison.Ordinal), await list.ChosenAsync("class"));
    }

    [Theory]
    [InlineData("[IgnoredClass(\"|\")]")]
    [InlineData("[ClassCount(\"ham\", 1), ClassCount(\"|\", 2)]")]
    public async Task The_list_comes_up_by_itself_when_a_string_is_opened(string attributes)
    {
        using var list = new CompletionList(Text(attributes));

        Assert.Contains(await list.TypedAsync(), item => item.DisplayText == "spam");
    }

    [Fact]
    public async Task The_list_comes_up_by_itself_behind_the_dot_of_an_enum()
    {
        using var list = new CompletionList(Enum + "[ClassCount(Breed.Birman, 4), ClassCount(Breed.|, 3)]\npublic partial record struct Cat([ClassLabel] Breed Breed);\n");

        Assert.Equal(["Siamese", "Bengal", "class"], (await list.TypedAsync()).Select(item => item.DisplayText));
    }

    /// <summary>A blank in a name neither ends the word that is typed nor chooses the item.</summary>
    [Fact]
    public async Task Blanks_and_points_of_a_name_can_be_typed()
    {
        using var list = new CompletionList(Text("[IgnoredClass(\"|\")]"));
        CompletionItem item = Assert.Single(await list.AskedForAsync(), item => item.DisplayText == "a.b");

        Assert.Contains(item.Rules.FilterCharacterRules, rule => rule.Kind == CharacterSetModificationKind.Add && rule.Characters.Contains('.') && rule.Characters.Contains(' '));
        Assert.DoesNotContain(item.Rules.CommitCharacterRules, rule => rule.Kind != CharacterSetModificationKind.Replace || rule.Characters.Contains('.') || rule.Characters.Contains(' '));
    }

    private static string Text(string attributes) =>
        Usings + $"[BalancedDataset]\n{attributes}\npublic partial record struct Sms([ClassLabel(\"ham\", \"spam\", \"eggs \\\"n\\\" co\", \"a.b\")] string Label);\n";
}

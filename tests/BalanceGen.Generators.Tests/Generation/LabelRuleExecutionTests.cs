using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Generation;

/// <summary>Listed labels, text policies, paths, missing, ignored and merged classes, executed.</summary>
public sealed class LabelRuleExecutionTests
{
    [Theory]
    [InlineData("int", "Values = new long[] { 96, -3, 2 }", "96, -3, 2", "96, -3, 2, 0, int.MinValue", "0 1 2 -1 -1")]
    [InlineData("sbyte", "\"low\", \"high\", Values = new long[] { -128, 127 }", "low, high", "-128, 127, 0", "0 1 -1")]
    [InlineData("ulong", "Values = new long[] { 5000000000, 1 }", "5000000000, 1", "5000000000, 1, ulong.MaxValue", "0 1 -1")]
    [InlineData("char", "\"A\", \"'\", \"\\\\\", \"ß\"", "A, ', \\, ß", "'A', '\\'', '\\\\', 'ß', 'a', '\\0'", "0 1 2 3 -1 -1")]
    [InlineData("decimal", "\"1.10\", \"-2\", \"0.5\"", "1.10, -2, 0.5", "1.1m, -2.000m, 0.5m, 1.11m", "0 1 2 -1")]
    public void Listed_labels_are_found_and_nothing_else(string type, string arguments, string names, string labels, string expected) =>
        Assert.Equal(
            $"{names}: {expected}",
            LoadedAssembly.Run($$"""
                using System.Linq;
                using BalanceGen;
                [BalancedDataset] public partial record struct Row([ClassLabel({{arguments}})] {{type}} Label);
                public static class Probe
                {
                    public static string Run() =>
                        $"{Row.Classes.Set}: {string.Join(' ', new {{type}}[] { {{labels}} }.Select(label => default(Row.Classes.Indexer).IndexOf(new Row(label))))}";
                }
                """));

    [Theory]
    [InlineData("Breed?", "")]
    [InlineData("bool?", "")]
    [InlineData("int?", "Min = 0, Max = 1, ")]
    [InlineData("long?", "Values = new long[] { 0, 1 }, ")]
    [InlineData("char?", "\"0\", \"1\", ")]
    [InlineData("decimal?", "\"0\", \"1\", ")]
    [InlineData("string?", "\"a\", \"b\", ")]
    [InlineData("string?", "\"a\", \"b\", Comparison = LabelComparison.Trim, ")]
    public void Null_is_unknown_or_ignored_or_a_class_as_declared(string type, string arguments) =>
        Assert.Equal(
            "-1 -2 1",
            LoadedAssembly.Run($$"""
                using System;
                using System.Linq;
                using BalanceGen;
                public enum Breed { Siamese, Birman }
                [BalancedDataset] public partial record struct A([ClassLabel({{arguments}}Missing = MissingLabelPolicy.Throw)] {{type}} Label);
                [BalancedDataset] public partial record struct B([ClassLabel({{arguments}}Missing = MissingLabelPolicy.Ignore)] {{type}} Label);
                [BalancedDataset] public partial record struct C([ClassLabel({{arguments}}MissingClass = "{{type switch { "Breed?" => "Birman", "bool?" => "true", "string?" => "b", _ => "1" }}}")] {{type}} Label);
                public static class Probe
                {
                    public static string Run()
                    {
                        string text = "";
                        try { A.Classes.IndexOf(default(A)); } catch (UnknownLabelException e) when (e.Label == "(null)") { text = "-1"; }
                        return $"{text} {default(B.Classes.Indexer).IndexOf(default)} {C.Classes.IndexOf(default(C))}";
                    }
                }
                """));

    [Fact]
    public void Enum_names_come_from_attributes() =>
        Assert.Equal(
            "Long hair, Birman | long, Birman | Shown, Birman",
            LoadedAssembly.Run("""
                using System.ComponentModel;
                using System.ComponentModel.DataAnnotations;
                using System.Runtime.Serialization;
                using BalanceGen;
                public enum Breed { [Description("Long hair"), EnumMember(Value = "long"), Display(Name = "Shown")] Siamese, Birman }
                [BalancedDataset] public partial record struct A([ClassLabel(NamesFrom = EnumClassNames.Description)] Breed Label);
                [BalancedDataset] public partial record struct B([ClassLabel(NamesFrom = EnumClassNames.EnumMember)] Breed Label);
                [BalancedDataset] public partial record struct C([ClassLabel(NamesFrom = EnumClassNames.Display)] Breed Label);
                public static class Probe
                {
                    public static string Run() => $"{A.Classes.Set} | {B.Classes.Set} | {C.Classes.Set}";
                }
                """));

    [Theory]
    [InlineData("string", "", "{0}")]
    [InlineData("System.ReadOnlyMemory<char>", "", "{0}.AsMemory()")]
    [InlineData("char[]", "", "{0}.ToCharArray()")]
    [InlineData("byte[]", "Encoding = LabelEncoding.Utf8, ", "System.Text.Encoding.UTF8.GetBytes({0})")]
    [InlineData("System.ReadOnlyMemory<byte>", "Encoding = LabelEncoding.Utf8, ", "System.Text.Encoding.UTF8.GetBytes({0})")]
    public void Text_is_compared_by_its_policy_whatever_holds_it(string type, string encoding, string value)
    {
        string Row(string name, string comparison) =>
            $"[BalancedDataset] public partial record struct {name}([ClassLabel(\"ham\", \"Größe\", {encoding}Comparison = {comparison})] {type} Label);";

        Assert.Equal(
            "0 -1 1 -1 -1 | 0 0 1 1 -1 | 0 -1 1 -1 0 | 0 0 1 1 0 | 0",
            LoadedAssembly.Run($$"""
                using System;
                using System.Linq;
                using BalanceGen;
                {{Row("O", "LabelComparison.Ordinal")}}
                {{Row("I", "LabelComparison.IgnoreCase")}}
                {{Row("T", "LabelComparison.Trim")}}
                {{Row("B", "LabelComparison.IgnoreCase | LabelComparison.Trim")}}
                public static class Probe
                {
                    private static readonly {{type}}[] Labels = new[] { "ham", "HAM", "Größe", "GRÖßE", " ham\t" }.Select(text => ({{type}}){{string.Format(value, "text")}}).ToArray();
                    public static string Run() =>
                        $"{Text(l => default(O.Classes.Indexer).IndexOf(new(l)))} | {Text(l => default(I.Classes.Indexer).IndexOf(new(l)))} | "
                        + $"{Text(l => default(T.Classes.Indexer).IndexOf(new(l)))} | {Text(l => default(B.Classes.Indexer).IndexOf(new(l)))} | {Allocated()}";
                    private static string Text(Func<{{type}}, int> find) => string.Join(' ', Labels.Select(find));
                    private static long Allocated()
                    {
                        long least = long.MaxValue;
                        for (int attempt = 0; attempt < 50; attempt++)
                        {
                            long before = GC.GetAllocatedBytesForCurrentThread();
                            for (int i = 0; i < 500; i++)
                            {
                                var label = Labels[i % 5];
                                default(O.Classes.Indexer).IndexOf(new(label)); default(I.Classes.Indexer).IndexOf(new(label));
                                default(T.Classes.Indexer).IndexOf(new(label)); default(B.Classes.Indexer).IndexOf(new(label));
                            }
                            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
                        }
                        return least;
                    }
                }
                """));
    }

    [Fact]
    public void Label_behind_a_path_or_computed_by_a_method_or_property() =>
        Assert.Equal(
            "1 -1 -1 | 1 | 0 -2 | 1 | 1",
            LoadedAssembly.Run("""
                using BalanceGen;
                public enum Breed { Siamese, Birman }
                public record Animal(Breed Breed, float[] Kind);
                public struct Note { public Animal Animal; public Breed? Maybe; }
                [BalancedDataset] public partial record A([ClassLabel(Path = "Animal.Breed")] Note Note);
                [BalancedDataset] public partial record struct B([ClassLabel("cat", "dog", Path = nameof(Animal.Kind))] Animal Animal);
                [BalancedDataset] public partial record C([ClassLabel(Path = "Maybe", Missing = MissingLabelPolicy.Ignore)] Note? Note);
                [BalancedDataset] public partial record D(string File) { [ClassLabel] private bool IsCat() => File.StartsWith("cat", System.StringComparison.Ordinal); }
                [BalancedDataset] public partial record E(string File) { [ClassLabel("other", "cat")] public bool IsCat => File.StartsWith("cat", System.StringComparison.Ordinal); }
                public static class Probe
                {
                    private static readonly Note Cat = new() { Animal = new(Breed.Birman, [0, 1]), Maybe = Breed.Siamese };
                    public static string Run() =>
                        $"{Find(new A(Cat))} {Find(new A(default(Note)))} {Find(null!)} | {B.Classes.IndexOf(new B(Cat.Animal))} | "
                        + $"{C.Classes.IndexOf(new C(Cat))} {default(C.Classes.Indexer).IndexOf(new C(null))} | {D.Classes.IndexOf(new D("cat.png"))} | {E.Classes.IndexOf(new E("cat.png"))}";
                    private static int Find(A row) => default(A.Classes.Indexer).IndexOf(row);
                }
                """));

    [Fact]
    public void Ignored_and_merged_classes_are_obeyed_by_counts_and_index() =>
        Assert.Equal(
            "Wet, Forest | 0 1 -2 0 | 2 1 of 4 | b, c: 0 0 -2 1",
            LoadedAssembly.Run("""
                using System.Linq;
                using BalanceGen;
                public enum Land { Sea, Forest, Cloud, Lake }
                [BalancedDataset, MergedClass("Wet", Land.Sea, Land.Lake), IgnoredClass(Land.Cloud)]
                public partial record struct Tile([ClassLabel] Land Land);
                [BalancedDataset, MergedClass("b", "a", "b"), IgnoredClass("x")]
                public partial record struct Text([ClassLabel("a", "b", "x", "c", MissingClass = "c")] string? Label);
                public static class Probe
                {
                    public static string Run()
                    {
                        Tile[] rows = [new(Land.Sea), new(Land.Forest), new(Land.Cloud), new(Land.Lake)];
                        var data = Tile.Classes.Index(rows);
                        return $"{Tile.Classes.Set} | {string.Join(' ', rows.Select(row => default(Tile.Classes.Indexer).IndexOf(row)))} | "
                            + $"{data.Counts[0]} {data.Counts[1]} of {data.Index.DatasetLength} | {Text.Classes.Set}: {F("a")} {F("b")} {F("x")} {F(null)}";
                    }
                    private static int F(string? label) => default(Text.Classes.Indexer).IndexOf(new(label));
                }
                """));

    /// <summary>8 wet tiles, 6 of the sea and 2 of a lake, 2 of the forest, and 5 that are ignored: N = 10 and C = 2.</summary>
    [Theory]
    [InlineData("string.Join(' ', ClassWeights.Balanced(Data.Counts).Values.ToArray())", "0.625 2.5")]
    [InlineData("string.Join(' ', ClassWeights.InverseFrequency(Data.Counts).Values.ToArray())", "1.25 5")]
    [InlineData("Shares(Data.BalancedSampler(seed: 4), 64)", "24 8 32 0")]
    [InlineData("Shares(Data.BalancedSampler(seed: 4, TargetDistribution.Of(0.25, 0.75)), 64)", "12 4 48 0")]
    [InlineData("Shares(Data.RandomOverSampler(seed: 4), 16)", "6 2 8 0")]
    [InlineData("Wet(Data.RandomUnderSampler(seed: 4), 4)", "2 of 4")]
    [InlineData("Shares(Data.RandomSampler(seed: 4), 10)", "6 2 2 0")]
    [InlineData("Wet(Data.StratifiedRandomSampler(seed: 4, batchSize: 5, TargetDistribution.AsSource), 5)", "4 of 5")]
    [InlineData("Wet(Data.ClassAwareSampler(seed: 4, classesPerBatch: 2, rowsPerClass: 2), 4)", "2 of 4")]
    public void Weights_and_samplers_see_the_merged_class_as_one_and_no_ignored_row(string expression, string expected) =>
        Assert.Equal(
            expected,
            LoadedAssembly.Run($$"""
                using System;
                using System.Globalization;
                using System.Linq;
                using BalanceGen;
                public enum Land { Sea, Forest, Cloud, Lake }
                [BalancedDataset, MergedClass("Wet", Land.Sea, Land.Lake), IgnoredClass(Land.Cloud)]
                public partial record struct Tile([ClassLabel] Land Land);
                public static class Probe
                {
                    private static readonly Tile[] Rows = [.. "SCSFCSLSCSFCSLC".Select(letter => new Tile(Enum.GetValues<Land>().Single(land => $"{land}"[0] == letter)))];
                    private static readonly IndexedDataset<Tile> Data = Tile.Classes.Index(Rows);
                    public static string Run()
                    {
                        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
                        return {{expression}};
                    }
                    private static int[] Draws(Sampler sampler, int draws) => [.. Enumerable.Range(0, draws).Select(draw => (int)Rows[sampler.RowAt(draw)].Land)];
                    private static string Shares(Sampler sampler, int draws)
                    {
                        int[] lands = Draws(sampler, draws);
                        return string.Join(' ', new[] { Land.Sea, Land.Lake, Land.Forest, Land.Cloud }.Select(land => lands.Count(drawn => drawn == (int)land)));
                    }
                    private static string Wet(Sampler sampler, int draws)
                    {
                        int[] lands = Draws(sampler, draws);
                        return lands.Contains((int)Land.Cloud) ? "cloud" : $"{lands.Count(land => land is (int)Land.Sea or (int)Land.Lake)} of {draws}";
                    }
                }
                """));
}

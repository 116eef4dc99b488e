using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Generation;

/// <summary>Rows with several labels, rows with weights of their own, and rows of types that are not the user's.</summary>
public sealed class MultiLabelExecutionTests
{
    [Theory]
    [InlineData("[ClassLabel(Encoding = LabelEncoding.Set)] Colors", "Colors.Blue | Colors.Red", "Colors.None", "(Colors)16")]
    [InlineData("[ClassLabel(\"Red\", \"Green\", \"Blue\", Encoding = LabelEncoding.Set)] string[]", "[\"Blue\", \"Red\", \"Blue\"]", "[]", "[\"Red\", \"Pink\"]")]
    [InlineData("[ClassLabel(\"Red\", \"Green\", \"Blue\", Encoding = LabelEncoding.Set)] System.Collections.Generic.List<string>", "[\"Blue\", \"Red\"]", "[]", "null!")]
    [InlineData("[ClassLabel(\"Red\", \"Green\", \"Blue\", Values = new long[] { 7, 9, 2 }, Encoding = LabelEncoding.Set)] System.Collections.Generic.HashSet<int>", "[2, 7]", "[]", "[1]")]
    [InlineData("[ClassLabel(\"Red\", \"Green\", \"Blue\", Values = new long[] { 7, 9, 2 }, Encoding = LabelEncoding.Set)] System.ReadOnlyMemory<byte>", "new byte[] { 2, 7 }", "default", "new byte[] { 0 }")]
    [InlineData("[ClassLabel(Encoding = LabelEncoding.Set)] System.Collections.Immutable.ImmutableArray<Kind>", "[Kind.Blue, Kind.Red, Kind.Red]", "[]", "[(Kind)7]")]
    [InlineData("[ClassLabel(\"Red\", \"Green\", \"Blue\", Encoding = LabelEncoding.MultiHot)] bool[]", "[true, false, true]", "[false, false, false]", "[true]")]
    [InlineData("[ClassLabel(\"Red\", \"Green\", \"Blue\", Encoding = LabelEncoding.MultiHot, Tolerance = 0.1)] float[]", "[0.9f, 0.1f, 1]", "[0, 0, 0]", "[0.5f, 0, 0]")]
    [InlineData("[ClassLabel(\"Red\", \"Green\", \"Blue\", Encoding = LabelEncoding.MultiHot)] System.Collections.Immutable.ImmutableArray<int>", "[1, 0, 1]", "[0, 0, 0]", "[2, 0, 0]")]
    public void Label_sets_of_any_form_are_read_without_allocation(string member, string both, string none, string unknown) =>
        Assert.Equal(
            "Red, Green, Blue: [0 2] [] unknown | 2 rows, 2 labels, 2 sets, 1 together | 0 B | Blue, Red: [0 1]",
            LoadedAssembly.Run($$"""
                using System;
                using System.Linq;
                using BalanceGen;
                [Flags] public enum Colors { None = 0, Red = 1, Green = 2, Blue = 8, Magenta = Red | Blue }
                public enum Kind { Red, Green, Blue }
                [BalancedDataset] public partial record struct Row({{member}} Label);
                [BalancedDataset, MergedClass("Blue", "Green", "Blue")] public partial record Merged(string File, {{member}} Label);
                [BalancedDataset, ClassColumns("Blue", "Red", Encoding = LabelEncoding.MultiHot)] public partial record struct Columns(bool Red, bool Blue);
                public static class Probe
                {
                    private static readonly Row Both = new({{both}}), None = new({{none}}), Unknown = new({{unknown}});
                    public static string Run()
                    {
                        string unknown = "known";
                        try { Row.Classes.Index(new[] { Both, Unknown }); } catch (UnknownLabelException e) when (e.Row == 1) { unknown = "unknown"; }
                        var counts = Row.Classes.Index(new[] { Both, None }).Counts;
                        Span<int> classes = stackalloc int[3];
                        if (Merged.Classes.ClassesOf(new Merged("", Both.Label), classes) != 2 || classes[0] != 0 || classes[1] != 1) return Merged.Classes.Set.ToString();
                        int length = Columns.Classes.ClassesOf(new Columns(true, true), classes);
                        return $"{Row.Classes.Set}: {Text(Both)} {Text(None)} {unknown} | {counts.RowCount} rows, {counts.LabelCount} labels, {counts.LabelSets.Count} sets, {counts.CoOccurrence(0, 2)} together | "
                            + $"{Allocated()} B | {Columns.Classes.Set}: [{string.Join(' ', classes[..length].ToArray())}]";
                    }
                    private static string Text(Row row)
                    {
                        Span<int> classes = stackalloc int[Row.Classes.Count];
                        int length = Row.Classes.ClassesOf(row, classes);
                        return $"[{string.Join(' ', classes[..length].ToArray())}]";
                    }
                    private static long Allocated()
                    {
                        Span<int> classes = stackalloc int[3];
                        long least = long.MaxValue;
                        for (int attempt = 0; attempt < 50; attempt++)
                        {
                            long before = GC.GetAllocatedBytesForCurrentThread();
                            for (int i = 0; i < 100; i++) { Row.Classes.ClassesOf(Both, classes); }
                            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
                        }
                        return least;
                    }
                }
                """));

    [Theory]
    [InlineData("string[]?", "\"a\", \"b\", Encoding = LabelEncoding.Set", "[\"b\"]")]
    [InlineData("System.Collections.Generic.List<char>?", "\"a\", \"b\", Encoding = LabelEncoding.Set", "['b']")]
    [InlineData("float[]?", "\"a\", \"b\", Encoding = LabelEncoding.MultiHot", "[0, 1]")]
    public void A_label_set_that_is_null_is_empty_where_missing_labels_are_ignored(string type, string arguments, string value) =>
        Assert.Equal(
            "0 1 | -1 1 | 0 rows with a, 1 with b",
            LoadedAssembly.Run($$"""
                using BalanceGen;
                [BalancedDataset] public partial record struct Ignoring([ClassLabel({{arguments}}, Missing = MissingLabelPolicy.Ignore)] {{type}} Label);
                [BalancedDataset] public partial record struct Throwing([ClassLabel({{arguments}}, Missing = MissingLabelPolicy.Throw)] {{type}} Label);
                public static class Probe
                {
                    public static string Run()
                    {
                        int[] found = new int[2];
                        var rows = Ignoring.Classes.Index(new Ignoring[] { new(null), new({{value}}) }).Counts.RowsWithClass;
                        return $"{default(Ignoring.Classes.Indexer).ClassesOf(new Ignoring(null), found)} {default(Ignoring.Classes.Indexer).ClassesOf(new Ignoring({{value}}), found)} | "
                            + $"{default(Throwing.Classes.Indexer).ClassesOf(new Throwing(null), found)} {default(Throwing.Classes.Indexer).ClassesOf(new Throwing({{value}}), found)} | "
                            + $"{rows[0]} rows with a, {rows[1]} with b";
                    }
                }
                """));

    [Theory]
    [InlineData("[ClassLabel(Path = \"Flags\", Encoding = LabelEncoding.Set)]", "-1 [1] (null) B")]
    [InlineData("[ClassLabel(Path = \"Flags\", Encoding = LabelEncoding.Set, Missing = MissingLabelPolicy.Ignore)]", "[] [1] (null) B")]
    [InlineData("[ClassLabel(\"a\", \"b\", Path = \"Texts\", Encoding = LabelEncoding.Set)]", "-1 [1] (null) b")]
    [InlineData("[ClassLabel(\"a\", \"b\", Path = \"List\", Encoding = LabelEncoding.Set, Missing = MissingLabelPolicy.Ignore)]", "[] [1] (null) b")]
    [InlineData("[ClassLabel(Min = 0, Max = 1, Path = \"Memory\", Encoding = LabelEncoding.Set, Missing = MissingLabelPolicy.Ignore)]", "[] [1]  1")]
    [InlineData("[ClassLabel(\"a\", \"b\", Path = \"Hot\", Encoding = LabelEncoding.MultiHot)]", "-1 [1] [] [0, 1]")]
    public void A_label_set_behind_a_path_is_missing_where_a_step_is_null(string attribute, string expected) =>
        Assert.Equal(
            expected,
            LoadedAssembly.Run($$"""
                using System;
                using System.Collections.Generic;
                using BalanceGen;
                [Flags] public enum Letters { A = 1, B = 2 }
                public sealed class Note
                {
                    public Letters Flags = Letters.B;
                    public string[] Texts = ["b"];
                    public List<string> List = ["b"];
                    public ReadOnlyMemory<byte> Memory = new byte[] { 1 };
                    public ReadOnlyMemory<float> Hot = new float[] { 0, 1 };
                }
                [BalancedDataset] public partial record Row({{attribute}} Note? Note);
                public static class Probe
                {
                    public static string Run() => $"{Text(new Row(default(Note)))} {Text(new Row(new Note()))} "
                        + $"{default(Row.Classes.Indexer).DescribeLabels(new Row(default(Note)))} {default(Row.Classes.Indexer).DescribeLabels(new Row(new Note()))}";
                    private static string Text(Row row)
                    {
                        int[] found = new int[2];
                        int length = default(Row.Classes.Indexer).ClassesOf(row, found);
                        return length < 0 ? $"{length}" : $"[{string.Join(' ', found[..length])}]";
                    }
                }
                """));

    [Fact]
    public void A_multi_hot_inline_array_is_read_as_any_other_vector() =>
        Assert.Equal(
            "[0 2] [] | The label '[0.5, 0, 0]' is none of the declared classes: 'a', 'b', 'c'. | ac, b: [0] [1] | [] [0 2]",
            LoadedAssembly.Run("""
                using System.Runtime.CompilerServices;
                using BalanceGen;
                [InlineArray(3)] public struct Three { private float _first; }
                public record Note(Three Label);
                [BalancedDataset] public partial struct Row { [ClassLabel("a", "b", "c", Encoding = LabelEncoding.MultiHot, Tolerance = 0.1)] public Three Label; }
                [BalancedDataset, MergedClass("ac", "a", "c")] public partial record Merged([ClassLabel("a", "b", "c", Encoding = LabelEncoding.MultiHot)] Three Label);
                [BalancedDataset] public partial record Behind([ClassLabel("a", "b", "c", Path = nameof(Note.Label), Encoding = LabelEncoding.MultiHot, Missing = MissingLabelPolicy.Ignore)] Note? Note);
                public static class Probe
                {
                    private static readonly int[] Found = new int[3];
                    public static string Run() =>
                        $"{Text(Row.Classes.ClassesOf(new Row { Label = Of(1, 0, 0.95f) }, Found))} {Text(Row.Classes.ClassesOf(default, Found))} | {Unknown()} | "
                        + $"{Merged.Classes.Set}: {Text(Merged.Classes.ClassesOf(new Merged(Of(1, 0, 1)), Found))} {Text(Merged.Classes.ClassesOf(new Merged(Of(0, 1, 0)), Found))} | "
                        + $"{Text(Behind.Classes.ClassesOf(new Behind(default(Note)), Found))} {Text(Behind.Classes.ClassesOf(new Behind(new Note(Of(1, 0, 1))), Found))}";
                    private static string Unknown()
                    {
                        try { return Text(Row.Classes.ClassesOf(new Row { Label = Of(0.5f, 0, 0) }, Found)); }
                        catch (UnknownLabelException error) { return error.Message; }
                    }
                    private static string Text(int length) => $"[{string.Join(' ', Found[..length])}]";
                    private static Three Of(float a, float b, float c)
                    {
                        Three label = default;
                        (label[0], label[1], label[2]) = (a, b, c);
                        return label;
                    }
                }
                """));

    [Theory]
    [InlineData("sbyte", "sbyte.MinValue")]
    [InlineData("short", "short.MinValue")]
    [InlineData("int", "1 << 31")]
    [InlineData("long", "long.MinValue")]
    [InlineData("byte", "1 << 7")]
    [InlineData("ulong", "1UL << 63")]
    public void The_highest_flag_of_an_enum_is_a_class_and_none_and_combinations_are_not(string underlying, string highest) =>
        Assert.Equal(
            "Low, High: [0] [1] [0 1] []",
            LoadedAssembly.Run($$"""
                using System;
                using BalanceGen;
                [Flags] public enum Colors : {{underlying}} { None = 0, Low = 1, High = {{highest}}, Both = Low | High }
                [BalancedDataset] public partial record struct Row([ClassLabel(Encoding = LabelEncoding.Set)] Colors Label);
                public static class Probe
                {
                    public static string Run() => $"{Row.Classes.Set}: {Text(Colors.Low)} {Text(Colors.High)} {Text(Colors.Both)} {Text(Colors.None)}";
                    private static string Text(Colors label)
                    {
                        int[] classes = new int[2];
                        return $"[{string.Join(' ', classes[..Row.Classes.ClassesOf(new Row(label), classes)])}]";
                    }
                }
                """));

    [Theory]
    [InlineData("double", "0.5")]
    [InlineData("float", "0.5f")]
    [InlineData("System.Half", "(System.Half)0.5f")]
    [InlineData("decimal", "0.5m")]
    public void Rows_have_weights_of_their_own(string type, string half) =>
        Assert.Equal(
            "0.5 1 | 1 1",
            LoadedAssembly.Run($$"""
                using System.Globalization;
                using BalanceGen;
                [BalancedDataset] public partial record struct Row([ClassLabel] bool Label, [SampleWeight] {{type}} Weight);
                public static class Probe
                {
                    public static string Run()
                    {
                        Row[] rows = [new(false, {{half}}), new(true, ({{type}})1)];
                        SampleWeights own = Row.Classes.WeightRows(rows);
                        SampleWeights shared = own.WithClassShares(Row.Classes.Index(rows).Index, TargetDistribution.Uniform);
                        return string.Create(CultureInfo.InvariantCulture, $"{own[0]} {own[1]} | {shared[0]} {shared[1]}");
                    }
                }
                """));

    [Fact]
    public void A_companion_labels_rows_of_a_type_that_is_not_the_users() =>
        Assert.Equal(
            "odd, even: 1 0 | 2 1",
            LoadedAssembly.Run("""
                using System.Collections.Generic;
                using BalanceGen;
                [BalancedDataset<KeyValuePair<string, int>>]
                public static partial class Pairs { [ClassLabel("odd", "even")] private static bool IsEven(KeyValuePair<string, int> row) => row.Value % 2 == 0; }
                public sealed class Old { public string Kind = "b"; }
                namespace Nested
                {
                    [BalancedDataset<Old>]
                    internal static partial class OldRows { [ClassLabel("a", "b")] internal static string Kind(Old row) => row.Kind; }
                }
                public static class Probe
                {
                    public static string Run() =>
                        $"{Pairs.Classes.Set}: {Pairs.Classes.IndexOf(new KeyValuePair<string, int>("", 4))} {Pairs.Classes.IndexOf(new KeyValuePair<string, int>("", 3))} | "
                        + $"{Nested.OldRows.Classes.CountRows([new Old(), new Old()])[1]} {Nested.OldRows.Classes.IndexOf(new Old())}";
                }
                """));
}

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

using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Generation;

/// <summary>No extractor allocates, whatever holds the label; what it finds is asserted by the same loop.</summary>
public sealed class ExtractorAllocationTests
{
    /// <summary>The label's member, a row with class 1, and attributes of the type.</summary>
    [Theory]
    [InlineData("[ClassLabel(Values = new long[] { 4, -2 })] int Label", "-2")]
    [InlineData("[ClassLabel(\"a\", \"b\")] char Label", "'b'")]
    [InlineData("[ClassLabel(\"1.1\", \"2\")] decimal Label", "2.00m")]
    [InlineData("[ClassLabel(MissingClass = \"true\")] bool? Label", "null")]
    [InlineData("[ClassLabel(Min = 0, Max = 3, Missing = MissingLabelPolicy.Ignore)] int? Label", "1")]
    [InlineData("[ClassLabel(\"a\", \"b\", MissingClass = \"b\")] string? Label", "null")]
    [InlineData("[ClassLabel(\"a\", \"b\")] System.ReadOnlyMemory<char> Label", "\"b\".AsMemory()")]
    [InlineData("[ClassLabel(\"a\", \"b\", Encoding = LabelEncoding.Utf8)] System.ReadOnlyMemory<byte> Label", "new byte[] { 98 }")]
    [InlineData("[ClassLabel(\"a\", \"b\", Comparison = LabelComparison.IgnoreCase | LabelComparison.Trim)] string Label", "\" B\"")]
    [InlineData("[ClassLabel(Path = \"Length.Kind\")] Outer Label", "new Outer()")]
    [InlineData("[ClassLabel(\"a\", \"b\", Encoding = LabelEncoding.Scores)] double[] Label", "new[] { 0.1, 0.2 }")]
    [InlineData("[ClassLabel(Values = new long[] { 0, 1 }, Missing = MissingLabelPolicy.Ignore)] long? Label", "1")]
    [InlineData("[ClassLabel(\"a\", \"b\", MissingClass = \"b\")] char? Label", "null")]
    [InlineData("[ClassLabel(\"1\", \"2\", MissingClass = \"1\")] decimal? Label", "2.0m")]
    [InlineData("[ClassLabel(MissingClass = \"B\")] Flags? Label", "null", ", IgnoredClass(Flags.None)")]
    [InlineData("[ClassLabel(Path = \"Kind\", Missing = MissingLabelPolicy.Ignore)] Inner? Label", "new Inner()")]
    [InlineData("[ClassLabel(\"a\", \"b\")] char[] Label", "['b']")]
    [InlineData("[ClassLabel(\"a\", \"b\")] System.Half[] Label", "[(Half)0, (Half)1]")]
    [InlineData("[ClassLabel(\"a\", \"b\", Tolerance = 0.1)] double[] Label", "[0.05, 0.95]")]
    [InlineData("[ClassLabel(\"a\", \"b\", Tolerance = 0.1, MultiHot = MultiHotPolicy.Ignore)] System.ReadOnlyMemory<Half> Label", "new Half[] { (Half)0.05, (Half)0.95 }")]
    [InlineData("[ClassLabel(\"x\", \"a\", \"b\", Encoding = LabelEncoding.OneHot, MultiHot = MultiHotPolicy.First)] byte[] Label", "[0, 1, 1]")]
    [InlineData("[ClassLabel(\"a\", \"b\", Encoding = LabelEncoding.OneHot, MissingClass = \"b\")] int[] Label", "[0, 0]")]
    [InlineData("[ClassLabel(\"a\", \"b\", Missing = MissingLabelPolicy.Ignore)] System.Memory<bool> Label", "new[] { false, true }")]
    [InlineData("[ClassLabel(\"a\", \"b\", Encoding = LabelEncoding.Scores, MultiHot = MultiHotPolicy.First)] System.Collections.Immutable.ImmutableArray<float> Label", "[-2, -1]")]
    [InlineData("float A, float B", "0, 1", ", ClassColumns(\"A\", \"B\")")]
    [InlineData("double A, double B", "0.05, 0.95", ", ClassColumns(\"A\", \"B\", Tolerance = 0.1)")]
    [InlineData("int A, int B", "3, 4", ", ClassColumns(\"A\", \"B\", Encoding = LabelEncoding.Scores)")]
    [InlineData("[ClassLabel(\"x\", \"a\", \"b\")] string Label", "\"b\"", ", IgnoredClass(\"x\")")]
    [InlineData("[ClassLabel(\"a\", \"b\", \"c\")] string Label", "\"c\"", ", MergedClass(\"m\", \"b\", \"c\")")]
    public void Reading_a_row_allocates_nothing_and_finds_its_class(string member, string value, string attributes = "") =>
        Assert.Equal("1 0", Run(
            $"[BalancedDataset{attributes}] public partial record struct Row({member});",
            $"new Row({value})",
            "default(Row.Classes.Indexer).IndexOf(in Rows[0]) + (Row.Classes.TryIndexOf(in Rows[0], out int found) ? 0 : 9) + found - Row.Classes.IndexOf(in Rows[0])"));

    [Theory]
    [InlineData("byte[] _label = [0, 1]", "\"a\", \"b\", Encoding = LabelEncoding.OneHot", "ReadOnlySpan<byte>")]
    [InlineData("byte[] _label = [98]", "\"a\", \"b\", Encoding = LabelEncoding.Utf8", "Span<byte>")]
    [InlineData("float[] _label = [0.05f, 0.95f]", "\"a\", \"b\", Tolerance = 0.1", "Span<float>")]
    [InlineData("string _label = \"b\"", "\"a\", \"b\"", "ReadOnlySpan<char>")]
    public void A_span_property_is_read_without_allocation(string field, string arguments, string type) =>
        Assert.Equal("1 0", Run(
            $"[BalancedDataset] public sealed partial class Row {{ private readonly {field}; [ClassLabel({arguments})] public {type} Label => _label; }}",
            "new Row()",
            "Row.Classes.IndexOf(in Rows[0])"));

    [Fact]
    public void A_computed_label_allocates_nothing() =>
        Assert.Equal("1 0", Run(
            "[BalancedDataset] public partial record struct Row(int Size) { [ClassLabel] private bool IsLarge() => Size > 3; }",
            "new Row(4)",
            "Row.Classes.IndexOf(in Rows[0])"));

    [Fact]
    public void A_weight_is_read_without_allocation() =>
        Assert.Equal("1 0", Run(
            "[BalancedDataset] public partial record struct Row([ClassLabel] bool Label, [SampleWeight] decimal Weight);",
            "new Row(false, 1m)",
            "(int)default(Row.Classes.Weigher).WeightOf(in Rows[0])"));

    [Fact]
    public void A_group_is_read_without_allocation() =>
        Assert.Equal("7 0", Run(
            "[BalancedDataset] public partial record struct Row([ClassLabel] bool Label, [Group] (int Hospital, System.Guid Patient) Case) { "
            + "public static T Read<T, G>(in Row row, G grouper) where G : struct, BalanceGen.Sampling.ISplitGrouper<Row, T> => grouper.GroupOf(in row); }",
            "new Row(false, (7, default))",
            "Row.Read<(int Hospital, System.Guid Patient), Row.Classes.Grouper>(in Rows[0], default).Hospital"));

    [Theory]
    [InlineData("[ClassLabel(Encoding = LabelEncoding.Set)] Flags Label", "Flags.B")]
    [InlineData("[ClassLabel(\"a\", \"b\", Encoding = LabelEncoding.Set)] System.Collections.Generic.HashSet<string> Label", "new() { \"b\" }")]
    [InlineData("[ClassLabel(\"a\", \"b\", Encoding = LabelEncoding.Set, Comparison = LabelComparison.IgnoreCase)] System.Collections.Generic.List<string> Label", "new() { \"B\" }")]
    [InlineData("[ClassLabel(\"a\", \"b\", Encoding = LabelEncoding.MultiHot)] System.ReadOnlyMemory<bool> Label", "new[] { false, true }")]
    [InlineData("[ClassLabel(Encoding = LabelEncoding.Set)] System.Collections.Immutable.ImmutableArray<bool> Label", "[true]")]
    [InlineData("[ClassLabel(Encoding = LabelEncoding.Set)] Flags[] Label", "[Flags.B]", ", IgnoredClass(Flags.None)")]
    [InlineData("[ClassLabel(\"1\", \"2\", Encoding = LabelEncoding.Set)] System.Collections.Generic.List<decimal> Label", "[2.0m]")]
    [InlineData("[ClassLabel(\"a\", \"b\", Encoding = LabelEncoding.Set)] System.ReadOnlyMemory<char> Label", "\"b\".AsMemory()")]
    [InlineData("[ClassLabel(\"a\", \"b\", Encoding = LabelEncoding.MultiHot)] Two Label", "Two.Second()")]
    [InlineData("[ClassLabel(\"a\", \"b\", Encoding = LabelEncoding.MultiHot, Missing = MissingLabelPolicy.Ignore)] Half[] Label", "[(Half)0, (Half)1]")]
    [InlineData("int A, int B", "0, 1", ", ClassColumns(\"A\", \"B\", Encoding = LabelEncoding.MultiHot)")]
    public void Reading_a_label_set_allocates_nothing_and_finds_its_class(string member, string value, string attributes = "") =>
        Assert.Equal("1 0", Run(
            $"[BalancedDataset{attributes}] public partial record struct Row({member});",
            $"new Row({value})",
            "Row.Classes.ClassesOf(in Rows[0], Buffer) == 1 ? Buffer[0] : -1"));

    [Fact]
    public void A_span_of_labels_is_read_without_allocation() =>
        Assert.Equal("1 0", Run(
            "[BalancedDataset] public sealed partial class Row { private readonly int[] _ids = [7, 7]; [ClassLabel(Values = new long[] { 9, 7 }, Encoding = LabelEncoding.Set)] public ReadOnlySpan<int> Ids => _ids; }",
            "new Row()",
            "Row.Classes.ClassesOf(in Rows[0], Buffer) == 1 ? Buffer[0] : -1"));

    private static object? Run(string target, string row, string read) => LoadedAssembly.Run($$"""
        using System;
        using BalanceGen;
        [Flags] public enum Flags { None = 0, A = 1, B = 2 }
        [System.Runtime.CompilerServices.InlineArray(2)] public struct Two { private float _first; public static Two Second() { Two label = default; label[1] = 1; return label; } }
        public struct Inner { public Inner() => Kind = true; public bool Kind; }
        public sealed class Outer { public Inner Length = new(); }
        {{target}}
        public static class Probe
        {
            private static readonly Row[] Rows = [{{row}}];
            private static readonly int[] Buffer = new int[2];
            // The least of several: the runtime allocates now and then while code is compiled, the code under test always or never.
            public static string Run()
            {
                long least = long.MaxValue;
                int result = 0;
                for (int attempt = 0; attempt < 20; attempt++)
                {
                    long before = GC.GetAllocatedBytesForCurrentThread();
                    for (int i = 0; i < 100; i++) { result = Read(); }
                    least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
                }
                return $"{result} {least}";
            }
            private static int Read() => {{read}};
        }
        """);
}

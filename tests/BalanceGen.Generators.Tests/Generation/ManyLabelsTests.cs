using System.Globalization;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Generation;

/// <summary>
/// Labels that would be too many for a switch, whose compilation takes time in proportion to the square of their number: each finds its class, what is nearly a
/// label finds none, and nothing is allocated. iNaturalist 2018 has 8,142 classes.
/// </summary>
public sealed class ManyLabelsTests
{
    private const int MostInSwitch = 256;
    private const int Species = 8142;

    [Theory]
    [InlineData("string", "", "label")]
    [InlineData("string?", ", MissingClass = \"Genus0 species0\"", "label")]
    [InlineData("System.ReadOnlyMemory<char>", "", "label.AsMemory()")]
    [InlineData("System.ReadOnlyMemory<byte>", ", Encoding = LabelEncoding.Utf8", "Encoding.UTF8.GetBytes(label)")]
    public void Every_species_finds_its_class_and_no_other_text_does(string type, string arguments, string labelled) =>
        Assert.Equal($"{Species} found, 0 of {5 * Species} near misses, 0 bytes", RunText(type, arguments, labelled));

    [Theory]
    [InlineData("int", "label * 7 - 1000", "1")]
    [InlineData("char", "(char)(label * 2 + 40)", "1")]
    [InlineData("decimal", "label * 0.25m", "0.1m")]
    [InlineData("long", "label * 5_000_000_000L", "1")]
    public void Every_listed_constant_finds_its_class_and_no_number_between_them_does(string type, string expression, string off)
    {
        const int Labels = 1000;
        string values = type switch
        {
            "char" => List(Labels, label => $"\"\\u{(label * 2) + 40:X4}\""),
            "decimal" => List(Labels, label => $"\"{(label * 0.25m).ToString(CultureInfo.InvariantCulture)}\""),
            "int" => $"Values = new long[] {{ {List(Labels, label => CSharp((label * 7) - 1000))} }}",
            _ => $"Values = new long[] {{ {List(Labels, label => CSharp(label * 5_000_000_000L))} }}",
        };

        Assert.Equal($"{Labels} found, 0 near misses, 0 bytes", Run(
            $"[BalancedDataset] public partial record struct Row([ClassLabel({values})] {type} Label);", type, expression, Labels, $"({type})({expression} + {off})"));
    }

    [Theory]
    [InlineData("short", 2)]
    [InlineData("int", -3)]
    [InlineData("ulong", 10_000_000_019)]
    public void Every_member_of_an_enum_with_gaps_finds_its_class_and_no_value_between_them_does(string underlying, long step)
    {
        const int Labels = 1000;
        string source = $$"""
            public enum Code : {{underlying}} { {{List(Labels, label => $"C{label} = {CSharp(label * step)}")}} }
            [BalancedDataset] public partial record struct Row([ClassLabel] Code Label);
            """;

        Assert.Equal($"{Labels} found, 0 near misses, 0 bytes", Run(source, "Code", $"(Code)(label * {CSharp(step)}L)", Labels, $"(Code)(label * {CSharp(step)}L + 1)"));
    }

    /// <summary>A switch is faster for few numbers, and shorter than a lookup for all.</summary>
    [Theory]
    [InlineData(MostInSwitch, true)]
    [InlineData(MostInSwitch + 1, false)]
    public void Few_numbers_are_a_switch_and_many_are_not(int labels, bool isSwitch)
    {
        string text = Generated($"[ClassLabel(Values = new long[] {{ {List(labels, label => CSharp(label * 2))} }})] int Label");

        Assert.Equal(isSwitch, text.Contains("label switch", StringComparison.Ordinal));
        Assert.Equal(!isSwitch, text.Contains(" Lookup = new(", StringComparison.Ordinal));
    }

    /// <summary>A switch over texts is mispredicted.</summary>
    [Theory]
    [InlineData(2, "string")]
    [InlineData(2, "System.ReadOnlyMemory<char>")]
    [InlineData(MostInSwitch + 1, "string")]
    public void Texts_are_never_a_switch(int labels, string type)
    {
        string text = Generated($"[ClassLabel({List(labels, label => $"\"c{label}\"")})] {type} Label");

        Assert.DoesNotContain("switch", text, StringComparison.Ordinal);
        Assert.Contains("Lookup = new(global::BalanceGen.LabelComparison.Ordinal, Set.Names);", text, StringComparison.Ordinal);
    }

    /// <summary>Each count was once looked for among all labels, and each label among all those before it.</summary>
    [Fact]
    public void Every_species_may_have_a_count()
    {
        string source = $$"""
            using BalanceGen;
            [BalancedDataset]
            [{{List(Species, label => $"ClassCount({Literal(label)}, {CSharp(label + 1)})")}}]
            public partial record struct Row([ClassLabel({{List(Species, Literal)}})] string Label);
            public static class Probe
            {
                public static string Run() => $"{Row.Classes.KnownCounts.Total} {Row.Classes.KnownCounts.Values[8141]}";
            }
            """;

        Assert.Equal($"{CSharp(Species * (Species + 1L) / 2)} {Species}", LoadedAssembly.Run(source));
    }

    private static object? RunText(string type, string arguments, string labelled) => LoadedAssembly.Run($$"""
        using System;
        using System.Linq;
        using System.Text;
        using BalanceGen;
        [BalancedDataset] public partial record struct Row([ClassLabel(new[] { {{List(Species, Literal)}} }{{arguments}})] {{type}} Label);
        public static class Probe
        {
            private static readonly string[] Labels = [.. Enumerable.Range(0, {{Species}}).Select(label => $"Genus{label % 97} species{label}")];
            public static string Run()
            {
                Row[] rows = [.. Labels.Select(Of)];
                Row[] near = [.. Labels.SelectMany(label => new[] { label + " ", " " + label, label.ToUpperInvariant(), label[..^1] + "x", label + "\0" }).Select(Of)];
                int found = 0;
                int wrong = near.Count(row => Row.Classes.TryIndexOf(in row, out int index) || index != -1);
                long least = long.MaxValue;
                for (int attempt = 0; attempt < 5; attempt++)
                {
                    long before = GC.GetAllocatedBytesForCurrentThread();
                    found = Found(rows) + Found(near);
                    least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
                }
                return $"{found} found, {wrong} of {near.Length} near misses, {least} bytes";
            }
            private static int Found(Row[] rows)
            {
                int found = 0;
                for (int label = 0; label < rows.Length; label++)
                {
                    found += default(Row.Classes.Indexer).IndexOf(in rows[label]) == label ? 1 : 0;
                }
                return found;
            }
            private static Row Of(string label) => new({{labelled}});
        }
        """);

    private static object? Run(string target, string type, string label, int labels, string near) => LoadedAssembly.Run($$"""
        using System;
        using System.Linq;
        using BalanceGen;
        {{target}}
        public static class Probe
        {
            private static readonly Row[] Rows = [.. Enumerable.Range(0, {{labels}}).Select(label => new Row({{label}}))];
            private static readonly {{type}}[] Near = [.. Enumerable.Range(0, {{labels}}).Select(label => {{near}})];
            public static string Run()
            {
                int found = 0;
                long least = long.MaxValue;
                for (int attempt = 0; attempt < 5; attempt++)
                {
                    long before = GC.GetAllocatedBytesForCurrentThread();
                    found = Found();
                    least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
                }
                return $"{found} found, {Near.Count(near => Row.Classes.TryIndexOf(near, out int index) || index != -1)} near misses, {least} bytes";
            }
            private static int Found()
            {
                int found = 0;
                for (int label = 0; label < Rows.Length; label++)
                {
                    found += Row.Classes.IndexOf(in Rows[label]) == label ? 1 : 0;
                }
                return found;
            }
        }
        """);

    private static string Generated(string member) => GeneratorRun.Of($"using BalanceGen; [BalancedDataset] public partial record struct Row({member});").Text();

    private static string Literal(int label) => $"\"Genus{label % 97} species{label}\"";

    private static string List(int labels, Func<int, string> each) => string.Join(", ", Enumerable.Range(0, labels).Select(each));

    private static string CSharp(long value) => value.ToString(CultureInfo.InvariantCulture);
}

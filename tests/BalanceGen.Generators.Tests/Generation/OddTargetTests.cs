using BalanceGen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace BalanceGen.Generators.Tests.Generation;

/// <summary>Source that once gave odd output, each as small as it can be. The fuzz suite looks for more.</summary>
public sealed class OddTargetTests
{
    [Theory]
    [InlineData("BALG0002", "[BalancedDataset, BalancedDataset<string>] public static partial class Row { [ClassLabel] private static bool Of(string row) => true; }")]
    [InlineData("BALG0002", "[BalancedDataset] public partial interface IRow<out T> { [ClassLabel] bool Label { get; } }")]
    [InlineData("BALG0002", "internal sealed class Own; [BalancedDataset<System.Collections.Generic.List<Own>>] public static partial class Row { [ClassLabel] internal static bool Of(System.Collections.Generic.List<Own> row) => true; }")]
    [InlineData("BALG0002", "file sealed class Own; [BalancedDataset<System.Collections.Generic.List<Own>>] internal static partial class Row { }")]
    [InlineData("BALG0002", "[BalancedDataset] public partial interface IRow { static abstract IRow Parse(string text); [ClassLabel] bool Label { get; } }")]
    [InlineData("BALG0002", "public interface IParsed { static abstract int Size { get; } } [BalancedDataset] public partial interface IRow : IParsed { [ClassLabel] bool Label { get; } }")]
    [InlineData("BALG0005", "[BalancedDataset<string>] public static partial class Row { [ClassLabel] private static bool Of(ref string row) => true; }")]
    [InlineData("BALG0005", "public class Base { [ClassLabel] public bool Label { private get; set; } } [BalancedDataset] public partial class Row : Base;")]
    [InlineData("BALG0006", "[BalancedDataset] public partial record Row([ClassLabel(\"a\", Encoding = LabelEncoding.Set)] System.Collections.Generic.List<System.ReadOnlyMemory<char>> Label);")]
    [InlineData("BALG0007", "[BalancedDataset] public partial record Row<Weigher>([ClassLabel] bool Label, [SampleWeight] double Weight);")]
    [InlineData("BALG0011", "public class Note { public bool Kind { private get; set; } } [BalancedDataset] public partial record Row([ClassLabel(Path = \"Kind\")] Note Note);")]
    [InlineData("BALG0007", "[BalancedDataset] public partial record Row<Grouper>([ClassLabel] bool Label, [Group] int Patient);")]
    [InlineData("BALG0015", "public interface IGrouped { int Patient { get; } } [BalancedDataset] public partial record Row([ClassLabel] bool Label) : IGrouped { [Group] int IGrouped.Patient => 1; }")]
    [InlineData("BALG0014", "public interface IWeighted { double Weight { get; } } [BalancedDataset] public partial record Row([ClassLabel] bool Label) : IWeighted { [SampleWeight] double IWeighted.Weight => 1; }")]
    public async Task Target_is_refused_and_not_completed(string id, string source)
    {
        GeneratorRun run = GeneratorRun.Start(TestCompilation.Of("using BalanceGen; " + source));
        IEnumerable<Diagnostic> reported = await AnalyzerVerifier.DiagnosticsAsync(run.Input, AnalyzerVerifier.AllAnalyzers);

        Assert.Empty(run.Result.GeneratedSources);
        Assert.Contains(id, reported.Select(diagnostic => diagnostic.Id));
        Assert.DoesNotContain(run.WarningsAndErrors(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    /// <summary>The compiler refuses the attribute itself; generated code would add an error for each of its members.</summary>
    [Fact]
    public void Companion_of_an_interface_with_an_open_static_member_is_not_completed() =>
        Assert.Empty(GeneratorRun.Start(TestCompilation.Of(
            "using BalanceGen; public interface IRow { static abstract int Size { get; } bool Label { get; } } [BalancedDataset<IRow>] public static partial class Rows { [ClassLabel] private static bool Of(IRow row) => row.Label; }"))
            .Result.GeneratedSources);

    [Theory]
    [InlineData("public partial interface IRow { static virtual int Size => 1; static int Other() => 2; [ClassLabel] bool Label { get; } }")]
    [InlineData("public partial interface IRow : IParsed { static int IParsed.Size => 1; [ClassLabel] bool Label { get; } }")]
    public void Interface_whose_static_members_are_all_implemented_is_completed(string target) =>
        Assert.Single(GeneratorRun.Of($"using BalanceGen; public interface IParsed {{ static abstract int Size {{ get; }} }} [BalancedDataset] {target}").Result.GeneratedSources);

    [Fact]
    public void Class_names_beyond_the_first_plane_are_whole_in_comments()
    {
        string text = GeneratorRun.Of("using BalanceGen; [BalancedDataset] public partial record Row([ClassLabel(\"🐱\", \"🐶 dog\", \"\\uD83D\")] string Label);").Text();

        Assert.Contains("🐱, 🐶 dog, \uFFFD.</summary>", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "[BalancedDataset] public partial interface IBase { [ClassLabel] bool Label { get; } } [BalancedDataset] public partial interface IRow : IBase;")]
    [InlineData(false, "[BalancedDataset] public class Base { [ClassLabel] public bool Label { get; set; } } [BalancedDataset] public partial class Row : Base;")]
    [InlineData(false, "public class Base { private static class Classes; [ClassLabel] public bool Label { get; set; } } [BalancedDataset] public partial class Row : Base;")]
    public void Classes_hides_that_of_a_base_type_where_there_is_one(bool hides, string source) =>
        Assert.Equal(hides, GeneratorRun.Of("using BalanceGen; " + source).Result.GeneratedSources
            .Any(file => file.SourceText.ToString().Contains("public new static class Classes", StringComparison.Ordinal)));

    [Theory]
    [InlineData("[BalancedDataset] public partial record Row([ClassLabel] bool Label); [BalancedDataset] public partial struct Row { [ClassLabel] public bool Label; }")]
    [InlineData("public partial class Outer { [BalancedDataset] public partial record Row([ClassLabel] bool Label); } public partial struct Outer { [BalancedDataset] public partial record Row([ClassLabel] bool Label); }")]
    public async Task Two_types_of_one_name_are_refused_and_others_are_completed(string source)
    {
        GeneratorRun run = GeneratorRun.Start(TestCompilation.Of($"using BalanceGen; {source} [BalancedDataset] public partial record Other([ClassLabel] bool Label);"));
        IEnumerable<Diagnostic> reported = await AnalyzerVerifier.DiagnosticsAsync(run.Input, AnalyzerVerifier.AllAnalyzers);

        Assert.Null(run.Result.Exception);
        Assert.Equal("Other.g.cs", Assert.Single(run.Result.GeneratedSources).HintName);
        Assert.Equal(2, reported.Count(diagnostic => diagnostic.Id == "BALG0002"));
    }

    [Fact]
    public void A_file_local_type_of_the_same_name_is_no_second_declaration() =>
        Assert.Equal("Row.g.cs", Assert.Single(GeneratorRun.Start(TestCompilation.Of(
            "using BalanceGen; [BalancedDataset] public partial record Row([ClassLabel] bool Label);", "file record Row;")).Result.GeneratedSources).HintName);

    [Theory]
    [InlineData("row([ClassLabel] bool Label)")]
    [InlineData("row<T>([ClassLabel] bool Label)")]
    public void A_warning_about_lower_case_names_that_the_user_has_disabled_does_not_come_back(string record) =>
        Assert.Empty(GeneratorRun.Start(TestCompilation.Of($"#pragma warning disable CS8981\nusing BalanceGen; [BalancedDataset] public partial record {record};"))
            .WarningsAndErrors());

    [Fact]
    public void Columns_and_weights_are_inherited_and_a_companion_weighs_rows() =>
        Assert.Equal(
            "1 1 0 | 2 3 7 0.5",
            LoadedAssembly.Run("""
                using System.Globalization;
                using BalanceGen;
                public abstract class Base { public bool X, Y; [SampleWeight] protected internal double Weight = 2; }
                public class Middle : Base { }
                [BalancedDataset, ClassColumns("X", "Y")] public partial class Named : Middle { }
                [BalancedDataset, ClassColumns(From = "X", To = "Y")] public partial class Range : Middle { [SampleWeight] public int Own => 3; }
                public interface IWeighted { [SampleWeight] float Weight { get; } bool A { get; } bool B { get; } }
                [BalancedDataset, ClassColumns("A", "B")] public partial interface IRow : IWeighted { }
                public sealed class Row : IRow { public float Weight => 7; public bool A => true; public bool B => false; }
                [BalancedDataset<string>] public static partial class Texts
                {
                    [ClassLabel] private static bool IsLong(string row) => row.Length > 3;
                    [SampleWeight] private static decimal Weight(in string row) => 0.5m;
                }
                public static class Probe
                {
                    public static string Run() => string.Create(CultureInfo.InvariantCulture,
                        $"{Named.Classes.IndexOf(new Named { Y = true })} {Range.Classes.IndexOf(new Range { Y = true })} {IRow.Classes.IndexOf(new Row())} | "
                        + $"{Named.Classes.WeightRows([new Named()])[0]} {Range.Classes.WeightRows([new Range()])[0]} {IRow.Classes.WeightRows(new IRow[] { new Row() })[0]} {Texts.Classes.WeightRows(["cat"])[0]}");
                }
                """));

    [Theory]
    [InlineData("public static double Weight;", "static")]
    [InlineData("public double Weight(int other) => other;", "parameters")]
    [InlineData("public double Weight<T>() => 1;", "generic")]
    [InlineData("public string Weight() => \"\";", "number type")]
    public async Task Weight_that_cannot_be_read_is_refused(string member, string reason)
    {
        IEnumerable<Diagnostic> reported = await AnalyzerVerifier.DiagnosticsAsync(
            TestCompilation.Of($"using BalanceGen; [BalancedDataset] public partial record Row([ClassLabel] bool Label) {{ [SampleWeight] {member} }}"),
            AnalyzerVerifier.AllAnalyzers);

        Assert.Contains(reason, Assert.Single(reported, diagnostic => diagnostic.Id == "BALG0014").GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[ClassLabel(Missing = MissingLabelPolicy.Ignore)] bool? Label", true)]
    [InlineData("[ClassLabel(\"a\", \"b\", MultiHot = MultiHotPolicy.Ignore)] bool[] Label", true)]
    [InlineData("[ClassLabel(\"a\", \"b\")] string Label", false)]
    [InlineData("[ClassLabel(MissingClass = \"true\")] bool? Label", false)]
    public void Documentation_tells_rows_that_are_left_out_from_errors(string member, bool mayBeLeftOut) =>
        Assert.Equal(
            mayBeLeftOut,
            GeneratorRun.Of($"using BalanceGen; [BalancedDataset] public partial record struct Row({member});").Text()
                .Contains("or <see cref=\"global::BalanceGen.ClassIndex.Ignored\"/> if it is left out", StringComparison.Ordinal));
}

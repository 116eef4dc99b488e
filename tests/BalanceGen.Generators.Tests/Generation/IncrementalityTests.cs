using BalanceGen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace BalanceGen.Generators.Tests.Generation;

/// <summary>What runs again after an edit, for each kind of target, step by step.</summary>
public sealed class IncrementalityTests
{
    private const string Marker = "/*above*/";

    /// <summary>Targets whose label type lives in the other file; each has a label member that can be renamed.</summary>
    public static TheoryData<string> Targets => new()
    {
        "/*above*/[BalancedDataset] public partial record struct Row(string File, [ClassLabel] Breed Kind);/*below*/",
        "/*above*/[BalancedDataset] public partial record Row(string File, [ClassLabel] Breed Kind);/*below*/",
        "/*above*/[BalancedDataset] public partial struct Row { [ClassLabel] public Breed Kind; }/*below*/",
        "/*above*/[BalancedDataset] public partial class Row { [ClassLabel] public Breed Kind { get; set; } }/*below*/",
        "public partial class Outer<T> { /*above*/[BalancedDataset] public partial record Row([ClassLabel] Breed Kind);/*below*/ }",
    };

    /// <summary>A target, what it depends on in another file, and an edit there.</summary>
    public static TheoryData<string, string, string, string> OtherFiles => new()
    {
        { "[BalancedDataset] public partial record Row;", "public partial record Row { [ClassLabel(\"ham\", \"spam\")] public string Label { get; init; } = \"ham\"; }", "spam", "eggs" },
        { "[BalancedDataset] public partial record Row([ClassLabel] bool Label);", "public partial record Row { [SampleWeight] public double Weight { get; init; } }", "Weight {", "Trust {" },
        { "[BalancedDataset] public partial record Row([ClassLabel] bool Label);", "public partial record Row { [Group] public int Patient { get; init; } }", "int", "long" },
        { "[BalancedDataset] public partial record Row([ClassLabel(\"a\", \"b\", \"c\")] string Label);", "[IgnoredClass(\"c\")] public partial record Row { }", "\"c\"", "\"b\"" },
        { "[BalancedDataset, ClassColumns(From = \"A\", To = \"C\")] public partial class Row;", "public partial class Row { public bool A, B, C; }", "B", "D" },
        { "[BalancedDataset] public partial class Row : Base;", "public abstract class Base { [ClassLabel(Min = 0, Max = 3)] public int Label; }", "Max = 3", "Max = 4" },
        { "[BalancedDataset] public partial class Row : Base { [ClassLabel] public bool Label; }", "public abstract class Base { public static class Classes { } }", "Classes", "Kinds" },
        { "[BalancedDataset] public partial record Row([ClassLabel(Path = \"Kind\")] Note Note);", "public enum Kind { A, B } public record Note(bool Kind) { }", "bool Kind", "Kind Kind" },
        { "[BalancedDataset] public partial record Row([ClassLabel(\"a\", \"b\")] Two Label);", "[System.Runtime.CompilerServices.InlineArray(2)] public struct Two { private float _first; }", "float", "double" },
        { "[BalancedDataset<Old>] public static partial class Rows { [ClassLabel] private static bool Kind(Old row) => row.Kind; }", "public class Old { public bool Kind; }", "class", "struct" },
    };

    [Theory]
    [MemberData(nameof(OtherFiles))]
    public void Edit_in_another_file_that_matters_reruns_emit_and_white_space_there_does_not(string target, string other, string old, string edited)
    {
        GeneratorRun first = GeneratorRun.Of("using BalanceGen; " + other, "using BalanceGen; " + target);

        AssertReasons(first, Replace(other, other.Replace(old, edited, StringComparison.Ordinal)), parse: Modified, validTargets: Modified, output: Modified);
        AssertReasons(first, Replace(other, "// a comment\n" + other.Replace("{", "{ \n /* another */", StringComparison.Ordinal)), parse: Unchanged, validTargets: Cached, output: Cached);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Unrelated_new_file_reruns_nothing_after_the_transform(string target) =>
        AssertReasons(
            target,
            compilation => compilation.AddSyntaxTrees(TestCompilation.Parse("public class Unrelated;", "Unrelated.cs")),
            parse: Unchanged,
            validTargets: Cached,
            output: Cached);

    [Theory]
    [MemberData(nameof(Targets))]
    public void Comment_above_target_does_not_rerun_emit(string target) =>
        AssertReasons(target, Replace(Marker, "// a comment\n"), parse: Unchanged, validTargets: Cached, output: Cached);

    [Theory]
    [MemberData(nameof(Targets))]
    public void Comment_below_target_does_not_rerun_emit(string target) =>
        AssertReasons(target, Replace("/*below*/", "// a comment\n"), parse: Unchanged, validTargets: Cached, output: Cached);

    [Theory]
    [MemberData(nameof(Targets))]
    public void New_class_in_another_file_reruns_emit(string target) =>
        AssertReasons(target, Replace("Birman", "Birman, Burmese"), parse: Modified, validTargets: Modified, output: Modified);

    [Theory]
    [MemberData(nameof(Targets))]
    public void Renamed_label_reruns_emit(string target) =>
        AssertReasons(target, Replace("Kind", "Sort"), parse: Modified, validTargets: Modified, output: Modified);

    [Fact]
    public void An_edit_of_one_target_does_not_rerun_emit_of_another()
    {
        GeneratorRun first = GeneratorRun.Of(
            "public enum Breed { Siamese, Birman }",
            "[BalanceGen.BalancedDataset] public partial record struct A([BalanceGen.ClassLabel] Breed Kind);",
            "[BalanceGen.BalancedDataset] public partial record struct B([BalanceGen.ClassLabel] Breed Label);");

        GeneratorRun second = first.Edit(Replace("Kind", "Sort"));

        Assert.Equal(
            new[] { Modified, Cached },
            second.Result.TrackedSteps[TrackingNames.ValidTargets].SelectMany(step => step.Outputs).Select(output => output.Reason).Order());
    }

    [Fact]
    public void A_target_that_becomes_invalid_loses_its_file()
    {
        GeneratorRun first = GeneratorRun.Of(
            "[BalanceGen.BalancedDataset] public partial record struct A([BalanceGen.ClassLabel] bool Kind);");

        GeneratorRun second = first.Edit(Replace("partial ", ""));

        Assert.Empty(second.Result.GeneratedSources);
        Assert.Single(second.Edit(Replace("public record", "public partial record")).Result.GeneratedSources);
    }

    private static void AssertReasons(
        string target,
        Func<CSharpCompilation, CSharpCompilation> edit,
        IncrementalStepRunReason parse,
        IncrementalStepRunReason validTargets,
        IncrementalStepRunReason output) =>
        AssertReasons(GeneratorRun.Of("public enum Breed { Siamese, Birman }", "using BalanceGen;\n" + target), edit, parse, validTargets, output);

    private static void AssertReasons(
        GeneratorRun first,
        Func<CSharpCompilation, CSharpCompilation> edit,
        IncrementalStepRunReason parse,
        IncrementalStepRunReason validTargets,
        IncrementalStepRunReason output)
    {
        GeneratorRun second = first.Edit(edit);

        Assert.NotSame(first.Input, second.Input);
        Assert.Empty(second.WarningsAndErrors());
        Assert.Equal([parse], Reasons(second.Result.TrackedSteps[TrackingNames.Parse]));
        Assert.Equal([validTargets], Reasons(second.Result.TrackedSteps[TrackingNames.ValidTargets]));
        Assert.Equal([output], Reasons(second.Result.TrackedOutputSteps.Values.SelectMany(steps => steps)));
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(IEnumerable<IncrementalGeneratorRunStep> steps) =>
        steps.SelectMany(step => step.Outputs).Select(output => output.Reason);

    /// <summary>Edits the one file that contains the text, as an editor does: one tree is replaced, the others stay the same objects.</summary>
    private static Func<CSharpCompilation, CSharpCompilation> Replace(string old, string replacement) => compilation =>
    {
        SyntaxTree tree = compilation.SyntaxTrees.Single(candidate => candidate.ToString().Contains(old, StringComparison.Ordinal));
        return compilation.ReplaceSyntaxTree(
            tree, TestCompilation.Parse(tree.ToString().Replace(old, replacement, StringComparison.Ordinal), tree.FilePath));
    };
}

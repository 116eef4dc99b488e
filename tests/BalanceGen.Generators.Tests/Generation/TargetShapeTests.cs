using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Generation;

/// <summary>Where and how a target may be declared. Every source here must compile without a warning.</summary>
public sealed class TargetShapeTests
{
    [Theory]
    [InlineData("[BalancedDataset] public partial record struct Row([ClassLabel] Breed Label);")]
    [InlineData("[BalancedDataset] public readonly partial record struct Row([ClassLabel] Breed Label);")]
    [InlineData("[BalancedDataset] public sealed partial record Row([ClassLabel] Breed Label);")]
    [InlineData("[BalancedDataset] public partial record Row([property: ClassLabel] Breed Label);")]
    [InlineData("[BalancedDataset] public partial record Row { [ClassLabel] public Breed Label { get; init; } }")]
    [InlineData("[BalancedDataset] public partial record Row { [ClassLabel] private readonly Breed _label = Breed.Birman; }")]
    [InlineData("[BalancedDataset] public partial record Row { [field: ClassLabel] public Breed Label { get; init; } }")]
    [InlineData("[BalancedDataset] public partial record Row([ClassLabel] Breed Label) { public Breed Label { get; } = Label; }")]
    [InlineData("[BalancedDataset] public partial record Row([ClassLabel] Breed Label) { public readonly Breed Label = Label; }")]
    [InlineData("[BalancedDataset] public partial class Row { [ClassLabel] public required Breed Label { get; init; } }")]
    [InlineData("[BalancedDataset] public abstract partial class Row { [ClassLabel] public abstract Breed Label { get; } }")]
    [InlineData("[BalancedDataset] internal partial struct Row { [ClassLabel] internal Breed Label { get; set; } }")]
    [InlineData("[BalancedDataset] public partial record Row<T>(T Payload, [ClassLabel] Breed Label) where T : struct;")]
    [InlineData("public static partial class O { [BalancedDataset] private partial record struct Row([ClassLabel] Breed Label); }")]
    [InlineData("public partial class O { protected partial class P { [BalancedDataset] protected internal partial class Row { [ClassLabel] public Breed Label; } } }")]
    [InlineData("[BalancedDataset] public partial record Row([ClassLabel] Breed Label); public partial record Row;")]
    [InlineData("public partial record Row; [BalancedDataset] public partial record Row([ClassLabel] Breed Label);")]
    public void Target_is_completed_without_a_warning(string target)
    {
        GeneratorRun run = GeneratorRun.Of($"using BalanceGen; public enum Breed {{ Siamese, Birman }} {target}");

        Assert.Single(run.Result.GeneratedSources);
    }

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(0, 2, 1)]
    [InlineData(1, 0, 2)]
    [InlineData(1, 2, 0)]
    [InlineData(2, 0, 1)]
    [InlineData(2, 1, 0)]
    public void Parts_in_several_files_are_one_target_whichever_carries_the_attribute(int first, int second, int third)
    {
        string[] parts =
        [
            "using BalanceGen; namespace Pets; [BalancedDataset] public partial record Row;",
            "using BalanceGen; namespace Pets; public partial record Row { [ClassLabel(\"cat\", \"dog\")] public string Label { get; init; } = \"cat\"; }",
            "using BalanceGen; namespace Pets; public partial record Row { [SampleWeight] public double Weight { get; init; } = 2; }",
        ];
        string[] sources =
        [
            parts[first],
            parts[second],
            """
            using System.Globalization;
            using Pets;
            public static class Probe
            {
                private static readonly Row[] Rows = [new() { Label = "dog", Weight = 0.5 }, new(), new() { Label = "dog" }];
                public static string Run() => string.Create(CultureInfo.InvariantCulture,
                    $"{Row.Classes.Set}: {Row.Classes.IndexOf(Rows[0])} {Row.Classes.Index(Rows).Counts[1]} {Row.Classes.WeightRows(Rows)[0]} {Row.Classes.WeightRows(Rows)[1]}");
            }
            """,
            parts[third],
        ];

        Assert.Equal("Pets.Row.g.cs", Assert.Single(GeneratorRun.Of(sources).Result.GeneratedSources).HintName);
        Assert.Equal("cat, dog: 1 2 0.5 2", LoadedAssembly.Run(sources));
    }

    [Theory]
    [InlineData("public enum Breed { A, B }", "public", "public")]
    [InlineData("internal enum Breed { A, B }", "public", "internal")]
    [InlineData("public partial class Row { private enum Breed { A, B } }", "public", "private")]
    [InlineData("public partial class Row { protected enum Breed { A, B } }", "public", "private")]
    [InlineData("public partial class Row { protected internal enum Breed { A, B } }", "public", "internal")]
    [InlineData("public partial class Row { private protected enum Breed { A, B } }", "public", "private")]
    public void Label_overloads_are_no_more_accessible_than_the_label(string declaration, string targetAccess, string expected)
    {
        GeneratorRun run = GeneratorRun.Of(
            $"using BalanceGen; {declaration} [BalancedDataset] {targetAccess} partial class Row {{ [ClassLabel] private Breed Label {{ get; set; }} }}");

        Assert.Contains($" {expected} static int IndexOf(global::", run.Text(), StringComparison.Ordinal);
        Assert.Contains("public static int IndexOf(in global::Row row)", run.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("private enum Breed { A, B }", "private")]
    [InlineData("protected enum Breed { A, B }", "protected")]
    [InlineData("protected enum Breed { A, B }", "private")]
    [InlineData("private protected enum Breed { A, B }", "private protected")]
    public void Label_overloads_stay_public_where_the_target_is_confined_like_the_label(string declaration, string targetAccess)
    {
        GeneratorRun run = GeneratorRun.Of(
            $"using BalanceGen; public partial class Outer {{ {declaration} [BalancedDataset] {targetAccess} partial record struct Row([ClassLabel] Breed Label); }}");

        Assert.Contains("public static int IndexOf(global::Outer.Breed label)", run.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Derived_data_set_hides_the_classes_of_its_base_without_a_warning()
    {
        GeneratorRun run = GeneratorRun.Of("""
            using BalanceGen;
            [BalancedDataset] public partial record Animal([ClassLabel] bool IsWild);
            [BalancedDataset] public partial record Cat(bool IsWild, [ClassLabel("a", "b")] string Breed) : Animal(IsWild);
            """);

        Assert.Equal(
            [false, true],
            run.Result.GeneratedSources.OrderBy(source => source.HintName, StringComparer.Ordinal)
                .Select(source => source.SourceText.ToString().Contains("public new static class Classes", StringComparison.Ordinal)));
    }

    [Fact]
    public void Obsolete_symbols_of_the_user_do_not_warn_in_generated_code()
    {
        GeneratorRun run = GeneratorRun.Start(TestCompilation.Of("""
            using BalanceGen;
            public enum Breed { Siamese = 4, [System.Obsolete("Use Siamese.")] Siam = 2, [System.Obsolete("Gone.", error: true)] Thai = -3 }
            [System.Obsolete("Old.")] public enum Old { A, B }
            [BalancedDataset] public partial record Cat([ClassLabel] Breed Breed);
            #pragma warning disable CS0618
            [BalancedDataset] public partial record Dog([ClassLabel] Old Old) { [System.Obsolete] public Old Old { get; } = Old; }
            #pragma warning restore CS0618
            """));

        Assert.Empty(run.WarningsAndErrors());
        Assert.Contains("(global::Breed)(-3) => 2,", run.Result.GeneratedSources[0].SourceText.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Naming an experimental symbol is an error, which the user switches off where the own code does it.</summary>
    [Fact]
    public void Experimental_symbols_of_the_user_are_no_error_in_generated_code()
    {
        GeneratorRun run = GeneratorRun.Start(TestCompilation.Of("""
            using BalanceGen;
            using System.Diagnostics.CodeAnalysis;
            public enum Breed { Siamese, [Experimental("X0")] Birman }
            [Experimental("X1")] public enum New { A, B }
            [Experimental("X2")] public static class Outer { public enum Inner { A, B } public record struct Row(bool Label); }
            [BalancedDataset] public partial record Cat([ClassLabel] Breed Breed);
            [BalancedDataset, Experimental("X3")] public partial record Own([ClassLabel] bool Label);
            #pragma warning disable X1, X2, X4, X5, X6
            [BalancedDataset] public partial record Dog([ClassLabel(Missing = MissingLabelPolicy.Ignore)] New? New);
            [BalancedDataset] public partial record Cow([ClassLabel(Encoding = LabelEncoding.Set)] System.Collections.Generic.List<Outer.Inner> Inner);
            [BalancedDataset, ClassColumns("A", "B")] public partial class Columns { [Experimental("X4")] public bool A; public bool B; [SampleWeight, Experimental("X5")] public double Weight; [Group] public Hospital? Hospital; }
            [Experimental("X4")] public sealed record Hospital(int Number);
            [BalancedDataset] public partial record Path([ClassLabel(Path = "Kind")] Step Step);
            public record Step([property: Experimental("X6")] Breed Kind);
            [BalancedDataset<Outer.Row>] public static partial class Companion { [ClassLabel] static bool Label(Outer.Row row) => row.Label; }
            #pragma warning restore X1, X2, X4, X5, X6
            """));

        Assert.Empty(run.WarningsAndErrors());
        Assert.Equal("Cat Columns Companion Cow Dog Own Path", string.Join(" ", run.Result.GeneratedSources.Select(source => source.HintName.Replace(".g.cs", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Hint_name_is_the_full_metadata_name()
    {
        GeneratorRun run = GeneratorRun.Of("""
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel] bool Label);
            [BalancedDataset] public partial record Row<T>([ClassLabel] bool Label);
            namespace A.@class
            {
                [BalancedDataset] public partial record Row([ClassLabel] bool Label);
                public partial class Outer<T> { [BalancedDataset] public partial record Row([ClassLabel] bool Label); }
            }
            """);

        Assert.Equal(
            ["A.class.Outer-1-Row.g.cs", "A.class.Row.g.cs", "Row-1.g.cs", "Row.g.cs"],
            run.Result.GeneratedSources.Select(source => source.HintName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Types_that_differ_only_in_case_get_different_hint_names()
    {
        GeneratorRun run = GeneratorRun.Of("""
            using BalanceGen;
            namespace A { [BalancedDataset] public partial record Row([ClassLabel] bool Label); [BalancedDataset] public partial record ROW([ClassLabel] bool Label); }
            namespace a { [BalancedDataset] public partial record Row([ClassLabel] bool Label); }
            """);

        Assert.Equal(3, run.Result.GeneratedSources.Select(source => source.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Attribute_on_two_parts_keeps_the_output_of_other_targets()
    {
        GeneratorRun run = GeneratorRun.Start(TestCompilation.Of("""
            using BalanceGen;
            [BalancedDataset] public partial record Twice([ClassLabel] bool Label);
            [BalancedDataset] public partial record Twice;
            [BalancedDataset] public partial record Other([ClassLabel] bool Label);
            """));

        Assert.Equal(["CS0579"], run.WarningsAndErrors().Select(diagnostic => diagnostic.Id));
        Assert.Equal(2, run.Result.GeneratedSources.Length);
    }

    [Fact]
    public void Generated_text_has_unix_line_ends_and_no_byte_order_mark()
    {
        foreach (string source in Cases.All.Values.Select(source => source.ReplaceLineEndings("\r\n")))
        {
            GeneratorRun run = GeneratorRun.Of(source);

            Assert.DoesNotContain('\r', run.Text());
            Assert.Empty(run.Result.GeneratedSources[0].SourceText.Encoding!.GetPreamble());
        }
    }

    [Fact]
    public void Class_names_cannot_break_out_of_documentation()
    {
        GeneratorRun run = GeneratorRun.Of(""""
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel("</summary>", "a\nb", "&amp;", "\u2028x", "{0}", "*/")] string Label);
            """");

        Assert.Contains("&lt;/summary&gt;, a\uFFFDb, &amp;amp;, \uFFFDx, {0}, */", run.Text(), StringComparison.Ordinal);
    }
}

using BalanceGen.CodeFixes;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class EmptyClassUsedTests
{
    private const string Types = """
        public enum Breed { Siamese, Birman }
        [BalancedDataset(ClassCounts = "cats.classcounts.csv")] public partial record struct Cat([ClassLabel] Breed Breed);
        [BalancedDataset, ClassCount(Breed.Siamese, 1), ClassCount(Breed.Birman, 0)] public partial record struct Declared([ClassLabel] Breed Breed);
        [BalancedDataset, ClassCount(Breed.Siamese, 1), ClassCount(Breed.Birman, 1)] public partial record struct Full([ClassLabel] Breed Breed);
        [BalancedDataset, ClassCount(Breed.Siamese, 0), ClassCount(Breed.Siamese, 5)] public partial record struct Twice([ClassLabel] Breed Breed);
        [BalancedDataset(ZeroCounts = ZeroCountRule.ZeroWeight), ClassCount(Breed.Siamese, 1), ClassCount(Breed.Birman, 0)] public partial record struct LeftOut([ClassLabel] Breed Breed);
        """;

    private const string WithPolicy =
        "[BalancedDataset(ZeroCounts = ZeroCountRule.ZeroWeight), ClassCount(false, 0), ClassCount(true, 1)] public partial record struct Row([ClassLabel] bool Label);";

    private static readonly ProjectFiles Files = new ProjectFiles().With("/cats.classcounts.csv", "Siamese,160");

    [Fact]
    public Task Weights_and_samplers_that_would_throw_are_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.EmptyClassUsed,
            UsageSource.Of(
                """
                static object A(IndexedDataset<Cat> cats) => ClassWeights.{|BALG0211:Balanced|}(cats.Counts);
                static object B(Declared[] rows) => ClassWeights.{|BALG0211:EffectiveNumber|}(Declared.Classes.CountRows(rows), 0.9);
                static object C(IndexedDataset<Cat> cats) => cats.{|BALG0211:BalancedSampler|}(1);
                static object D(IndexedDataset<Cat> cats) { var index = cats.Index; return new {|BALG0211:WeightedRandomSampler|}(index, 1); }
                static object E(IndexedDataset<Cat> cats) => cats.{|BALG0211:WeightedRandomSampler|}(1, Cat.Classes.KnownCounts.Tables);
                """,
                Types),
            Files,
            "ClassWeights.Balanced throws an EmptyClassException, because class 'Birman' of 'Cat' is not in 'cats.classcounts.csv' and so has 0 rows; pass a ZeroCountPolicy",
            "ClassWeights.EffectiveNumber throws an EmptyClassException, because class 'Birman' of 'Declared' is declared with 0 rows; pass a ZeroCountPolicy",
            "BalancedSampler throws an EmptyClassException, because class 'Birman' of 'Cat' is not in 'cats.classcounts.csv' and so has 0 rows; pass a ZeroCountPolicy",
            "WeightedRandomSampler throws an EmptyClassException, because class 'Birman' of 'Cat' is not in 'cats.classcounts.csv' and so has 0 rows; pass a ZeroCountPolicy",
            "WeightedRandomSampler throws an EmptyClassException, because class 'Birman' of 'Cat' is not in 'cats.classcounts.csv' and so has 0 rows; declare ZeroCounts = ZeroCountRule.ZeroWeight in [BalancedDataset] of 'Cat', which its tables obey");

    /// <summary>Nothing but the counts is declared: the error is where the empty class would be divided by or drawn.</summary>
    [Theory]
    [InlineData("ClassWeights.{|BALG0211:Balanced|}(rows.Counts)")]
    [InlineData("ClassWeights.{|BALG0211:InverseFrequency|}(rows.Counts)")]
    [InlineData("ClassWeights.{|BALG0211:Power|}(rows.Counts, 0.5)")]
    [InlineData("ClassWeights.{|BALG0211:MedianFrequency|}(rows.Counts)")]
    [InlineData("ClassWeights.{|BALG0211:EffectiveNumber|}(rows.Counts, 0.99)")]
    [InlineData("ClassWeights.{|BALG0211:RepeatFactor|}(rows.Counts, 0.5)")]
    [InlineData("ClassWeights.{|BALG0211:ImportanceCorrection|}(rows.Counts, TargetDistribution.Uniform, TargetDistribution.SquareRoot)")]
    [InlineData("LogitPriors.{|BALG0211:Of|}(rows.Counts)")]
    [InlineData("rows.{|BALG0211:BalancedSampler|}(1)")]
    [InlineData("new {|BALG0211:BalancedSampler|}(rows.Index, 1)")]
    [InlineData("rows.{|BALG0211:WeightedRandomSampler|}(1)")]
    [InlineData("rows.{|BALG0211:StratifiedRandomSampler|}(1, 2)")]
    [InlineData("rows.{|BALG0211:ClassAwareSampler|}(1, 2, 1)")]
    [InlineData("rows.{|BALG0211:RepeatFactorSampler|}(1, 0.5)")]
    [InlineData("rows.{|BALG0211:MinimumQuotaSampler|}(1, 4, new int[] { 1, 0 })")]
    public async Task What_is_reported_throws(string expression)
    {
        string Source(string value) => UsageSource.Of(
            $$"""
            static object Make(IndexedDataset<Declared> rows) => {{value}};
            public static object Run() => Make(Declared.Classes.Index(new Declared[] { new(Breed.Siamese) }));
            """,
            Types);

        await AnalyzerVerifier.VerifyAsync(Descriptors.EmptyClassUsed, Source(expression), Files);

        using var loaded = new LoadedAssembly(Files, MarkedSource.Parse(Source(expression)).Text);
        Assert.Throws<EmptyClassException>(() => loaded.Call("Training"));
    }

    [Theory]
    [InlineData(null, DiagnosticSeverity.Error)]
    [InlineData("warning", DiagnosticSeverity.Warning)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    public async Task Severity_is_an_error_and_configurable(string? configured, DiagnosticSeverity expected)
    {
        CSharpCompilation compilation = TestCompilation.Of(
            UsageSource.Of("static object A(IndexedDataset<Declared> rows) => ClassWeights.Balanced(rows.Counts);", Types));
        string entry = configured is null ? "" : $"dotnet_diagnostic.BALG0211.severity = {configured}";
        compilation = compilation.WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(new EditorConfig(entry)));

        Diagnostic reported = Assert.Single(await AnalyzerVerifier.DiagnosticsAsync(Descriptors.EmptyClassUsed, compilation, Files));

        Assert.Equal(expected, reported.Severity);
    }

    /// <summary>The remedy of the message, and that nothing else can be passed to such a call.</summary>
    [Theory]
    [InlineData("BalancedSampler")]
    [InlineData("WeightedRandomSampler")]
    public async Task A_record_that_declares_its_policy_can_be_sampled_with_its_tables(string sampler)
    {
        string Source(string sampled) => UsageSource.Of(
            $$"""
            static object Make(IndexedDataset<{{sampled}}> rows) => rows.{{sampler}}(1, {{sampled}}.Classes.KnownCounts.Tables);
            public static object Run() => Make({{sampled}}.Classes.Index(new {{sampled}}[] { new(Breed.Siamese) }));
            """,
            Types);

        await AnalyzerVerifier.VerifyAsync(
            Descriptors.EmptyClassUsed,
            Source("Declared").Replace($"rows.{sampler}", $"rows.{{|BALG0211:{sampler}|}}", StringComparison.Ordinal), Files);
        Assert.Empty(await CodeFixVerifier.TitlesAsync<EmptyClassUsedFixer>(
            Descriptors.EmptyClassUsed,
            UsageSource.Of($"static object A(IndexedDataset<Declared> rows, SamplerTables tables) => rows.{sampler}(1, tables);", Types)));

        await AnalyzerVerifier.VerifyAsync(Descriptors.EmptyClassUsed, Source("LeftOut"), Files);
        using var loaded = new LoadedAssembly(Files, Source("LeftOut"));
        Assert.NotNull(loaded.Call("Training"));
    }

    [Fact]
    public Task Policies_and_classes_with_rows_are_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.EmptyClassUsed,
            UsageSource.Of(
                """
                static object A(IndexedDataset<Cat> cats) => ClassWeights.Balanced(cats.Counts, ZeroCountPolicy.ZeroWeight);
                static object B(IndexedDataset<Full> cats) => ClassWeights.Balanced(cats.Counts);
                static object C(IndexedDataset<Cat> cats) => cats.BalancedSampler(1, zeroCounts: ZeroCountPolicy.Throw);
                static object D(IndexedDataset<Cat> cats) => cats.BalancedSampler(1, TargetDistribution.AsSource);
                static object E(ClassCounts counts) => ClassWeights.Balanced(counts);
                static object F(IndexedDataset<Cat> cats) => cats.RandomSampler(1);
                static object G(IndexedDataset<Cat> cats, SampleWeights weights) => cats.WeightedRandomSampler(weights, 1);
                static object H(IndexedDataset<Cat> cats, TargetSchedule schedule) => cats.ScheduledBalancedSampler(1, schedule);
                static object I(IndexedDataset<Cat> cats) => cats.ClassAwareSampler(1, 1, 1, ZeroCountPolicy.ZeroWeight);
                static object J(IndexedDataset<Twice> cats) => cats.BalancedSampler(1);
                static object G(IndexedDataset<LeftOut> cats) => cats.BalancedSampler(1, LeftOut.Classes.KnownCounts.Tables);
                """,
                Types),
            Files);

    [Theory]
    [InlineData("var counts = cats.Counts; var same = counts;", "same")]
    [InlineData("var index = cats.Index;", "index.Counts")]
    [InlineData("", "Declared.Classes.CountRows(rows)")]
    [InlineData("", "Declared.Classes.Index(rows).Counts")]
    [InlineData("var indexed = Declared.Classes.Index(rows);", "indexed.Index.Counts")]
    public Task The_row_type_is_followed_through_what_was_made_from_the_data_set(string before, string counts) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.EmptyClassUsed,
            UsageSource.Of(
                $"static object A(IndexedDataset<Declared> cats, Declared[] rows) {{ {before} return ClassWeights.{{|BALG0211:Balanced|}}({counts}); }}", Types),
            Files);

    [Theory]
    [InlineData("var counts = cats.Counts; counts = others.Counts;", "counts")]
    [InlineData("", "Own.Count(cats)")]
    [InlineData("", "holder.Counts")]
    public Task Counts_that_may_be_of_other_rows_are_fine(string before, string counts) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.EmptyClassUsed,
            UsageSource.Of(
                $$"""
                static class Own { public static ClassCounts Count(object rows) => throw new NotSupportedException(); }
                sealed class Holder { public ClassCounts Counts => throw new NotSupportedException(); }
                static object A(IndexedDataset<Declared> cats, IndexedDataset<Full> others, Holder holder) { {{before}} return ClassWeights.Balanced({{counts}}); }
                """,
                Types),
            Files);

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.EmptyClassUsed,
            UsageSource.Of("static object A(IndexedDataset<Cat> cats) => cats.{|BALG0211:BalancedSampler|}(1);", Types), Files);

    [Theory]
    [InlineData("ZeroWeight", "ZeroCountPolicy.ZeroWeight")]
    [InlineData("Smooth", "ZeroCountPolicy.Smooth(1)")]
    [InlineData("Throw", "ZeroCountPolicy.Throw")]
    public Task Fix_passes_weights_the_chosen_policy(string key, string policy) =>
        CodeFixVerifier.VerifyAsync<EmptyClassUsedFixer>(
            Descriptors.EmptyClassUsed,
            UsageSource.Of("static object A(IndexedDataset<Declared> rows) => ClassWeights.Balanced(rows.Counts);", Types),
            UsageSource.Of($"static object A(IndexedDataset<Declared> rows) => ClassWeights.Balanced(rows.Counts, zeroCounts: {policy});", Types),
            key);

    [Fact]
    public Task Fix_passes_the_declared_policy() =>
        CodeFixVerifier.VerifyAsync<EmptyClassUsedFixer>(
            Descriptors.EmptyClassUsed,
            UsageSource.Of("static object A(IndexedDataset<Row> rows) => new WeightedRandomSampler(rows.Index, 1);", WithPolicy),
            UsageSource.Of("static object A(IndexedDataset<Row> rows) => new WeightedRandomSampler(rows.Index, 1, zeroCounts: Row.Classes.ZeroCounts);", WithPolicy),
            "Declared");

    [Fact]
    public async Task Policies_are_actions_of_their_own()
    {
        Assert.Equal(
            ["Pass the declared policy", "Leave classes without rows out: weight 0 and share 0", "Keep the exception"],
            await CodeFixVerifier.TitlesAsync<EmptyClassUsedFixer>(
                Descriptors.EmptyClassUsed,
                UsageSource.Of("static object A(IndexedDataset<Row> rows) => rows.BalancedSampler(1);", WithPolicy)));
        Assert.Equal(
            ["Leave classes without rows out: weight 0 and share 0", "Count every class one row higher", "Keep the exception"],
            await CodeFixVerifier.TitlesAsync<EmptyClassUsedFixer>(
                Descriptors.EmptyClassUsed,
                UsageSource.Of("static object A(IndexedDataset<Declared> rows) => LogitPriors.Of(rows.Counts);", Types)));
    }

    [Fact]
    public Task Fix_all_passes_the_policy_everywhere() =>
        CodeFixVerifier.VerifyFixAllAsync<EmptyClassUsedFixer>(
            Descriptors.EmptyClassUsed,
            [
                UsageSource.Of("""
                    static object A(IndexedDataset<Declared> rows) => ClassWeights.Balanced(rows.Counts);
                    static object B(IndexedDataset<Declared> rows) => rows.BalancedSampler(1);
                    """, Types),
            ],
            [
                UsageSource.Of("""
                    static object A(IndexedDataset<Declared> rows) => ClassWeights.Balanced(rows.Counts, zeroCounts: ZeroCountPolicy.ZeroWeight);
                    static object B(IndexedDataset<Declared> rows) => rows.BalancedSampler(1, zeroCounts: ZeroCountPolicy.ZeroWeight);
                    """, Types),
            ],
            "ZeroWeight");

    [Fact]
    public Task Code_that_catches_the_exception_or_asks_for_empty_classes_before_is_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.EmptyClassUsed,
            UsageSource.Of(
                """
                static object? A(IndexedDataset<Cat> cats) { try { return ClassWeights.Balanced(cats.Counts); } catch (EmptyClassException) { return null; } }
                static object? B(IndexedDataset<Cat> cats) { try { return cats.BalancedSampler(1); } catch (Exception error) when (error is EmptyClassException) { return null; } }
                static object? C(IndexedDataset<Cat> cats) => cats.Counts.EmptyClasses.Count == 0 ? ClassWeights.Balanced(cats.Counts) : null;
                static object? D(IndexedDataset<Cat> cats) { if (cats.Counts.EmptyClasses.Count > 0) { return null; } return cats.BalancedSampler(1); }
                static object? E(IndexedDataset<Cat> cats) { try { return ClassWeights.{|BALG0211:Balanced|}(cats.Counts); } catch (FormatException) { return null; } }
                static object? F(IndexedDataset<Cat> cats) { try { return null; } catch (EmptyClassException) { return ClassWeights.{|BALG0211:Balanced|}(cats.Counts); } }
                static object? G(IndexedDataset<Cat> cats) { if (cats.Counts.Total > 0) { return ClassWeights.{|BALG0211:Balanced|}(cats.Counts); } return null; }
                """,
                Types),
            Files);
}

using BalanceGen.CodeFixes;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class ClassWeightsAsSampleWeightsTests
{
    [Fact]
    public Task One_weight_per_class_is_reported_where_rows_are_weighted() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ClassWeightsAsSampleWeights,
            UsageSource.Of("""
                static object A(ClassWeights weights) => new SampleWeights({|BALG0204:weights.Values|});
                static object B(ClassWeights weights) { double[] copy = weights.Values.ToArray(); return new SampleWeights({|BALG0204:copy|}); }
                static object C(IndexedDataset<Cat> cats) { var w = new double[cats.Classes.Count]; w[0] = 1; return new SampleWeights({|BALG0204:w|}); }
                static object D() { var w = new double[Cat.Classes.Count]; return new SampleWeights({|BALG0204:w|}); }
                static double E(double[] losses, ClassWeights weights) => BatchWeights.WeightedMean(losses, {|BALG0204:weights.Values|}, LossReduction.MeanWithSampleWeight);
                static void F(ClassWeights weights) => Fit(sampleWeights: {|BALG0204:weights.Values|});
                static void Fit(ReadOnlySpan<double> sampleWeights) { }
                """));

    [Fact]
    public Task Message_names_the_parameter() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ClassWeightsAsSampleWeights,
            UsageSource.Of("static object A(ClassWeights weights) => new SampleWeights({|BALG0204:weights.Values|});"),
            "'values' of 'SampleWeights' takes one weight per row, but this is one weight per class; turn it into sample weights with ClassWeights.ToSampleWeights, or those of a batch with BatchWeights.FromClassWeights");

    [Fact]
    public Task One_weight_per_row_and_weights_of_classes_are_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ClassWeightsAsSampleWeights,
            UsageSource.Of("""
                static object A(double[] weights) => new SampleWeights(weights);
                static object B(ClassWeights weights, RowIndex index) => weights.ToSampleWeights(index);
                static object C(Cat[] rows) => new SampleWeights(new double[rows.Length]);
                static object D(IndexedDataset<Cat> cats) => new ClassWeights(cats.Classes, new double[cats.Classes.Count]);
                static void E(ClassWeights weights) => Fit(weights.Values);
                static void Fit(ReadOnlySpan<double> classWeights) { }
                """));

    [Theory]
    [InlineData("sampleWeight")]
    [InlineData("sampleWeights")]
    [InlineData("sample_weight")]
    [InlineData("sample_weights")]
    [InlineData("rowWeight")]
    [InlineData("rowWeights")]
    [InlineData("exampleWeight")]
    [InlineData("exampleWeights")]
    [InlineData("SampleWeights")]
    public Task Parameters_of_other_libraries_are_known_by_their_names(string parameter) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ClassWeightsAsSampleWeights,
            UsageSource.Of($$"""
                static void A(ClassWeights weights) => Fit({|BALG0204:weights.Values.ToArray()|});
                static void Fit(double[] {{parameter}}) { }
                """),
            $"'{parameter}' of 'Training' takes one weight per row, but this is one weight per class; turn it into sample weights with ClassWeights.ToSampleWeights, or those of a batch with BatchWeights.FromClassWeights");

    [Theory]
    [InlineData("weights.Values.ToArray().AsSpan()")]
    [InlineData("new double[counts.Classes.Count]")]
    [InlineData("new double[Digit.Classes.Count]")]
    public Task Copies_and_arrays_as_long_as_the_classes_are_seen(string values) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ClassWeightsAsSampleWeights,
            UsageSource.Of($"static object A(ClassWeights weights, ClassCounts counts) => new SampleWeights({{|BALG0204:{values}|}});"));

    [Theory]
    [InlineData("new double[counts.Total]")]
    [InlineData("new double[list.Count]")]
    [InlineData("new double[Own.Count]")]
    [InlineData("own.Values")]
    [InlineData("own.Values.ToArray()")]
    [InlineData("own.Listed.Values")]
    [InlineData("rows.Values")]
    [InlineData("new[] { 1.0, 2.0 }")]
    public Task Other_lengths_and_values_are_fine(string values) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ClassWeightsAsSampleWeights,
            UsageSource.Of($$"""
                sealed class Own { public const int Count = 3; public double[] Values = []; public Holder Listed = new(); }
                sealed class Holder { public double[] Values => [1]; }
                static object A(ClassCounts counts, List<int> list, Own own, Holder rows) => new SampleWeights({{values}});
                """));

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.ClassWeightsAsSampleWeights,
            UsageSource.Of("static object A(ClassWeights weights) => new SampleWeights({|BALG0204:weights.Values|});"));

    [Theory]
    [InlineData("static object A(IndexedDataset<Cat> cats) => new SampleWeights(ClassWeights.Balanced(cats.Counts).Values);", "static object A(IndexedDataset<Cat> cats) => ClassWeights.Balanced(cats.Counts).ToSampleWeights(cats.Index);")]
    [InlineData("static object A(IndexedDataset<Cat> cats) { var w = ClassWeights.Power(cats.Counts, 0.5); return new SampleWeights(w.Values); }", "static object A(IndexedDataset<Cat> cats) { var w = ClassWeights.Power(cats.Counts, 0.5); return w.ToSampleWeights(cats.Index); }")]
    public Task Fix_spreads_the_weights_over_the_rows_of_the_data_set(string source, string expected) =>
        CodeFixVerifier.VerifyAsync<ClassWeightsAsSampleWeightsFixer>(Descriptors.ClassWeightsAsSampleWeights, UsageSource.Of(source), UsageSource.Of(expected));

    [Theory]
    [InlineData("static object A(ClassWeights weights) => new SampleWeights(weights.Values);")]
    [InlineData("static object A(ClassCounts counts) => new SampleWeights(ClassWeights.Balanced(counts).Values);")]
    [InlineData("static double A(double[] losses, ClassWeights weights) => BatchWeights.WeightedMean(losses, weights.Values, LossReduction.MeanWithSampleWeight);")]
    public async Task No_fix_where_the_rows_are_not_known(string source) =>
        Assert.Empty(await CodeFixVerifier.TitlesAsync<ClassWeightsAsSampleWeightsFixer>(Descriptors.ClassWeightsAsSampleWeights, UsageSource.Of(source)));

    [Fact]
    public Task Fix_all_spreads_the_weights_of_every_data_set() =>
        CodeFixVerifier.VerifyFixAllAsync<ClassWeightsAsSampleWeightsFixer>(
            Descriptors.ClassWeightsAsSampleWeights,
            [
                UsageSource.Of("""
                    static object A(IndexedDataset<Cat> cats) => new SampleWeights(ClassWeights.Balanced(cats.Counts).Values);
                    static object B(IndexedDataset<Digit> digits) => new SampleWeights(ClassWeights.Balanced(digits.Counts).Values);
                    """),
            ],
            [
                UsageSource.Of("""
                    static object A(IndexedDataset<Cat> cats) => ClassWeights.Balanced(cats.Counts).ToSampleWeights(cats.Index);
                    static object B(IndexedDataset<Digit> digits) => ClassWeights.Balanced(digits.Counts).ToSampleWeights(digits.Index);
                    """),
            ]);
}

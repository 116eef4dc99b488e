using BalanceGen.Generators.Diagnostics.Analyzers;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class ClassWeightsAsSampleWeightsAnalyzerTests
{
    [Fact]
    public Task One_weight_per_class_is_reported_where_rows_are_weighted() =>
        AnalyzerVerifier.VerifyAsync<ClassWeightsAsSampleWeightsAnalyzer>(
            UsageSource.Of("""
                static object A(ClassWeights weights) => new SampleWeights({|BALG0204:weights.Values|});
                static object B(ClassWeights weights) { double[] copy = weights.Values.ToArray(); return new SampleWeights({|BALG0204:copy|}); }
                static object C(IndexedDataset<Cat> cats) { var w = new double[cats.Classes.Count]; w[0] = 1; return new SampleWeights({|BALG0204:w|}); }
                static object D() { var w = new double[Cat.Classes.Count]; return new SampleWeights({|BALG0204:w|}); }
                static double E(double[] losses, ClassWeights weights) => BatchWeights.WeightedMean(losses, {|BALG0204:weights.Values|}, WeightedMeanDivisor.WeightSum);
                static void F(ClassWeights weights) => Fit(sampleWeights: {|BALG0204:weights.Values|});
                static void Fit(ReadOnlySpan<double> sampleWeights) { }
                """));

    [Fact]
    public Task Message_names_the_parameter() =>
        AnalyzerVerifier.VerifyAsync<ClassWeightsAsSampleWeightsAnalyzer>(
            UsageSource.Of("static object A(ClassWeights weights) => new SampleWeights({|BALG0204:weights.Values|});"),
            "'values' of 'SampleWeights' takes one weight per row, but this is one weight per class; turn it into sample weights with ClassWeights.ToSampleWeights, or those of a batch with BatchWeights.FromClassWeights");

    [Fact]
    public Task One_weight_per_row_and_weights_of_classes_are_fine() =>
        AnalyzerVerifier.VerifyAsync<ClassWeightsAsSampleWeightsAnalyzer>(
            UsageSource.Of("""
                static object A(double[] weights) => new SampleWeights(weights);
                static object B(ClassWeights weights, RowIndex index) => weights.ToSampleWeights(index);
                static object C(Cat[] rows) => new SampleWeights(new double[rows.Length]);
                static object D(IndexedDataset<Cat> cats) => new ClassWeights(cats.Classes, new double[cats.Classes.Count]);
                static void E(ClassWeights weights) => Fit(weights.Values);
                static void Fit(ReadOnlySpan<double> classWeights) { }
                """));

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync<ClassWeightsAsSampleWeightsAnalyzer>(
            UsageSource.Of("static object A(ClassWeights weights) => new SampleWeights({|BALG0204:weights.Values|});"));
}

using BalanceGen.Generators.Diagnostics.Analyzers;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class DoubleCorrectionAnalyzerTests
{
    [Fact]
    public Task Weighted_batches_of_a_balancing_sampler_are_reported() =>
        AnalyzerVerifier.VerifyAsync<DoubleCorrectionAnalyzer>(
            UsageSource.Of("""
                static void A(IndexedDataset<Cat> cats, double[] w)
                {
                    var sampler = cats.BalancedSampler(1);
                    var weights = ClassWeights.{|BALG0203:Balanced|}(cats.Counts);
                    foreach (var batch in cats.Batches(sampler, 10)) { batch.SampleWeights(weights, w); }
                }
                static void B(RowIndex index, IndexedDataset<Cat> cats, double[] w)
                {
                    var sampler = new WeightedRandomSampler(cats.Index, 1);
                    var counts = cats.Counts;
                    double[] loss = ClassWeights.{|BALG0203:InverseFrequency|}(counts).Values.ToArray();
                    for (int epoch = 0; epoch < 3; epoch++)
                        foreach (var batch in cats.Batches(sampler, 10).Epoch(epoch)) { w[0] = loss[1]; }
                }
                static void C(Cat[] rows)
                {
                    var cats = Cat.Classes.Index(rows);
                    Fit(cats.BalancedSampler(1), ClassWeights.{|BALG0203:EffectiveNumber|}(Cat.Classes.CountRows(rows), 0.99));
                }
                static void Fit(Sampler sampler, ClassWeights weights) { }
                """));

    [Fact]
    public Task Message_names_scheme_data_set_and_sampler() =>
        AnalyzerVerifier.VerifyAsync<DoubleCorrectionAnalyzer>(
            UsageSource.Of("""
                static void A(IndexedDataset<Cat> cats) => Fit(cats.BalancedSampler(1), ClassWeights.{|BALG0203:Balanced|}(cats.Counts));
                static void Fit(Sampler sampler, ClassWeights weights) { }
                """),
            "The weights of 'ClassWeights.Balanced' correct the imbalance of 'cats' that its BalancedSampler has already corrected, so rare classes count twice; keep one of them, or use ClassWeights.ImportanceCorrection with the sampler's target");

    [Fact]
    public Task One_of_the_two_alone_is_fine() =>
        AnalyzerVerifier.VerifyAsync<DoubleCorrectionAnalyzer>(
            UsageSource.Of("""
                static void Shown(IndexedDataset<Cat> cats)
                {
                    var sampler = cats.BalancedSampler(1);
                    foreach (var batch in cats.Batches(sampler, 10)) { Console.WriteLine(batch.Count); }
                    var weights = ClassWeights.Balanced(cats.Counts);
                    Console.WriteLine(weights);
                    Console.WriteLine($"{weights[0]}");
                }
                static void Shuffled(IndexedDataset<Cat> cats, double[] w)
                {
                    var weights = ClassWeights.Balanced(cats.Counts);
                    foreach (var batch in cats.Batches(cats.RandomSampler(1), 10)) { batch.SampleWeights(weights, w); }
                    foreach (var batch in cats.Batches(cats.BalancedSampler(1), 10)) { Console.WriteLine(batch.Count); }
                }
                static void AsSource(IndexedDataset<Cat> cats, double[] w)
                {
                    var weights = ClassWeights.Balanced(cats.Counts);
                    foreach (var batch in cats.Batches(cats.BalancedSampler(1, TargetDistribution.AsSource), 10)) { batch.SampleWeights(weights, w); }
                }
                static void OtherData(IndexedDataset<Cat> cats, IndexedDataset<Cat> others, double[] w)
                {
                    var weights = ClassWeights.Balanced(others.Counts);
                    foreach (var batch in cats.Batches(cats.BalancedSampler(1), 10)) { batch.SampleWeights(weights, w); }
                }
                static void Corrected(IndexedDataset<Cat> cats, double[] w)
                {
                    var weights = ClassWeights.ImportanceCorrection(cats.Counts, TargetDistribution.Uniform, TargetDistribution.AsSource);
                    foreach (var batch in cats.Batches(cats.BalancedSampler(1), 10)) { batch.SampleWeights(weights, w); }
                }
                """));

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync<DoubleCorrectionAnalyzer>(
            UsageSource.Of("""
                static void A(IndexedDataset<Cat> cats) => Fit(cats.BalancedSampler(1), ClassWeights.{|BALG0203:Balanced|}(cats.Counts));
                static void Fit(Sampler sampler, ClassWeights weights) { }
                """));
}

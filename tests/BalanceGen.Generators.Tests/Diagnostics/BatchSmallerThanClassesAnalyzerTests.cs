using BalanceGen.Generators.Diagnostics.Analyzers;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class BatchSmallerThanClassesAnalyzerTests
{
    [Fact]
    public Task Batch_without_room_for_every_class_is_reported() =>
        AnalyzerVerifier.VerifyAsync<BatchSmallerThanClassesAnalyzer>(
            UsageSource.Of("""
                static Batches<Digit> A(IndexedDataset<Digit> digits) => digits.Batches(digits.BalancedSampler(1), {|BALG0208:9|});
                static Batches<Digit> B(IndexedDataset<Digit> digits)
                {
                    const int size = 4;
                    var sampler = new BalancedSampler(digits.Index, 1, TargetDistribution.Uniform);
                    return digits.Batches(batchSize: {|BALG0208:size|}, sampler: sampler);
                }
                """),
            "A batch of 9 cannot hold each of the 10 classes of 'Digit', which are to be drawn equally often; use a batch size of 10 or more",
            "A batch of 4 cannot hold each of the 10 classes of 'Digit', which are to be drawn equally often; use a batch size of 10 or more");

    [Fact]
    public Task Room_for_every_class_and_samplers_that_promise_none_are_fine() =>
        AnalyzerVerifier.VerifyAsync<BatchSmallerThanClassesAnalyzer>(
            UsageSource.Of("""
                static Batches<Digit> A(IndexedDataset<Digit> digits) => digits.Batches(digits.BalancedSampler(1), 10);
                static Batches<Digit> B(IndexedDataset<Digit> digits) => digits.Batches(digits.WeightedRandomSampler(1), 4);
                static Batches<Digit> C(IndexedDataset<Digit> digits) => digits.Batches(digits.BalancedSampler(1, TargetDistribution.SquareRoot), 4);
                static Batches<Digit> D(IndexedDataset<Digit> digits, int size) => digits.Batches(digits.BalancedSampler(1), size);
                static Batches<Cat> E(IndexedDataset<Cat> cats) => cats.Batches(cats.BalancedSampler(1), 2);
                """));

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync<BatchSmallerThanClassesAnalyzer>(
            UsageSource.Of("static Batches<Digit> A(IndexedDataset<Digit> digits) => digits.Batches(digits.BalancedSampler(1), {|BALG0208:9|});"));
}

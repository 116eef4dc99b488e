using BalanceGen.CodeFixes;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class BatchSmallerThanClassesTests
{
    [Fact]
    public Task Batch_without_room_for_every_class_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.BatchSmallerThanClasses,
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
        AnalyzerVerifier.VerifyAsync(
            Descriptors.BatchSmallerThanClasses,
            UsageSource.Of("""
                static Batches<Digit> A(IndexedDataset<Digit> digits) => digits.Batches(digits.BalancedSampler(1), 10);
                static Batches<Digit> B(IndexedDataset<Digit> digits) => digits.Batches(digits.WeightedRandomSampler(1), 4);
                static Batches<Digit> C(IndexedDataset<Digit> digits) => digits.Batches(digits.BalancedSampler(1, TargetDistribution.SquareRoot), 4);
                static Batches<Digit> D(IndexedDataset<Digit> digits, int size) => digits.Batches(digits.BalancedSampler(1), size);
                static Batches<Cat> E(IndexedDataset<Cat> cats) => cats.Batches(cats.BalancedSampler(1), 2);
                """));

    [Theory]
    [InlineData("digits.Batches(digits.BalancedSampler(1, target: default), {|BALG0208:9|})")]
    [InlineData("digits.Batches(digits.BalancedSampler(1, null!), {|BALG0208:1|})")]
    [InlineData("digits.Batches(digits.BalancedSampler(1), 0)")]
    [InlineData("digits.Batches(sampler, 4)")]
    [InlineData("Batches(digits.BalancedSampler(1), 4)")]
    public Task Default_target_is_the_uniform_one_and_unknown_samplers_promise_nothing(string batches) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.BatchSmallerThanClasses,
            UsageSource.Of($$"""
                static object A(IndexedDataset<Digit> digits, BalancedSampler sampler) => {{batches}};
                static object Batches(Sampler sampler, int batchSize) => sampler;
                """));

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.BatchSmallerThanClasses,
            UsageSource.Of("static Batches<Digit> A(IndexedDataset<Digit> digits) => digits.Batches(digits.BalancedSampler(1), {|BALG0208:9|});"));

    [Fact]
    public Task Fix_makes_room_for_every_class() =>
        CodeFixVerifier.VerifyAsync<BatchSmallerThanClassesFixer>(
            Descriptors.BatchSmallerThanClasses,
            UsageSource.Of("static Batches<Digit> A(IndexedDataset<Digit> digits) => digits.Batches(digits.BalancedSampler(1), batchSize: 9);"),
            UsageSource.Of("static Batches<Digit> A(IndexedDataset<Digit> digits) => digits.Batches(digits.BalancedSampler(1), batchSize: 10);"));

    [Fact]
    public async Task No_fix_of_a_constant_with_a_name() =>
        Assert.Empty(await CodeFixVerifier.TitlesAsync<BatchSmallerThanClassesFixer>(
            Descriptors.BatchSmallerThanClasses,
            UsageSource.Of("const int Size = 4; static Batches<Digit> A(IndexedDataset<Digit> digits) => digits.Batches(digits.BalancedSampler(1), Size);")));

    [Fact]
    public Task Fix_all_makes_room_everywhere() =>
        CodeFixVerifier.VerifyFixAllAsync<BatchSmallerThanClassesFixer>(
            Descriptors.BatchSmallerThanClasses,
            [
                UsageSource.Of("""
                    static Batches<Digit> A(IndexedDataset<Digit> digits) => digits.Batches(digits.BalancedSampler(1), 9);
                    static Batches<Cat> B(IndexedDataset<Cat> cats) => cats.Batches(cats.BalancedSampler(1), 1);
                    """),
            ],
            [
                UsageSource.Of("""
                    static Batches<Digit> A(IndexedDataset<Digit> digits) => digits.Batches(digits.BalancedSampler(1), 10);
                    static Batches<Cat> B(IndexedDataset<Cat> cats) => cats.Batches(cats.BalancedSampler(1), 2);
                    """),
            ]);

    [Fact]
    public Task Size_in_a_variable_and_sampler_of_a_side_or_a_field_are_seen() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.BatchSmallerThanClasses,
            UsageSource.Of("""
                static object A(IndexedDataset<Digit> digits) { int size = 2 + 3; var sampler = digits.BalancedSampler(1); return digits.Batches(sampler, {|BALG0208:size|}).BatchSize; }
                static object B(IndexedDataset<Digit> digits) { var (train, _) = digits.Split(0.2, 1); return train.Batches(train.BalancedSampler(1), {|BALG0208:5|}).BatchSize; }
                sealed class Trainer(IndexedDataset<Digit> digits)
                {
                    private readonly BalancedSampler _sampler = digits.BalancedSampler(1);
                    public Batches<Digit> Batches() => digits.Batches(_sampler, {|BALG0208:4|});
                }
                static object C(IndexedDataset<Digit> digits, int more) { int size = 5; size += more; return digits.Batches(digits.BalancedSampler(1), size).BatchSize; }
                """));
}

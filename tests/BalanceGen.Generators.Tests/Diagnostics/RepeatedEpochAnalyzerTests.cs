using BalanceGen.CodeFixes;
using BalanceGen.Generators.Diagnostics.Analyzers;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class RepeatedEpochAnalyzerTests
{
    [Fact]
    public Task The_same_draws_in_every_turn_are_reported() =>
        AnalyzerVerifier.VerifyAsync<RepeatedEpochAnalyzer>(
            UsageSource.Of("""
                static void A(IndexedDataset<Cat> cats)
                {
                    var sampler = cats.BalancedSampler(42);
                    for (int epoch = 0; epoch < 3; epoch++)
                        foreach (var batch in {|BALG0206:cats.Batches(sampler, 10)|}) { Console.WriteLine(batch.Count); }
                }
                static void Anew(IndexedDataset<Cat> cats, long seed)
                {
                    for (int epoch = 0; epoch < 3; epoch++)
                    {
                        var sampler = cats.BalancedSampler(seed);
                        foreach (var batch in {|BALG0206:cats.Batches(sampler, 10)|}) { Console.WriteLine(batch.Count); }
                    }
                }
                static void Rows(RowIndex index)
                {
                    int epoch = 0;
                    while (epoch++ < 3)
                        foreach (int row in {|BALG0206:new WeightedRandomSampler(index, 7)|}) { Console.WriteLine(row); }
                }
                static void Kept(IndexedDataset<Cat> cats)
                {
                    var batches = cats.Batches(cats.RandomSampler(1), 10);
                    foreach (int epoch in Enumerable.Range(0, 3))
                        foreach (var batch in {|BALG0206:batches|}) { Console.WriteLine(batch.Count); }
                }
                """));

    [Fact]
    public Task Message_ends_with_the_remedy() =>
        AnalyzerVerifier.VerifyAsync<RepeatedEpochAnalyzer>(
            UsageSource.Of("""
                static void A(RowIndex index)
                {
                    for (int epoch = 0; epoch < 3; epoch++) foreach (int row in {|BALG0206:new WeightedRandomSampler(index, 7)|}) { }
                }
                """),
            "Every turn of the loop enumerates the draws of epoch 0 again, in the same order; add .Epoch(epoch) with the number of the epoch");

    [Fact]
    public Task Draws_that_differ_or_are_enumerated_once_are_fine() =>
        AnalyzerVerifier.VerifyAsync<RepeatedEpochAnalyzer>(
            UsageSource.Of("""
                static void OfEpoch(IndexedDataset<Cat> cats)
                {
                    var sampler = cats.BalancedSampler(42);
                    for (int epoch = 0; epoch < 3; epoch++)
                        foreach (var batch in cats.Batches(sampler, 10).Epoch(epoch)) { }
                }
                static void OtherSeed(IndexedDataset<Cat> cats)
                {
                    for (int epoch = 0; epoch < 3; epoch++)
                        foreach (var batch in cats.Batches(cats.BalancedSampler(42 + epoch), 10)) { }
                }
                static void Drawn(IndexedDataset<Cat> cats, Random random)
                {
                    for (int epoch = 0; epoch < 3; epoch++)
                        foreach (var batch in cats.Batches(cats.BalancedSampler(random.NextInt64()), 10)) { }
                }
                static void Folds(IEnumerable<IndexedDataset<Cat>> folds)
                {
                    foreach (var cats in folds)
                        foreach (var batch in cats.Batches(cats.BalancedSampler(42), 10)) { }
                }
                static void Sizes(IndexedDataset<Cat> cats, int[] sizes)
                {
                    for (int i = 0; i < sizes.Length; i++)
                        foreach (var batch in cats.Batches(cats.BalancedSampler(42), sizes[i])) { }
                }
                static void Once(IndexedDataset<Cat> cats)
                {
                    foreach (var batch in cats.Batches(cats.BalancedSampler(42), 10))
                        for (int i = 0; i < batch.Count; i++) { Console.WriteLine(batch[i].File); }
                }
                static void Resumed(IndexedDataset<Cat> cats, SamplerState state)
                {
                    var batches = cats.Batches(cats.BalancedSampler(42), 10);
                    while (state.Draw < 100) { foreach (var batch in batches.ResumeFrom(state)) { state = batch.State; } }
                }
                """));

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync<RepeatedEpochAnalyzer>(
            UsageSource.Of("""
                static void A(RowIndex index)
                {
                    for (int epoch = 0; epoch < 3; epoch++) foreach (int row in {|BALG0206:new WeightedRandomSampler(index, 7)|}) { }
                }
                """));

    [Theory]
    [InlineData("cats.Batches(cats.BalancedSampler(1), 10)", "cats.Batches(cats.BalancedSampler(1), 10).Epoch(e)")]
    [InlineData("new WeightedRandomSampler(cats.Index, 7)", "(new WeightedRandomSampler(cats.Index, 7)).Epoch(e)")]
    public Task Fix_enumerates_the_epoch_of_the_loop(string draws, string expected) =>
        CodeFixVerifier.VerifyAsync<RepeatedEpochAnalyzer, RepeatedEpochFixer>(
            UsageSource.Of($"static void A(IndexedDataset<Cat> cats) {{ for (int e = 0; e < 3; e++) foreach (var x in {draws}) {{ }} }}"),
            UsageSource.Of($"static void A(IndexedDataset<Cat> cats) {{ for (int e = 0; e < 3; e++) foreach (var x in {expected}) {{ }} }}"));

    [Fact]
    public async Task Fix_is_not_offered_where_the_loop_counts_no_epochs() =>
        Assert.Empty(await CodeFixVerifier.TitlesAsync<RepeatedEpochAnalyzer, RepeatedEpochFixer>(
            UsageSource.Of("static void A(RowIndex index) { for (int e = 1; e < 3; e++) foreach (int row in new WeightedRandomSampler(index, 7)) { } }")));

    [Fact]
    public Task Fix_all_changes_every_loop() =>
        CodeFixVerifier.VerifyFixAllAsync<RepeatedEpochAnalyzer, RepeatedEpochFixer>(
            [
                UsageSource.Of("""
                    static void A(IndexedDataset<Cat> cats, Sampler s) { for (int e = 0; e < 3; e++) foreach (var x in cats.Batches(s, 10)) { } }
                    static void B(IndexedDataset<Cat> cats, Sampler s) { for (long f = 0; f < 3; f++) foreach (var x in cats.Batches(s, 10)) { } }
                    """),
            ],
            [
                UsageSource.Of("""
                    static void A(IndexedDataset<Cat> cats, Sampler s) { for (int e = 0; e < 3; e++) foreach (var x in cats.Batches(s, 10).Epoch(e)) { } }
                    static void B(IndexedDataset<Cat> cats, Sampler s) { for (long f = 0; f < 3; f++) foreach (var x in cats.Batches(s, 10).Epoch(f)) { } }
                    """),
            ]);
}

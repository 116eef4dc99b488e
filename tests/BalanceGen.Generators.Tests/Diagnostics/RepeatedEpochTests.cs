using BalanceGen.CodeFixes;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class RepeatedEpochTests
{
    [Fact]
    public Task The_same_draws_in_every_turn_are_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.RepeatedEpoch,
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
        AnalyzerVerifier.VerifyAsync(
            Descriptors.RepeatedEpoch,
            UsageSource.Of("""
                static void A(RowIndex index)
                {
                    for (int epoch = 0; epoch < 3; epoch++) foreach (int row in {|BALG0206:new WeightedRandomSampler(index, 7)|}) { }
                }
                """),
            "Every turn of the loop enumerates the draws of epoch 0 again, in the same order; add .Epoch(epoch) with the number of the epoch, or enumerate .Epochs(first, count) of the batches");

    [Fact]
    public Task Draws_that_differ_or_are_enumerated_once_are_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.RepeatedEpoch,
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
                static void Numbered(IndexedDataset<Cat> cats)
                {
                    foreach (int epoch in Enumerable.Range(0, 3))
                        foreach (var batch in cats.Batches(cats.BalancedSampler(epoch), 10)) { }
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

    [Theory]
    [InlineData("seed", "seed = 3 * seed;")]
    [InlineData("seed", "seed += 1;")]
    [InlineData("seed", "--seed;")]
    [InlineData("seed", "(seed, _) = (seed + 1, 0);")]
    [InlineData("seed", "Draw(out seed);")]
    [InlineData("seed", "Advance(ref seed);")]
    [InlineData("next", "seed += 1; next = seed;")]
    [InlineData("Last", "Last = 7;")]
    [InlineData("Settable", "")]
    [InlineData("Next()", "")]
    [InlineData("await Later()", "")]
    [InlineData("await later", "later = Later();")]
    [InlineData("captured", "Capture();")]
    [InlineData("Last", "Next();")]
    public Task A_seed_that_may_change_with_the_turn_is_fine(string seed, string change) =>
        AnalyzerVerifier.VerifyAsync(Descriptors.RepeatedEpoch, Seeded("cats.Batches(cats.BalancedSampler(SEED), 10)", seed, change));

    [Theory]
    [InlineData("seed", "Show(in seed); Show(seed);")]
    [InlineData("seed", "long copy = seed; copy += 1;")]
    [InlineData("Last", "")]
    [InlineData("Fixed", "")]
    [InlineData("seed + Last", "")]
    [InlineData("await later", "")]
    [InlineData("later.Result", "")]
    [InlineData("await given", "")]
    [InlineData("once", "")]
    [InlineData("Initial", "Next();")]
    [InlineData("Constant", "Next();")]
    public Task A_seed_that_the_loop_leaves_alone_is_reported(string seed, string change) =>
        AnalyzerVerifier.VerifyAsync(Descriptors.RepeatedEpoch, Seeded("{|BALG0206:cats.Batches(cats.BalancedSampler(SEED), 10)|}", seed, change));

    private static string Seeded(string draws, string seed, string change) => UsageSource.Of($$"""
        static long Last;
        static readonly long Initial = 3;
        const long Constant = 5;
        static long Settable { get; set; }
        static long Fixed { get; } = 4;
        static long Next() => ++Last;
        static System.Threading.Tasks.Task<long> Later() => System.Threading.Tasks.Task.FromResult(Next());
        static void Draw(out long seed) => seed = Next();
        static void Advance(ref long seed) => seed++;
        static void Show(in long seed) { }
        static async System.Threading.Tasks.Task Train(IndexedDataset<Cat> cats, long seed, System.Threading.Tasks.Task<long> given)
        {
            long next = 0, captured = 0, once = Next();
            void Capture() => captured++;
            System.Threading.Tasks.Task<long> later = Later();
            for (int epoch = 0; epoch < 3; epoch++)
            {
                foreach (var batch in {{draws.Replace("SEED", seed, StringComparison.Ordinal)}}) { Console.WriteLine(batch.Count + next); }
                {{change}}
            }
            await Later();
        }
        """);

    [Fact]
    public Task A_local_of_the_loop_that_a_call_sets_anew_is_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.RepeatedEpoch,
            UsageSource.Of("""
                static void A(IndexedDataset<Cat> cats, Random random)
                {
                    while (true)
                    {
                        long seed = random.NextInt64();
                        var sampler = cats.BalancedSampler(seed);
                        foreach (var batch in cats.Batches(sampler, 10)) { }
                    }
                }
                """));

    [Fact]
    public Task A_sampler_from_before_the_loop_is_reported_whatever_it_was_made_of() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.RepeatedEpoch,
            UsageSource.Of("""
                static void A(IndexedDataset<Cat> cats, Random random)
                {
                    var sampler = cats.BalancedSampler(random.NextInt64());
                    for (int epoch = 0; epoch < 3; epoch++)
                        foreach (var batch in {|BALG0206:cats.Batches(sampler, 10)|}) { }
                }
                """));

    [Theory]
    [InlineData("while (more())")]
    [InlineData("do")]
    [InlineData("foreach (int epoch in Enumerable.Range(0, 3))")]
    public Task Every_loop_over_epochs_is_seen(string loop) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.RepeatedEpoch,
            UsageSource.Of($$"""
                static void A(IndexedDataset<Cat> cats, Func<bool> more)
                {
                    {{loop}}
                    {
                        if (cats.Counts.Total > 0) { foreach (var batch in {|BALG0206:cats.Batches(cats.BalancedSampler(1), 10)|}) { } }
                    }
                    {{(loop == "do" ? "while (more());" : "")}}
                }
                """));

    [Theory]
    [InlineData("foreach (int size in sizes)", "cats.Batches(cats.BalancedSampler(1), 10)")]
    [InlineData("foreach (int size in Range(0, 3))", "cats.Batches(cats.BalancedSampler(1), 10)")]
    [InlineData("for (int i = 0; i < 3; i++) Each(() => {", "cats.Batches(cats.BalancedSampler(1), 10)", "});")]
    [InlineData("for (int i = 0; i < 3; i++)", "Own.Batches(sizes)")]
    public Task Loops_over_settings_lambdas_and_other_batches_are_fine(string before, string draws, string after = "") =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.RepeatedEpoch,
            UsageSource.Of($$"""
                static class Own { public static int[] Batches(int[] sizes) => sizes; }
                static IEnumerable<int> Range(int first, int count) => new[] { first, count };
                static void Each(Action action) => action();
                static void A(IndexedDataset<Cat> cats, int[] sizes) { {{before}} foreach (var batch in {{draws}}) { } {{after}} }
                """));

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.RepeatedEpoch,
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
        CodeFixVerifier.VerifyAsync<RepeatedEpochFixer>(
            Descriptors.RepeatedEpoch,
            UsageSource.Of($"static void A(IndexedDataset<Cat> cats) {{ for (int e = 0; e < 3; e++) foreach (var x in {draws}) {{ }} }}"),
            UsageSource.Of($"static void A(IndexedDataset<Cat> cats) {{ for (int e = 0; e < 3; e++) foreach (var x in {expected}) {{ }} }}"));

    [Fact]
    public async Task Fix_is_not_offered_where_the_loop_counts_no_epochs() =>
        Assert.Empty(await CodeFixVerifier.TitlesAsync<RepeatedEpochFixer>(
            Descriptors.RepeatedEpoch,
            UsageSource.Of("static void A(RowIndex index) { for (int e = 1; e < 3; e++) foreach (int row in new WeightedRandomSampler(index, 7)) { } }")));

    [Fact]
    public Task Fix_all_changes_every_loop() =>
        CodeFixVerifier.VerifyFixAllAsync<RepeatedEpochFixer>(
            Descriptors.RepeatedEpoch,
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

    [Theory]
    [InlineData("await foreach (var b in batches.LoadAsync(row => row.File)) { }", "await foreach (var b in batches.Epoch(e).LoadAsync(row => row.File)) { }")]
    [InlineData("foreach (var b in batches.Owned()) { }", "foreach (var b in batches.Epoch(e).Owned()) { }")]
    [InlineData("foreach (var b in batches.Epoch(0)) { }", "foreach (var b in batches.Epoch(e)) { }")]
    [InlineData("foreach (long row in s.RowNumbersOfEpoch(0)) { }", "foreach (long row in s.RowNumbersOfEpoch(e)) { }")]
    [InlineData("foreach (Cat row in cats.RowsOfEpoch(s, 0)) { }", "foreach (Cat row in cats.RowsOfEpoch(s, e)) { }")]
    [InlineData("long[] rows = s.RowNumbersOfEpoch(0);", "long[] rows = s.RowNumbersOfEpoch(e);")]
    public Task Fix_enumerates_the_epoch_of_loaders_lists_of_rows_and_written_epochs(string body, string expected) =>
        CodeFixVerifier.VerifyAsync<RepeatedEpochFixer>(
            Descriptors.RepeatedEpoch,
            UsageSource.Of($"static async System.Threading.Tasks.Task A(IndexedDataset<Cat> cats, Sampler s, Batches<Cat> batches) {{ for (int e = 0; e < 3; e++) {{ {body} await System.Threading.Tasks.Task.Yield(); }} }}"),
            UsageSource.Of($"static async System.Threading.Tasks.Task A(IndexedDataset<Cat> cats, Sampler s, Batches<Cat> batches) {{ for (int e = 0; e < 3; e++) {{ {expected} await System.Threading.Tasks.Task.Yield(); }} }}"));
}

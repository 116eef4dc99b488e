using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class ArgumentOutOfRangeTests
{
    [Fact]
    public Task Message_names_the_parameter_the_value_and_the_range() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ArgumentOutOfRange,
            UsageSource.Of("""
                static object A(IndexedDataset<Cat> cats) => cats.Split({|BALG0213:1.5|}, 1);
                static object B(IndexedDataset<Cat> cats) => cats.KFold({|BALG0213:1|}, 1);
                static object C(IndexedDataset<Cat> cats) => ClassWeights.EffectiveNumber(cats.Counts, {|BALG0213:1|});
                static object D(IndexedDataset<Cat> cats) => cats.RepeatFactorSampler(1, {|BALG0213:0|});
                static object E(IndexedDataset<Cat> cats) => ClassWeights.Power(cats.Counts, {|BALG0213:9|});
                static object F() => TargetDistribution.Of(1.5, {|BALG0213:-0.5|});
                static object G() => new ClassWeights(Cat.Classes.Set, 1, {|BALG0213:double.NaN|});
                """),
            "'testShare' of 'Split' is 1.5, which throws an ArgumentOutOfRangeException; pass a value above 0 and below 1",
            "'folds' of 'KFold' is 1, which throws an ArgumentOutOfRangeException; pass a value 2 or more",
            "'beta' of 'EffectiveNumber' is 1, which throws an ArgumentOutOfRangeException; pass a value at least 0 and below 1",
            "'threshold' of 'RepeatFactorSampler' is 0, which throws an ArgumentOutOfRangeException; pass a value above 0 and at most 1",
            "'exponent' of 'Power' is 9, which throws an ArgumentOutOfRangeException; pass a value from -4 to 4",
            "'shares' of 'Of' is -0.5, which throws an ArgumentOutOfRangeException; pass a value 0 or more",
            "'values' of 'ClassWeights' is NaN, which throws an ArgumentOutOfRangeException; pass a value 0 or more");

    /// <summary>The range that the library states by its attribute is the one that it enforces: values just outside throw.</summary>
    [Theory]
    [InlineData("rows.Split({|BALG0213:0|}, 1)")]
    [InlineData("rows.Split({|BALG0213:1|}, 1)")]
    [InlineData("rows.KFold({|BALG0213:1|}, 1)")]
    [InlineData("StratifiedKFold.Of(rows.Index, {|BALG0213:1|}, 1)")]
    [InlineData("StratifiedSplit.Of(rows.Index, {|BALG0213:1.0|}, 1)")]
    [InlineData("(object)rows.Batches(rows.RandomSampler(1), {|BALG0213:0|}).Count")]
    [InlineData("rows.WeightedRandomSampler(1, epochLength: {|BALG0213:0|})")]
    [InlineData("rows.BalancedSampler(1, epochLength: {|BALG0213:0|})")]
    [InlineData("rows.StratifiedRandomSampler(1, {|BALG0213:0|})")]
    [InlineData("rows.ClassAwareSampler(1, {|BALG0213:0|}, 1)")]
    [InlineData("rows.ClassAwareSampler(1, 1, {|BALG0213:0|})")]
    [InlineData("rows.MinimumQuotaSampler(1, 4, [{|BALG0213:-1|}, 1])")]
    [InlineData("rows.RepeatFactorSampler(1, {|BALG0213:0|})")]
    [InlineData("rows.RepeatFactorSampler(1, {|BALG0213:1.1|})")]
    [InlineData("ClassWeights.EffectiveNumber(rows.Counts, {|BALG0213:1|})")]
    [InlineData("ClassWeights.EffectiveNumber(rows.Counts, {|BALG0213:-0.1|})")]
    [InlineData("ClassWeights.Power(rows.Counts, {|BALG0213:4.1|})")]
    [InlineData("ClassWeights.RepeatFactor(rows.Counts, {|BALG0213:0|})")]
    [InlineData("new ClassWeights(rows.Classes, 1, {|BALG0213:-1|})")]
    [InlineData("new ClassCounts(rows.Classes, 1, {|BALG0213:-1|})")]
    [InlineData("LogitPriors.Of(rows.Counts, {|BALG0213:0|})")]
    [InlineData("LogitPriors.Of(rows.Counts, {|BALG0213:1001|})")]
    [InlineData("ZeroCountPolicy.Smooth({|BALG0213:0|})")]
    [InlineData("TargetDistribution.Power({|BALG0213:5|})")]
    [InlineData("TargetDistribution.Of(2, {|BALG0213:-1|})")]
    [InlineData("TargetDistribution.Proportional(2, {|BALG0213:-1|})")]
    [InlineData("TargetSchedule.Progressive({|BALG0213:0|})")]
    [InlineData("SamplingStrategy.Ratio({|BALG0213:0|})")]
    [InlineData("SamplingStrategy.Ratio({|BALG0213:1.1|})")]
    [InlineData("new RunningClassCounts(rows.Classes, {|BALG0213:1|})")]
    [InlineData("(object)rows.RandomSampler(1).Epoch({|BALG0213:-1|}).Count")]
    [InlineData("rows.RandomSampler(1).RowNumbersOfEpoch({|BALG0213:-1|})")]
    [InlineData("(object)rows.Batches(rows.RandomSampler(1), 1).Epoch({|BALG0213:-1|}).Count")]
    [InlineData("new int[3].Shuffle({|BALG0213:0|}, 1)")]
    [InlineData("StreamBatching.Batch(new int[3], {|BALG0213:0|})")]
    public async Task What_is_reported_throws(string expression)
    {
        string source = UsageSource.Of($$"""
            static object Make(IndexedDataset<Cat> rows) => {{expression}};
            public static object Run() => Make(Cat.Classes.Index(new Cat[] { new("a", Breed.Siamese), new("b", Breed.Birman), new("c", Breed.Birman), new("d", Breed.Siamese) }));
            """);

        await AnalyzerVerifier.VerifyAsync(Descriptors.ArgumentOutOfRange, source);

        using var loaded = new LoadedAssembly(MarkedSource.Parse(source).Text);
        Assert.ThrowsAny<ArgumentException>(() => loaded.Call("Training"));
    }

    [Fact]
    public Task Values_inside_of_the_range_and_those_that_are_not_known_are_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ArgumentOutOfRange,
            UsageSource.Of("""
                static object A(IndexedDataset<Cat> cats) => cats.Split(0.5, 1);
                static object B(IndexedDataset<Cat> cats, double share) => cats.Split(share, 1);
                static object C(IndexedDataset<Cat> cats) => ClassWeights.EffectiveNumber(cats.Counts, 0);
                static object D(IndexedDataset<Cat> cats) => cats.WeightedRandomSampler(1, epochLength: null);
                static object E(IndexedDataset<Cat> cats) { int size = 0; size += 3; return cats.StratifiedRandomSampler(1, size); }
                static object F(IndexedDataset<Cat> cats) { try { return cats.Split(2, 1); } catch (ArgumentOutOfRangeException) { return cats; } }
                static void Throws<T>(Func<object> action) { }
                static void G(IndexedDataset<Cat> cats) => Throws<ArgumentException>(() => cats.Split(2, 1));
                static object H(Own own) => own.Split(2, 1);
                sealed class Own { public object Split(double testShare, long seed) => this; }
                """));

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.ArgumentOutOfRange,
            UsageSource.Of("static object A(IndexedDataset<Cat> cats) => cats.Split({|BALG0213:1.5|}, 1);"));

    [Theory]
    [InlineData("rows.Batches(rows.StratifiedRandomSampler(1, 4), {|BALG0213:6|})")]
    [InlineData("rows.Batches(rows.StratifiedRandomSampler(1, 4), {|BALG0213:2|})")]
    [InlineData("rows.Batches(rows.ClassAwareSampler(1, classesPerBatch: 2, rowsPerClass: 3), {|BALG0213:8|})")]
    [InlineData("rows.Batches(rows.MinimumQuotaSampler(1, 4, [1, 1]), {|BALG0213:10|}, dropLast: true)")]
    [InlineData("rows.Batches(new StratifiedRandomSampler(rows.Index, 1, 4), {|BALG0213:5|})")]
    [InlineData("rows.Batches(rows.GivenOrderSampler(1, [0, 1, 1, 0], 2), {|BALG0213:3|})")]
    public Task Batches_that_cut_those_of_the_sampler_are_reported(string batches) => VerifyBatchesAsync(batches);

    [Theory]
    [InlineData("rows.Batches(rows.StratifiedRandomSampler(1, 4), 4)")]
    [InlineData("rows.Batches(rows.StratifiedRandomSampler(1, 4), 12)")]
    [InlineData("rows.Batches(rows.ClassAwareSampler(1, 2, 3), 6)")]
    [InlineData("rows.Batches(rows.ClassAwareSampler(1, 2, 3))")]
    [InlineData("rows.Batches(rows.StratifiedRandomSampler(1, size), 6)")]
    [InlineData("rows.Batches(rows.StratifiedRandomSampler(1, 4), size)")]
    [InlineData("rows.Batches(rows.BalancedSampler(1), 7)")]
    [InlineData("rows.Batches(rows.GivenOrderSampler(0, 1, 1), 2)")]
    [InlineData("rows.Batches(rows.StratifiedRandomSampler(1, 4).Shard(0, 2), 2)")]
    public Task Whole_batches_and_sizes_that_are_not_known_are_fine(string batches) => VerifyBatchesAsync(batches);

    [Fact]
    public Task Message_of_such_batches_has_both_numbers() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ArgumentOutOfRange,
            UsageSource.Of("static object A(IndexedDataset<Cat> rows) => rows.Batches(rows.StratifiedRandomSampler(1, 4), {|BALG0213:6|});"),
            "'batchSize' of 'Batches' is 6, which throws a BatchSizeException; pass a value that is a multiple of 4, the batch of the sampler");

    private static Task VerifyBatchesAsync(string batches) =>
        AnalyzerVerifier.VerifyAsync(Descriptors.ArgumentOutOfRange, UsageSource.Of($"static object A(IndexedDataset<Cat> rows, int size) => {batches};"));
}

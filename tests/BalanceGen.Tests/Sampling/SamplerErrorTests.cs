using System.Collections;
using System.Text.Json;

namespace BalanceGen.Tests.Sampling;

/// <summary>What samplers and splits refuse, by the name of the argument and with the message that a user reads.</summary>
public sealed class SamplerErrorTests
{
    private static readonly RowIndex Rows = Indices.Sorted(6, 4);
    private static readonly TargetDistribution Uniform = TargetDistribution.Uniform;

    [Fact]
    public void Null_is_refused_by_name()
    {
        (string Name, Action Call)[] calls =
        [
            ("index", () => _ = new BalancedSampler(null!, 1)),
            ("index", () => _ = new BalancedSampler(null!, 1, default(SamplerTables))),
            ("index", () => _ = new WeightedRandomSampler(null!, 1)),
            ("index", () => _ = new WeightedRandomSampler(null!, 1, default(SamplerTables))),
            ("index", () => _ = new WeightedRandomSampler(null!, new SampleWeights([1.0]), 1)),
            ("weights", () => _ = new WeightedRandomSampler(Rows, (SampleWeights)null!, 1)),
            ("index", () => _ = new StratifiedRandomSampler(null!, 1, 2)),
            ("index", () => _ = new ClassAwareSampler(null!, 1, 1, 1)),
            ("index", () => _ = new MinimumQuotaSampler(null!, 1, 2, [1, 1])),
            ("index", () => _ = new ScheduledBalancedSampler(null!, 1, TargetSchedule.Progressive(2))),
            ("schedule", () => _ = new ScheduledBalancedSampler(Rows, 1, null!)),
            ("index", () => _ = new RandomSampler(null!, 1)),
            ("index", () => _ = new SequentialSampler(null!)),
            ("index", () => _ = new BlockShuffleSampler(null!, 1, 2)),
            ("index", () => _ = new GivenOrderSampler(null!, 0)),
            ("lengths", () => new RandomSampler(Rows, 1).WithEpochLengths(null!)),
            ("index", () => _ = new RandomOverSampler(null!, 1)),
            ("index", () => _ = new RandomUnderSampler(null!, 1)),
            ("index", () => _ = new RepeatFactorSampler((RowIndex)null!, 1, 0.5)),
            ("repeatFactors", () => _ = new RepeatFactorSampler(Rows, 1, null!)),
            ("counts", () => _ = new WeightedRandomPlaceSampler(null!, 1)),
            ("shares", () => _ = new InterleavedSampler(1, (TargetDistribution)null!, new SequentialSampler(1))),
            ("sources", () => _ = new InterleavedSampler(1, Uniform, new SequentialSampler(1), null!)),
            ("schedule", () => _ = new InterleavedSampler(1, (TargetSchedule)null!, new SequentialSampler(1))),
            ("sources", () => _ = new InterleavedSampler(1, TargetSchedule.Progressive(2), new SequentialSampler(1), null!)),
            ("target", () => new BalancedSampler(Rows, 1).WithTarget(null!, 5)),
            ("target", () => new ScheduledBalancedSampler(Rows, 1, TargetSchedule.Progressive(2)).WithTarget(null!, 5)),
            ("index", () => StratifiedKFold.Of(null!, 2, 1)),
            ("index", () => StratifiedSplit.Of(null!, 0.5, 1)),
            ("sampler", () => ((Sampler)null!).FillParallel(0, new int[1])),
            ("counts", () => SamplingStrategy.Counts((null!, 1))),
            ("counts", () => _ = new RareClassException(null!, 2, 0)),
            ("json", () => SamplerState.FromJson(null!)),
            ("writer", () => new SamplerStateJsonConverter().Write(null!, default, new JsonSerializerOptions())),
        ];
        Assert.All(calls, call => Assert.Equal(call.Name, Assert.Throws<ArgumentNullException>(call.Call).ParamName));
    }

    [Fact]
    public void Numbers_outside_their_range_are_refused_by_name()
    {
        var balanced = new BalancedSampler(Rows, 1);
        var scheduled = new ScheduledBalancedSampler(Rows, 1, TargetSchedule.Progressive(2));
        var quota = new MinimumQuotaSampler(Rows, 1, 2, [1, 1]);
        var shard = balanced.Shard(0, 2, batchSize: 2);
        (string Name, Action Call)[] calls =
        [
            ("epochLength", () => _ = new BalancedSampler(Rows, 1, epochLength: 0)),
            ("epochLength", () => _ = new WeightedRandomSampler(Rows, 1, epochLength: 0)),
            ("epochLength", () => _ = new WeightedRandomSampler(Rows, new SampleWeights(new double[10].Select(_ => 1.0).ToArray()), 1, epochLength: 0)),
            ("epochLength", () => _ = new RandomSampler(Rows, 1, epochLength: 0)),
            ("epochLength", () => _ = new StratifiedRandomSampler(Rows, 1, 4, epochLength: 6)),
            ("batchSize", () => _ = new StratifiedRandomSampler(Rows, 1, 0)),
            ("rowCount", () => _ = new RandomSampler(-1, 1)),
            ("rowCount", () => _ = new SequentialSampler(-1)),
            ("blockLength", () => _ = new BlockShuffleSampler(Rows, 1, 0)),
            ("blockLength", () => _ = new BlockShuffleSampler(Rows, 1, 11)),
            ("windowBlocks", () => _ = new BlockShuffleSampler(Rows, 1, 2, 0)),
            ("windowBlocks", () => _ = new BlockShuffleSampler(Rows, 1, 2, (1 << 16) + 1)),
            ("rows", () => _ = new GivenOrderSampler(Rows, 0, 10)),
            ("batchSize", () => _ = new GivenOrderSampler(Rows, 1, [0, 1], 0)),
            ("classIndex", () => balanced.AchievedShare(-1)),
            ("fromDraw", () => balanced.WithTarget(Uniform, 0)),
            ("fromDraw", () => scheduled.WithTarget(Uniform, 0)),
            ("classIndex", () => scheduled.AchievedShare(2, 0)),
            ("draw", () => scheduled.AchievedShare(0, -1)),
            ("classIndex", () => quota.AchievedShare(2)),
            ("classIndex", () => new WeightedRandomSampler(Rows, 1).ShareOf(2)),
            ("classIndex", () => new StratifiedRandomSampler(Rows, 1, 2).ShareOf(2)),
            ("classIndex", () => new WeightedRandomPlaceSampler(Rows.Counts, 1).ShareOf(-1)),
            ("firstDraw", () => new WeightedRandomPlaceSampler(Rows.Counts, 1).Fill(-1, new ClassPlace[1])),
            ("row", () => new InterleavedSampler(1, Uniform, new SequentialSampler(3)).SourceOf(3)),
            ("row", () => new InterleavedSampler(1, Uniform, new SequentialSampler(3)).SourceOf(-1)),
            ("source", () => new InterleavedSampler(1, Uniform, new SequentialSampler(3)).AchievedShare(1, 0)),
            ("draw", () => new InterleavedSampler(1, Uniform, new SequentialSampler(3)).AchievedShare(0, -1)),
            ("worldSize", () => balanced.Shard(0, 0)),
            ("rank", () => balanced.Shard(-1, 2)),
            ("rank", () => balanced.Shard(2, 2)),
            ("batchSize", () => balanced.Shard(0, 2, batchSize: 0)),
            ("firstDraw", () => balanced.Shard(0, 2, firstDraw: -1)),
            ("draw", () => shard.GlobalDraw(-1)),
            ("draw", () => shard.RowAt(-1)),
            ("draw", () => shard.StateAt(-2)),
            ("worldSize", () => _ = new WorldRank(0, 0)),
            ("rank", () => _ = new WorldRank(-1, 1)),
            ("rank", () => _ = new WorldRank(1, 1)),
            ("folds", () => StratifiedKFold.Of(Rows, 1, 1)),
            ("fold", () => _ = StratifiedKFold.Of(Rows, 2, 1)[2]),
            ("fold", () => _ = StratifiedKFold.Of(Rows, 2, 1)[-1]),
            ("epoch", () => balanced.Epoch(-1)),
            ("firstDraw", () => balanced.Draws(-1, 1)),
            ("count", () => balanced.Draws(0, -1)),
            ("draw", () => balanced.StateAt(-1)),
        ];
        Assert.All(calls, call => Assert.Equal(call.Name, Assert.Throws<ArgumentOutOfRangeException>(call.Call).ParamName));
        Assert.Throws<OverflowException>(() => balanced.Epoch((long.MaxValue / balanced.EpochLength) + 1));
        foreach (Sampler sampler in (Sampler[])[balanced, scheduled, quota, shard, new WeightedRandomSampler(Rows, 1), new WeightedRandomSampler(Rows, 1, replacement: false), new StratifiedRandomSampler(Rows, 1, 2), new ClassAwareSampler(Rows, 1, 2, 1), new RandomSampler(Rows, 1), new SequentialSampler(Rows), new RandomOverSampler(Rows, 1), new RandomUnderSampler(Rows, 1), new RepeatFactorSampler(Rows, 1, 0.5), new InterleavedSampler(1, Uniform, balanced)])
        {
            Assert.Equal("firstDraw", Assert.Throws<ArgumentOutOfRangeException>(() => sampler.Fill(-1, new int[1])).ParamName);
        }
    }

    [Fact]
    public void What_is_asked_for_and_cannot_be_is_told_with_its_numbers()
    {
        AssertMessage<ArgumentOutOfRangeException>("There are 2 classes with rows, and those of a batch are different.", () => new ClassAwareSampler(Rows, 1, 3, 1));
        AssertMessage<ArgumentOutOfRangeException>("A batch would have 4294967294 rows.", () => new ClassAwareSampler(Rows, 1, 2, int.MaxValue));
        AssertMessage<ArgumentOutOfRangeException>("An epoch must be one or more whole batches of 4 draws.", () => new StratifiedRandomSampler(Rows, 1, 4, epochLength: 6));
        AssertMessage<MinimumQuotaException>("The minimum quotas of the classes add up to 9, and a batch has 8 draws. Make the batches larger or the minima smaller.", () => new MinimumQuotaSampler(Rows, 1, 8, [5, 4]));
        AssertMessage<ClassMismatchException>("The list of minima is for 1 classes, the data set has 2: 'class 0', 'class 1'.", () => new MinimumQuotaSampler(Rows, 1, 8, [5]));
        AssertMessage<ArgumentOutOfRangeException>("The minimum of class 'class 1' is negative.", () => new MinimumQuotaSampler(Rows, 1, 8, [5, -1]));
        AssertMessage<TooFewRowsException>("Requested 11 of 10 rows with a positive weight. Without replacement a row is drawn at most once an epoch: request at most 10, or draw with replacement.", () => new WeightedRandomSampler(Rows, 1, 11, replacement: false));
        AssertMessage<ArgumentException>("There are 1 weights and 10 rows.", () => new WeightedRandomSampler(Rows, new SampleWeights([1.0]), 1));
        AssertMessage<ClassMismatchException>("The list of repeat factors is for 1 classes, the data set has 2: 'class 0', 'class 1'.", () => new RepeatFactorSampler(Rows, 1, new ClassWeights(new ClassSet("x"), 1)));
        AssertMessage<ArgumentException>("The repeat factor of class 'class 1' is 0.5; it must be 0, or 1 or more. To show a class less often, undersample it.", () => new RepeatFactorSampler(Rows, 1, new ClassWeights(Rows.Classes, 1, 0.5)));
        AssertMessage<ArgumentException>("An epoch would have 10000000001 draws; at most", () => new RepeatFactorSampler(Indices.Sorted(1), 1, new ClassWeights(Indices.Classes(1), 1e10)));
        AssertMessage<ArgumentException>("At least one sampler is needed.", () => new InterleavedSampler(1, Uniform));
        AssertMessage<ArgumentException>("The tables are a default value. Pass Classes.KnownCounts.Tables of the record.", () => new BalancedSampler(Rows, 1, default(SamplerTables)));
        AssertMessage<ArgumentOutOfRangeException>("The test share must be of (0, 1).", () => StratifiedSplit.Of(Rows, 1, 1));
        AssertMessage<ArgumentOutOfRangeException>("There are only 10 rows.", () => StratifiedKFold.Of(Rows, 11, 1));
        AssertMessage<ArgumentOutOfRangeException>("No such policy for rare classes.", () => StratifiedSplit.Of(Rows, 0.5, 1, (RareClassPolicy)3));
        AssertMessage<ArgumentOutOfRangeException>("The ratio must be of (0, 1].", () => SamplingStrategy.Ratio(1.5));
        AssertMessage<ArgumentOutOfRangeException>("The number of rows of class 'a' is negative.", () => SamplingStrategy.Counts(("a", -1)));
        AssertMessage<ArgumentOutOfRangeException>("The ranks take 2 draws at a time; there is a common state only between them.", () => new SequentialSampler(10).Shard(0, 2, batchSize: 2).StateAt(3));
        AssertMessage<ArgumentException>(
            "The state stands at draw 5, where 2 ranks that take 2 draws at a time from draw 0 on do not stop together. Make the shards from it: sampler.Shard(rank, worldSize, state).",
            () => new SequentialSampler(10).Shard(0, 2, batchSize: 2).ResumeFrom(new SequentialSampler(10).StateAt(5)));
    }

    [Fact]
    public void Empty_data_is_refused_by_every_sampler_and_split()
    {
        RowIndex none = Indices.Sorted(0, 0);
        (string Operation, Action Call)[] calls =
        [
            ("A balanced sampler", () => _ = new BalancedSampler(none, 1)),
            ("A weighted random sampler", () => _ = new WeightedRandomSampler(none, 1)),
            ("A weighted random sampler", () => _ = new WeightedRandomSampler(none, new SampleWeights(ReadOnlySpan<double>.Empty), 1)),
            ("A stratified random sampler", () => _ = new StratifiedRandomSampler(none, 1, 2)),
            ("A class-aware sampler", () => _ = new ClassAwareSampler(none, 1, 1, 1)),
            ("A minimum quota sampler", () => _ = new MinimumQuotaSampler(none, 1, 2, [0, 0])),
            ("A balanced sampler", () => _ = new ScheduledBalancedSampler(none, 1, TargetSchedule.Progressive(2))),
            ("A random sampler", () => _ = new RandomSampler(none, 1)),
            ("A random sampler", () => _ = new RandomSampler(0, 1)),
            ("A sequential sampler", () => _ = new SequentialSampler(none)),
            ("A sequential sampler", () => _ = new SequentialSampler(0)),
            ("A block-shuffling sampler", () => _ = new BlockShuffleSampler(none, 1, 1)),
            ("A sampler of a given order", () => _ = new GivenOrderSampler(none, 0)),
            ("A random oversampler", () => _ = new RandomOverSampler(none, 1)),
            ("A random undersampler", () => _ = new RandomUnderSampler(none, 1)),
            ("A repeat factor sampler", () => _ = new RepeatFactorSampler(none, 1, 0.5)),
            ("A repeat factor sampler", () => _ = new RepeatFactorSampler(none, 1, new ClassWeights(none.Classes, 1, 1))),
            ("A weighted random sampler", () => _ = new WeightedRandomPlaceSampler(none.Counts, 1)),
            ("A stratified k-fold", () => StratifiedKFold.Of(none, 2, 1)),
            ("A stratified split", () => StratifiedSplit.Of(none, 0.5, 1)),
        ];
        Assert.All(calls, call => Assert.Equal($"{call.Operation} needs at least one row; the data set is empty.", Assert.Throws<EmptyDatasetException>(call.Call).Message));
    }

    [Fact]
    public void Options_that_leave_no_row_are_told_with_what_leaves_none()
    {
        (string Message, Action Call)[] calls =
        [
            ("A repeat factor sampler needs at least one row; every class with rows has the repeat factor 0.", () => _ = new RepeatFactorSampler(Indices.Sorted(5, 0), 1, new ClassWeights(Indices.Classes(2), 0, 1))),
            ("A repeat factor sampler needs at least one row; no row belongs to a class.", () => _ = new RepeatFactorSampler(MultiLabelRepeatFactorTests.Build(2, [[], []]), 1, 0.5)),
            ("A resampled epoch needs at least one row; the strategy leaves no row of any class.", () => _ = new RandomUnderSampler(Rows, 1, SamplingStrategy.Counts(("class 0", 0), ("class 1", 0)))),
        ];
        Assert.All(calls, call => Assert.Equal(call.Message, Assert.Throws<EmptyDatasetException>(call.Call).Message));
    }

    [Fact]
    public void Rare_classes_are_told_with_their_rows_and_the_way_out()
    {
        const string end = "too few rows for every subset of the split: 3 are needed. Add rows, or choose RareClassPolicy.KeepInTrain or RareClassPolicy.Spread where enough other rows are left.";
        RowIndex index = Indices.Sorted(9, 1, 2, 0);
        var error = Assert.Throws<RareClassException>(() => StratifiedKFold.Of(index, 3, 1));
        Assert.Equal($"The classes 'class 1' (1 row), 'class 2' (2 rows) have {end}", error.Message);
        Assert.Equal([1, 2], error.ClassIndices);
        Assert.Equal(3, error.RowsNeeded);
        Assert.Same(index.Counts, error.Counts);
        Assert.Equal($"The class 'class 1' (1 row) has {end}", new RareClassException(index.Counts, 3, 1).Message);
    }

    [Fact]
    public void A_share_that_is_too_small_is_told_with_its_class()
    {
        var error = Assert.Throws<ShareTooSmallException>(() => new BalancedSampler(Rows, 1, TargetDistribution.Proportional(1, 1e-9)));
        Assert.Equal(1, error.ClassIndex);
        Assert.Equal(1e-9, error.Share, 1e-15);
        Assert.StartsWith(FormattableString.Invariant($"The share {error.Share:R} of class 'class 1' is too small: a balanced sampler repeats its class order after at most "), error.Message, StringComparison.Ordinal);
        Assert.EndsWith(" draws, in which the class would not occur. Give it a greater share or the share 0, or use WeightedRandomSampler.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void States_are_refused_with_what_differs()
    {
        var sampler = new SequentialSampler(10);
        SamplerState state = sampler.StateAt(3);
        AssertMessage<SamplerStateMismatchException>($"The state belongs to another sampler: its seed is 5, this sampler's is {sampler.Seed}. This sampler is a SequentialSampler of 10 rows with epochs of 10 draws. Resume with the data set, seed, target and options the state was saved with.", () => sampler.ResumeFrom(state with { Seed = 5 }));
        AssertMessage<SamplerStateMismatchException>("The state belongs to another sampler: its format version is 9", () => sampler.ResumeFrom(state with { Version = 9 }));
        AssertMessage<SamplerStateMismatchException>("The state belongs to another sampler: it was saved with another kind. This sampler is a SequentialSampler of 10 rows with epochs of 10 draws. ", () => sampler.ResumeFrom(state with { ConfigurationHash = 7 }));
        AssertMessage<SamplerStateFormatException>("", () => SamplerState.FromJson("[]"));
        Assert.Contains("A sampler state is a JSON object.", Assert.Throws<SamplerStateFormatException>(() => SamplerState.FromJson("[]")).Message, StringComparison.Ordinal);
        Assert.Contains("A sampler state has no property 'epoch'.", Assert.Throws<SamplerStateFormatException>(() => SamplerState.FromJson("""{"epoch":1}""")).Message, StringComparison.Ordinal);
        Assert.Contains("The sampler state lacks the property 'version'.", Assert.Throws<SamplerStateFormatException>(() => SamplerState.FromJson("{}")).Message, StringComparison.Ordinal);
        Assert.Contains("lacks the property 'seed'.", Assert.Throws<SamplerStateFormatException>(() => SamplerState.FromJson("""{"version":2}""")).Message, StringComparison.Ordinal);
        Assert.Contains("lacks the property 'configurationHash'.", Assert.Throws<SamplerStateFormatException>(() => SamplerState.FromJson("""{"version":2,"seed":1}""")).Message, StringComparison.Ordinal);
        Assert.Contains("lacks the property 'draw'.", Assert.Throws<SamplerStateFormatException>(() => SamplerState.FromJson("""{"version":2,"seed":1,"configurationHash":"8f3a00000000001d"}""")).Message, StringComparison.Ordinal);
        Assert.Contains("must be 16 hexadecimal digits in quotes.", Assert.Throws<SamplerStateFormatException>(() => SamplerState.FromJson("""{"configurationHash":"8f"}""")).Message, StringComparison.Ordinal);
        Assert.Contains("The property 'draw' of a sampler state must be an integer from 0 on.", Assert.Throws<SamplerStateFormatException>(() => SamplerState.FromJson("""{"draw":-1}""")).Message, StringComparison.Ordinal);
        byte[] bytes = state.ToBytes();
        Assert.Contains("31 bytes are no sampler state, which has 32.", Assert.Throws<SamplerStateFormatException>(() => SamplerState.Read(bytes.AsSpan(0, 31))).Message, StringComparison.Ordinal);
        Assert.Contains("they do not start with 'BGSS'.", Assert.Throws<SamplerStateFormatException>(() => SamplerState.Read(new byte[32])).Message, StringComparison.Ordinal);
        bytes[31] = 0x80;
        Assert.Contains("of the sampler state is negative.", Assert.Throws<SamplerStateFormatException>(() => SamplerState.Read(bytes)).Message, StringComparison.Ordinal);
        Assert.StartsWith("The span has room for 31 bytes, 32 are needed.", Assert.Throws<ArgumentException>("destination", () => state.WriteTo(new byte[31])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Folds_are_enumerated_as_objects_too()
    {
        var folds = StratifiedKFold.Of(Rows, 2, 1);
        int number = 0;
        foreach (object fold in (IEnumerable)folds)
        {
            Assert.Equal(folds[number++].Test.RowsHash, ((RowSplit)fold).Test.RowsHash);
        }

        Assert.Equal(2, number);
    }

    [Fact]
    public void Shares_and_sources_are_what_the_sampler_was_made_with()
    {
        var stratified = new StratifiedRandomSampler(Rows, 1, 5, TargetDistribution.Of(0.25, 0.75));
        Assert.Equal((0.25, 0.75), (stratified.ShareOf(0), stratified.ShareOf(1)));
        Sampler[] sources = [new SequentialSampler(3), new SequentialSampler(4)];
        Assert.Equal(sources, new InterleavedSampler(1, Uniform, sources).Sources.ToArray());
        var weighted = new WeightedRandomSampler(Rows, 1, target: TargetDistribution.Of(0.25, 0.75));
        Assert.Equal((0.25, 0.75), (weighted.ShareOf(0), weighted.ShareOf(1)));

        // A class that is not drawn is never seen, one without rows always was.
        var balanced = new BalancedSampler(Indices.Sorted(6, 4, 0), 1, TargetDistribution.Of(1, 0, 0));
        Assert.Null(balanced.DrawsUntilAllSeen(1));
        Assert.Equal(0, balanced.DrawsUntilAllSeen(2));
        Assert.Equal((7, 0), (balanced.DrawsOf(0, 7), balanced.DrawsOf(1, 7)));
    }

    private static void AssertMessage<TError>(string start, Action call)
        where TError : Exception => Assert.StartsWith(start, Assert.Throws<TError>(call).Message, StringComparison.Ordinal);
}

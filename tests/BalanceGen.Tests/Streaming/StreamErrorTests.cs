namespace BalanceGen.Tests.Streaming;

/// <summary>What streams refuse, with the message that a user reads, and the ends of every range.</summary>
public sealed class StreamErrorTests
{
    private static readonly LabelledIndexer Indexer = new(new ClassSet("a", "b"));
    private static readonly Labelled[] NoRows = [];

    [Fact]
    public void Numbers_outside_their_range_are_refused_by_name()
    {
        IEnumerable<int> rows = [1, 2];
        IAsyncEnumerable<int> asynchronous = Streams.Async(rows);
        TargetDistribution uniform = TargetDistribution.Uniform;
        (string Name, Action Call)[] calls =
        [
            ("size", () => rows.Batch(0)),
            ("size", () => asynchronous.Batch(0)),
            ("buffer", () => rows.Shuffle(0, 1)),
            ("buffer", () => asynchronous.Shuffle(0, 1)),
            ("count", () => rows.Take(-1L)),
            ("count", () => asynchronous.Take(-1L)),
            ("times", () => rows.Repeat(-2)),
            ("times", () => asynchronous.Repeat(-2)),
            ("oversampling", () => NoRows.Resample(Indexer, uniform, oversampling: 1.5)),
            ("undersampling", () => NoRows.Resample(Indexer, uniform, undersampling: -0.5)),
            ("maximumRepeats", () => NoRows.Resample(Indexer, uniform, maximumRepeats: 0)),
            ("maximumRepeats", () => NoRows.RepeatResample(Indexer, uniform, maximumRepeats: 0)),
            ("minimumAcceptance", () => NoRows.RejectionResample(Indexer, uniform, minimumAcceptance: 1.5)),
            ("decay", () => SourceDistribution.Estimated(decay: 0.49)),
            ("decay", () => SourceDistribution.Estimated(decay: 1.01)),
            ("alpha", () => SourceDistribution.Estimated(alpha: 0)),
        ];
        Assert.All(calls, call => Assert.Equal(call.Name, Assert.Throws<ArgumentOutOfRangeException>(call.Call).ParamName));
        Assert.Contains("The value must be of [0, 1].", Assert.Throws<ArgumentOutOfRangeException>(() => NoRows.Resample(Indexer, uniform, oversampling: 2)).Message, StringComparison.Ordinal);
        Assert.Contains("The decay must be of [0.5, 1].", Assert.Throws<ArgumentOutOfRangeException>(() => SourceDistribution.Estimated(decay: 0)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_ends_of_a_range_are_of_it()
    {
        Assert.Equal([1], new[] { 1 }.Batch(1).Single().ToArray());
        Assert.Equal([1], new[] { 1 }.Shuffle(1, 1));
        Assert.Equal([1], new[] { 1 }.Repeat(1));
        Assert.Equal(0.5, SourceDistribution.Estimated(decay: 0.5).Decay);
        Assert.Equal(1, SourceDistribution.Of([0.5, 0.5]).Decay);
        Assert.True(SourceDistribution.Estimated().IsEstimated);
        Assert.False(SourceDistribution.Of([0.5, 0.5]).IsEstimated);
        Assert.Equal(ZeroCountPolicy.Smooth(3), SourceDistribution.Estimated(1, alpha: 3).ZeroCounts);
    }

    [Fact]
    public void Shares_are_refused_by_class_or_stream_or_with_their_sum()
    {
        AssertRefused("The share of class 1 is 1.5; it must be of [0, 1].", () => SourceDistribution.Of([0.5, 1.5]));
        AssertRefused("The share of class 0 is -0.5; it must be of [0, 1].", () => SourceDistribution.Of([-0.5, 1.5]));
        AssertRefused("The shares add up to 0.75, not to 1.", () => SourceDistribution.Of([0.5, 0.25]));
        AssertRefused("The shares add up to 0, not to 1.", () => SourceDistribution.Of([]));
        AssertRefused("There are 2 streams and 1 shares.", () => StreamInterleaving.Interleave([[1], [2]], [1.0], seed: 1));
        AssertRefused("There are 0 streams and 0 shares.", () => StreamInterleaving.Interleave(Array.Empty<IAsyncEnumerable<int>>(), [], seed: 1));
        AssertRefused("The share of stream 1 is NaN; it must be of [0, 1].", () => StreamInterleaving.Interleave([[1], [2]], [0.5, double.NaN], seed: 1));
        AssertRefused("The shares add up to 1.25, not to 1.", () => StreamInterleaving.Interleave([[1], [2]], [0.5, 0.75], seed: 1));
        Assert.Equal(2, StreamInterleaving.Interleave([[1], [2]], [0.5, 0.5000009], seed: 1, StoppingStrategy.AllExhaustedWithoutReplacement).Count());
        Assert.Equal(2, StreamInterleaving.Interleave([[1], [2]], [0.5, 0.4999991], seed: 1, StoppingStrategy.AllExhaustedWithoutReplacement).Count());
        Assert.Equal([1], StreamInterleaving.Interleave([[1]], [1.0000009], seed: 1));

        static void AssertRefused(string message, Action call) =>
            Assert.StartsWith(message, Assert.Throws<ArgumentException>("shares", call).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Targets_and_shares_that_do_not_meet_say_so()
    {
        Assert.Equal(
            "The class 'b' has the source share 0, the target asks for 50.0 % of it. Give it a source share, or choose ZeroCountPolicy.ZeroWeight or ZeroCountPolicy.Smooth(alpha).",
            Assert.Throws<ZeroShareException>(() => NoRows.Resample(Indexer, TargetDistribution.Uniform, SourceDistribution.Of([1.0, 0]))).Message);
        Assert.Equal(
            "The target distribution gives every class of the source the share 0.",
            Assert.Throws<ArgumentException>(() => NoRows.Resample(Indexer, TargetDistribution.Of(0, 1), SourceDistribution.Of([1.0, 0], ZeroCountPolicy.ZeroWeight))).Message);
        Assert.Equal("The list of source shares is for 1 classes, the data set has 2: 'a', 'b'.", Assert.Throws<ClassMismatchException>(() => NoRows.Resample(Indexer, TargetDistribution.Uniform, SourceDistribution.Of([1.0]))).Message);
        Assert.Equal("The target distribution is for 1 classes, the data set has 2: 'a', 'b'.", Assert.Throws<ClassMismatchException>(() => NoRows.Resample(Indexer, TargetDistribution.Of(1), SourceDistribution.Of([0.5, 0.5]))).Message);
        Assert.Equal("The trace is for 3 classes, the data set has 2: 'a', 'b'.", Assert.Throws<ClassMismatchException>(() => NoRows.Resample(Indexer, TargetDistribution.Uniform, trace: new ResamplingTrace(ClassSet.Numbered(3)))).Message);
        Assert.StartsWith("A source distribution needs", Assert.Throws<EmptyDatasetException>(() => SourceDistribution.Of(new ClassCounts(Indexer.Classes, 0, 0))).Message, StringComparison.Ordinal);
        Assert.StartsWith("At the start of a stream no class has been seen: choose ZeroCountPolicy.Smooth(alpha) or ZeroCountPolicy.ZeroWeight.", Assert.Throws<ArgumentException>("unseenClasses", () => SourceDistribution.Estimated(1, ZeroCountPolicy.Throw)).Message, StringComparison.Ordinal);
        Assert.StartsWith("An endless repetition needs", Assert.Throws<EmptyDatasetException>(() => NoRows.Repeat().Count()).Message, StringComparison.Ordinal);
        Assert.StartsWith("Starting stream 0 of the mix again needs", Assert.Throws<EmptyDatasetException>(() => StreamInterleaving.Interleave([NoRows], [1.0], 1, StoppingStrategy.Never).Count()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Low_acceptance_is_told_with_both_rates_and_the_plan()
    {
        var error = Assert.Throws<LowAcceptanceException>(() => NoRows.RejectionResample(Indexer, TargetDistribution.Uniform, SourceDistribution.Of([0.75, 0.25]), minimumAcceptance: 0.75));
        Assert.StartsWith("Only 50.00 % of the rows would be kept, at least 75.00 % is asked for. Choose a target closer to the source, or RepeatResample, which keeps every row.\nclass", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(error.Plan.ToString(), error.Message, StringComparison.Ordinal);
        Assert.Equal(0.5, error.Plan.AcceptanceRate, 1e-15);
        Assert.NotNull(NoRows.RejectionResample(Indexer, TargetDistribution.Uniform, SourceDistribution.Of([0.75, 0.25]), minimumAcceptance: 0.5).Plan);
    }

    /// <summary>Shares that are no binary fractions: what is kept is the whole, give or take the rounding of a ratio.</summary>
    [Fact]
    public void A_target_that_is_the_source_keeps_everything_whatever_the_rounding()
    {
        for (int classes = 2; classes < 60; classes++)
        {
            var indexer = new LabelledIndexer(ClassSet.Numbered(classes));
            double[] shares = Streams.Skewed(classes, withZeros: false, new Random(classes));
            ResamplingPlan plan = NoRows.RejectionResample(indexer, TargetDistribution.AsSource, SourceDistribution.Of(shares), minimumAcceptance: 1).Plan!;
            Assert.InRange(plan.AcceptanceRate, 1 - 1e-12, 1);
        }
    }

    [Fact]
    public void Plans_and_traces_are_looked_up_within_the_classes()
    {
        ResamplingPlan plan = NoRows.RejectionResample(Indexer, TargetDistribution.Uniform, SourceDistribution.Of([0.75, 0.25])).Plan!;
        foreach (int index in (int[])[-1, 2])
        {
            foreach (Func<int, double> figure in (Func<int, double>[])[plan.SourceShareOf, plan.TargetShareOf, plan.CopiesOf, plan.ExpectedShareOf])
            {
                Assert.Equal("classIndex", Assert.Throws<ArgumentOutOfRangeException>(() => figure(index)).ParamName);
            }
        }

        Assert.Same(Indexer.Classes, plan.Classes);
        Assert.Equal(
            """
            class   source   target  copies  expected
            a      75.00 %  50.00 %   0.333   50.00 %
            b      25.00 %  50.00 %   1.000   50.00 %
            acceptance 50.00 %, 0.500 rows out for a row in
            """,
            plan.ToString());
    }

    [Fact]
    public void A_trace_is_a_table_of_what_went_in_and_came_out()
    {
        var trace = new ResamplingTrace(Indexer.Classes);
        Assert.Equal(0, trace.AcceptanceRate);
        Assert.Null(trace.EstimatedPlan);
        Labelled[] rows = [.. Enumerable.Range(0, 4000).Select(row => new Labelled(row, row % 4 == 0 ? 1 : 0))];
        int count = rows.RepeatResample(Indexer, TargetDistribution.Of(0, 1), SourceDistribution.Of([0.75, 0.25]), trace: trace).Count();
        Assert.Equal(1000, count);
        Assert.Equal((1000, 0.25), (trace.RowsAccepted, trace.AcceptanceRate));
        Assert.Null(trace.EstimatedPlan);
        Assert.Equal(
            """
            class  rows in    share  rows out     share
            a        3,000  75.00 %         0    0.00 %
            b        1,000  25.00 %     1,000  100.00 %
            total    4,000              1,000
            acceptance 25.00 %
            """,
            trace.ToString());
    }
}

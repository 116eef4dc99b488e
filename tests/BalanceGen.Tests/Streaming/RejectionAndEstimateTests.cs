namespace BalanceGen.Tests.Streaming;

public sealed class RejectionAndEstimateTests
{
    private static readonly double[] Skewed = [0.85, 0.1, 0.05];
    private static readonly LabelledIndexer Indexer = new(new ClassSet("a", "b", "c"));

    [Fact]
    public void Rejection_reaches_the_target_and_reports_its_acceptance_beforehand()
    {
        var trace = new ResamplingTrace(Indexer.Classes);
        ResampledStream<Labelled, LabelledIndexer> stream = Streams.Drawn(Skewed, 60_000, seed: 1)
            .RejectionResample(Indexer, TargetDistribution.Of(0.2, 0.3, 0.5), SourceDistribution.Of(Skewed), seed: 2, trace: trace);

        // The most wanted class, c, is kept whole: 1 / max(p/q) = 0.05 / 0.5.
        Assert.Equal(0.1, stream.Plan!.AcceptanceRate, 1e-12);
        Assert.Equal(1, stream.Plan.CopiesOf(2));
        long[] counts = Streams.CountLabels(stream, 3);
        long total = counts.Sum();
        Assert.Equal(0.1, trace.AcceptanceRate, 6 * Math.Sqrt(0.1 * 0.9 / 60_000));
        Assert.Equal([0.2, 0.3, 0.5], counts.Select(count => Math.Round((double)count / total, 1)));
        Assert.Equal(0.5, (double)counts[2] / total, 6 * Math.Sqrt(0.25 / total));
    }

    [Fact]
    public void Rejection_never_repeats_and_keeps_the_order()
    {
        List<Labelled> rows = [.. Streams.Drawn(Skewed, 5000, seed: 3).RejectionResample(Indexer, TargetDistribution.Uniform, SourceDistribution.Of(Skewed), seed: 2)];
        Assert.Equal(rows.Select(row => row.Number), rows.Select(row => row.Number).Distinct().Order());
    }

    [Fact]
    public void Repetition_reaches_the_same_target_and_drops_nothing()
    {
        List<Labelled> rows = [.. Streams.Drawn(Skewed, 20_000, seed: 4)];
        ResampledStream<Labelled, LabelledIndexer> stream = rows.RepeatResample(Indexer, TargetDistribution.Uniform, SourceDistribution.Of(Skewed), seed: 2);
        Assert.Equal(1, stream.Plan!.AcceptanceRate, 1e-12);
        Assert.Equal(rows, stream.Distinct());
        long[] counts = Streams.CountLabels(stream, 3);
        Assert.All(counts, count => Assert.Equal(1 / 3.0, (double)count / counts.Sum(), 0.02));
    }

    [Fact]
    public void Too_low_an_acceptance_is_an_error_before_the_first_row_where_shares_are_given()
    {
        LowAcceptanceException error = Assert.Throws<LowAcceptanceException>(
            () => Streams.Drawn(Skewed, 10, seed: 1).RejectionResample(Indexer, TargetDistribution.Uniform, SourceDistribution.Of(Skewed), minimumAcceptance: 0.2));
        Assert.Equal(0.15, error.Plan.AcceptanceRate, 1e-12);
        Assert.Contains("15.00 %", error.Message);
    }

    [Fact]
    public void Too_low_an_acceptance_is_an_error_once_an_estimate_is_worth_something()
    {
        ResumableStream<Labelled> stream = Streams.Drawn(Skewed, 100_000, seed: 1).RejectionResample(Indexer, TargetDistribution.Uniform, minimumAcceptance: 0.2);
        Assert.Throws<LowAcceptanceException>(() => stream.Count());
        Assert.NotEmpty(Streams.Drawn(Skewed, 100_000, seed: 1).RejectionResample(Indexer, TargetDistribution.Uniform, minimumAcceptance: 0.1));
    }

    [Fact]
    public void Estimated_shares_converge_to_what_given_shares_give()
    {
        var trace = new ResamplingTrace(Indexer.Classes);
        const int Rows = 100_000;
        long[] estimated = Streams.CountLabels(Streams.Drawn(Skewed, Rows, seed: 5).Resample(Indexer, TargetDistribution.Uniform, SourceDistribution.Estimated(), 0.9, 0.5, seed: 6, trace: trace), 3);
        ResamplingPlan given = Array.Empty<Labelled>().Resample(Indexer, TargetDistribution.Uniform, SourceDistribution.Of(Skewed), 0.9, 0.5).Plan!;
        for (int index = 0; index < 3; index++)
        {
            Assert.Equal(given.ExpectedShareOf(index), (double)estimated[index] / estimated.Sum(), 0.01);
            Assert.Equal(Skewed[index], trace.EstimatedPlan!.SourceShareOf(index), 0.005);
        }
    }

    [Fact]
    public void Rejection_by_an_estimate_reaches_the_target()
    {
        long[] counts = Streams.CountLabels(Streams.Drawn(Skewed, 100_000, seed: 7).RejectionResample(Indexer, TargetDistribution.Uniform, seed: 8), 3);
        Assert.All(counts, count => Assert.Equal(1 / 3.0, (double)count / counts.Sum(), 0.02));
    }

    [Fact]
    public void A_decayed_estimate_follows_a_drift()
    {
        double[] later = [0.1, 0.1, 0.8];
        IEnumerable<Labelled> drifting = Streams.Drawn(Skewed, 30_000, seed: 1).Concat(Streams.Drawn(later, 30_000, seed: 2));
        Assert.Equal(later[2], LastEstimate(SourceDistribution.Estimated(decay: 0.999)), 0.08);
        Assert.Equal((Skewed[2] + later[2]) / 2, LastEstimate(SourceDistribution.Estimated(decay: 1)), 0.03);

        double LastEstimate(SourceDistribution shares)
        {
            var trace = new ResamplingTrace(Indexer.Classes);
            Assert.True(drifting.Resample(Indexer, TargetDistribution.Uniform, shares, trace: trace).Any());
            _ = drifting.Resample(Indexer, TargetDistribution.Uniform, shares, trace: trace).Count();
            return trace.EstimatedPlan!.SourceShareOf(2);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    public void A_strong_decay_over_a_long_stream_stays_finite(double decay)
    {
        IEnumerable<Labelled> rows = Enumerable.Range(0, 20_000).Select(row => new Labelled(row, row == 0 ? 2 : row % 2));
        foreach (ZeroCountPolicy unseen in new[] { ZeroCountPolicy.ZeroWeight, ZeroCountPolicy.Smooth(1) })
        {
            var trace = new ResamplingTrace(Indexer.Classes);
            _ = rows.Resample(Indexer, TargetDistribution.Uniform, SourceDistribution.Estimated(decay, unseen), maximumRepeats: 3, trace: trace).Count();
            ResamplingPlan plan = trace.EstimatedPlan!;
            for (int index = 0; index < 3; index++)
            {
                Assert.True(double.IsFinite(plan.SourceShareOf(index)) && double.IsFinite(plan.CopiesOf(index)) && double.IsFinite(plan.ExpectedShareOf(index)));
            }
        }
    }

    [Fact]
    public void Classes_not_seen_yet_count_as_undeclared_or_as_smoothed()
    {
        // Only a and b flow. Undeclared: half and half of two classes. Smoothed: c keeps a third of the target, a and b share the rest.
        Labelled[] rows = [.. Enumerable.Range(0, 1000).Select(row => new Labelled(row, row % 2))];
        Assert.Equal([0.5, 0.5, 0], Targets(SourceDistribution.Estimated(1, ZeroCountPolicy.ZeroWeight)));
        Assert.Equal([1 / 3.0, 1 / 3.0, 1 / 3.0], Targets(SourceDistribution.Estimated(1, alpha: 2)));
        Assert.Equal(rows, rows.Resample(Indexer, TargetDistribution.AsSource, SourceDistribution.Estimated(1, ZeroCountPolicy.ZeroWeight)));

        IEnumerable<double> Targets(SourceDistribution shares)
        {
            var trace = new ResamplingTrace(Indexer.Classes);
            _ = rows.Resample(Indexer, TargetDistribution.Uniform, shares, trace: trace).Count();
            return Enumerable.Range(0, 3).Select(trace.EstimatedPlan!.TargetShareOf);
        }
    }

    [Fact]
    public void Rows_of_a_class_that_the_target_leaves_out_do_not_divide_by_zero_before_any_other_was_seen()
    {
        Labelled[] rows = [new(0, 0), new(1, 0), new(2, 1), new(3, 2)];
        TargetDistribution target = TargetDistribution.Of(0, 0.5, 0.5);
        SourceDistribution shares = SourceDistribution.Estimated(1, ZeroCountPolicy.ZeroWeight);
        Assert.Equal([1, 2], rows.RepeatResample(Indexer, target, shares).Select(row => row.Label).Distinct());
        Assert.DoesNotContain(0, rows.RejectionResample(Indexer, target, shares).Select(row => row.Label));
        Assert.DoesNotContain(0, rows.Resample(Indexer, target, shares).Select(row => row.Label));
    }
}

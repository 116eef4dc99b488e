namespace BalanceGen.Tests.Streaming;

public sealed class ResampleTests
{
    private static readonly ClassSet TwoClasses = new("common", "rare");
    private static readonly double[] Nine1 = [0.9, 0.1];

    /// <summary>100 random distributions, some 13,000 comparisons, each with a chance of 2e-9 for a false alarm by Bernstein's inequality.</summary>
    [Fact]
    public void Output_follows_the_formula_for_100_random_distributions_of_up_to_1000_classes_with_empty_ones()
    {
        var random = new Random(20180426);
        for (int trial = 0; trial < 100; trial++)
        {
            int classes = trial % 10 == 0 ? 1000 : random.Next(2, 60);
            const long Rows = 20_000;
            double[] shares = Streams.Skewed(classes, withZeros: trial % 2 == 0, random);
            int present = shares.Count(share => share > 0);
            var trace = new ResamplingTrace(ClassSet.Numbered(classes));
            ResampledStream<Labelled, LabelledIndexer> stream = Streams.Drawn(shares, Rows, seed: trial).Resample(
                new LabelledIndexer(trace.Classes),
                TargetDistribution.Uniform,
                SourceDistribution.Of(shares, ZeroCountPolicy.ZeroWeight),
                oversampling: 0.9,
                undersampling: 0.5,
                seed: trial,
                trace: trace);
            long[] rowsOut = Streams.CountLabels(stream, classes);

            // The recipe as it is published: repeat, then filter, each with its own power of the ratio.
            double[] copies = [.. shares.Select(share => share == 0 ? 0 : Math.Max(1, Math.Pow(1.0 / present / share, 0.9)) * Math.Min(1, Math.Pow(1.0 / present / share, 0.5)))];
            double perRow = shares.Zip(copies, (share, factor) => share * factor).Sum();
            Assert.Equal(perRow, stream.Plan!.RowsOutPerRowIn, 1e-9 * perRow);
            for (int index = 0; index < classes; index++)
            {
                Assert.Equal(shares[index] * copies[index] / perRow, stream.Plan.ExpectedShareOf(index), 1e-9);

                // Given the rows that went in, what comes out is a sum of coin tosses.
                long rowsIn = trace.RowsIn[index];
                double fraction = copies[index] - Math.Floor(copies[index]);
                double variance = rowsIn * fraction * (1 - fraction);
                Assert.InRange(Math.Abs(rowsOut[index] - (rowsIn * copies[index])), 0, Bernstein(variance, 1));
                Assert.Equal(rowsOut[index], trace.RowsOut[index]);

                // Together with the draw of the rows that went in.
                double ofDraw = Rows * ((shares[index] * ((copies[index] * copies[index]) + (fraction * (1 - fraction)))) - Math.Pow(shares[index] * copies[index], 2));
                Assert.InRange(Math.Abs(rowsOut[index] - (Rows * shares[index] * copies[index])), 0, Bernstein(ofDraw, Math.Ceiling(copies[index])));
            }
        }

        // With 2·exp(−t²/2 / (variance + largest·t/3)) = 2e-9.
        static double Bernstein(double variance, double largest) => (6.44 * Math.Sqrt(variance)) + (13.9 * largest);
    }

    [Fact]
    public void Coefficients_0_and_0_return_the_stream_unchanged()
    {
        List<Labelled> rows = [.. Streams.Drawn([0.99, 0.01, 0], 5000, seed: 1)];
        Assert.Equal(rows, rows.Resample(new LabelledIndexer(ClassSet.Numbered(3)), TargetDistribution.Uniform, SourceDistribution.Of([0.99, 0.01, 0], ZeroCountPolicy.ZeroWeight), 0, 0, seed: 9));
        Assert.Equal(rows, rows.Resample(new LabelledIndexer(ClassSet.Numbered(3)), TargetDistribution.Uniform, SourceDistribution.Estimated(), 0, 0, seed: 9));
    }

    [Fact]
    public void A_row_is_repeated_floor_or_ceiling_of_its_factor_and_copies_stay_together()
    {
        List<Labelled> rows = [.. Streams.Drawn(Nine1, 4000, seed: 2)];
        List<Labelled> result = [.. rows.Resample(new LabelledIndexer(TwoClasses), TargetDistribution.Uniform, SourceDistribution.Of([0.9, 0.1]), 0.9, 0.5, seed: 3)];
        double repeat = Math.Pow(5, 0.9);
        ILookup<int, int> copies = result.GroupBy(row => row).ToLookup(group => group.Key.Label, group => group.Count());
        Assert.Equal([(int)repeat, (int)repeat + 1], copies[1].Distinct().Order());
        Assert.Equal([1], copies[0].Distinct());
        Assert.Equal(result.Select(row => row.Number), result.Select(row => row.Number).Order());
    }

    [Fact]
    public void The_same_seed_gives_the_same_rows_and_another_seed_others()
    {
        List<Labelled> rows = [.. Streams.Drawn(Nine1, 3000, seed: 4)];
        Assert.Equal(Run(5), Run(5));
        Assert.NotEqual(Run(5), Run(6));

        List<Labelled> Run(long seed) => [.. rows.Resample(new LabelledIndexer(TwoClasses), TargetDistribution.Uniform, SourceDistribution.Of(Nine1), seed: seed)];
    }

    [Fact]
    public void What_happens_to_a_row_depends_on_its_number_and_not_on_the_rows_before()
    {
        List<Labelled> rows = [.. Streams.Drawn(Nine1, 3000, seed: 4)];
        List<Labelled> changed = [.. rows.Select(row => row.Number < 1000 ? row with { Label = 1 } : row)];
        Assert.Equal(Tail(rows), Tail(changed));

        static List<Labelled> Tail(List<Labelled> rows) =>
            [.. rows.Resample(new LabelledIndexer(TwoClasses), TargetDistribution.Uniform, SourceDistribution.Of(Nine1), seed: 1).Where(row => row.Number >= 1000)];
    }

    [Fact]
    public void The_first_rows_are_pinned()
    {
        IEnumerable<Labelled> rows = Enumerable.Range(0, 24).Select(row => new Labelled(row, row % 3 == 0 ? 1 : 0));
        string kept = string.Join(' ', rows.Resample(new LabelledIndexer(TwoClasses), TargetDistribution.Uniform, SourceDistribution.Of([2 / 3.0, 1 / 3.0]), 0.9, 0.5, seed: 42).Take(16).Select(row => row.Number));
        Assert.Equal("0 0 1 3 3 4 5 6 7 8 9 9 10 11 12 13", kept);
    }

    [Fact]
    public async Task Asynchronous_streams_give_the_same_rows()
    {
        List<Labelled> rows = [.. Streams.Drawn([0.7, 0.2, 0.1], 3000, seed: 5)];
        var indexer = new LabelledIndexer(ClassSet.Numbered(3));
        foreach (SourceDistribution shares in new[] { SourceDistribution.Of([0.7, 0.2, 0.1]), SourceDistribution.Estimated() })
        {
            Assert.Equal(
                rows.Resample(indexer, TargetDistribution.Uniform, shares, 0.9, 0.5, seed: 6),
                await Streams.ToListAsync(Streams.Async(rows).Resample(indexer, TargetDistribution.Uniform, shares, 0.9, 0.5, seed: 6)));
            Assert.Equal(
                rows.RejectionResample(indexer, TargetDistribution.Uniform, shares, seed: 6),
                await Streams.ToListAsync(Streams.Async(rows).RejectionResample(indexer, TargetDistribution.Uniform, shares, seed: 6)));
            Assert.Equal(
                rows.RepeatResample(indexer, TargetDistribution.Uniform, shares, seed: 6),
                await Streams.ToListAsync(Streams.Async(rows).RepeatResample(indexer, TargetDistribution.Uniform, shares, seed: 6)));
        }
    }

    [Fact]
    public void A_class_of_share_0_that_the_target_asks_for_follows_the_policy()
    {
        LabelledIndexer indexer = new(ClassSet.Numbered(3));
        Labelled[] rows = [new(0, 0), new(1, 1), new(2, 2)];
        ZeroShareException error = Assert.Throws<ZeroShareException>(() => rows.Resample(indexer, TargetDistribution.Uniform, SourceDistribution.Of([0.5, 0.5, 0])));
        Assert.Equal(2, error.ClassIndex);
        Assert.Contains("'2'", error.Message);

        ResamplingPlan left = rows.Resample(indexer, TargetDistribution.Uniform, SourceDistribution.Of([0.5, 0.5, 0], ZeroCountPolicy.ZeroWeight)).Plan!;
        Assert.Equal([0.5, 0.5, 0], Enumerable.Range(0, 3).Select(left.TargetShareOf));
        Assert.Equal(0, left.CopiesOf(2));

        ResamplingPlan smooth = rows.Resample(indexer, TargetDistribution.Uniform, SourceDistribution.Of([0.5, 0.5, 0], ZeroCountPolicy.Smooth(0.5))).Plan!;
        Assert.Equal(0.2, smooth.SourceShareOf(2), 1e-12);
        Assert.Equal(1 / 3.0, smooth.TargetShareOf(2), 1e-12);
    }

    [Fact]
    public void Counts_give_the_same_plan_as_their_shares()
    {
        LabelledIndexer indexer = new(TwoClasses);
        ResamplingPlan byCounts = Array.Empty<Labelled>().Resample(indexer, TargetDistribution.SquareRoot, SourceDistribution.Of(new ClassCounts(TwoClasses, 900, 100))).Plan!;
        ResamplingPlan byShares = Array.Empty<Labelled>().Resample(indexer, TargetDistribution.SquareRoot, SourceDistribution.Of([0.9, 0.1])).Plan!;
        Assert.Equal(byShares.ToString(), byCounts.ToString());
        Assert.Equal(0.75, byCounts.TargetShareOf(0), 1e-12);
    }

    [Fact]
    public void Maximum_repeats_caps_the_copies_and_the_expected_shares_know_it()
    {
        LabelledIndexer indexer = new(TwoClasses);
        List<Labelled> rows = [.. Streams.Drawn([0.999, 0.001], 20000, seed: 8)];
        ResampledStream<Labelled, LabelledIndexer> stream = rows.Resample(indexer, TargetDistribution.Uniform, SourceDistribution.Of([0.999, 0.001]), 1, 0, seed: 1, maximumRepeats: 10);
        Assert.Equal(10, stream.Plan!.CopiesOf(1));
        Assert.Equal(0.01 / 1.009, stream.Plan.ExpectedShareOf(1), 1e-12);
        Assert.Equal(10 * rows.Count(row => row.Label == 1), Streams.CountLabels(stream, 2)[1]);
    }

    [Fact]
    public void An_unknown_label_and_a_failing_source_are_named_by_their_row()
    {
        LabelledIndexer indexer = new(TwoClasses);
        UnknownLabelException unknown = Assert.Throws<UnknownLabelException>(
            () => new Labelled[] { new(0, 0), new(1, 5) }.Resample(indexer, TargetDistribution.Uniform, SourceDistribution.Of(Nine1), 0, 0).Count());
        Assert.Equal(1, unknown.Row);
        SourceRowException failed = Assert.Throws<SourceRowException>(
            () => Streams.FailingAt(Streams.Drawn(Nine1, 100, seed: 1), 57).Resample(indexer, TargetDistribution.Uniform).Shuffle(10, seed: 1).Batch(3).Count());
        Assert.Equal(57, failed.Row);
        Assert.IsType<IOException>(failed.InnerException);
        Assert.Contains("Row 57", failed.Message);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Coefficients_outside_their_range_are_refused(double coefficient)
    {
        LabelledIndexer indexer = new(TwoClasses);
        Labelled[] rows = [];
        Assert.Throws<ArgumentOutOfRangeException>(() => rows.Resample(indexer, TargetDistribution.Uniform, null, coefficient));
        Assert.Throws<ArgumentOutOfRangeException>(() => rows.Resample(indexer, TargetDistribution.Uniform, null, 1, coefficient));
        Assert.Throws<ArgumentOutOfRangeException>(() => rows.RejectionResample(indexer, TargetDistribution.Uniform, minimumAcceptance: coefficient));
    }

    [Fact]
    public void Shares_and_targets_for_other_classes_are_refused()
    {
        LabelledIndexer indexer = new(TwoClasses);
        Labelled[] rows = [];
        Assert.Throws<ClassMismatchException>(() => rows.Resample(indexer, TargetDistribution.Uniform, SourceDistribution.Of([0.5, 0.3, 0.2])));
        Assert.Throws<ClassMismatchException>(() => rows.Resample(indexer, TargetDistribution.Of(0.5, 0.3, 0.2), SourceDistribution.Of(Nine1)));
        Assert.Throws<ClassMismatchException>(() => rows.Resample(indexer, TargetDistribution.Uniform, trace: new ResamplingTrace(ClassSet.Numbered(5))));
        Assert.Throws<ArgumentException>(() => SourceDistribution.Of([0.5, 0.4]));
        Assert.Throws<ArgumentException>(() => SourceDistribution.Of([double.NaN, 1]));
        Assert.Throws<ArgumentException>(() => SourceDistribution.Estimated(1, ZeroCountPolicy.Throw));
        Assert.Throws<ArgumentOutOfRangeException>(() => SourceDistribution.Estimated(decay: 0.1));
    }

}

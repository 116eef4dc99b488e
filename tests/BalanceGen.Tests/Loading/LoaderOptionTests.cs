using BalanceGen.Tests.Streaming;
using static BalanceGen.Tests.Loading.LoaderRuns;

namespace BalanceGen.Tests.Loading;

/// <summary>The options of a loader, the ends of their ranges, and what a loaded batch and its progress tell.</summary>
public sealed class LoaderOptionTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public void Defaults_are_the_documented_ones()
    {
        var options = new LoadOptions();
        Assert.Equal(Environment.ProcessorCount, options.Workers);
        Assert.Equal(4, options.Prefetch);
        Assert.Null(options.RowTimeout);
        Assert.Equal(TimeSpan.FromSeconds(10), options.ShutdownTimeout);
        Assert.Equal(TimeSpan.FromSeconds(0.5), options.ProgressInterval);
        Assert.Null(options.Progress);
        Assert.Equal(RowFailurePolicy.Throw, options.OnFailure);
        Assert.Equal((0, TimeSpan.Zero, false), (RowFailurePolicy.Throw.Retries, RowFailurePolicy.Throw.Delay, RowFailurePolicy.Throw.SkipsAtLast));
        Assert.Equal((0, TimeSpan.Zero, true), (RowFailurePolicy.Skip.Retries, RowFailurePolicy.Skip.Delay, RowFailurePolicy.Skip.SkipsAtLast));
    }

    [Fact]
    public void The_ends_of_a_range_are_of_it_and_what_is_beyond_is_refused_with_the_range()
    {
        Assert.Equal([1, 1024], new[] { 1, 1024 }.Select(workers => new LoadOptions { Workers = workers }.Workers));
        Assert.Equal([1, 65536], new[] { 1, 65536 }.Select(prefetch => new LoadOptions { Prefetch = prefetch }.Prefetch));
        Assert.Equal([Day, TimeSpan.FromTicks(1)], new[] { Day, TimeSpan.FromTicks(1) }.Select(timeout => new LoadOptions { RowTimeout = timeout }.RowTimeout!.Value));
        Assert.Null(new LoadOptions { RowTimeout = null }.RowTimeout);
        Assert.Equal([Day, TimeSpan.Zero], new[] { Day, TimeSpan.Zero }.Select(timeout => new LoadOptions { ShutdownTimeout = timeout }.ShutdownTimeout));
        Assert.Equal([Day, TimeSpan.Zero], new[] { Day, TimeSpan.Zero }.Select(delay => RowFailurePolicy.Retry(1, delay).Delay));

        AssertOutside(0, "The number of workers must be of [1, 1024].", () => _ = new LoadOptions { Workers = 0 });
        AssertOutside(1025, "The number of workers must be of [1, 1024].", () => _ = new LoadOptions { Workers = 1025 });
        AssertOutside(0, "The prefetch must be of [1, 65536] batches.", () => _ = new LoadOptions { Prefetch = 0 });
        AssertOutside(65537, "The prefetch must be of [1, 65536] batches.", () => _ = new LoadOptions { Prefetch = 65537 });
        AssertOutside(TimeSpan.Zero, "The row time-out must be of (0, 1 day].", () => _ = new LoadOptions { RowTimeout = TimeSpan.Zero });
        AssertOutside(2 * Day, "The row time-out must be of (0, 1 day].", () => _ = new LoadOptions { RowTimeout = 2 * Day });
        AssertOutside(-Day, "The shutdown time-out must be of [0, 1 day].", () => _ = new LoadOptions { ShutdownTimeout = -Day });
        AssertOutside(2 * Day, "The shutdown time-out must be of [0, 1 day].", () => _ = new LoadOptions { ShutdownTimeout = 2 * Day });
        Assert.Equal("times", Assert.Throws<ArgumentOutOfRangeException>(() => RowFailurePolicy.Retry(0)).ParamName);

        // What a thread or a task cannot wait for would end the process from within a worker.
        Assert.Equal("delay", Assert.Throws<ArgumentOutOfRangeException>(() => RowFailurePolicy.Retry(1, Day + TimeSpan.FromTicks(1))).ParamName);
        Assert.Equal("delay", Assert.Throws<ArgumentOutOfRangeException>(() => RowFailurePolicy.Retry(1, TimeSpan.FromTicks(-1))).ParamName);

        static void AssertOutside(object value, string message, Action call)
        {
            var error = Assert.Throws<ArgumentOutOfRangeException>("value", call);
            Assert.Equal(value, error.ActualValue);
            Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_batch_may_be_longer_than_any_epoch()
    {
        LoadedBatch<long> batch = Assert.Single(await ToListAsync(Dataset.Batches(Dataset.SequentialSampler(), int.MaxValue).LoadAsync(row => row.Number)));
        Assert.Equal(Enumerable.Range(0, Dataset.Rows.Count).Select(row => (long)row), batch.Rows.ToArray());
        Assert.Empty(await ToListAsync(Dataset.Batches(Dataset.SequentialSampler(), int.MaxValue, dropLast: true).LoadAsync(row => row.Number)));
    }

    [Fact]
    public async Task A_loaded_batch_knows_its_epoch_and_where_it_ends()
    {
        Batches<Labelled> batches = Dataset.Batches(Dataset.SequentialSampler(), 300).Epoch(2);
        List<LoadedBatch<long>> loaded = await ToListAsync(batches.LoadAsync((row, _) => new ValueTask<long>(row.Number)));
        Assert.Equal([1700, 2000, 2100], loaded.Select(batch => batch.NextRow));
        Assert.All(loaded, batch => Assert.Equal(2, batch.Epoch));
        Assert.All(loaded, batch => Assert.Empty(batch.Failures));
        Assert.All(loaded, batch => Assert.Equal(batch.NextRow, batch.State.Draw));

        LoadedBatch<int> ofStream = Assert.Single(await ToListAsync(Enumerable.Range(0, 3).Batch(5).LoadAsync((row, _) => new ValueTask<int>(row * 2))));
        Assert.Equal([0, 2, 4], ofStream.Rows.ToArray());
        Assert.Equal((0, 3, 0), (ofStream.Epoch, ofStream.NextRow, ofStream.ClassIndices.Length));
        Assert.Equal([0L, 1, 2], ofStream.RowNumbers.ToArray());
        Assert.Equal("A stream has no sampler state. To resume, set LoadOptions.StreamStateInterval and save StreamState, or skip NextRow rows of the stream.", Assert.Throws<InvalidOperationException>(() => ofStream.State).Message);
    }

    [Fact]
    public void Progress_is_a_rate_and_what_is_left_at_that_rate()
    {
        var half = new LoadProgress(1500, 3000, TimeSpan.FromSeconds(3));
        Assert.Equal(500, half.RowsPerSecond);
        Assert.Equal(TimeSpan.FromSeconds(3), half.TimeLeft);
        Assert.Equal("1,500 of 3,000 rows, 500 rows/s, 3 s left", half.ToString());
        Assert.Equal("1,500 rows, 500 rows/s", (half with { TotalRows = null }).ToString());
        Assert.Equal(0, new LoadProgress(5, 10, TimeSpan.Zero).RowsPerSecond);
        Assert.Null(new LoadProgress(0, 10, TimeSpan.FromSeconds(1)).TimeLeft);

        Assert.Equal(TimeSpan.FromSeconds(99_999_999), new LoadProgress(1000, 100_000_000_000, TimeSpan.FromSeconds(1)).TimeLeft);

        // At this rate the rest would take longer than a time span can tell.
        Assert.Null(new LoadProgress(1, long.MaxValue, TimeSpan.FromDays(1)).TimeLeft);
    }

    [Fact]
    public async Task Progress_is_not_reported_more_often_than_asked_for_and_always_at_the_end()
    {
        List<LoadProgress> reports = [];
        var options = new LoadOptions { Progress = new Listed(reports), ProgressInterval = TimeSpan.FromDays(1) };
        await ToListAsync(Dataset.Batches(Dataset.SequentialSampler(), 10).LoadAsync(row => row.Number, options));
        Assert.Equal(700, Assert.Single(reports).RowsDelivered);
    }

    [Fact]
    public void A_failed_row_is_told_with_its_attempts()
    {
        var failed = new FailedRow(17, 3, new IOException("No image."));
        Assert.Equal("Row 17 could not be decoded: No image.", new RowLoadException(failed, attempts: 1).Message);
        var error = new RowLoadException(failed, attempts: 2);
        Assert.Equal("Row 17 could not be decoded after 2 attempts: No image.", error.Message);
        Assert.Equal((17, 3), (error.Row, error.IndexInBatch));
        Assert.Same(failed.Error, error.InnerException);
    }

    [Fact]
    public void Epoch_rows_are_enumerated_as_objects_too_and_start_at_any_epoch()
    {
        Sampler sampler = Dataset.RandomSampler(seed: 5);
        EpochRowNumbers rows = sampler.EpochRowNumbers(firstEpoch: 2);
        List<long> boxed = [];
        foreach (object row in (System.Collections.IEnumerable)rows)
        {
            boxed.Add((long)row);
        }

        Assert.Equal(sampler.RowNumbersOfEpoch(2), boxed);
        Assert.Equal((3, 700), (rows.NextEpoch, rows.Count));
        Assert.Equal("firstEpoch", Assert.Throws<ArgumentOutOfRangeException>(() => sampler.EpochRowNumbers(-1)).ParamName);
        Assert.Equal("epoch", Assert.Throws<ArgumentOutOfRangeException>(() => sampler.RowNumbersOfEpoch(-1)).ParamName);
        Assert.Throws<OverflowException>(() => sampler.EpochRowNumbers(long.MaxValue / 2).First());
        Assert.Throws<OverflowException>(() => sampler.RowNumbersOfEpoch(long.MaxValue / 2));
    }

    [Fact]
    public void Weights_that_do_not_fit_are_told_with_their_row_or_number()
    {
        Assert.Equal("The weight 1E+300 of row 1 is beyond the range of float.", Assert.Throws<OverflowException>(() => new SampleWeights([1, 1e300]).ToSingles()).Message);
        Assert.Equal([1f, float.MaxValue], new SampleWeights([1, float.MaxValue]).ToSingles());
        Assert.StartsWith("There are 1 weights and 700 rows.", Assert.Throws<ArgumentException>("weights", () => Dataset.SelectWeighted(new SampleWeights([1.0]), (row, weight) => weight)).Message, StringComparison.Ordinal);
        Assert.Throws<ClassMismatchException>(() => Dataset.SelectWeighted(new ClassWeights(ClassSet.Numbered(2), 1, 1), (row, weight) => weight));
    }

    private sealed class Listed(List<LoadProgress> reports) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value) => reports.Add(value);
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using BalanceGen.Tests.Streaming;
using static BalanceGen.Tests.Loading.LoaderRuns;

namespace BalanceGen.Tests.Loading;

public sealed class LoaderFailureTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task A_failing_row_is_named_after_the_batches_before_it(int workers)
    {
        Batches<Labelled> batches = Batches(seed: 3, batchSize: 16, dropLast: false);
        List<long> order = RowNumbers(batches);
        long bad = order[100];
        int first = order.IndexOf(bad);
        List<long> seen = [];
        RowLoadException error = await Assert.ThrowsAsync<RowLoadException>(async () =>
        {
            await foreach (LoadedBatch<long> batch in batches.LoadAsync(row => row.Number == bad ? throw new InvalidDataException("No image.") : row.Number, new LoadOptions { Workers = workers }))
            {
                seen.AddRange(batch.RowNumbers.ToArray());
            }
        });
        Assert.Equal(bad, error.Row);
        Assert.Equal(first % 16, error.IndexInBatch);
        Assert.IsType<InvalidDataException>(error.InnerException);
        Assert.Contains($"Row {bad} ", error.Message);
        Assert.Equal(order.Take(first / 16 * 16), seen);
    }

    [Fact]
    public async Task Of_the_rows_of_a_batch_that_fail_the_first_is_told_whichever_fails_first()
    {
        using var laterFailed = new ManualResetEventSlim();
        Batches<Labelled> batches = Dataset.Batches(Dataset.SequentialSampler(), 40);
        var error = await Assert.ThrowsAsync<RowLoadException>(() => ToListAsync(batches.LoadAsync(Decode, new LoadOptions { Workers = 2 })));
        Assert.Equal((7, "The first."), (error.Row, error.InnerException!.Message));

        long Decode(Labelled row)
        {
            switch (row.Number)
            {
                case 7:
                    throw new InvalidDataException(laterFailed.Wait(TimeSpan.FromSeconds(20)) ? "The first." : "The others did not fail.");
                case 31:
                    throw new InvalidDataException("A later one.");
                case 35:
                    // Of the same piece as row 31, which has been recorded by now.
                    laterFailed.Set();
                    throw new InvalidDataException("The last.");
                default:
                    return row.Number;
            }
        }
    }

    [Fact]
    public async Task Skipped_rows_are_reported_and_no_other_row_is_lost()
    {
        Batches<Labelled> batches = Batches(seed: 4, batchSize: 16, dropLast: false);
        List<long> order = RowNumbers(batches);
        var options = new LoadOptions { Workers = 4, OnFailure = RowFailurePolicy.Skip };
        List<long> kept = [];
        List<long> failed = [];
        await foreach (LoadedBatch<long[]> batch in batches.LoadPooledAsync(() => new long[1], Decode, options))
        {
            Assert.Equal(batch.RowNumbers.ToArray(), batch.Rows.ToArray().Select(buffer => buffer[0]));
            Assert.Equal(batch.RowNumbers.ToArray().Select(row => Dataset.Rows[(int)row].Label), batch.ClassIndices.ToArray());
            Assert.Equal(batch.Rows.Length, batch.Rows.ToArray().Distinct().Count());
            kept.AddRange(batch.RowNumbers.ToArray());
            failed.AddRange(batch.Failures.Select(failure => failure.RowNumber));
        }

        Assert.Equal(order.Where(row => row % 7 != 0), kept);
        Assert.Equal(order.Where(row => row % 7 == 0), failed);

        static void Decode(Labelled row, long[] buffer, CancellationToken cancellation) =>
            buffer[0] = row.Number % 7 == 0 ? throw new IOException() : row.Number;
    }

    [Fact]
    public async Task Rows_are_tried_again_as_often_as_declared()
    {
        // Every row once, so that attempts can be counted by row.
        Batches<Labelled> batches = Dataset.Batches(Dataset.SequentialSampler(), batchSize: 10);
        var attempts = new ConcurrentDictionary<long, int>();
        var options = new LoadOptions { Workers = 4, OnFailure = RowFailurePolicy.Retry(2, TimeSpan.FromMilliseconds(1)) };
        Assert.Equal(Sequential(batches), await Collect(batches.LoadAsync(row => FailsFirst(row, times: 2), options)));
        Assert.All(attempts.Values, count => Assert.Equal(3, count));

        attempts.Clear();
        RowLoadException error = await Assert.ThrowsAsync<RowLoadException>(() => Collect(batches.LoadAsync(row => FailsFirst(row, times: 3), options)));
        Assert.Contains("after 3 attempts", error.Message);

        attempts.Clear();
        options = options with { OnFailure = RowFailurePolicy.Retry(1, thenSkip: true) };
        List<LoadedBatch<long>> empty = await ToListAsync(batches.LoadAsync(row => FailsFirst(row, times: 2), options));
        Assert.All(empty, batch => Assert.Equal(0, batch.Rows.Length));
        Assert.Equal(RowNumbers(batches), empty.SelectMany(batch => batch.Failures.Select(failure => failure.RowNumber)));

        long FailsFirst(Labelled row, int times) =>
            attempts.AddOrUpdate(row.Number, 1, (_, count) => count + 1) <= times ? throw new IOException() : row.Number * 2;
    }

    [Fact]
    public async Task A_decoder_that_hangs_until_its_token_is_cancelled_is_a_named_time_out()
    {
        Batches<Labelled> batches = Batches(seed: 6, batchSize: 8, dropLast: false);
        long bad = RowNumbers(batches)[20];
        var options = new LoadOptions { Workers = 4, RowTimeout = TimeSpan.FromMilliseconds(400) };
        RowLoadException error = await Assert.ThrowsAsync<RowLoadException>(() => Collect(batches.LoadAsync(Hang, options)));
        Assert.Equal(bad, error.Row);
        Assert.IsType<TimeoutException>(error.InnerException);

        List<long> failed = [];
        await foreach (LoadedBatch<long> batch in batches.LoadAsync(Hang, options with { OnFailure = RowFailurePolicy.Skip }))
        {
            failed.AddRange(batch.Failures.Select(failure => failure.RowNumber));
        }

        Assert.Equal(RowNumbers(batches).Where(row => row == bad), failed);

        async ValueTask<long> Hang(Labelled row, CancellationToken cancellation)
        {
            await Task.Delay(row.Number == bad ? Timeout.Infinite : 0, cancellation);
            return row.Number;
        }
    }

    [Fact]
    public async Task A_decoder_that_ignores_its_token_ends_the_loader_with_the_name_of_its_row()
    {
        Batches<Labelled> batches = Batches(seed: 6, batchSize: 8, dropLast: false);
        long bad = RowNumbers(batches)[20];
        using var release = new ManualResetEventSlim();
        var threads = new ConcurrentDictionary<Thread, bool>();
        var options = new LoadOptions { Workers = 4, RowTimeout = TimeSpan.FromMilliseconds(400) };
        var clock = Stopwatch.StartNew();
        RowLoadException error = await Assert.ThrowsAsync<RowLoadException>(() => Collect(batches.LoadAsync(Hang, options)));
        Assert.Equal(bad, error.Row);
        Assert.Contains("does not react", error.Message);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(8));

        // Only .NET's inability to stop a thread keeps the stuck one; it ends with its decoder.
        release.Set();
        foreach (Thread thread in threads.Keys)
        {
            Assert.True(thread.Join(TimeSpan.FromSeconds(10)));
        }

        long Hang(Labelled row)
        {
            threads[Thread.CurrentThread] = true;
            if (row.Number == bad)
            {
                release.Wait();
            }

            return row.Number;
        }
    }

    [Fact]
    public async Task An_error_of_the_collation_reaches_the_consumer()
    {
        IAsyncEnumerable<int> batches = Batches(seed: 1, batchSize: 10, dropLast: false).LoadAsync(row => row.Number, int (_) => throw new InvalidOperationException("No tensor."));
        Assert.Equal("No tensor.", (await Assert.ThrowsAsync<InvalidOperationException>(() => ToListAsync(batches))).Message);
    }

    [Fact]
    public void Options_outside_their_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LoadOptions { Workers = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LoadOptions { Prefetch = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LoadOptions { RowTimeout = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LoadOptions { ShutdownTimeout = TimeSpan.FromSeconds(-1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => RowFailurePolicy.Retry(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => RowFailurePolicy.Retry(1, TimeSpan.FromSeconds(-1)));
    }
}

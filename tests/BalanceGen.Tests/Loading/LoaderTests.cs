using System.Collections.Concurrent;
using System.Diagnostics;
using BalanceGen.Tests.Streaming;

namespace BalanceGen.Tests.Loading;

public sealed class LoaderTests
{
    private static readonly LabelledIndexer Indexer = new(ClassSet.Numbered(3));

    private static IndexedDataset<Labelled> Dataset { get; } =
        IndexedDataset.Create(Enumerable.Range(0, 700).Select(row => new Labelled(row, row % 10 == 0 ? 2 : row % 3 == 0 ? 1 : 0)).ToArray(), Indexer);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public async Task Order_and_content_equal_the_sequential_run_whatever_the_delays(int workers)
    {
        for (int trial = 0; trial < 12; trial++)
        {
            var random = new Random(trial);
            int batchSize = random.Next(1, 60);
            var options = new LoadOptions { Workers = workers, Prefetch = random.Next(1, 6) };
            Batches<Labelled> batches = Batches(trial, batchSize, dropLast: trial % 2 == 0);
            List<string> expected = Sequential(batches);

            Assert.Equal(expected, await Collect(batches.LoadAsync(DecodeSlowly, options)));
            Assert.Equal(expected, await Collect(batches.LoadAsync(DecodeSlowlyAsync, options)));
            Assert.Equal(expected, await Collect(batches.LoadPooledAsync(() => new long[1], (row, buffer, _) => buffer[0] = DecodeSlowly(row), options), buffer => buffer[0]));
            Assert.Equal(expected, await ToListAsync(batches.LoadAsync(DecodeSlowly, batch => Text(batch, value => value), options)));
        }
    }

    [Fact]
    public async Task A_run_that_is_killed_and_resumed_at_100_random_points_gives_the_same_remaining_rows()
    {
        var random = new Random(5);
        var options = new LoadOptions { Workers = 3, Prefetch = 5 };
        for (int trial = 0; trial < 100; trial++)
        {
            Batches<Labelled> batches = Batches(trial, random.Next(1, 40), dropLast: false);
            List<string> expected = Sequential(batches);
            int kill = random.Next(expected.Count);
            List<string> seen = [];
            SamplerState state = default;
            await foreach (LoadedBatch<long> batch in batches.LoadAsync(row => row.Number * 2, options))
            {
                seen.Add(Text(batch, value => value));
                state = batch.State;
                if (seen.Count > kill)
                {
                    break;
                }
            }

            if (seen.Count < expected.Count)
            {
                seen.AddRange(await Collect(batches.ResumeFrom(state).LoadAsync(row => row.Number * 2, options)));
            }

            Assert.Equal(expected, seen);
        }
    }

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
        Assert.Equal(first % 16, error.Place);
        Assert.IsType<InvalidDataException>(error.InnerException);
        Assert.Contains($"Row {bad} ", error.Message);
        Assert.Equal(order.Take(first / 16 * 16), seen);
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

    [Theory]
    [InlineData("end")]
    [InlineData("break")]
    [InlineData("cancel")]
    [InlineData("throw")]
    public async Task No_thread_outlives_the_enumeration(string ending)
    {
        var threads = new ConcurrentDictionary<Thread, bool>();
        using var cancellation = new CancellationTokenSource();
        int batchesSeen = 0;
        Exception? error = await Record.ExceptionAsync(async () =>
        {
            await foreach (LoadedBatch<long> batch in Batches(seed: 1, batchSize: 10, dropLast: false)
                .LoadAsync(Decode, new LoadOptions { Workers = 5 }).WithCancellation(cancellation.Token))
            {
                batchesSeen++;
                if (batchesSeen == 3 && ending == "break")
                {
                    break;
                }

                if (batchesSeen == 3 && ending == "cancel")
                {
                    cancellation.Cancel();
                }
            }
        });

        Assert.All(threads.Keys, thread => Assert.False(thread.IsAlive));
        Assert.NotEmpty(threads);
        Assert.DoesNotContain(Environment.CurrentManagedThreadId, threads.Keys.Select(thread => thread.ManagedThreadId));
        switch (ending)
        {
            case "cancel":
                Assert.IsAssignableFrom<OperationCanceledException>(error);
                break;
            case "throw":
                Assert.IsType<RowLoadException>(error);
                break;
            default:
                Assert.Null(error);
                break;
        }

        long Decode(Labelled row)
        {
            threads[Thread.CurrentThread] = true;
            return ending == "throw" && batchesSeen > 2 ? throw new IOException() : row.Number;
        }
    }

    [Fact]
    public async Task A_cancelled_token_cancels_the_decoder_that_runs()
    {
        using var cancellation = new CancellationTokenSource();
        int cancelled = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (LoadedBatch<long> batch in Batches(seed: 1, batchSize: 4, dropLast: false).LoadAsync(Decode, new LoadOptions { Workers = 2 }).WithCancellation(cancellation.Token))
            {
                Assert.Fail($"A batch of {batch.Rows.Length} came out.");
            }
        });
        Assert.Equal(2, cancelled);

        async ValueTask<long> Decode(Labelled row, CancellationToken token)
        {
            try
            {
                cancellation.CancelAfter(50);
                await Task.Delay(Timeout.Infinite, token);
            }
            finally
            {
                Interlocked.Increment(ref cancelled);
            }

            return 0;
        }
    }

    [Fact]
    public async Task Prefetch_bounds_what_is_decoded_ahead()
    {
        int decoded = 0;
        int delivered = 0;
        int mostAhead = 0;
        await foreach (LoadedBatch<long> batch in Batches(seed: 1, batchSize: 10, dropLast: true).LoadAsync(Decode, new LoadOptions { Workers = 4, Prefetch = 2 }))
        {
            await Task.Delay(1);
            mostAhead = Math.Max(mostAhead, Volatile.Read(ref decoded) - delivered);
            delivered += batch.Rows.Length;
        }

        // The batch at hand and two ahead.
        Assert.InRange(mostAhead, 11, 30);

        long Decode(Labelled row)
        {
            Interlocked.Increment(ref decoded);
            return row.Number;
        }
    }

    [Fact]
    public async Task Pooled_buffers_are_used_again_and_rows_handed_over_are_not()
    {
        int created = 0;
        Batches<Labelled> batches = Batches(seed: 1, batchSize: 10, dropLast: false);
        _ = await Collect(batches.LoadPooledAsync(() => new long[++created], (_, _, _) => { }, new LoadOptions { Prefetch = 2 }), _ => 0);
        Assert.InRange(created, 10, 30);

        List<LoadedBatch<long>> kept = await ToListAsync(batches.LoadAsync(row => row.Number, new LoadOptions { Prefetch = 1 }));
        Assert.Equal(RowNumbers(batches), kept.SelectMany(batch => batch.Rows.ToArray()));
    }

    [Fact]
    public async Task Progress_counts_rows_that_were_delivered()
    {
        var reports = new ConcurrentQueue<LoadProgress>();
        var options = new LoadOptions { Progress = new Immediate(reports.Enqueue), ProgressInterval = TimeSpan.Zero };
        Batches<Labelled> batches = Batches(seed: 1, batchSize: 10, dropLast: false);
        int batchesSeen = (await Collect(batches.LoadAsync(row => row.Number, options))).Count;
        Assert.Equal(batchesSeen + 1, reports.Count);
        LoadProgress last = reports.Last();
        Assert.Equal(last.TotalRows, last.RowsDelivered);
        Assert.Equal(RowNumbers(batches).Count, last.TotalRows);
        Assert.Equal(TimeSpan.Zero, last.TimeLeft);
        Assert.True(last.RowsPerSecond > 0);
        Assert.Null(new LoadProgress(5, null, TimeSpan.FromSeconds(1)).TimeLeft);
        Assert.Null(new LoadProgress(0, 10, TimeSpan.Zero).TimeLeft);
        Assert.Equal("50 of 100 rows, 25 rows/s, 2 s left", new LoadProgress(50, 100, TimeSpan.FromSeconds(2)).ToString());
    }

    [Fact]
    public async Task Batches_of_streams_are_loaded_in_order_and_their_errors_come_after_the_batches_before()
    {
        List<long> seen = [];
        SourceRowException error = await Assert.ThrowsAsync<SourceRowException>(async () =>
        {
            await foreach (LoadedBatch<long> batch in Streams.FailingAt(Enumerable.Range(0, 100), 57).Batch(10, reuseBuffer: true).LoadAsync(row => (long)row * 2, new LoadOptions { Workers = 3 }))
            {
                seen.AddRange(batch.Rows.ToArray());
                Assert.Equal(seen.Count, batch.NextRow);
                Assert.Throws<InvalidOperationException>(() => batch.State);
            }
        });
        Assert.Equal(57, error.Row);
        Assert.Equal(Enumerable.Range(0, 50).Select(row => row * 2L), seen);

        List<LoadedBatch<int>> all = await ToListAsync(Streams.Async(Enumerable.Range(0, 25)).Batch(10).LoadAsync((row, _) => new ValueTask<int>(row)));
        Assert.Equal(Enumerable.Range(0, 25), all.SelectMany(batch => batch.Rows.ToArray()));
    }

    [Fact]
    public async Task An_error_of_the_collation_reaches_the_consumer()
    {
        IAsyncEnumerable<int> batches = Batches(seed: 1, batchSize: 10, dropLast: false).LoadAsync(row => row.Number, int (_) => throw new InvalidOperationException("No tensor."));
        Assert.Equal("No tensor.", (await Assert.ThrowsAsync<InvalidOperationException>(() => ToListAsync(batches))).Message);
    }

    /// <summary>Every eight rows meet inside the decoder, which fewer than eight workers at a time could never do; no clock decides.</summary>
    [Fact]
    public async Task Eight_workers_decode_eight_rows_at_a_time()
    {
        const int workers = 8;
        using var meeting = new Barrier(workers);
        Batches<Labelled> batches = Dataset.Batches(new RandomSampler(Dataset.Rows.Length, seed: 1, epochLength: 24 * workers), batchSize: 32);
        List<string> expected = Sequential(batches);

        List<string> loaded = await Collect(batches.LoadAsync(
            row =>
            {
                Assert.True(meeting.SignalAndWait(TimeSpan.FromMinutes(2)), "Fewer than eight rows are decoded at a time.");
                return row.Number * 2;
            },
            new LoadOptions { Workers = workers }));

        Assert.Equal(24, meeting.CurrentPhaseNumber);
        Assert.Equal(expected, loaded);
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

    private static Batches<Labelled> Batches(long seed, int batchSize, bool dropLast) =>
        Dataset.Batches(Dataset.BalancedSampler(seed), batchSize, dropLast);

    private static long DecodeSlowly(Labelled row)
    {
        if (row.Number % 13 == 0)
        {
            Thread.Sleep((int)(row.Number % 3));
        }

        return row.Number * 2;
    }

    private static async ValueTask<long> DecodeSlowlyAsync(Labelled row, CancellationToken cancellation)
    {
        if (row.Number % 13 == 0)
        {
            await Task.Delay((int)(row.Number % 3), cancellation);
        }

        return row.Number * 2;
    }

    private static List<string> Sequential(Batches<Labelled> batches)
    {
        List<string> expected = [];
        foreach (Batch<Labelled> batch in batches)
        {
            List<string> rows = [];
            foreach (ref readonly Labelled row in batch)
            {
                rows.Add($"{row.Number}/{row.Label}={row.Number * 2}");
            }

            expected.Add($"{batch.State.Draw} {string.Join(' ', rows)}");
        }

        return expected;
    }

    private static List<long> RowNumbers(Batches<Labelled> batches)
    {
        List<long> numbers = [];
        foreach (Batch<Labelled> batch in batches)
        {
            foreach (int row in batch.RowNumbers)
            {
                numbers.Add(row);
            }
        }

        return numbers;
    }

    private static string Text<TDecoded>(LoadedBatch<TDecoded> batch, Func<TDecoded, long> value) =>
        $"{batch.State.Draw} {string.Join(' ', batch.Rows.ToArray().Select((row, place) => $"{batch.RowNumbers.Span[place]}/{batch.ClassIndices.Span[place]}={value(row)}"))}";

    private static Task<List<string>> Collect(IAsyncEnumerable<LoadedBatch<long>> batches) => Collect(batches, value => value);

    private static async Task<List<string>> Collect<TDecoded>(IAsyncEnumerable<LoadedBatch<TDecoded>> batches, Func<TDecoded, long> value)
    {
        List<string> texts = [];
        await foreach (LoadedBatch<TDecoded> batch in batches)
        {
            texts.Add(Text(batch, value));
        }

        return texts;
    }

    private static Task<List<TItem>> ToListAsync<TItem>(IAsyncEnumerable<TItem> items) => Streams.ToListAsync(items);

    private sealed class Immediate(Action<LoadProgress> report) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value) => report(value);
    }
}

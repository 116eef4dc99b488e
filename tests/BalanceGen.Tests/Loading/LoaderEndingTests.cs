using System.Collections.Concurrent;
using BalanceGen.Tests.Streaming;
using static BalanceGen.Tests.Loading.LoaderRuns;

namespace BalanceGen.Tests.Loading;

public sealed class LoaderEndingTests
{
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

    private sealed class Immediate(Action<LoadProgress> report) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value) => report(value);
    }
}

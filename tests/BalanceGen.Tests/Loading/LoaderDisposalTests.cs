using BalanceGen.Tests.Streaming;
using static BalanceGen.Tests.Loading.LoaderRuns;

namespace BalanceGen.Tests.Loading;

/// <summary>What a loader makes and does not hand over it disposes of.</summary>
public sealed class LoaderDisposalTests
{
    private static readonly LoadOptions Ahead = new() { Workers = 3, Prefetch = 4 };

    [Theory]
    [InlineData("end")]
    [InlineData("break")]
    [InlineData("consumer throws")]
    [InlineData("cancel")]
    [InlineData("decoder throws")]
    public async Task Decoded_rows_that_are_not_handed_over_are_disposed_of(string ending)
    {
        var counted = new Counted();
        List<Counted.Item> given = [];
        using var cancellation = new CancellationTokenSource();
        int fatal = ending == "decoder throws" ? RowNumberOf(batch: 4) : -1;
        Exception? error = await Record.ExceptionAsync(async () =>
        {
            IAsyncEnumerable<LoadedBatch<Counted.Item>> loader = Batches(seed: 1, batchSize: 10, dropLast: false)
                .LoadAsync(row => row.Number == fatal ? throw new IOException() : counted.Make(row.Number), Ahead);
            await foreach (LoadedBatch<Counted.Item> batch in loader.WithCancellation(cancellation.Token))
            {
                given.AddRange(batch.Rows.ToArray());
                if (given.Count == 20)
                {
                    // Until batches are waiting, so that there is something to lose.
                    SpinWait.SpinUntil(() => counted.Made >= 45 || fatal >= 0, TimeSpan.FromSeconds(20));
                    switch (ending)
                    {
                        case "break":
                            return;
                        case "consumer throws":
                            throw new InvalidOperationException();
                        case "cancel":
                            cancellation.Cancel();
                            break;
                    }
                }
            }
        });

        Assert.Equal(ending is "end" or "break", error is null);
        counted.AssertNoneLost(given);
        Assert.Equal(ending == "end", counted.Disposed == 0);
        Assert.Equal(ending switch { "end" => 700, "decoder throws" => 40, _ => 20 }, given.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Results_that_are_not_handed_over_are_disposed_of_and_their_rows_are_theirs(bool asynchronous)
    {
        var rows = new Counted();
        var results = new Counted();
        List<Counted.Item> given = [];
        Batches<Labelled> batches = Batches(seed: 1, batchSize: 10, dropLast: false);
        IAsyncEnumerable<Counted.Item> loader = asynchronous
            ? batches.LoadAsync((row, _) => new ValueTask<Counted.Item>(rows.Make(row.Number)), batch => results.Make(batch.NextRow), Ahead)
            : batches.LoadAsync(row => rows.Make(row.Number), batch => results.Make(batch.NextRow), Ahead);
        await foreach (Counted.Item result in loader)
        {
            given.Add(result);
            if (given.Count == 2)
            {
                SpinWait.SpinUntil(() => results.Made >= 5, TimeSpan.FromSeconds(20));
                break;
            }
        }

        results.AssertNoneLost(given);
        Assert.True(results.Disposed >= 3);

        // Rows of batches that were collated belong to the results; those of batches that were cut short do not.
        Assert.True(rows.Disposed <= rows.Made - (10 * results.Made));
    }

    [Fact]
    public async Task Rows_of_a_batch_whose_collation_fails_are_disposed_of()
    {
        var counted = new Counted();
        List<Counted.Item> given = [];
        IAsyncEnumerable<Counted.Item[]> loader = Batches(seed: 1, batchSize: 10, dropLast: false).LoadAsync(
            row => counted.Make(row.Number),
            batch => batch.NextRow == 30 ? throw new InvalidOperationException("No room.") : batch.Rows.ToArray(),
            new LoadOptions { Workers = 2, Prefetch = 1 });
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (Counted.Item[] batch in loader)
            {
                given.AddRange(batch);
            }
        });
        Assert.Equal(20, given.Count);
        Assert.True(counted.Disposed >= 10);
        Assert.All(given, item => Assert.Equal(0, item.Disposals));
    }

    [Fact]
    public async Task Rows_that_were_left_out_have_nothing_to_dispose_of_and_the_others_are_given()
    {
        var counted = new Counted();
        List<Counted.Item> given = [];
        await foreach (LoadedBatch<Counted.Item> batch in Batches(seed: 1, batchSize: 10, dropLast: false)
            .LoadAsync(row => row.Number % 3 == 0 ? throw new IOException() : counted.Make(row.Number), Ahead with { OnFailure = RowFailurePolicy.Skip }))
        {
            given.AddRange(batch.Rows.ToArray());
            if (given.Count > 200)
            {
                break;
            }
        }

        counted.AssertNoneLost(given);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public async Task Pooled_buffers_are_disposed_of_when_the_enumeration_ends(int batches)
    {
        var counted = new Counted();
        int seen = 0;
        await foreach (LoadedBatch<Counted.Item> batch in Batches(seed: 1, batchSize: 10, dropLast: false).LoadPooledAsync(() => counted.Make(0), (_, _, _) => { }, Ahead))
        {
            Assert.All(batch.Rows.ToArray(), item => Assert.Equal(0, item.Disposals));
            if (++seen == batches)
            {
                break;
            }
        }

        Assert.InRange(counted.Made, 10, 50);
        counted.AssertNoneLost([]);
    }

    [Fact]
    public async Task Rows_of_a_stream_that_are_not_handed_over_are_disposed_of()
    {
        var counted = new Counted();
        List<Counted.Item> given = [];
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await foreach (LoadedBatch<Counted.Item> batch in Streams.FailingAt(Enumerable.Range(0, 100), 57).Batch(10).LoadAsync(row => counted.Make(row), Ahead))
            {
                given.AddRange(batch.Rows.ToArray());
            }
        });
        counted.AssertNoneLost(given);

        counted = new Counted();
        given = [];
        await foreach (LoadedBatch<Counted.Item> batch in Enumerable.Range(0, 100).Batch(10).LoadAsync(row => counted.Make(row), Ahead))
        {
            given.AddRange(batch.Rows.ToArray());
            SpinWait.SpinUntil(() => counted.Made >= 50, TimeSpan.FromSeconds(20));
            break;
        }

        Assert.Equal((10, 40), (given.Count, counted.Disposed));
        counted.AssertNoneLost(given);
    }

    [Fact]
    public async Task A_row_that_comes_after_the_end_of_the_loader_is_disposed_of_too()
    {
        var counted = new Counted();
        using var release = new ManualResetEventSlim();
        var options = new LoadOptions { Workers = 2, RowTimeout = TimeSpan.FromMilliseconds(40), ShutdownTimeout = TimeSpan.Zero };
        int stuck = RowNumberOf(batch: 0);
        List<Counted.Item> given = [];
        await Assert.ThrowsAsync<RowLoadException>(async () =>
        {
            await foreach (LoadedBatch<Counted.Item> batch in Batches(seed: 1, batchSize: 10, dropLast: false).LoadAsync(Decode, options))
            {
                given.AddRange(batch.Rows.ToArray());
            }
        });
        release.Set();
        Assert.True(SpinWait.SpinUntil(() => counted.Made > 0 && counted.Made == counted.Disposed, TimeSpan.FromSeconds(20)));
        Assert.Empty(given);

        Counted.Item Decode(Labelled row)
        {
            if (row.Number == stuck)
            {
                release.Wait();
            }

            return counted.Make(row.Number);
        }
    }

    [Fact]
    public async Task An_error_of_a_disposal_comes_after_the_others_were_disposed_of()
    {
        List<Faulty> made = [];
        var error = await Record.ExceptionAsync(async () =>
        {
            await foreach (LoadedBatch<Faulty> batch in Batches(seed: 1, batchSize: 10, dropLast: false).LoadAsync(Make, new LoadOptions { Workers = 1, Prefetch = 2 }))
            {
                SpinWait.SpinUntil(() => { lock (made) { return made.Count >= 30; } }, TimeSpan.FromSeconds(20));
                break;
            }
        });
        Assert.Equal(20, Assert.IsType<AggregateException>(error).InnerExceptions.Count);
        Assert.Equal(20, made.Count(item => item.Disposals == 1));

        Faulty Make(Labelled row)
        {
            var item = new Faulty(row.Number);
            lock (made)
            {
                made.Add(item);
            }

            return item;
        }
    }

    [Fact]
    public async Task A_cancelled_enumeration_tells_the_callers_token()
    {
        using var cancellation = new CancellationTokenSource();
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (LoadedBatch<long> batch in Batches(seed: 1, batchSize: 10, dropLast: false).LoadAsync(row => row.Number).WithCancellation(cancellation.Token))
            {
                Assert.Equal(10, batch.Rows.Length);
                cancellation.Cancel();
            }
        });
        Assert.Equal(cancellation.Token, error.CancellationToken);

        using var before = new CancellationTokenSource();
        before.Cancel();
        error = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (LoadedBatch<int> batch in Streams.Async(Enumerable.Range(0, 30)).Batch(10).LoadAsync((row, _) => new ValueTask<int>(row)).WithCancellation(before.Token))
            {
                Assert.Fail($"A batch of {batch.Rows.Length} came out.");
            }
        });
        Assert.Equal(before.Token, error.CancellationToken);
    }

    /// <summary>A row that is in a batch and in none before it.</summary>
    private static int RowNumberOf(int batch)
    {
        List<long> numbers = RowNumbers(Batches(seed: 1, batchSize: 10, dropLast: false));
        return (int)numbers.Skip(batch * 10).Take(10).Except(numbers.Take(batch * 10)).First();
    }

    private sealed class Faulty(long number) : Counted.Item(number)
    {
        public override void Dispose()
        {
            base.Dispose();
            throw new InvalidOperationException("It cannot be closed.");
        }
    }
}

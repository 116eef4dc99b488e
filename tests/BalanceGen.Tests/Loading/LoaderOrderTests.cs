using BalanceGen.Tests.Streaming;
using static BalanceGen.Tests.Loading.LoaderRuns;

namespace BalanceGen.Tests.Loading;

public sealed class LoaderOrderTests
{
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
}

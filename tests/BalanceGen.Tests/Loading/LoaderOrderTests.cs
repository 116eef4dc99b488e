using System.Collections.Concurrent;
using BalanceGen.Tests.Sampling;
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

    [Fact]
    public async Task A_target_changed_while_rows_are_prefetched_loses_and_repeats_none()
    {
        const int batchSize = 10;
        const int changedAfter = 3;
        var options = new LoadOptions { Workers = 3, Prefetch = 5 };

        // As in the data: no row comes twice in the 700 draws, so that a row that was decoded tells which draw it was decoded for.
        BalancedSampler before = Dataset.BalancedSampler(seed: 1, TargetDistribution.AsSource);
        ScheduledBalancedSampler after = before.WithTarget(TargetDistribution.Uniform, (changedAfter + options.Prefetch) * batchSize);
        int switchPoint = (int)after.SwitchPoints[^1];
        Assert.Equal(80, switchPoint);
        Batches<Labelled> rest = Dataset.Batches(after, batchSize).ResumeFrom(after.StateAt(switchPoint));
        List<long> delivered = [];
        ConcurrentBag<int> decodedBefore = [];
        ConcurrentBag<int> decodedAfter = [];
        await foreach (LoadedBatch<long> batch in Dataset.Batches(before, batchSize).LoadAsync(row => Decode(row, decodedBefore), options))
        {
            delivered.AddRange(batch.RowNumbers.Span);
            if (delivered.Count == changedAfter * batchSize)
            {
                // The target changes when everything up to the switch is fetched, and nothing after it.
                Assert.True(SpinWait.SpinUntil(() => decodedBefore.Count >= switchPoint, TimeSpan.FromMinutes(2)), "Fewer batches are fetched.");
                Assert.Equal(before.RowsOf(0, switchPoint).Order(), decodedBefore.Order());
            }

            if (batch.State.Draw == switchPoint)
            {
                Assert.Throws<SamplerStateMismatchException>(() => Dataset.Batches(after, batchSize).ResumeFrom(batch.State));
                break;
            }
        }

        await foreach (LoadedBatch<long> batch in rest.LoadAsync(row => Decode(row, decodedAfter), options))
        {
            delivered.AddRange(batch.RowNumbers.Span);
        }

        Assert.Equal(Enumerable.Range(0, 700).Select(draw => (long)after.RowAt(draw)), delivered);
        int[] old = [.. decodedBefore];
        Assert.All(before.RowsOf(0, switchPoint), row => Assert.Equal(1, old.Count(other => other == row)));
        Assert.Equal(after.RowsOf(switchPoint, 700 - switchPoint).Order(), decodedAfter.Order());

        static long Decode(Labelled row, ConcurrentBag<int> log)
        {
            log.Add((int)row.Number);
            return row.Number;
        }
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(4, 1)]
    [InlineData(2, 7)]
    public async Task A_killed_run_is_resumed_by_another_number_of_workers(int workers, int workersAfter)
    {
        Batches<Labelled> batches = Batches(seed: 6, batchSize: 16, dropLast: false);
        List<string> expected = Sequential(batches);
        foreach (int kill in (int[])[1, 7, 20])
        {
            List<string> seen = [];
            SamplerState state = default;
            await foreach (LoadedBatch<long> batch in batches.LoadAsync(DecodeSlowly, new LoadOptions { Workers = workers, Prefetch = 3 }))
            {
                seen.Add(Text(batch, value => value));
                state = batch.State;
                if (seen.Count == kill)
                {
                    break;
                }
            }

            seen.AddRange(await Collect(batches.ResumeFrom(state).LoadAsync(DecodeSlowly, new LoadOptions { Workers = workersAfter, Prefetch = 6 })));
            Assert.Equal(expected, seen);
        }
    }

    /// <summary>Every eight rows meet inside the decoder, which fewer than eight workers at a time could never do; no clock decides.</summary>
    [Fact]
    public async Task Eight_workers_decode_eight_rows_at_a_time()
    {
        const int workers = 8;
        using var meeting = new Barrier(workers);
        Batches<Labelled> batches = Dataset.Batches(new RandomSampler(Dataset.Rows.Count, seed: 1, epochLength: 24 * workers), batchSize: 32);
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

using BalanceGen.Tests.Batching;
using BalanceGen.Tests.Statistics;

namespace BalanceGen.Tests.Sampling;

/// <summary>Which visit of its row a draw is, and the seed that belongs to it.</summary>
public sealed class DrawContextTests
{
    private const int Draws = 6000;

    public static TheoryData<string> Kinds() => [.. Samplers.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Visits_are_counted_as_the_sampler_says(string kind)
    {
        Sampler sampler = Samplers.Create(kind, 7);
        int[] rows = sampler.RowsOf(0, Draws);
        long[] visits = VisitsOf(sampler, 0, Draws);
        var drawn = new Dictionary<int, long>();
        var taken = new HashSet<(int Row, long Visit)>();
        for (int draw = 0; draw < Draws; draw++)
        {
            int row = rows[draw];
            Assert.True(taken.Add((row, visits[draw])), $"Draw {draw} is visit {visits[draw]} of row {row} a second time.");
            switch (sampler.VisitNumbering)
            {
                case VisitNumbering.Exact:
                    Assert.Equal(drawn.GetValueOrDefault(row), visits[draw]);
                    break;
                case VisitNumbering.Draw when sampler is not InterleavedSampler:
                    Assert.Equal(draw, visits[draw]);
                    break;
            }

            drawn[row] = drawn.GetValueOrDefault(row) + 1;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Visits_and_contexts_are_pure_functions_of_the_draw(string kind)
    {
        Sampler sampler = Samplers.Create(kind, 7);
        long[] visits = VisitsOf(sampler, 0, 2000);
        var contexts = new DrawContext[2000];
        sampler.FillContexts(0, contexts);
        Assert.Equal(sampler.RowsOf(0, 2000), contexts.Select(context => context.Row));
        Assert.Equal(visits, contexts.Select(context => context.Visit));
        Assert.Equal(EpochsOf(sampler).Take(2000).Select((epoch, draw) => ((long)draw, epoch)), contexts.Select(context => (context.Draw, context.Epoch)));
        Assert.Equal(2000, contexts.Select(context => context.Seed).Distinct().Count());

        foreach (int draw in (int[])[1999, 0, 256, 255, 777, 170])
        {
            Sampler other = Samplers.Create(kind, 7);
            Assert.Equal(contexts[draw], other.ContextAt(draw));
            Assert.Equal(visits[draw], other.VisitAt(draw));
            Assert.Equal(visits[draw..Math.Min(2000, draw + 300)], VisitsOf(other, draw, Math.Min(2000 - draw, 300)));
        }

        foreach (long far in (long[])[int.MaxValue, (1L << 50) + 77])
        {
            long[] there = VisitsOf(sampler, far, 100);
            Assert.Equal(there[99], sampler.VisitAt(far + 99));
            Assert.All(there, visit => Assert.True(visit >= 0));
        }

        if (kind != "sequential")
        {
            Assert.NotEqual(contexts[5].Seed, Samplers.Create(kind, 8).ContextAt(5).Seed);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => sampler.ContextAt(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => sampler.VisitAt(-1));
    }

    /// <summary>The epoch of each draw.</summary>
    private static IEnumerable<long> EpochsOf(Sampler sampler)
    {
        for (long epoch = 0; ; epoch++)
        {
            long length = sampler.LengthOf(epoch);
            for (long draw = 0; draw < length; draw++)
            {
                yield return epoch;
            }
        }
    }

    [OptimizedTheory]
    [MemberData(nameof(Kinds))]
    public void Contexts_allocate_nothing_after_warm_up(string kind)
    {
        Sampler sampler = Samplers.Create(kind, 7);
        var contexts = new DrawContext[300];
        int repeat = 0;
        AllocationFree.Assert(() =>
        {
            repeat = (repeat + 1) % 20;
            sampler.FillContexts(repeat * 311L, contexts);
            return (int)sampler.VisitAt(repeat * 77L) + contexts[0].Row;
        });
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(2, 16)]
    [InlineData(300, 1)]
    public void Contexts_do_not_depend_on_the_number_of_ranks(int worldSize, int batchSize)
    {
        Sampler whole = Samplers.Create("balanced mixed", 7);
        var contexts = new DrawContext[64];
        for (int rank = 0; rank < worldSize; rank += 1 + (worldSize / 3))
        {
            SamplerShard shard = whole.Shard(rank, worldSize, batchSize, firstDraw: 5);
            shard.FillContexts(3, contexts);
            Assert.Equal(Enumerable.Range(3, 64).Select(draw => whole.ContextAt(shard.GlobalDraw(draw))), contexts);
            Assert.Equal(whole.VisitNumbering, shard.VisitNumbering);
            Assert.Throws<ArgumentOutOfRangeException>(() => shard.VisitAt(-1));
        }

        Assert.Equal(whole.ContextAt(whole.Shard(1, 2).Shard(2, 3).GlobalDraw(9) * 2 + 1), whole.Shard(1, 2).Shard(2, 3).ContextAt(9));
    }

    /// <summary>Philox4x32-10 of the key 0 and the counter (visit, row + 40·2^32), by another implementation.</summary>
    [Theory]
    [InlineData(0, 0x1b41b1eee70a5ba7)]
    [InlineData(169, 0x61e4b1a85b9b29dd)]
    [InlineData(170, 0x81f1821f1e02f75c)]
    [InlineData(1000, 0xe0f671523324037a)]
    [InlineData((1L << 40) + 5, 0x42964f965673cae7)]
    public void Seeds_are_those_of_the_format_version(long draw, ulong seed) =>
        Assert.Equal(new DrawContext(draw, draw / 170, (int)(draw % 170), draw / 170, seed), new SequentialSampler(170).ContextAt(draw));

    [Fact]
    public void Seeds_are_random_bits()
    {
        var contexts = new DrawContext[65_536];
        new BalancedSampler(Indices.Sorted(160, 10), 3).FillContexts(0, contexts);
        for (int bits = 0; bits < 64; bits += 8)
        {
            var observed = new long[256];
            foreach (DrawContext context in contexts)
            {
                observed[(context.Seed >> bits) & 255]++;
            }

            Significance.AssertKept(Significance.ChiSquare(observed, [.. Enumerable.Repeat(256.0, 256)]), $"bits from {bits} on");
        }
    }

    [Fact]
    public void A_batch_has_the_contexts_of_its_draws_also_after_a_resume()
    {
        IndexedDataset<Pet> pets = IndexedDataset.Create(Pet.Rows(100, 3), default(Pet.Indexer));
        BalancedSampler sampler = pets.BalancedSampler(5);
        Batches<Pet> batches = pets.Batches(sampler, 7).Epoch(2);
        List<DrawContext> all = Read(batches, out SamplerState middle);
        Assert.Equal(Enumerable.Range(200, 100).Select(draw => sampler.ContextAt(draw)), all);
        Assert.Equal(all[(int)(middle.Draw - 200)..], Read(batches.ResumeFrom(middle), out _));
        foreach (Batch<Pet> batch in batches)
        {
            string? refused = null;
            try
            {
                batch.CopyContexts(new DrawContext[batch.Count - 1]);
            }
            catch (ArgumentException error)
            {
                refused = error.ParamName;
            }

            Assert.Equal("contexts", refused);
        }

        static List<DrawContext> Read(Batches<Pet> batches, out SamplerState fifth)
        {
            fifth = default;
            List<DrawContext> all = [];
            var contexts = new DrawContext[10];
            int number = 0;
            foreach (Batch<Pet> batch in batches)
            {
                batch.CopyContexts(contexts);
                all.AddRange(contexts.AsSpan(0, batch.Count));
                Assert.Equal(batch.RowNumbers.ToArray(), contexts[..batch.Count].Select(context => context.Row));
                fifth = number++ == 4 ? batch.State : fifth;
            }

            return all;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task Decoders_are_told_the_context_of_their_row_whatever_the_number_of_workers(int workers)
    {
        IndexedDataset<Pet> pets = IndexedDataset.Create(Pet.Rows(100, 3), default(Pet.Indexer));
        BalancedSampler sampler = pets.BalancedSampler(5);
        Batches<Pet> batches = pets.Batches(sampler, 7);
        var options = new LoadOptions { Workers = workers };
        DrawContext[] expected = [.. Enumerable.Range(0, 100).Select(draw => sampler.ContextAt(draw))];

        List<DrawContext> blocking = [];
        await foreach (LoadedBatch<(int Number, DrawContext Context)> batch in batches.LoadWithContextAsync((pet, context) => (pet.Number, context), options))
        {
            Assert.Equal(batch.RowNumbers.ToArray(), batch.Rows.ToArray().Select(row => (long)row.Context.Row));
            Assert.All(batch.Rows.ToArray(), row => Assert.Equal(pets.Rows[row.Context.Row].Number, row.Number));
            Assert.Equal(batch.RowNumbers.ToArray().Select(row => pets.Rows[(int)row].Species), batch.ClassIndices.ToArray());
            blocking.AddRange(batch.Rows.ToArray().Select(row => row.Context));
        }

        List<DrawContext> asynchronous = [];
        await foreach (LoadedBatch<DrawContext> batch in batches.ResumeFrom(sampler.StateAt(21)).LoadWithContextAsync((_, context, _) => new ValueTask<DrawContext>(context), options))
        {
            asynchronous.AddRange(batch.Rows.ToArray());
        }

        List<DrawContext> pooled = [];
        await foreach (DrawContext[] batch in batches.LoadPooledWithContextAsync(
            () => new DrawContext[1], (_, context, buffer, _) => buffer[0] = context, batch => batch.Rows.ToArray().Select(buffer => buffer[0]).ToArray(), options))
        {
            pooled.AddRange(batch);
        }

        Assert.Equal(expected, blocking);
        Assert.Equal(expected[21..], asynchronous);
        Assert.Equal(expected, pooled);
    }

    [Fact]
    public async Task A_loaded_batch_has_the_contexts_of_its_rows_and_of_no_others()
    {
        IndexedDataset<Pet> pets = IndexedDataset.Create(Pet.Rows(60, 3), default(Pet.Indexer));
        BalancedSampler sampler = pets.BalancedSampler(4);
        var options = new LoadOptions { Workers = 2, OnFailure = RowFailurePolicy.Skip };
        int batches = 0;
        await foreach (LoadedBatch<DrawContext> batch in pets.Batches(sampler, 7).LoadWithContextAsync(
            (_, context) => context.Draw % 5 == 3 ? throw new InvalidDataException("torn") : context, options))
        {
            Assert.NotEmpty(batch.Failures);
            Assert.Equal(batch.Rows.ToArray(), batch.Contexts.ToArray());
            Assert.Equal(batch.RowNumbers.ToArray(), batch.Contexts.ToArray().Select(context => (long)context.Row));
            batches++;
        }

        Assert.Equal(9, batches);
        await foreach (LoadedBatch<int> batch in pets.Batches(sampler, 7).LoadAsync(pet => pet.Number))
        {
            Assert.Equal(0, batch.Contexts.Length);
        }
    }

    [Fact]
    public async Task With_contexts_too_the_epoch_after_dropped_rows_is_the_next_one()
    {
        IndexedDataset<Pet> pets = IndexedDataset.Create(Pet.Rows(60, 3), default(Pet.Indexer));
        BalancedSampler sampler = pets.BalancedSampler(4);
        Batches<Pet> batches = pets.Batches(sampler, 7, dropLast: true);
        Assert.Equal(56, batches.RowCount);
        LoadedBatch<int>? last = null;
        await foreach (LoadedBatch<int> batch in batches.LoadWithContextAsync((pet, _) => pet.Number))
        {
            last = batch;
        }

        Assert.Equal(60, last!.NextRow);
        Assert.Equal(sampler.StateAt(60), last.State);
    }

    private static long[] VisitsOf(Sampler sampler, long firstDraw, int count)
    {
        var visits = new long[count];
        sampler.FillVisits(firstDraw, visits);
        return visits;
    }
}

namespace BalanceGen.Tests.Batching;

/// <summary>Batches of any sizes that the user gives, drawn by a sampler of them.</summary>
public sealed class BatchListTests
{
    private static readonly IndexedDataset<Pet> Pets = IndexedDataset.Create(Pet.Rows(200, 3), default(Pet.Indexer));

    /// <summary>Batches of 1, 2, … 7, 1, 2, … rows, together every row once, in a mixed order.</summary>
    private static readonly int[][] Given = [.. Enumerable.Range(0, 50).Select(batch => Enumerable.Range(0, (batch % 7) + 1).Select(place => ((StartOf(batch) + place) * 37) % 199).ToArray())];

    private static readonly BatchList List = new(Pets.Index, Given);

    [Fact]
    public void Batches_are_those_that_were_given_each_once_an_epoch_in_an_order_of_the_sampler()
    {
        var order = new RandomSampler(List.Index, seed: 3);
        Batches<Pet> batches = Pets.Batches(List, order);
        Assert.Equal((50, 7, Given.Sum(batch => batch.Length)), (batches.Count, batches.BatchSize, batches.RowCount));
        Assert.Equal((50, 7, 197, 50), (List.Count, List.MaxBatchSize, List.RowCount, List.Index.RowCount));
        for (int epoch = 0; epoch < 3; epoch++)
        {
            int[][] drawn = RowsOf(batches.Epoch(epoch));
            Assert.Equal(order.Epoch(epoch).Select(batch => Given[batch]), drawn);
            Assert.Equal(Given.Select(Text).Order(), drawn.Select(Text).Order());
        }

        Assert.Equal(Given, RowsOf(Pets.Batches(List, new SequentialSampler(List.Index))));
        Assert.Equal(Given[9], List[9].ToArray());
        Assert.Equal([0, 1, 2], batches.Epochs(0, 3).Select(epoch => epoch.EpochNumber));
    }

    [Fact]
    public void A_batch_has_its_rows_classes_and_state()
    {
        Batches<Pet> batches = Pets.Batches(List, new RandomSampler(List.Index, seed: 3));
        int number = 0;
        foreach (Batch<Pet> batch in batches)
        {
            int[] rows = batch.RowNumbers.ToArray();
            Assert.Equal(rows, batch.ToArray().Select(pet => pet.Number));
            Assert.Equal(rows.Select(row => Pets.Rows[row].Species), batch.ClassIndices.ToArray());
            Assert.Equal(++number, batch.State.Draw);
            OwnedBatch<Pet> owned = batch.ToOwned();
            Assert.Equal(rows, owned.RowNumbers);
            Assert.Equal(batch.State, owned.State);
        }

        Assert.Equal(RowsOf(batches), batches.Owned().Select(batch => batch.RowNumbers));
        Assert.Equal(Enumerable.Range(1, 50), batches.Owned().Select(batch => (int)batch.State.Draw));
    }

    [Fact]
    public async Task A_loader_decodes_the_rows_of_each_batch()
    {
        Batches<Pet> batches = Pets.Batches(List, new RandomSampler(List.Index, seed: 3)).Epoch(1);
        List<int[]> loaded = [];
        List<LoadProgress> told = [];
        var options = new LoadOptions { Workers = 3, Prefetch = 4, Progress = new Recorder(told), ProgressInterval = TimeSpan.Zero };
        await foreach (LoadedBatch<int> batch in batches.LoadAsync(pet => pet.Number, options))
        {
            loaded.Add([.. batch.Rows.ToArray()]);
            Assert.Equal(50 + loaded.Count, batch.State.Draw);
            Assert.Equal(batch.Rows.ToArray().Select(row => Pets.Rows[row].Species), batch.ClassIndices.ToArray());
        }

        Assert.Equal(RowsOf(batches), loaded);
        Assert.All(told, progress => Assert.Equal(197, progress.TotalRows));
        Assert.NotEmpty(told);
    }

    [Fact]
    public async Task Contexts_are_pure_functions_of_the_batch_and_no_row_has_a_visit_twice()
    {
        // Rows 0, 1 and 2 are in two batches, row 2 twice in one of them.
        var list = new BatchList(Pets.Index, [[0, 1, 2], [3], [2, 0, 2, 1], [4, 5]]);
        var order = new RandomSampler(list.Index, seed: 5);
        Batches<Pet> batches = Pets.Batches(list, order);
        var taken = new HashSet<(int, long)>();
        var seeds = new HashSet<ulong>();
        for (int epoch = 0; epoch < 20; epoch++)
        {
            List<DrawContext[]> ofEpoch = [];
            foreach (Batch<Pet> batch in batches.Epoch(epoch))
            {
                var contexts = new DrawContext[batch.Count];
                batch.CopyContexts(contexts);
                ofEpoch.Add(contexts);
                Assert.Equal(batch.RowNumbers.ToArray(), contexts.Select(context => context.Row));
                long draw = batch.State.Draw - 1;
                Assert.All(contexts, context => Assert.Equal((draw, (long)epoch), (context.Draw, context.Epoch)));
            }

            Assert.All(ofEpoch.SelectMany(context => context), context => Assert.True(taken.Add((context.Row, context.Visit)) && seeds.Add(context.Seed)));
            Assert.Equal(ofEpoch, batches.Epoch(epoch).Owned().Select(Copied));
            List<DrawContext[]> loaded = [];
            await foreach (LoadedBatch<DrawContext> batch in batches.Epoch(epoch).LoadWithContextAsync((_, context) => context, new LoadOptions { Workers = 2 }))
            {
                loaded.Add(batch.Rows.ToArray());
            }

            Assert.Equal(ofEpoch, loaded);
            Assert.Equal(ofEpoch[2..], batches.ResumeFrom(order.StateAt((4 * epoch) + 2)).Owned().Select(Copied));
            foreach (OwnedBatch<Pet> batch in Enumerable.Range(0, 2).SelectMany(rank => Pets.Batches(list, order.Shard(rank, 2)).Epoch(epoch).Owned()))
            {
                Assert.Contains(ofEpoch, contexts => contexts.SequenceEqual(Copied(batch)));
            }
        }

        // Of a row that is listed once, the visits are the epochs.
        Assert.All(Enumerable.Range(0, 20), epoch => Assert.Contains((4, epoch), taken));

        static DrawContext[] Copied(OwnedBatch<Pet> batch)
        {
            var contexts = new DrawContext[batch.Count];
            batch.CopyContexts(contexts);
            return contexts;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(60)]
    public void Ranks_have_whole_batches_and_together_each_once(int worldSize)
    {
        var order = new RandomSampler(List.Index, seed: 3);
        Batches<Pet>[] ranks = [.. Enumerable.Range(0, worldSize).Select(rank => Pets.Batches(List, order.Shard(rank, worldSize)))];
        for (int epoch = 0; epoch < 3; epoch++)
        {
            int[][][] drawn = [.. ranks.Select(batches => RowsOf(batches.Epoch(epoch)))];
            Assert.Equal(Given.Select(Text).Order(), drawn.SelectMany(batches => batches).Select(Text).Order());
            Assert.InRange(drawn.Max(batches => batches.Length) - drawn.Min(batches => batches.Length), 0, 1);
            Assert.Equal(ranks.Select(batches => batches.Epoch(epoch).RowCount), drawn.Select(batches => (long)batches.Sum(batch => batch.Length)));

            // Without those that not all have, all make as many steps.
            Assert.All(Enumerable.Range(0, worldSize), rank => Assert.Equal(50 / worldSize, RowsOf(Pets.Batches(List, order.Shard(rank, worldSize), dropLast: true).Epoch(epoch)).Length));
        }
    }

    [Fact]
    public void Interrupted_runs_go_on_with_other_numbers_of_ranks()
    {
        var random = new Xorshift(17);
        var order = new BalancedSampler(List.Index, seed: 4, epochLength: 50);
        for (int trial = 0; trial < 20; trial++)
        {
            SamplerState state = order.StateAt(0);
            var taken = new Dictionary<long, string>();
            while (state.Draw < 150)
            {
                int worldSize = random.Below(5) + 1;
                SamplerShard[] shards = [.. Enumerable.Range(0, worldSize).Select(rank => order.Shard(rank, worldSize, state))];
                List<(string Rows, SamplerState State)>[] ranks = [.. shards.Select(shard => Pets.Batches(List, shard).Owned().Select(batch => (Text(batch.RowNumbers), batch.State)).ToList())];
                int stop = random.Below(ranks[0].Count) + 1;
                for (int step = 0; step < stop; step++)
                {
                    for (int rank = 0; rank < worldSize; rank++)
                    {
                        if (step < ranks[rank].Count)
                        {
                            taken.Add(shards[rank].GlobalDraw(step), ranks[rank][step].Rows);
                        }
                    }
                }

                state = ranks[0][stop - 1].State;
            }

            Assert.Equal(Enumerable.Range(0, taken.Count).Select(draw => (long)draw), taken.Keys.Order());
            Assert.All(taken, pair => Assert.Equal(Text(Given[order.RowAt(pair.Key)]), pair.Value));
        }
    }

    [Fact]
    public void A_state_of_another_list_is_refused()
    {
        int[][] otherRow = [.. Given.Select(batch => batch.ToArray())];
        otherRow[49][0] = 199;
        int[][] otherCut = [.. Given];
        (otherCut[0], otherCut[1]) = ([.. Given[0], Given[1][0]], Given[1][1..]);
        foreach (BatchList other in (BatchList[])[new(Pets.Index, otherRow), new(Pets.Index, otherCut)])
        {
            Assert.Equal(List.Count, other.Count);
            foreach (Func<RowIndex, Sampler> make in (Func<RowIndex, Sampler>[])[
                index => new RandomSampler(index, 3),
                index => new SequentialSampler(index),
                index => new BlockShuffleSampler(index, 3, 5),
                index => new BalancedSampler(index, 3),
                index => new WeightedRandomSampler(index, 3),
                index => new WeightedRandomSampler(index, 3, replacement: false)])
            {
                Sampler own = make(List.Index);
                Assert.Equal(9, make(new BatchList(Pets.Index, Given).Index).ResumeFrom(own.StateAt(9)));
                Assert.Throws<SamplerStateMismatchException>(() => make(other.Index).ResumeFrom(own.StateAt(9)));
                Assert.Equal("order", Assert.Throws<ArgumentException>(() => Pets.Batches(other, own)).ParamName);
                Assert.Equal(50, Pets.Batches(List, own).Count);
            }
        }
    }

    [Fact]
    public void Wrong_batches_and_samplers_are_refused()
    {
        (IndexedDataset<Pet> train, IndexedDataset<Pet> test) = Pets.Split(0.5, seed: 1);
        int ofTrain = train.Index.First();
        Assert.Equal(ofTrain, new BatchList(train.Index, [[ofTrain]])[0][0]);
        Assert.Contains("Batch 1 has no rows", Assert.Throws<ArgumentException>(() => new BatchList(Pets.Index, [[1], []])).Message, StringComparison.Ordinal);
        Assert.Equal("batches", Assert.Throws<ArgumentException>(() => new BatchList(Pets.Index, [])).ParamName);
        Assert.Contains("batch 1", Assert.Throws<ArgumentOutOfRangeException>(() => new BatchList(Pets.Index, [[1], [2, 200]])).Message, StringComparison.Ordinal);
        Assert.Equal(-1, Assert.Throws<ArgumentOutOfRangeException>(() => new BatchList(Pets.Index, [[-1]])).ActualValue);
        Assert.Equal(ofTrain, Assert.Throws<ArgumentOutOfRangeException>(() => new BatchList(test.Index, [[ofTrain]])).ActualValue);
        Assert.Throws<ArgumentNullException>(() => new BatchList(null!, Given));
        Assert.Throws<ArgumentNullException>(() => new BatchList(Pets.Index, null!));
        Assert.Throws<ArgumentNullException>(() => new BatchList(Pets.Index, [[1], null!]));
        Assert.Throws<ArgumentOutOfRangeException>(() => List[50].Length);

        var order = new RandomSampler(List.Index, seed: 3);
        Assert.Equal("list", Assert.Throws<ArgumentException>(() => train.Batches(List, order)).ParamName);
        Assert.Equal("order", Assert.Throws<ArgumentException>(() => Pets.Batches(List, Pets.RandomSampler(3))).ParamName);
        Assert.Equal("order", Assert.Throws<ArgumentException>(() => Pets.Batches(List, new RandomSampler(50, 3))).ParamName);
        Assert.Equal("order", Assert.Throws<ArgumentException>(() => Pets.Batches(List, order.Shard(0, 2, batchSize: 2))).ParamName);
        Assert.Equal("order", Assert.Throws<ArgumentException>(() => Pets.Batches(List, new StratifiedRandomSampler(List.Index, 1, 5))).ParamName);
        Assert.Throws<ArgumentNullException>(() => Pets.Batches(null!, order));
        Assert.Throws<ArgumentNullException>(() => Pets.Batches(List, null!));
    }

    [Fact]
    public void A_trace_and_class_counts_are_those_of_the_rows()
    {
        var trace = new SamplerTrace(Pets.Index);
        foreach (Batch<Pet> batch in Pets.Batches(List, new RandomSampler(List.Index, seed: 3)))
        {
            trace.Record(batch.RowNumbers);
            var counts = new long[3];
            batch.CountClasses(counts);
            Pet[] rows = batch.ToArray();
            Assert.Equal(counts, Enumerable.Range(0, 3).Select(of => rows.LongCount(pet => pet.Species == of)));
        }

        Assert.Equal((50, 197L, 197), (trace.BatchCount, trace.DrawCount, trace.RowsSeen));
    }

    [OptimizedFact]
    public void The_loop_allocates_nothing()
    {
        Batches<Pet> batches = Pets.Batches(List, new RandomSampler(List.Index, seed: 3));
        long rows = Loop(batches);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 1; round < 50; round++)
        {
            rows += Loop(batches);
        }

        Assert.Equal((0, 50 * 197), (GC.GetAllocatedBytesForCurrentThread() - before, rows));

        static long Loop(Batches<Pet> batches)
        {
            long rows = 0;
            foreach (Batch<Pet> batch in batches)
            {
                rows += batch.ClassIndices.Length;
            }

            return rows;
        }
    }

    private static int StartOf(int batch) => (batch / 7 * 28) + Enumerable.Range(0, batch % 7).Sum(before => before + 1);

    private static string Text(int[] rows) => string.Join(' ', rows);

    private static int[][] RowsOf(Batches<Pet> batches)
    {
        List<int[]> rows = [];
        foreach (Batch<Pet> batch in batches)
        {
            rows.Add(batch.RowNumbers.ToArray());
        }

        return [.. rows];
    }

    private sealed class Recorder(List<LoadProgress> told) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value) => told.Add(value);
    }
}

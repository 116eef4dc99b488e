namespace BalanceGen.Tests.Streaming;

public sealed class StreamAllocationTests
{
    private static readonly LabelledIndexer Indexer = new(ClassSet.Numbered(4));

    public static TheoryData<string> Operators() => ["given", "estimated", "reject", "repeat", "shuffle", "batch", "take", "interleave", "chain"];

    [OptimizedTheory]
    [MemberData(nameof(Operators))]
    public void No_bytes_are_allocated_per_row_in_the_steady_state(string name)
    {
        using IEnumerator<Labelled> rows = Build(name).GetEnumerator();
        Advance(rows, 60_000);

        // Every round would show what a row allocates; one of them may count what the runtime allocates while it replaces the code by its optimised form.
        Assert.Equal(0, Enumerable.Range(0, 4).Min(_ => AllocatedBy(50_000)));

        long AllocatedBy(int count)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Advance(rows, count);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [OptimizedFact]
    public void A_foreach_over_a_resampled_stream_allocates_only_the_enumeration()
    {
        ResampledStream<Labelled, LabelledIndexer> short1 = Rows().Take(50_000L).Resample(Indexer, TargetDistribution.Uniform, SourceDistribution.Of([0.6, 0.2, 0.1, 0.1]));
        ResampledStream<Labelled, LabelledIndexer> long1 = Rows().Take(100_000L).Resample(Indexer, TargetDistribution.Uniform, SourceDistribution.Of([0.6, 0.2, 0.1, 0.1]));
        Assert.Equal(Least(short1), Least(long1));

        // The first rounds may count what the runtime allocates while it replaces the code by its optimised form.
        static long Least(ResampledStream<Labelled, LabelledIndexer> stream) => Enumerable.Range(0, 8).Min(_ => Consume(stream));

        static long Consume(ResampledStream<Labelled, LabelledIndexer> stream)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            long sum = 0;
            foreach (Labelled row in stream)
            {
                sum += row.Number;
            }

            Assert.NotEqual(0, sum);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [OptimizedFact]
    public async Task Asynchronous_operators_allocate_nothing_per_row_either()
    {
        await using IAsyncEnumerator<Labelled> rows = AsyncRows()
            .Resample(Indexer, TargetDistribution.Uniform, SourceDistribution.Of([0.6, 0.2, 0.1, 0.1])).Shuffle(64, seed: 1).Take(1_000_000L).GetAsyncEnumerator();
        await Advance(rows, 60_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        await Advance(rows, 20_000);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4096);

        static async ValueTask Advance(IAsyncEnumerator<Labelled> rows, int count)
        {
            for (int row = 0; row < count; row++)
            {
                Assert.True(await rows.MoveNextAsync());
            }
        }
    }

    private static IEnumerable<Labelled> Build(string name) => name switch
    {
        "given" => Rows().Resample(Indexer, TargetDistribution.Uniform, SourceDistribution.Of([0.6, 0.2, 0.1, 0.1]), 0.9, 0.5),
        "estimated" => Rows().Resample(Indexer, TargetDistribution.SquareRoot, SourceDistribution.Estimated(0.999)),
        "reject" => Rows().RejectionResample(Indexer, TargetDistribution.Uniform, trace: new ResamplingTrace(Indexer.Classes)),
        "repeat" => Rows().RepeatResample(Indexer, TargetDistribution.Uniform),
        "shuffle" => Rows().Shuffle(2048, seed: 1),
        "batch" => Rows().Batch(32, reuseBuffer: true).Select(batch => batch.Span[0]),
        "take" => Rows().Take(1_000_000L),
        "interleave" => StreamInterleaving.Interleave([Rows(), Rows()], [0.5, 0.5], seed: 1),
        _ => Rows().Resample(Indexer, TargetDistribution.Uniform, SourceDistribution.Estimated(), 0.9, 0.5).Shuffle(2048, seed: 1).Take(10_000_000L).Repeat(),
    };

    private static IEnumerable<Labelled> Rows()
    {
        for (long row = 0; ; row++)
        {
            yield return new Labelled(row, (int)(row % 10) switch { < 6 => 0, < 8 => 1, 8 => 2, _ => 3 });
        }
    }

    private static async IAsyncEnumerable<Labelled> AsyncRows()
    {
        foreach (Labelled row in Rows())
        {
            await ValueTask.CompletedTask;
            yield return row;
        }
    }

    private static void Advance(IEnumerator<Labelled> rows, int count)
    {
        for (int row = 0; row < count; row++)
        {
            Assert.True(rows.MoveNext());
        }
    }
}

namespace BalanceGen.Tests.Streaming;

/// <summary>Sources are closed however a stream ends, and streams that end early read no further.</summary>
public sealed class StreamEndingTests
{
    private static readonly LabelledIndexer Indexer = new(ClassSet.Numbered(2));

    public static TheoryData<string> Operators() => ["shuffle", "batch", "take", "repeat", "cancel", "resample", "interleave"];

    [Theory]
    [MemberData(nameof(Operators))]
    public void A_source_is_closed_once_when_its_first_row_fails(string name)
    {
        var source = new Watched(failing: true);
        Assert.Throws<SourceRowException>(() => Through(name, source));
        Assert.Equal((1, 1), (source.Opened, source.Closed));
    }

    [Theory]
    [MemberData(nameof(Operators))]
    public void A_source_is_closed_when_its_consumer_leaves(string name)
    {
        var source = new Watched(failing: false);
        Through(name, source);
        Assert.Equal(source.Opened, source.Closed);
        Assert.NotEqual(0, source.Opened);
    }

    [Fact]
    public void A_stream_without_a_share_and_a_count_of_0_open_nothing()
    {
        var source = new Watched(failing: false);
        Assert.Equal([7, 7], StreamInterleaving.Interleave([source.Select(row => 0), [7, 7]], [0, 1.0], seed: 1));
        Assert.Empty(source.Take(0L));
        Assert.Empty(source.Repeat(0));
        Assert.Equal(0, source.Opened);
    }

    [Fact]
    public async Task Asynchronous_streams_end_and_fail_like_the_others()
    {
        SourceRowException failed = await Assert.ThrowsAsync<SourceRowException>(
            () => Streams.ToListAsync(Streams.Async(Streams.FailingAt(Enumerable.Range(0, 100), 57)).Shuffle(10, seed: 1)));
        Assert.Equal("Row 57 of the stream could not be read: The disk is gone.", failed.Message);
        Assert.IsType<IOException>(failed.InnerException);
        Assert.Equal(Enumerable.Range(0, 500).Shuffle(64, seed: 2), await Streams.ToListAsync(Streams.Async(Enumerable.Range(0, 500)).Shuffle(64, seed: 2)));
        Assert.Empty(await Streams.ToListAsync(Streams.Async(Enumerable.Range(0, 5)).Take(0L)));
        Assert.Equal(Enumerable.Range(0, 5), await Streams.ToListAsync(Streams.Async(Enumerable.Range(0, 5)).Take(9L)));
        await Assert.ThrowsAsync<EmptyDatasetException>(() => Streams.ToListAsync(Streams.Async(Array.Empty<int>()).Repeat()));
        AsyncResampledStream<Labelled, LabelledIndexer> unknown = Streams.Async<Labelled>([new(0, 0), new(1, 5)]).Resample(Indexer, TargetDistribution.Uniform, SourceDistribution.Of([0.5, 0.5]));
        Assert.Equal(0.5, unknown.Plan!.TargetShareOf(1));
        UnknownLabelException error = await Assert.ThrowsAsync<UnknownLabelException>(() => Streams.ToListAsync(unknown));
        Assert.Equal((1, "5"), (error.Row, error.Label));
    }

    [Fact]
    public async Task An_asynchronous_stream_that_is_cancelled_gives_no_row_that_waits()
    {
        using var cancellation = new CancellationTokenSource();
        int seen = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            // All rows have been read when the first comes out of a buffer that is longer than the stream.
            await foreach (int row in Streams.Async(Enumerable.Range(0, 10)).Shuffle(100, seed: 1).WithCancellation(cancellation.Token))
            {
                seen++;
                cancellation.Cancel();
            }
        });
        Assert.Equal(1, seen);
    }

    [Fact]
    public void A_cancelled_stream_gives_no_first_row_and_a_whole_one_ends_as_its_source()
    {
        using var cancellation = new CancellationTokenSource();
        Assert.Equal([1, 2, 3], new[] { 1, 2, 3 }.WithCancellation(cancellation.Token));
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(() => new[] { 1, 2, 3 }.WithCancellation(cancellation.Token).First());
    }

    [Fact]
    public void A_resampled_enumeration_is_over_at_its_end_and_never_starts_again()
    {
        using IEnumerator<Labelled> rows = ((IEnumerable<Labelled>)new Labelled[] { new(0, 0) }.Resample(Indexer, TargetDistribution.Uniform, SourceDistribution.Of([0.5, 0.5]))).GetEnumerator();
        Assert.True(rows.MoveNext());
        Assert.Equal(new Labelled(0, 0), ((System.Collections.IEnumerator)rows).Current);
        Assert.False(rows.MoveNext());
        Assert.False(rows.MoveNext());
        Assert.Equal(default, rows.Current);
        Assert.Equal("An enumerator of a stream cannot be reset. Get a new one.", Assert.Throws<NotSupportedException>(rows.Reset).Message);
        Assert.Equal(3, ((System.Collections.IEnumerable)new[] { 1, 2, 3 }.Take(5L)).Cast<int>().Count());
    }

    /// <summary>A batch size that no stream reaches, around the length with which a batch begins and beyond what an array can have.</summary>
    [Theory]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(5000)]
    [InlineData(int.MaxValue)]
    public async Task A_batch_is_as_long_as_it_is_filled(int size)
    {
        IEnumerable<int> rows = Enumerable.Range(0, 5000);
        int[][] expected = [.. rows.Chunk(size)];
        Assert.Equal(expected, rows.Batch(size).Select(batch => batch.ToArray()));
        Assert.Equal(expected, rows.Batch(size, reuseBuffer: true).Select(batch => batch.ToArray()));
        Assert.Equal(expected, (await Streams.ToListAsync(Streams.Async(rows).Batch(size))).Select(batch => batch.ToArray()));
        Assert.Equal(5000 % size == 0 ? expected : expected[..^1], (await Streams.ToListAsync(Streams.Async(rows).Batch(size, dropRemainder: true))).Select(batch => batch.ToArray()));
    }

    private static void Through(string name, Watched source)
    {
        _ = name switch
        {
            "shuffle" => source.Shuffle(2, seed: 1).First().Number,
            "batch" => source.Batch(2).First().Length,
            "take" => source.Take(2L).First().Number,
            "repeat" => source.Repeat(2).First().Number,
            "cancel" => source.WithCancellation(CancellationToken.None).First().Number,
            "resample" => source.RepeatResample(Indexer, TargetDistribution.Uniform).First().Number,
            _ => StreamInterleaving.Interleave([source], [1.0], seed: 1).First().Number,
        };
    }

    /// <summary>A source that knows how often it was opened and closed.</summary>
    private sealed class Watched(bool failing) : IEnumerable<Labelled>
    {
        public int Opened { get; private set; }

        public int Closed { get; private set; }

        public IEnumerator<Labelled> GetEnumerator()
        {
            Opened++;
            return new Rows(this);
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

        private sealed class Rows(Watched source) : IEnumerator<Labelled>
        {
            private long _row = -1;

            public Labelled Current => new(_row, 0);

            object System.Collections.IEnumerator.Current => Current;

            public bool MoveNext() => source.IsFailing ? throw new IOException("The disk is gone.") : ++_row < 10;

            public void Reset() => throw new NotSupportedException();

            public void Dispose() => source.Closed++;
        }

        private bool IsFailing => failing;
    }
}

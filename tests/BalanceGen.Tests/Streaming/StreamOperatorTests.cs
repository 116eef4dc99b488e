using System.Globalization;

namespace BalanceGen.Tests.Streaming;

public sealed class StreamOperatorTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(300)]
    [InlineData(5000)]
    public void A_shuffle_holds_every_row_once_and_brings_none_forward_by_more_than_the_buffer(int buffer)
    {
        List<int> result = [.. Enumerable.Range(0, 1000).Shuffle(buffer, seed: 3)];
        Assert.Equal(Enumerable.Range(0, 1000), result.Order());
        Assert.All(result.Select((row, place) => row - place), early => Assert.True(early <= buffer - 1));
        Assert.Equal(buffer == 1, result.SequenceEqual(Enumerable.Range(0, 1000)));
    }

    /// <summary>Chi-square over the 120 orders of 5 rows, 119 degrees of freedom: 185 is exceeded with a chance of 1e-4.</summary>
    [Fact]
    public void A_buffer_as_long_as_the_stream_shuffles_uniformly()
    {
        var counts = new Dictionary<string, int>();
        const int Trials = 24_000;
        for (int seed = 0; seed < Trials; seed++)
        {
            string order = string.Concat(Enumerable.Range(0, 5).Shuffle(5, seed));
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        double expected = Trials / 120.0;
        double chiSquare = counts.Values.Sum(count => (count - expected) * (count - expected) / expected);
        Assert.Equal(120, counts.Count);
        Assert.InRange(chiSquare, 60, 185);
    }

    [Fact]
    public void Batches_are_consecutive_rows_and_the_remainder_is_kept_or_dropped()
    {
        string Joined(IEnumerable<ReadOnlyMemory<int>> batches) => string.Join('|', batches.Select(batch => string.Join(',', batch.ToArray())));
        IEnumerable<int> rows = Enumerable.Range(0, 7);
        Assert.Equal("0,1,2|3,4,5|6", Joined(rows.Batch(3)));
        Assert.Equal("0,1,2|3,4,5", Joined(rows.Batch(3, dropRemainder: true)));
        Assert.Equal("0,1,2|3,4,5|6", Joined(rows.Batch(3, reuseBuffer: true)));
        Assert.Equal("", Joined(Enumerable.Empty<int>().Batch(3)));
    }

    [Fact]
    public void Batches_may_be_kept_unless_they_share_a_buffer()
    {
        List<ReadOnlyMemory<int>> kept = [.. Enumerable.Range(0, 4).Batch(2)];
        Assert.Equal([0, 1], kept[0].ToArray());
        List<ReadOnlyMemory<int>> shared = [.. Enumerable.Range(0, 4).Batch(2, reuseBuffer: true)];
        Assert.Equal([2, 3], shared[0].ToArray());
    }

    [Fact]
    public void Repetition_shuffles_every_pass_anew_and_is_still_a_function_of_the_seed()
    {
        List<int> Run() => [.. Enumerable.Range(0, 50).Shuffle(50, seed: 9).Batch(10).Repeat(3).SelectMany(batch => batch.ToArray())];
        List<int> result = Run();
        Assert.Equal(result, Run());
        List<int[]> passes = [.. result.Chunk(50)];
        Assert.All(passes, pass => Assert.Equal(Enumerable.Range(0, 50), pass.Order()));
        Assert.NotEqual(passes[0], passes[1]);
        Assert.NotEqual(passes[1], passes[2]);
        Assert.Equal(passes[0], Enumerable.Range(0, 50).Shuffle(50, seed: 9));
    }

    [Fact]
    public void Repetition_resamples_every_pass_anew()
    {
        LabelledIndexer indexer = new(ClassSet.Numbered(2));
        List<Labelled> rows = [.. Streams.Drawn([0.9, 0.1], 200, seed: 1)];
        List<Labelled> twice = [.. rows.RejectionResample(indexer, TargetDistribution.Uniform, SourceDistribution.Of([0.9, 0.1]), seed: 1).Repeat(2)];
        List<Labelled> once = [.. rows.RejectionResample(indexer, TargetDistribution.Uniform, SourceDistribution.Of([0.9, 0.1]), seed: 1)];
        Assert.Equal(once, twice.Take(once.Count));
        Assert.NotEqual(once, twice.Skip(once.Count));
    }

    [Fact]
    public void Repetition_has_the_given_number_of_passes_and_does_not_hang_on_an_empty_stream()
    {
        Assert.Equal([1, 2, 1, 2], new[] { 1, 2 }.Repeat(2));
        Assert.Empty(new[] { 1, 2 }.Repeat(0));
        Assert.Equal([1, 2, 1, 2, 1], new[] { 1, 2 }.Repeat().Take(5L));
        Assert.Empty(Array.Empty<int>().Repeat(3));
        Assert.Throws<EmptyDatasetException>(() => Array.Empty<int>().Repeat().First());
    }

    [Fact]
    public void Taking_does_not_read_the_row_after_the_last_one()
    {
        Assert.Equal([0, 1, 2], Streams.FailingAt(Enumerable.Range(0, 10), 3).Take(3L));
        Assert.Empty(Streams.FailingAt(Enumerable.Range(0, 10), 0).Take(0L));
        Assert.Equal(10, Enumerable.Range(0, 10).Take(20L).Count());
    }

    [Fact]
    public void Interleaving_keeps_the_shares_and_the_order_of_each_stream()
    {
        double[] shares = [0.7, 0.05, 0.25, 0];
        IEnumerable<Labelled>[] streams = [Numbers(0), Numbers(1), Numbers(2), Streams.FailingAt(Numbers(3), 0)];
        List<Labelled> mix = [.. StreamInterleaving.Interleave(streams, shares, seed: 1).Take(40_000L)];
        long[] counts = Streams.CountLabels(mix, 4);
        for (int stream = 0; stream < 4; stream++)
        {
            // 6 standard deviations of a binomial count.
            Assert.InRange(counts[stream] - (40_000 * shares[stream]), -6 * Math.Sqrt(40_000 * shares[stream]), 6 * Math.Sqrt(40_000 * shares[stream]));
            Assert.Equal(Enumerable.Range(0, (int)counts[stream]).Select(number => (long)number), mix.Where(row => row.Label == stream).Select(row => row.Number));
        }

        static IEnumerable<Labelled> Numbers(int stream) => Enumerable.Range(0, 1_000_000).Select(number => new Labelled(number, stream));
    }

    [Theory]
    [InlineData(StoppingStrategy.FirstExhausted)]
    [InlineData(StoppingStrategy.AllExhaustedWithoutReplacement)]
    [InlineData(StoppingStrategy.Never)]
    [InlineData(StoppingStrategy.AllExhausted)]
    public async Task A_dry_stream_follows_the_stated_rule_in_both_kinds_of_streams(StoppingStrategy rule)
    {
        string[] sources = ["ab", "0123456789"];
        string mix = string.Concat(StreamInterleaving.Interleave(sources, [0.5, 0.5], seed: 4, rule).Take(200L));
        IReadOnlyList<IAsyncEnumerable<char>> asynchronous = [.. sources.Select(source => Streams.Async(source))];
        Assert.Equal(mix, string.Concat(await Streams.ToListAsync(StreamInterleaving.Interleave(asynchronous, [0.5, 0.5], seed: 4, rule).Take(200L))));

        string letters = string.Concat(mix.Where(char.IsLetter));
        string digits = string.Concat(mix.Where(char.IsDigit));
        switch (rule)
        {
            case StoppingStrategy.FirstExhausted:
                Assert.Equal("ab", letters);
                Assert.True(digits.Length < 10);
                break;
            case StoppingStrategy.AllExhaustedWithoutReplacement:
                Assert.Equal("ab", letters);
                Assert.Equal("0123456789", digits);
                break;
            case StoppingStrategy.Never:
                Assert.Equal(200, mix.Length);
                Assert.StartsWith("abababab", letters);
                Assert.StartsWith("01234567890123", digits);
                break;
            default:
                Assert.StartsWith("abab", letters);
                Assert.Equal("0123456789", digits);
                Assert.True(mix.Length < 200);
                break;
        }
    }

    [Fact]
    public void An_empty_stream_that_is_to_start_again_is_an_error_that_names_it()
    {
        EmptyDatasetException error = Assert.Throws<EmptyDatasetException>(() => StreamInterleaving.Interleave([[1, 2], Array.Empty<int>()], [0.5, 0.5], seed: 1, StoppingStrategy.Never).Take(50L).Count());
        Assert.Contains("stream 1", error.Message);
        Assert.Equal([1, 2], StreamInterleaving.Interleave([[1, 2], Array.Empty<int>()], [0.5, 0.5], seed: 1, StoppingStrategy.AllExhaustedWithoutReplacement));
    }

    [Fact]
    public void Bad_shares_of_streams_are_refused()
    {
        Assert.Throws<ArgumentException>(() => StreamInterleaving.Interleave([[1], [2]], [0.5], seed: 1));
        Assert.Throws<ArgumentException>(() => StreamInterleaving.Interleave([[1], [2]], [0.5, 0.4], seed: 1));
        Assert.Throws<ArgumentException>(() => StreamInterleaving.Interleave([[1], [2]], [1.5, -0.5], seed: 1));
        Assert.Throws<ArgumentException>(() => StreamInterleaving.Interleave(Array.Empty<IEnumerable<int>>(), [], seed: 1));
    }

    [Fact]
    public async Task Asynchronous_operators_give_the_same_rows()
    {
        IEnumerable<int> rows = Enumerable.Range(0, 500);
        List<ReadOnlyMemory<int>> expected = [.. rows.Shuffle(64, seed: 2).Take(333L).Batch(10).Repeat(2)];
        List<ReadOnlyMemory<int>> actual = await Streams.ToListAsync(Streams.Async(rows).Shuffle(64, seed: 2).Take(333L).Batch(10).Repeat(2));
        Assert.Equal(expected.Select(batch => string.Join(',', batch.ToArray())), actual.Select(batch => string.Join(',', batch.ToArray())));
    }

    [Fact]
    public async Task Cancellation_ends_a_stream_before_the_next_row()
    {
        using var cancellation = new CancellationTokenSource();
        int seen = 0;
        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (int row in Enumerable.Range(0, 100).WithCancellation(cancellation.Token).Shuffle(1, seed: 1))
            {
                seen++;
                if (row == 5)
                {
                    cancellation.Cancel();
                }
            }
        });
        Assert.Equal(6, seen);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (int row in Streams.Async(Enumerable.Range(0, 100)).Shuffle(4, seed: 1).WithCancellation(cancellation.Token))
            {
                Assert.Fail($"Row {row} came out.");
            }
        });
    }

    [Fact]
    public async Task Sources_are_disposed_when_a_consumer_leaves_early()
    {
        int disposed = 0;
        IEnumerable<int> Source()
        {
            try
            {
                while (true)
                {
                    yield return 1;
                }
            }
            finally
            {
                disposed++;
            }
        }

        _ = Source().Shuffle(4, seed: 1).Batch(2).Take(3L).Count();
        _ = StreamInterleaving.Interleave([Source(), Source()], [0.5, 0.5], seed: 1).Take(30L).Count();
        _ = await Streams.ToListAsync(Streams.Async(Source()).Shuffle(4, seed: 1).Take(3L));
        Assert.Equal(4, disposed);
    }

    [Fact]
    public void Results_do_not_depend_on_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fi-FI");
            string plan = Array.Empty<Labelled>().Resample(new LabelledIndexer(new ClassSet("a", "b")), TargetDistribution.Uniform, SourceDistribution.Of([0.75, 0.25])).Plan!.ToString();
            Assert.Contains("75.00 %", plan);
            Assert.EndsWith("acceptance 75.00 %, 1.000 rows out for a row in", plan);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}

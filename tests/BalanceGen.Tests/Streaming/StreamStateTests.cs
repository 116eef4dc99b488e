using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BalanceGen.Tests.Streaming;

/// <summary>A stream that goes on from a state gives the rest of the uninterrupted one, from every position.</summary>
public sealed class StreamStateTests
{
    private static readonly LabelledSerializer Binary = new();
    private static readonly JsonTypeInfo<Labelled> Json = (JsonTypeInfo<Labelled>)JsonSerializerOptions.Default.GetTypeInfo(typeof(Labelled));

    private static bool IsLong => Environment.GetEnvironmentVariable("BALANCEGEN_LONG_SWEEPS") == "1";

    [Fact]
    public void Every_pipeline_of_up_to_three_operators_goes_on_from_every_position()
    {
        // The short form takes every seventh triple, so that each operator is in each place.
        foreach (string names in StreamPipelines.UpTo(2).Concat(StreamPipelines.UpTo(3).Where((_, number) => IsLong || number % 7 == 3)).Distinct())
        {
            List<Labelled> whole = [.. StreamPipelines.Make(names).Take(60)];
            List<StreamState> states = StatesOf(StreamPipelines.Make(names), whole.Count);
            for (int position = 0; position < states.Count; position++)
            {
                AssertEqual(whole[position..], StreamPipelines.Make(names).ResumeFrom(states[position]).Take(60 - position), names, position);
            }
        }
    }

    [Fact]
    public async Task A_state_fits_the_other_kind_of_stream_and_both_kinds_save_the_same()
    {
        foreach (string names in StreamPipelines.UpTo(2))
        {
            List<Labelled> whole = [.. StreamPipelines.Make(names).Take(60)];
            List<StreamState> states = StatesOf(StreamPipelines.Make(names), whole.Count);
            await using AsyncStreamEnumerator<Labelled> rows = StreamPipelines.MakeAsync(names).GetAsyncEnumerator();
            for (int position = 0; position < whole.Count; position++)
            {
                StreamState state = rows.GetState();
                Assert.Equal(states[position].ToBytes(Binary), state.ToBytes(Binary));
                Assert.True(await rows.MoveNextAsync());
                if (position % 5 == 2)
                {
                    AssertEqual(whole[position..], StreamPipelines.Make(names).ResumeFrom(state).Take(60 - position), names, position);
                    AssertEqual(whole[position..], await Streams.ToListAsync(StreamPipelines.MakeAsync(names).ResumeFrom(states[position]).Take(60L - position)), names, position);
                }
            }
        }
    }

    [Fact]
    public void Bytes_and_JSON_keep_a_state_and_a_stream_that_goes_on_can_be_saved_again()
    {
        foreach (string names in StreamPipelines.UpTo(2))
        {
            List<Labelled> whole = [.. StreamPipelines.Make(names).Take(60)];
            StreamState state = StatesOf(StreamPipelines.Make(names), whole.Count)[^1];
            StreamState first = StatesOf(StreamPipelines.Make(names), 3)[^1];
            using StreamEnumerator<Labelled> rest = StreamPipelines.Make(names).ResumeFrom(StreamState.FromBytes(first.ToBytes(Binary), Binary)).GetEnumerator();
            for (int position = 2; position < whole.Count - 1; position++)
            {
                // Saved and taken up again before every row.
                StreamState now = rest.GetState();
                Assert.Equal(now.ToJson(Json), StreamPipelines.Make(names).ResumeFrom(StreamState.FromJson(now.ToJson(Json), Json)).GetEnumerator().GetState().ToJson(Json));
                Assert.True(rest.MoveNext());
                Assert.Equal(whole[position], rest.Current);
            }

            Assert.Equal(state.ToBytes(Binary), rest.GetState().ToBytes(Binary));
        }
    }

    [Fact]
    public async Task Batches_in_buffers_are_saved_row_by_row_over_epochs()
    {
        ResumableStream<ReadOnlyMemory<Labelled>> Stream() => StreamPipelines.Rows().Shuffle(4, seed: 1).Batch(3).Shuffle(2, seed: 2).Repeat();
        AsyncResumableStream<ReadOnlyMemory<Labelled>> AsyncStream() => Streams.Async(StreamPipelines.Rows()).Shuffle(4, seed: 1).Batch(3).Shuffle(2, seed: 2).Repeat();
        string[] whole = [.. Stream().Take(20).Select(Text)];
        using StreamEnumerator<ReadOnlyMemory<Labelled>> batches = Stream().GetEnumerator();
        for (int position = 0; position < 18; position++)
        {
            StreamState state = batches.GetState();
            Assert.Equal(whole[position..], Stream().ResumeFrom(StreamState.FromBytes(state.ToBytes(Binary), Binary)).Take(20 - position).Select(Text));
            Assert.Equal(whole[position..], (await Streams.ToListAsync(AsyncStream().ResumeFrom(StreamState.FromJson(state.ToJson(Json), Json)).Take(20L - position))).Select(Text));
            Assert.True(batches.MoveNext());
        }

        using StreamEnumerator<ReadOnlyMemory<ReadOnlyMemory<Labelled>>> groups = StreamPipelines.Rows().Batch(2).Batch(2).Shuffle(3, seed: 1).GetEnumerator();
        Assert.True(groups.MoveNext());
        StreamState nested = StreamState.FromBytes(groups.GetState().ToBytes(Binary), Binary);
        Assert.True(groups.MoveNext());
        Assert.Equal(Text(groups.Current.Span[0]), Text(StreamPipelines.Rows().Batch(2).Batch(2).Shuffle(3, seed: 1).ResumeFrom(nested).First().Span[0]));

        static string Text(ReadOnlyMemory<Labelled> batch) => string.Join(' ', batch.ToArray().Select(row => row.Number));
    }

    [Fact]
    public async Task A_source_that_can_seek_and_a_list_are_not_read_again()
    {
        var source = new SeekableNumbers(100);
        IEnumerable<int> sync = source;
        using StreamEnumerator<int> rows = sync.Shuffle(8, seed: 1).GetEnumerator();
        await using AsyncStreamEnumerator<int> asyncRows = AsyncOf(source).Shuffle(8, seed: 1).GetAsyncEnumerator();
        for (int row = 0; row < 50; row++)
        {
            Assert.True(rows.MoveNext() && await asyncRows.MoveNextAsync());
        }

        List<int> expected = [.. sync.Shuffle(8, seed: 1).Skip(50)];
        foreach (StreamState state in (StreamState[])[rows.GetState(), asyncRows.GetState()])
        {
            // 58 rows had been read: 50 came out, 8 wait.
            int before = source.Read;
            Assert.Equal(expected, sync.Shuffle(8, seed: 1).ResumeFrom(state));
            Assert.Equal(expected, await Streams.ToListAsync(AsyncOf(source).Shuffle(8, seed: 1).ResumeFrom(state)));
            Assert.Equal(2 * 42, source.Read - before);
        }

        StreamStateMismatchException error = Assert.Throws<StreamStateMismatchException>(() => Enumerable.Range(0, 100).Select(row => row).Shuffle(8, seed: 1).ResumeFrom(rows.GetState()));
        Assert.Contains("cannot seek", error.Message);

        // The rows that were read are not looked at again: they may even be gone.
        List<int> list = [.. Enumerable.Range(0, 10)];
        using StreamEnumerator<int> firsts = list.Take(8L).GetEnumerator();
        Assert.True(firsts.MoveNext() && firsts.MoveNext());
        StreamState ofList = firsts.GetState();
        list[0] = list[1] = -1;
        Assert.Equal([2, 3, 4, 5, 6, 7], list.Take(8L).ResumeFrom(ofList));

        static IAsyncEnumerable<int> AsyncOf(SeekableNumbers numbers) => numbers;
    }

    [Fact]
    public async Task A_stream_that_was_cancelled_goes_on_where_it_stood()
    {
        IEnumerable<int> numbers = Enumerable.Range(0, 40);
        using var cancellation = new CancellationTokenSource();
        await using AsyncStreamEnumerator<ReadOnlyMemory<int>> batches =
            Streams.Async(Stopping()).Shuffle(4, seed: 1).Batch(5).GetAsyncEnumerator(cancellation.Token);
        Assert.True(await batches.MoveNextAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await batches.MoveNextAsync());

        // The batch was half full.
        List<ReadOnlyMemory<int>> rest = await Streams.ToListAsync(Streams.Async(numbers).Shuffle(4, seed: 1).Batch(5).ResumeFrom(batches.GetState()));
        Assert.Equal(numbers.Shuffle(4, seed: 1).Batch(5).Skip(1).SelectMany(batch => batch.ToArray()), rest.SelectMany(batch => batch.ToArray()));

        IEnumerable<int> Stopping()
        {
            foreach (int number in numbers)
            {
                if (number == 12)
                {
                    cancellation.Cancel();
                }

                yield return number;
            }
        }
    }

    private static List<StreamState> StatesOf(ResumableStream<Labelled> stream, int count)
    {
        List<StreamState> states = [];
        using StreamEnumerator<Labelled> rows = stream.GetEnumerator();
        for (int position = 0; position < count; position++)
        {
            states.Add(rows.GetState());
            Assert.True(rows.MoveNext());
        }

        return states;
    }

    private static void AssertEqual(IEnumerable<Labelled> expected, IEnumerable<Labelled> actual, string names, int position) => Assert.Equal(
        $"{names} at {position}: {string.Join(' ', expected.Select(row => row.Number))}", $"{names} at {position}: {string.Join(' ', actual.Select(row => row.Number))}");
}

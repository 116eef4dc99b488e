namespace BalanceGen.Tests.Loading;

/// <summary>A loader of a stream saves where the stream stands behind each batch, although it reads ahead.</summary>
public sealed class StreamStateLoadingTests
{
    private static readonly LoadOptions Options = new() { Workers = 3, Prefetch = 5, StreamStateInterval = 3 };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_run_goes_on_from_the_state_of_any_batch(bool isAsynchronous)
    {
        List<LoadedBatch<int>> whole = await LoadAsync(isAsynchronous, null);

        Assert.Equal(20, whole.Count);
        Assert.Equal([2, 5, 8, 11, 14, 17], Enumerable.Range(0, 20).Where(place => whole[place].StreamState is not null));
        for (int place = 2; place < 20; place += 3)
        {
            List<LoadedBatch<int>> rest = await LoadAsync(isAsynchronous, whole[place].StreamState);
            Assert.Equal(whole.Skip(place + 1).Select(Text), rest.Select(Text));
        }
    }

    [Fact]
    public async Task Nothing_is_saved_by_default_and_of_sequences_that_are_no_streams()
    {
        IEnumerable<ReadOnlyMemory<int>> chunks = Enumerable.Range(0, 50).Chunk(10).Select(chunk => (ReadOnlyMemory<int>)chunk);
        Assert.All(await chunks.LoadAsync(row => row, Options).ToListAsync(), batch => Assert.Null(batch.StreamState));
        Assert.All(await Stream().LoadAsync(row => row, Options with { StreamStateInterval = 0 }).ToListAsync(), batch => Assert.Null(batch.StreamState));
        LoadedBatch<int> first = (await LoadAsync(isAsynchronous: false, null))[0];
        Assert.Contains("StreamStateInterval", Assert.Throws<InvalidOperationException>(() => first.State).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Options with { StreamStateInterval = -1 });
    }

    private static ResumableStream<ReadOnlyMemory<int>> Stream() => Enumerable.Range(0, 200).Shuffle(buffer: 32, seed: 1).Batch(10);

    private static async Task<List<LoadedBatch<int>>> LoadAsync(bool isAsynchronous, StreamState? state)
    {
        if (isAsynchronous)
        {
            AsyncResumableStream<ReadOnlyMemory<int>> stream = Enumerable.Range(0, 200).ToAsyncEnumerable().Shuffle(buffer: 32, seed: 1).Batch(10);
            return await (state is null ? stream : stream.ResumeFrom(state)).LoadAsync(row => row * 2, Options).ToListAsync();
        }

        return await (state is null ? Stream() : Stream().ResumeFrom(state)).LoadAsync(row => row * 2, Options).ToListAsync();
    }

    private static string Text(LoadedBatch<int> batch) => string.Join(' ', batch.Rows.ToArray());
}

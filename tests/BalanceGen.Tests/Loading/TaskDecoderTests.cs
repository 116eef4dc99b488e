namespace BalanceGen.Tests.Loading;

/// <summary>Decoders in the forms in which asynchronous code is written: all are waited for, or refused.</summary>
public sealed class TaskDecoderTests
{
    private static readonly int[] Rows = [.. Enumerable.Range(0, 40)];

    [Fact]
    public async Task Every_form_of_an_asynchronous_decoder_is_waited_for()
    {
        static async Task<double> DecodeAsync(int row)
        {
            await Task.Delay(1);
            return row * 0.5;
        }

        static Task<double> CancellableAsync(int row, CancellationToken token) => DecodeAsync(row).WaitAsync(token);

        IAsyncEnumerable<LoadedBatch<double>>[] forms =
        [
            Batches().LoadAsync(async row => await DecodeAsync(row)),
            Batches().LoadAsync(row => DecodeAsync(row)),
            Batches().LoadAsync(DecodeAsync),
            Batches().LoadAsync(async (row, token) => await CancellableAsync(row, token)),
            Batches().LoadAsync((row, token) => CancellableAsync(row, token)),
            Batches().LoadAsync(CancellableAsync),
        ];
        foreach (IAsyncEnumerable<LoadedBatch<double>> form in forms)
        {
            var decoded = new List<double>();
            await foreach (LoadedBatch<double> batch in form)
            {
                decoded.AddRange(batch.Rows.ToArray());
            }

            Assert.Equal(Rows.Select(row => row * 0.5), decoded.Order());
        }
    }

    [Fact]
    public async Task A_failure_of_a_task_is_the_rows()
    {
        IAsyncEnumerable<LoadedBatch<int>> batches = Batches().LoadAsync(
            async row => { await Task.Yield(); return row == 7 ? throw new FormatException("seven") : row; }, new LoadOptions { OnFailure = RowFailurePolicy.Skip });
        int failures = 0;
        await foreach (LoadedBatch<int> batch in batches)
        {
            failures += batch.Failures.Count;
        }

        Assert.Equal(1, failures);
    }

    [Fact]
    public void What_nobody_would_wait_for_is_refused()
    {
        Assert.Contains("returns a task", Assert.Throws<ArgumentException>(() => Batches().LoadAsync(row => Task.FromResult(row), batch => batch.Count)).Message, StringComparison.Ordinal);
        Assert.Contains("returns a task", Assert.Throws<ArgumentException>(() => Batches().LoadAsync(row => new ValueTask<int>(row))).Message, StringComparison.Ordinal);
        Assert.Contains("before the buffer is filled", Assert.Throws<ArgumentException>(() => Batches().LoadPooledAsync(
            () => new int[1], async (row, buffer, token) => { await Task.Yield(); buffer[0] = row; })).Message, StringComparison.Ordinal);
    }

    private static Batches<int> Batches() => IndexedDataset.Create(Rows, new ClassSet("even", "odd"), row => row % 2).Batches(new RandomSampler(Rows.Length, 1), 8);
}

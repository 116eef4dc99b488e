using System.Diagnostics;
using System.Globalization;

namespace BalanceGen.Benchmarks;

/// <summary>
/// What the loader costs per batch, and how it overlaps a decoder that waits a millisecond.
/// <c>dotnet run -c Release --project tests/BalanceGen.Benchmarks -- loader</c>.
/// </summary>
public static class LoaderMeasurement
{
    private const int BatchSize = 32;

    public static async Task RunAsync()
    {
        IndexedDataset<StreamRow> dataset = IndexedDataset.Create(
            Enumerable.Range(0, 64_000).Select(row => new StreamRow(row, row % 10)).ToArray(), default(StreamRowIndexer));
        Batches<StreamRow> many = dataset.Batches(dataset.BalancedSampler(seed: 1), BatchSize);
        foreach (int workers in new[] { 1, 2, 8 })
        {
            var options = new LoadOptions { Workers = workers };
            await Time(many, options, 0);
            double[] overhead = [await Time(many, options, 0), await Time(many, options, 0), await Time(many, options, 0)];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"overhead, {workers} workers, batches of {BatchSize}: {overhead.Min() * 1e6 / many.Count:F1} us a batch"));
        }

        Batches<StreamRow> few = dataset.Batches(new RandomSampler(64_000, seed: 1, epochLength: 6_400), BatchSize);
        double sequential = Sequential(few);
        foreach (int workers in new[] { 1, 2, 4, 8 })
        {
            double loaded = await Time(few, new LoadOptions { Workers = workers }, 1);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"decoder of 1 ms, {workers} workers: {6_400 / loaded:N0} rows/s, {sequential / loaded:F2} x sequential ({6_400 / sequential:N0} rows/s)"));
        }
    }

    private static double Sequential(Batches<StreamRow> batches)
    {
        var clock = Stopwatch.StartNew();
        foreach (Batch<StreamRow> batch in batches)
        {
            foreach (ref readonly StreamRow _ in batch)
            {
                Thread.Sleep(1);
            }
        }

        return clock.Elapsed.TotalSeconds;
    }

    private static async Task<double> Time(Batches<StreamRow> batches, LoadOptions options, int milliseconds)
    {
        var clock = Stopwatch.StartNew();
        await foreach (LoadedBatch<long> batch in batches.LoadAsync(Decode, options))
        {
            GC.KeepAlive(batch);
        }

        return clock.Elapsed.TotalSeconds;

        long Decode(StreamRow row)
        {
            if (milliseconds > 0)
            {
                Thread.Sleep(milliseconds);
            }

            return row.Number;
        }
    }
}

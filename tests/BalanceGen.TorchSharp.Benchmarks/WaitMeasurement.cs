using System.Diagnostics;
using System.Globalization;

namespace BalanceGen.TorchSharp.Benchmarks;

/// <summary>How long a training step waits for its batch, where encoding a batch takes about half as long as training on it.</summary>
internal static class WaitMeasurement
{
    private static readonly TimeSpan RowTime = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan StepTime = TimeSpan.FromMilliseconds(16);

    /// <summary>Rows sleep as a disk would, steps sleep as a device would, so that the machine's other work disturbs little.</summary>
    public static void Print(IndexedDataset<Picture> data)
    {
        const int BatchSize = 32;
        const int Batches = 100;
        Batches<Picture> batches = data.Batches(data.BalancedSampler(seed: 1, epochLength: Batches * BatchSize), BatchSize);
        Console.WriteLine($"{Batches} batches of {BatchSize} rows, {RowTime.TotalMilliseconds} ms a row, {StepTime.TotalMilliseconds} ms a step:");
        foreach (int workers in new[] { 0, 1, 2, 4, 8 })
        {
            var waits = new List<double>();
            long started = Stopwatch.GetTimestamp();
            foreach (TensorBatch batch in batches.ToTensors<Picture, float>([1, 28, 28], Encode, new TensorLoadOptions { Workers = workers }))
            {
                waits.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                Thread.Sleep(StepTime);
                started = Stopwatch.GetTimestamp();
            }

            double[] later = [.. waits.Skip(5).Order()];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {workers} workers: median wait {later[later.Length / 2]:F3} ms, 95 % {later[later.Length * 95 / 100]:F3} ms"));
        }

        static void Encode(in Picture picture, Span<float> x)
        {
            Thread.Sleep(RowTime);
            picture.Pixels.CopyTo(x);
        }
    }
}

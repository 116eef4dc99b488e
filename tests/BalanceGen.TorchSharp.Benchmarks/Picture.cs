namespace BalanceGen.TorchSharp.Benchmarks;

/// <summary>A row of 28 × 28 values.</summary>
[BalancedDataset]
public readonly partial record struct Picture(float[] Pixels, [ClassLabel] Parity Parity)
{
    public const int PixelCount = 28 * 28;

    /// <summary>Pictures of random values.</summary>
    public static Picture[] Random(int count)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(row =>
        {
            var pixels = new float[PixelCount];
            foreach (ref float pixel in pixels.AsSpan())
            {
                pixel = random.NextSingle();
            }

            return new Picture(pixels, row % 5 == 0 ? Parity.Odd : Parity.Even);
        })];
    }
}

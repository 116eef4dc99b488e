using BalanceGen.Randomness;

namespace Cats.Features;

/// <summary>How a photo is cut out and lit.</summary>
/// <param name="Left">The left edge of the cut as a part of the room there is, of [0, 1].</param>
/// <param name="Top">The top edge likewise.</param>
/// <param name="Side">The side of the cut as a part of the photo's shorter side, of (0, 1].</param>
/// <param name="Mirrored">Whether left and right are exchanged.</param>
/// <param name="Brightness">What the grey values are multiplied by.</param>
internal readonly record struct PhotoView(double Left, double Top, double Side, bool Mirrored, double Brightness)
{
    /// <summary>The middle of the photo: 224 of its 256 pixels.</summary>
    public static PhotoView Plain => new(0.5, 0.5, 224.0 / 256.0, false, 1);

    /// <summary>A random view: 50 to 100 % of the shorter side, anywhere, mirrored or not, 20 % darker to 20 % brighter.</summary>
    /// <param name="seed">The seed; the same seed is the same view.</param>
    public static PhotoView Random(ulong seed)
    {
        var random = new SplitMix64(seed);
        return new PhotoView(Part(ref random), Part(ref random), 0.5 + (0.5 * Part(ref random)), (random.Next() & 1) == 0, 0.8 + (0.4 * Part(ref random)));
    }

    private static double Part(ref SplitMix64 random) => (random.Next() >> 11) * (1.0 / (1UL << 53));
}

using System.Globalization;
using System.IO.Compression;
using BalanceGen.Randomness;

namespace Cats.Features;

/// <summary>Two numerals that look alike, for a run without photos: 8×8 grey values are the features, and a view is a shift by up to one pixel.</summary>
internal static class DigitPictures
{
    private const int Side = 8;
    private const int Pixels = Side * Side;
    private const int Frequent = 9;
    private const int Rare = 3;

    /// <summary>Reads the images that samples/Digits has; they are in this program too.</summary>
    public static FeatureTable Read(int augmentedViews)
    {
        using Stream packed = typeof(DigitPictures).Assembly.GetManifestResourceStream("digits.csv.gz")
            ?? throw new InvalidOperationException("The program was built without digits.csv.gz.");
        using var text = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        var images = new List<float[]>();
        var animals = new List<Animal>();
        while (text.ReadLine() is { } line)
        {
            int[] values = [.. line.Split(',').Select(value => int.Parse(value, CultureInfo.InvariantCulture))];
            if (values[Pixels] is Frequent or Rare)
            {
                animals.Add(new Animal(images.Count, values[Pixels] == Rare ? Rarity.Rare : Rarity.Frequent));
                images.Add([.. values[..Pixels].Select(value => value / 16f)]);
            }
        }

        var views = new float[1 + augmentedViews][];
        for (int view = 0; view < views.Length; view++)
        {
            views[view] = [.. images.Index().SelectMany(image => Shifted(image.Item, view == 0 ? null : ((ulong)view << 32) | (uint)image.Index))];
        }

        return new FeatureTable([.. animals], Pixels, views);
    }

    private static float[] Shifted(float[] image, ulong? seed)
    {
        if (seed is null)
        {
            return image;
        }

        var random = new SplitMix64(seed.Value);
        int right = (int)BoundedInteger.Below(ref random, 3) - 1;
        int down = (int)BoundedInteger.Below(ref random, 3) - 1;
        var shifted = new float[Pixels];
        for (int row = Math.Max(0, down); row < Math.Min(Side, Side + down); row++)
        {
            for (int column = Math.Max(0, right); column < Math.Min(Side, Side + right); column++)
            {
                shifted[(row * Side) + column] = image[((row - down) * Side) + column - right];
            }
        }

        return shifted;
    }
}

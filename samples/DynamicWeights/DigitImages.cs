using System.Globalization;
using System.IO.Compression;

namespace DynamicWeights;

/// <summary>The embedded images, split so that the rare class stays rare for training only.</summary>
/// <param name="Training">Two thirds of the images, most eights taken away.</param>
/// <param name="Test">The others.</param>
public sealed record DigitImages(DigitImage[] Training, DigitImage[] Test)
{
    private const string Resource = "digits.csv.gz";
    private const int PixelCount = 64;
    private const float Darkest = 16;

    /// <summary>Reads and splits the images.</summary>
    /// <param name="eights">How many eights stay in the training part.</param>
    public static DigitImages Read(int eights)
    {
        using Stream packed = typeof(DigitImages).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The program was built without {Resource}.");
        using var lines = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        List<DigitImage> training = [];
        List<DigitImage> test = [];
        int kept = 0;
        for (int number = 0; lines.ReadLine() is { } line; number++)
        {
            float[] values = [.. line.Split(',').Select(value => float.Parse(value, CultureInfo.InvariantCulture))];
            var image = new DigitImage([.. values.Take(PixelCount).Select(value => value / Darkest)], values[PixelCount] == 8);
            if (number % 3 == 0)
            {
                test.Add(image);
            }
            else if (!image.IsEight || kept++ < eights)
            {
                training.Add(image);
            }
        }

        return new DigitImages([.. training], [.. test]);
    }
}

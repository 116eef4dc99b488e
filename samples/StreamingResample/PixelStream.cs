using System.Globalization;
using System.IO.Compression;

namespace StreamingResample;

/// <summary>Reads pixels from the images that are embedded in the program, one after the other: only one image is in memory at a time.</summary>
public static class PixelStream
{
    private const string Resource = "digits.csv.gz";
    private const int PixelsOfImage = 64;

    /// <summary>Every pixel of every image. It can be enumerated again.</summary>
    public static IEnumerable<Pixel> Read()
    {
        using Stream packed = typeof(PixelStream).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The program was built without {Resource}.");
        using var lines = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        for (int image = 0; lines.ReadLine() is { } line; image++)
        {
            string[] values = line.Split(',');
            for (int place = 0; place < PixelsOfImage; place++)
            {
                // The value may be 16 at most; the stream operators refuse anything else with the number of its row.
                yield return new Pixel(image, place, (int)double.Parse(values[place], CultureInfo.InvariantCulture));
            }
        }
    }
}

using System.IO.Compression;
using CsvHelper;

namespace Digits.Loading;

/// <summary>Reads the compressed file of images that is embedded in the program.</summary>
public static class DigitFile
{
    private const string Resource = "digits.csv.gz";
    private const int DarkestPixel = 16;

    /// <summary>Every image in the file that is one of the two numerals, in file order.</summary>
    public static Digit[] ReadNumerals()
    {
        using Stream packed = typeof(DigitFile).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The program was built without {Resource}.");
        return ReadNumerals(new GZipStream(packed, CompressionMode.Decompress));
    }

    /// <summary>Every image of a CSV text that is one of the two numerals.</summary>
    /// <param name="csv">Lines of 64 pixels and the digit, without a header. It is closed.</param>
    /// <exception cref="InvalidDataException">A line has another number of values, or a value is out of range.</exception>
    public static Digit[] ReadNumerals(Stream csv)
    {
        var digits = new List<Digit>();
        using CsvReader reader = CsvReader.Create(csv, new CsvReaderOptions { HasHeader = false });
        while (reader.Read())
        {
            if (reader.FieldCount != Digit.PixelCount + 1)
            {
                throw new InvalidDataException($"Line {reader.RowNumber} has {reader.FieldCount} values instead of {Digit.PixelCount + 1}.");
            }

            var numeral = (Numeral)Value(reader, Digit.PixelCount, largest: 9);
            if (Enum.IsDefined(numeral))
            {
                digits.Add(new Digit(Pixels(reader), numeral));
            }
        }

        return [.. digits];
    }

    private static float[] Pixels(CsvReader reader)
    {
        var pixels = new float[Digit.PixelCount];
        for (int pixel = 0; pixel < pixels.Length; pixel++)
        {
            pixels[pixel] = (float)Value(reader, pixel, DarkestPixel) / DarkestPixel;
        }

        return pixels;
    }

    private static int Value(CsvReader reader, int column, int largest) =>
        reader.TryParse(column, out int value) && value >= 0 && value <= largest
            ? value
            : throw new InvalidDataException(
                $"Line {reader.RowNumber}, value {column + 1}: '{reader.GetString(column)}' is not an integer from 0 to {largest}.");
}

using System.Globalization;
using System.IO.Compression;

namespace MlNet;

/// <summary>Reads the data.</summary>
public static class Files
{
    /// <summary>The blocks of a file of the UCI set "Page Blocks": a header, ten numbers and the class.</summary>
    public static PageBlock[] ReadPageBlocks(string file) =>
    [
        .. File.ReadLines(file).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))
            .Select(cells => new PageBlock([.. cells[..^1].Select(Number)], cells[^1])),
    ];

    /// <summary>The proteins of a file of the UCI set "Yeast": a name, eight numbers and the class, with blanks between.</summary>
    public static Yeast[] ReadYeast(string file) =>
    [
        .. File.ReadLines(file).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(cells => cells.Length == 10 && cells[^1] != "class")
            .Select(cells => new Yeast([.. cells[1..^1].Select(Number)], cells[^1])),
    ];

    /// <summary>The embedded digits, made as imbalanced as such data are: the digit d keeps every (d + 1)²-th of its images.</summary>
    public static Numeral[] ReadThinnedDigits()
    {
        using Stream packed = typeof(Files).Assembly.GetManifestResourceStream("digits.csv.gz")!;
        using var lines = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        var numerals = new List<Numeral>();
        var seen = new int[10];
        while (lines.ReadLine() is { } line)
        {
            float[] values = [.. line.Split(',').Select(Number)];
            int digit = (int)values[^1];
            if (seen[digit]++ % ((digit + 1) * (digit + 1)) == 0 || seen[digit] <= 6)
            {
                numerals.Add(new Numeral(values[..^1], digit));
            }
        }

        return [.. numerals];
    }

    private static float Number(string cell) => float.Parse(cell, CultureInfo.InvariantCulture);
}

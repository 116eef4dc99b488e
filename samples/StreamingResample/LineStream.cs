using System.IO.Compression;
using BalanceGen;

namespace StreamingResample;

/// <summary>Streams the lines of a file, plain or gzip-compressed.</summary>
/// <param name="path">The file.</param>
/// <param name="column">The column of the label, from 0; negative numbers count from the end.</param>
public sealed class LineStream(string path, int column)
{
    /// <summary>The labelled lines. It can be enumerated again.</summary>
    /// <exception cref="InvalidDataException">A line does not have the column, or its label is empty.</exception>
    public IEnumerable<LabelledLine> Read()
    {
        using Stream file = File.OpenRead(path);
        using var lines = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        for (long number = 1; lines.ReadLine() is { } line; number++)
        {
            string[] values = line.Split(',');
            int index = column < 0 ? values.Length + column : column;
            string label = index >= 0 && index < values.Length ? values[index].Trim() : "";
            yield return label.Length > 0 ? new LabelledLine(line, label) : throw new InvalidDataException($"Line {number} has no label in column {column}.");
        }
    }

    /// <summary>The classes that the file has, in ordinal order, from a pass of its own.</summary>
    public ClassSet FindClasses() => new([.. Read().Select(line => line.Label).Distinct().Order(StringComparer.Ordinal)]);
}

using System.IO.Compression;

namespace BalanceGen.Counting;

/// <summary>Counts the labels of a file in one pass and constant memory.</summary>
internal static class LabelCounter
{
    // Large enough that a read costs nothing beside its bytes, small enough to stay in the processor's cache.
    private const int WindowSize = 256 * 1024;

    /// <summary>Adds the file's labels to <paramref name="counts"/>.</summary>
    /// <exception cref="CountingException">A malformed row, bytes that are not UTF-8, no such column, no label, no row.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is damaged gzip.</exception>
    public static void Count(LabeledFile file, LabelCounts counts)
    {
        using var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        if (IsGzip(stream))
        {
            using var unzipped = new GZipStream(stream, CompressionMode.Decompress);
            Count(unzipped, file, counts, WindowSize);
        }
        else
        {
            Count(stream, file, counts, WindowSize);
        }
    }

    public static void Count(Stream stream, LabeledFile file, LabelCounts counts, int windowSize)
    {
        var window = new ByteWindow(stream, windowSize);
        var scanner = new RowScanner(window, file, counts);
        scanner.Run(longestLabel: windowSize / 2);
        if (scanner.RowCount == 0)
        {
            throw new CountingException(CountingErrorId.NoRows, "the file has no row to count");
        }
    }

    private static bool IsGzip(FileStream stream)
    {
        Span<byte> magic = stackalloc byte[2];
        int read = stream.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return read == magic.Length && magic[0] == 0x1F && magic[1] == 0x8B;
    }
}

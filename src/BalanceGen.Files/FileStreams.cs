using System.IO.Compression;

namespace BalanceGen.Files;

/// <summary>Files as streams of their content, decompressed where they are compressed.</summary>
internal static class FileStreams
{
    private const string StrictGzip = "System.IO.Compression.UseStrictValidation";

    static FileStreams()
    {
        // A gzip file that was cut off is an error, not a file with fewer rows. A program that has chosen otherwise keeps its choice.
        if (!AppContext.TryGetSwitch(StrictGzip, out _))
        {
            AppContext.SetSwitch(StrictGzip, true);
        }
    }

    /// <summary>A file as it is, for one reading from beginning to end.</summary>
    public static FileStream OpenSequential(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);

    /// <summary>The content of a file, by the first bytes of which gzip and Zstandard are recognised.</summary>
    public static Stream OpenDecompressed(string path)
    {
        FileStream file = OpenSequential(path);
        Span<byte> magic = stackalloc byte[4];
        int read = file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (read >= 2 && magic[0] == 0x1F && magic[1] == 0x8B)
        {
            return new GZipStream(file, CompressionMode.Decompress);
        }

        return read == 4 && magic.SequenceEqual((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]) ? new ZstdSharp.DecompressionStream(file, leaveOpen: false) : file;
    }
}

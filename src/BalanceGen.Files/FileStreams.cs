using System.IO.Compression;

namespace BalanceGen.Files;

/// <summary>Opens files as streams of their content. A compressed file is decompressed.</summary>
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

    /// <summary>Opens a file as it is, to be read once from beginning to end.</summary>
    public static FileStream OpenSequential(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);

    /// <summary>Opens the content of a file. The first bytes tell whether it is gzip or Zstandard.</summary>
    public static Stream OpenDecompressed(string path)
    {
        FileStream file = OpenSequential(path);
        Span<byte> magic = stackalloc byte[4];
        int read = file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return magic[..read] switch
        {
            [0x1F, 0x8B, ..] => new GZipStream(file, CompressionMode.Decompress),
            [0x28, 0xB5, 0x2F, 0xFD] => new ZstdSharp.DecompressionStream(file, leaveOpen: false),
            _ => file,
        };
    }
}

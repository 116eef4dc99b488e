using System.Security.Cryptography;

namespace BalanceGen.Tool.Analysis;

/// <summary>Where the figures come from.</summary>
/// <param name="Tool">The tool and its version.</param>
/// <param name="CommandLine">How it was called.</param>
/// <param name="Input">What was detected about the input.</param>
/// <param name="Label">The label's name.</param>
/// <param name="Files">The files, with length and SHA-256.</param>
internal sealed record Provenance(string Tool, string CommandLine, string Input, string Label, IReadOnlyList<SourceFile> Files)
{
    public static string Version => typeof(Provenance).Assembly.GetName().Version?.ToString(3) ?? "0";

    public static IReadOnlyList<SourceFile> Hash(IReadOnlyList<string> files, ProgressLine progress, CancellationToken cancellation)
    {
        var hashed = new List<SourceFile>();
        var buffer = new byte[1 << 20];
        foreach (string file in files.Where(File.Exists))
        {
            progress.Begin($"hashing {Path.GetFileName(file)}");
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            using FileStream stream = File.OpenRead(file);
            long done = 0;
            for (int read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
            {
                cancellation.ThrowIfCancellationRequested();
                hash.AppendData(buffer, 0, read);
                done += read;
                progress.Report(done, stream.Length, "bytes");
            }

            hashed.Add(new SourceFile(file, done, Convert.ToHexStringLower(hash.GetHashAndReset())));
        }

        progress.End();
        return hashed;
    }
}

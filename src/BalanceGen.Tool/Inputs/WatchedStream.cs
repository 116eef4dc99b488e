using BalanceGen.Counting;

namespace BalanceGen.Tool.Inputs;

/// <summary>A stream that tells how far the file beneath it was read, and that ends when the user cancels.</summary>
internal sealed class WatchedStream(Stream stream, FileStream file, ProgressLine progress, CancellationToken cancellation) : ForwardStream
{
    public override int Read(byte[] buffer, int offset, int count)
    {
        cancellation.ThrowIfCancellationRequested();
        int read = stream.Read(buffer, offset, count);
        progress.Report(file.Position, file.Length, "bytes");
        return read;
    }
}

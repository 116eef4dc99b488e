using BalanceGen.Tool.Output;

namespace BalanceGen.Tool.Inputs;

/// <summary>A stream that tells how far the file beneath it was read, and that ends when the user cancels.</summary>
internal sealed class WatchedStream(Stream stream, FileStream file, ProgressLine progress, CancellationToken cancellation) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        cancellation.ThrowIfCancellationRequested();
        int read = stream.Read(buffer, offset, count);
        progress.Report(file.Position, file.Length, "bytes");
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

using ZstdSharp;

namespace BalanceGen.Counting.Parquet;

/// <summary>Unpacks a Zstandard file to its end, and says what is wrong with one that is damaged.</summary>
internal sealed class ZstandardText(FileStream file) : Stream
{
    private readonly DecompressionStream _unpacked = new(file, leaveOpen: true);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="InvalidDataException">The file is damaged or cut off.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return _unpacked.Read(buffer, offset, count);
        }
        catch (EndOfStreamException)
        {
            throw new InvalidDataException("the Zstandard file is cut off: its data end too early; write or copy it again");
        }
        catch (ZstdException exception)
        {
            throw new InvalidDataException($"the Zstandard file is damaged ({exception.Message.TrimEnd('.')}); write or copy it again");
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _unpacked.Dispose();
        base.Dispose(disposing);
    }
}

using ZstdSharp;

namespace BalanceGen.Counting.Parquet;

/// <summary>Unpacks a Zstandard file to its end, and says what is wrong with one that is damaged.</summary>
internal sealed class ZstandardText(FileStream file) : ForwardStream
{
    private readonly DecompressionStream _unpacked = new(file, leaveOpen: true);

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

    protected override void Dispose(bool disposing)
    {
        _unpacked.Dispose();
        base.Dispose(disposing);
    }
}

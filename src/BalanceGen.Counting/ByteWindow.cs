using System.Buffers;
using System.Text.Unicode;

namespace BalanceGen.Counting;

/// <summary>
/// A window of constant size that slides over a stream and shows whole UTF-8 characters. It stops before the first byte
/// that is not text.
/// </summary>
internal sealed class ByteWindow(Stream stream, int size)
{
    /// <summary>The number of readable bytes after the window, so that a vector can be loaded at every place of the window.</summary>
    public const int Slack = 64;

    private int _filled;
    private bool _isAtEndOfStream;

    /// <summary>Everything in the window, followed by the readable bytes after it.</summary>
    public byte[] Buffer { get; } = new byte[size + Slack];

    /// <summary>Where the checked text ends.</summary>
    public int End { get; private set; }

    /// <summary>Whether the byte at <see cref="End"/> is a NUL or is not UTF-8.</summary>
    public bool EndsAtInvalidByte { get; private set; }

    /// <summary>Skips a byte order mark. Call it once, on the first window.</summary>
    public void SkipByteOrderMark()
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        if (Buffer.AsSpan(0, End).StartsWith(mark))
        {
            Drop(mark.Length);
            End -= mark.Length;
        }
    }

    /// <summary>
    /// Drops the bytes before <paramref name="keepFrom"/> and reads on. Returns false if there was nothing more to read. At least one byte of a full window must be
    /// dropped.
    /// </summary>
    public bool Slide(int keepFrom)
    {
        Drop(keepFrom);
        End -= keepFrom;
        if (EndsAtInvalidByte)
        {
            return false;
        }

        while (!_isAtEndOfStream && _filled < Buffer.Length - Slack)
        {
            int read = stream.Read(Buffer, _filled, Buffer.Length - Slack - _filled);
            _isAtEndOfStream = read == 0;
            _filled += read;
        }

        int checkedTo = End;
        End = _isAtEndOfStream ? _filled : _filled - IncompleteTail(Buffer.AsSpan(checkedTo, _filled - checkedTo));
        Check(checkedTo);
        return End > checkedTo || EndsAtInvalidByte;
    }

    private void Drop(int length)
    {
        Buffer.AsSpan(length, _filled - length).CopyTo(Buffer);
        _filled -= length;
    }

    private void Check(int start)
    {
        ReadOnlySpan<byte> text = Buffer.AsSpan(start, End - start);
        int nul = text.IndexOf((byte)0);
        int valid = ValidLength(nul < 0 ? text : text[..nul]);
        EndsAtInvalidByte = start + valid < End;
        End = start + valid;
    }

    /// <summary>The number of bytes before the first one that is not UTF-8.</summary>
    internal static int ValidLength(ReadOnlySpan<byte> text)
    {
        int valid = Utf8.IsValid(text) ? text.Length : 0;
        while (Rune.DecodeFromUtf8(text[valid..], out _, out int length) == OperationStatus.Done)
        {
            valid += length;
        }

        return valid;
    }

    /// <summary>The number of bytes at the end that begin a character whose rest was not read yet.</summary>
    private static int IncompleteTail(ReadOnlySpan<byte> bytes)
    {
        for (int back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            byte value = bytes[^back];
            if (value >= 0xC0)
            {
                int length = value >= 0xF0 ? 4 : value >= 0xE0 ? 3 : 2;
                return length > back ? back : 0;
            }

            if (value < 0x80)
            {
                return 0;
            }
        }

        return 0;
    }
}

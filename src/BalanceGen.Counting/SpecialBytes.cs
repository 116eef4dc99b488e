using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BalanceGen.Counting;

/// <summary>Finds the bytes with a special meaning in a row: delimiters, line ends and, if the file has quoting, quotes.</summary>
internal readonly struct SpecialBytes(LabeledFile file)
{
    /// <summary>The number of bytes that are examined together. Each has one bit of a mask.</summary>
    public const int BlockLength = 32;

    // If the file has no special byte of a kind, the delimiter takes its place here.
    private readonly Vector256<byte> _delimiters = Vector256.Create(file.Delimiter.Byte);
    private readonly Vector256<byte> _tabs = Vector256.Create(file.Delimiter.IsWhitespaceRun ? (byte)'\t' : file.Delimiter.Byte);
    private readonly Vector256<byte> _quotes = Vector256.Create(file.Quoting ? file.Quote : file.Delimiter.Byte);

    /// <summary>
    /// The places of special bytes in the block that begins at <paramref name="start"/>, as bits. Places at or after <paramref name="end"/> are left out. The array must
    /// have a whole block from <paramref name="end"/> on.
    /// </summary>
    /// <param name="text">The bytes.</param>
    /// <param name="start">Where the block begins.</param>
    /// <param name="end">Where the text ends.</param>
    /// <param name="delimiters">Receives which of them are delimiters. Bits at or after the end mean nothing.</param>
    public uint Find(byte[] text, int start, int end, out uint delimiters)
    {
        Vector256<byte> bytes = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(text), (nuint)start);
        Vector256<byte> areDelimiters = Vector256.Equals(bytes, _delimiters);
        Vector256<byte> areLineEnds = Vector256.Equals(bytes, Vector256.Create((byte)'\n')) | Vector256.Equals(bytes, Vector256.Create((byte)'\r'));
        Vector256<byte> areSpecial = areDelimiters | areLineEnds | Vector256.Equals(bytes, _tabs) | Vector256.Equals(bytes, _quotes);
        delimiters = areDelimiters.ExtractMostSignificantBits();
        uint special = areSpecial.ExtractMostSignificantBits();
        return end - start < BlockLength ? special & ((1u << (end - start)) - 1) : special;
    }
}

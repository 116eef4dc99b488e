using System.Runtime.Intrinsics;

namespace BalanceGen.Files;

/// <summary>Reads labels of one byte. The number of a label is the byte itself.</summary>
internal sealed class RawByteLabelReader(string path) : LabelReader(path)
{
    private static readonly string[] Values = [.. Enumerable.Range(0, 256).Select(value => value.ToString(CultureInfo.InvariantCulture))];

    private readonly Stream _stream = FileStreams.OpenDecompressed(path);
    private readonly byte[] _window = new byte[256 * 1024];

    public override IReadOnlyList<string> Labels => Values;

    private protected override int ReadCore(Span<int> numbers)
    {
        int count = _stream.ReadAtLeast(_window.AsSpan(0, Math.Min(_window.Length, numbers.Length)), 1, throwOnEndOfStream: false);
        ReadOnlySpan<byte> bytes = _window.AsSpan(0, count);
        int place = 0;
        for (; place <= count - Vector256<byte>.Count; place += Vector256<byte>.Count)
        {
            (Vector256<ushort> lower, Vector256<ushort> upper) = Vector256.Widen(Vector256.Create(bytes[place..]));
            (Vector256<uint> first, Vector256<uint> second) = Vector256.Widen(lower);
            (Vector256<uint> third, Vector256<uint> fourth) = Vector256.Widen(upper);
            first.AsInt32().CopyTo(numbers[place..]);
            second.AsInt32().CopyTo(numbers[(place + 8)..]);
            third.AsInt32().CopyTo(numbers[(place + 16)..]);
            fourth.AsInt32().CopyTo(numbers[(place + 24)..]);
        }

        for (; place < count; place++)
        {
            numbers[place] = bytes[place];
        }

        return count;
    }

    private protected override void Dispose(bool disposing) => _stream.Dispose();
}

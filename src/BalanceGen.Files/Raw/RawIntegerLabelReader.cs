using System.Buffers.Binary;

namespace BalanceGen.Files;

/// <summary>Reads little-endian labels of two, four or eight bytes. Those of two bytes have no sign.</summary>
internal sealed class RawIntegerLabelReader(string path, int width) : LabelReader(path)
{
    private readonly Stream _stream = FileStreams.OpenDecompressed(path);
    private readonly byte[] _window = new byte[256 * 1024];
    private readonly LabelNumbers _numbers = new();

    public override IReadOnlyList<string> Labels => _numbers.Labels;

    private protected override int ReadCore(Span<int> numbers)
    {
        int wanted = Math.Min(_window.Length / width, numbers.Length);
        int read = _stream.ReadAtLeast(_window.AsSpan(0, wanted * width), wanted * width, throwOnEndOfStream: false);
        if (read % width != 0)
        {
            throw new LabelFileException(Path, $"the file ends inside a label of {width} bytes", RowsRead + (read / width));
        }

        for (int place = 0; place < read / width; place++)
        {
            ReadOnlySpan<byte> label = _window.AsSpan(place * width, width);
            numbers[place] = _numbers.Of(width switch
            {
                sizeof(ushort) => BinaryPrimitives.ReadUInt16LittleEndian(label),
                sizeof(int) => BinaryPrimitives.ReadInt32LittleEndian(label),
                _ => BinaryPrimitives.ReadInt64LittleEndian(label),
            });
        }

        return read / width;
    }

    private protected override void Dispose(bool disposing) => _stream.Dispose();
}

using System.Buffers.Binary;

namespace BalanceGen.Files;

/// <summary>
/// Checks the footer of a Parquet file, which is a structure in Thrift's compact protocol. Parquet.Net believes the lengths in it. If a damaged byte says so, it reads
/// two thousand million items that do not exist.
/// </summary>
/// <remarks>
/// The protocol is described at <see href="https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md"/>. This class does not look at the meaning
/// of the fields. That is left to Parquet.Net.
/// </remarks>
internal ref struct ParquetFooter(ReadOnlySpan<byte> bytes)
{
    private const int TailLength = 8;
    private const int DeepestNesting = 64;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _next;

    /// <summary>Throws if the footer is damaged. A file that is not Parquet at all is left to Parquet.Net.</summary>
    /// <param name="stream">The file; its position is 0 afterwards.</param>
    /// <param name="path">Its name.</param>
    /// <exception cref="LabelFileException">The footer is damaged.</exception>
    public static void Verify(FileStream stream, string path)
    {
        Span<byte> tail = stackalloc byte[TailLength];
        if (stream.Length >= TailLength)
        {
            stream.Position = stream.Length - TailLength;
            stream.ReadExactly(tail);
            int length = BinaryPrimitives.ReadInt32LittleEndian(tail);
            if (tail[4..].SequenceEqual("PAR1"u8) && length > 0 && length <= stream.Length - TailLength)
            {
                var bytes = new byte[length];
                stream.Position = stream.Length - TailLength - length;
                stream.ReadExactly(bytes);
                if (!new ParquetFooter(bytes).TrySkipStruct(0))
                {
                    throw new LabelFileException(path, "the file is damaged (its footer has a length that cannot be)");
                }
            }
        }

        stream.Position = 0;
    }

    private bool TrySkipStruct(int depth)
    {
        while (TryReadByte(out int header))
        {
            int type = header & 15;
            if (type == 0)
            {
                return true;
            }

            // Without a step from the field before it, the number of the field follows. Truth values are in the type itself.
            if ((header >> 4 == 0 && !TryReadNumber(out _)) || (type > 2 && !TrySkip(type, depth)))
            {
                return false;
            }
        }

        return false;
    }

    private bool TrySkip(int type, int depth) => type switch
    {
        1 or 2 or 3 => TrySkipBytes(1),
        4 or 5 or 6 => TryReadNumber(out _),
        7 => TrySkipBytes(8),
        8 => TryReadNumber(out ulong length) && TrySkipBytes(length),
        9 or 10 => depth < DeepestNesting && TrySkipList(depth + 1),
        11 => depth < DeepestNesting && TrySkipMap(depth + 1),
        12 => depth < DeepestNesting && TrySkipStruct(depth + 1),
        13 => TrySkipBytes(16),
        _ => false,
    };

    private bool TrySkipList(int depth)
    {
        if (!TryReadByte(out int header))
        {
            return false;
        }

        ulong items = (ulong)header >> 4;
        return (items < 15 || TryReadNumber(out items)) && TrySkipItems(items, header & 15, null, depth);
    }

    private bool TrySkipMap(int depth) =>
        TryReadNumber(out ulong items) && (items == 0 || (TryReadByte(out int types) && TrySkipItems(items, types >> 4, types & 15, depth)));

    /// <summary>Reads a number of items. Every item has at least one byte, so there cannot be more items than bytes.</summary>
    private bool TrySkipItems(ulong items, int type, int? second, int depth)
    {
        if (items > (ulong)(_bytes.Length - _next))
        {
            return false;
        }

        for (ulong item = 0; item < items; item++)
        {
            if (!TrySkip(type, depth) || (second is { } other && !TrySkip(other, depth)))
            {
                return false;
            }
        }

        return true;
    }

    private bool TrySkipBytes(ulong length)
    {
        if (length > (ulong)(_bytes.Length - _next))
        {
            return false;
        }

        _next += (int)length;
        return true;
    }

    private bool TryReadByte(out int value)
    {
        bool isThere = _next < _bytes.Length;
        value = isThere ? _bytes[_next++] : -1;
        return isThere;
    }

    /// <summary>Reads a number that is stored with seven bits a byte, the lowest bits first.</summary>
    private bool TryReadNumber(out ulong number)
    {
        number = 0;
        for (int shift = 0; shift < 70; shift += 7)
        {
            if (!TryReadByte(out int part))
            {
                return false;
            }

            number |= (ulong)(part & 127) << shift;
            if (part < 128)
            {
                return true;
            }
        }

        return false;
    }
}

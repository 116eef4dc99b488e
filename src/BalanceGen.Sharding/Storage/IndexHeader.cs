using System.Buffers.Binary;

namespace BalanceGen.Sharding;

/// <summary>
/// What the headers of a manifest and of a shard's index have in common: eight bytes that name the kind, the version, the checksum and the length of everything that is
/// checked at once.
/// </summary>
internal static class IndexHeader
{
    public const int Size = 128;

    private const int ChecksumOffset = 12;

    /// <summary>The bytes of a file with their checksum, which is computed while its own bytes are 0.</summary>
    public static byte[] Sealed(ByteBuilder bytes, out uint checksum)
    {
        byte[] all = bytes.Bytes.ToArray();
        checksum = Checksum.Of(all);
        BinaryPrimitives.WriteUInt32LittleEndian(all.AsSpan(ChecksumOffset), checksum);
        return all;
    }

    /// <summary>The checked part of a file, with zeros for the checksum.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bytes">Its beginning.</param>
    /// <param name="magic">Its first bytes, if it is of the kind.</param>
    /// <param name="version">The version that is read.</param>
    /// <param name="kind">What it is called.</param>
    /// <param name="otherwise">What a file of another kind is called.</param>
    /// <param name="checksum">The checksum.</param>
    /// <exception cref="ShardIndexFormatException">The file is of another kind or version, torn or damaged.</exception>
    public static byte[] Checked(string path, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> magic, uint version, string kind, string otherwise, out uint checksum)
    {
        if (bytes.Length < Size || !bytes.StartsWith(magic))
        {
            throw new ShardIndexFormatException(path, bytes.Length < Size ? $"the {kind} is torn" : $"the file is {otherwise}");
        }

        uint found = BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]);
        if (found != version)
        {
            throw new ShardIndexFormatException(path, $"the {kind} has the format version {found}; this program reads version {version}");
        }

        long length = BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]);
        if (length < Size || length > bytes.Length)
        {
            throw new ShardIndexFormatException(path, $"the {kind} is torn");
        }

        checksum = BinaryPrimitives.ReadUInt32LittleEndian(bytes[ChecksumOffset..]);
        byte[] all = bytes[..(int)length].ToArray();
        all.AsSpan(ChecksumOffset, sizeof(uint)).Clear();
        return Checksum.Of(all) == checksum ? all : throw new ShardIndexFormatException(path, $"the checksum of the {kind} is wrong");
    }
}

using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace BalanceGen.Counting;

/// <summary>How often each label occurred. Labels are compared byte for byte; only a new one allocates.</summary>
internal sealed class LabelCounts
{
    /// <summary>More different labels than this are no classes, and would fill the memory.</summary>
    public const int MaximumLabels = 1_000_000;

    private readonly Dictionary<byte[], long> _counts = new(Bytes.Comparer);
    private readonly Dictionary<byte[], long>.AlternateLookup<ReadOnlySpan<byte>> _lookup;

    public LabelCounts() => _lookup = _counts.GetAlternateLookup<ReadOnlySpan<byte>>();

    public int Count => _counts.Count;

    /// <summary>Rows without a label; only where <see cref="LabeledFile.AllowsMissing"/> says that they are no error.</summary>
    public long Missing { get; private set; }

    /// <summary>Gets the label of every row in the order of the rows; null where only the counts are wanted.</summary>
    public LabelOrder? Order { get; init; }

    /// <summary>Counts a row without a label.</summary>
    public void AddMissing()
    {
        Missing++;
        Order?.AddMissing();
    }

    /// <summary>The labels in ordinal order of their UTF-8, so that shuffled rows give the same file.</summary>
    public IEnumerable<(string Label, long Count)> InOrder()
    {
        byte[][] labels = [.. _counts.Keys];
        Array.Sort(labels, static (left, right) => left.AsSpan().SequenceCompareTo(right));
        return labels.Select(label => (Encoding.UTF8.GetString(label), _counts[label]));
    }

    /// <summary>Counts a row. False if that would be one label too many.</summary>
    public bool TryAdd(ReadOnlySpan<byte> label)
    {
        ref long count = ref CollectionsMarshal.GetValueRefOrAddDefault(_lookup, label, out bool exists);
        count++;
        Order?.Add(label);
        return exists || _counts.Count <= MaximumLabels;
    }

    /// <summary>Writes a class-count file: a header, LF, quotes where a label needs them.</summary>
    public void WriteTo(Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write("label,count\n");
        foreach ((string label, long count) in InOrder())
        {
            bool needsQuotes = label.AsSpan().IndexOfAny("\",;\t\r\n") >= 0;
            writer.Write(needsQuotes ? $"\"{label.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : label);
            writer.Write(',');
            writer.Write(count.ToString(CultureInfo.InvariantCulture));
            writer.Write('\n');
        }
    }

    /// <summary>Compares labels byte for byte, also with text that is not stored yet.</summary>
    internal sealed class Bytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly Bytes Comparer = new();

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public bool Equals(byte[]? left, byte[]? right) => left.AsSpan().SequenceEqual(right);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            // Most labels are two overlapping words long, and a row has little else that costs time.
            if (alternate.Length is >= 4 and <= 16)
            {
                bool isShort = alternate.Length < 8;
                ulong first = isShort ? BinaryPrimitives.ReadUInt32LittleEndian(alternate) : BinaryPrimitives.ReadUInt64LittleEndian(alternate);
                ulong last = isShort ? BinaryPrimitives.ReadUInt32LittleEndian(alternate[^4..]) : BinaryPrimitives.ReadUInt64LittleEndian(alternate[^8..]);
                ulong mixed = (first * 0x9E3779B97F4A7C15) ^ (last * 0xC2B2AE3D27D4EB4F);
                return (int)(mixed >> 32) + alternate.Length;
            }

            var hash = new HashCode();
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public int GetHashCode([DisallowNull] byte[] label) => GetHashCode(label.AsSpan());
    }
}

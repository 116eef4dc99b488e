using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace BalanceGen.Counting;

/// <summary>Counts how often each label occurs. Labels are compared byte by byte. Only a new label allocates.</summary>
internal sealed class LabelCounts : ILabelSink
{
    private readonly Dictionary<byte[], Counted> _counts = new(Bytes.Comparer);
    private readonly Dictionary<byte[], Counted>.AlternateLookup<ReadOnlySpan<byte>> _lookup;

    private readonly List<string> _files = [];
    private readonly List<(string Text, string File, long Line)> _headers = [];

    public LabelCounts() => _lookup = _counts.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>The number of rows without a label. There are such rows only if <see cref="LabeledFile.AllowsMissing"/> allows them.</summary>
    public long Missing { get; private set; }

    /// <summary>Receives the label of every row, in the order of the rows. Null if only the counts are wanted.</summary>
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
        return labels.Select(label => (Encoding.UTF8.GetString(label), _counts[label].Count));
    }

    /// <summary>Sets the file of the next rows.</summary>
    public void BeginFile(string path) => _files.Add(path);

    /// <summary>Remembers a header that may be the first row of the file.</summary>
    public void AddUncertainHeader(string text, long line) => _headers.Add((text, _files[^1], line));

    /// <summary>Adds a class, which may have no rows. Returns false if that would be one label too many.</summary>
    public bool TryAddClass(ReadOnlySpan<byte> label)
    {
        ref Counted counted = ref CollectionsMarshal.GetValueRefOrAddDefault(_lookup, label, out bool exists);
        if (!exists)
        {
            counted.File = _files.Count - 1;
        }

        return exists || _counts.Count <= ILabelSink.MaximumLabels;
    }

    /// <summary>Whether the label occurred.</summary>
    public bool Contains(string label) => _counts.ContainsKey(Encoding.UTF8.GetBytes(label));

    /// <summary>Whether the label occurred, in UTF-8.</summary>
    public bool Contains(ReadOnlySpan<byte> label) => _lookup.ContainsKey(label);

    /// <summary>Counts a row of the file. Returns false if that would be one label too many.</summary>
    public bool TryAdd(ReadOnlySpan<byte> label, long line) => TryAdd(label, line, rows: 1);

    /// <summary>
    /// Counts several rows of the file. The first of them is on the line, unless the file has no lines. Returns false if that would be one label too many.
    /// </summary>
    public bool TryAdd(ReadOnlySpan<byte> label, long line, long rows)
    {
        ref Counted counted = ref CollectionsMarshal.GetValueRefOrAddDefault(_lookup, label, out bool exists);
        counted.Count += rows;
        if (!exists)
        {
            (counted.File, counted.Line) = (_files.Count - 1, line);
        }

        Order?.Add(label);
        return exists || _counts.Count <= ILabelSink.MaximumLabels;
    }

    /// <summary>Writes where each label occurred first, and what was taken as a header, as lines <c>kind,label,file,line</c>.</summary>
    public void WritePlacesTo(Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        foreach ((string text, string file, long line) in _headers)
        {
            WritePlace(writer, "header", text, file, line);
        }

        foreach ((string label, _) in InOrder())
        {
            Counted counted = _counts[Encoding.UTF8.GetBytes(label)];
            WritePlace(writer, "label", label, _files[counted.File], counted.Line);
        }
    }

    private static void WritePlace(StreamWriter writer, string kind, string label, string file, long line) =>
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{kind},{Field(label)},{Field(file)},{line}\n"));

    private static string Field(string text) =>
        text.AsSpan().IndexOfAny("\",;\t\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    /// <summary>Writes a class-count file with a header. Lines end with LF, and a label has quotes if it needs them.</summary>
    public void WriteTo(Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write("label,count\n");
        foreach ((string label, long count) in InOrder())
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{Field(label)},{count}\n"));
        }
    }

    /// <summary>How often a label occurred, and where it occurred first.</summary>
    private struct Counted
    {
        public long Count;
        public long Line;
        public int File;
    }

    /// <summary>Compares labels byte by byte, also with text that is not stored yet.</summary>
    internal sealed class Bytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly Bytes Comparer = new();

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public bool Equals(byte[]? left, byte[]? right) => left.AsSpan().SequenceEqual(right);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            // Most labels fit into two overlapping words. The hash is most of the time that a row takes.
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

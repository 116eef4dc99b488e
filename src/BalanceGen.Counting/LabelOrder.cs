using System.Runtime.InteropServices;

namespace BalanceGen.Counting;

/// <summary>The labels of rows in the order of the rows: each distinct label once, and 4 bytes a row.</summary>
internal sealed class LabelOrder
{
    /// <summary>The number of a row without a label.</summary>
    public const int Missing = -1;

    private readonly Dictionary<byte[], int> _codes = new(LabelCounts.Bytes.Comparer);
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> _lookup;
    private readonly List<int> _rows = [];

    public LabelOrder() => _lookup = _codes.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>For each row the number of its label, in the order in which the labels first occurred.</summary>
    public ReadOnlySpan<int> Rows => CollectionsMarshal.AsSpan(_rows);

    /// <summary>The number of a label that occurred.</summary>
    public int CodeOf(ReadOnlySpan<byte> label) => _lookup[label];

    public void Add(ReadOnlySpan<byte> label)
    {
        int next = _codes.Count;
        ref int code = ref CollectionsMarshal.GetValueRefOrAddDefault(_lookup, label, out bool exists);
        code = exists ? code : next;
        _rows.Add(code);
    }

    public void AddMissing() => _rows.Add(Missing);
}

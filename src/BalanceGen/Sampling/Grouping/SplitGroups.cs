using System.Globalization;
using System.Runtime.CompilerServices;

namespace BalanceGen.Sampling;

/// <summary>Which rows belong together: the group of every row of a data set, such as its patient, session or video.</summary>
/// <remarks>4 bytes a row and each distinct key once. Immutable and thread-safe.</remarks>
public sealed class SplitGroups
{
    private readonly int[] _groupOfRow;
    private readonly Func<int, string> _nameOf;

    private SplitGroups(int[] groupOfRow, int count, Func<int, string> nameOf)
    {
        _groupOfRow = groupOfRow;
        _nameOf = nameOf;
        Count = count;
    }

    /// <summary>The number of groups.</summary>
    public int Count { get; }

    /// <summary>The number of rows: all rows of the data set, ignored ones among them.</summary>
    public int RowCount => _groupOfRow.Length;

    /// <summary>The group of each row, of [0, <see cref="Count"/>), numbered by their first rows.</summary>
    public ReadOnlySpan<int> GroupOfRow => _groupOfRow;

    /// <summary>Groups rows by their keys. O(rows).</summary>
    /// <typeparam name="TKey">The type of the keys, compared by its default equality: numbers, strings, identifiers.</typeparam>
    /// <param name="keys">The key of every row of the data set, in row order.</param>
    /// <exception cref="ArgumentException">A key is null; the error names the row. Give a row that belongs to no group a key of its own.</exception>
    [OverloadResolutionPriority(1)]
    public static SplitGroups Of<TKey>(ReadOnlySpan<TKey> keys)
        where TKey : notnull
    {
        var groupOf = new Dictionary<TKey, int>();
        var groupOfRow = new int[keys.Length];
        for (int row = 0; row < keys.Length; row++)
        {
            if (keys[row] is null)
            {
                throw new ArgumentException($"Row {row} has the group null. Give a row that belongs to no group a key of its own.", nameof(keys));
            }

            if (!groupOf.TryGetValue(keys[row], out int group))
            {
                group = groupOf.Count;
                groupOf.Add(keys[row], group);
            }

            groupOfRow[row] = group;
        }

        TKey[] distinct = [.. groupOf.Keys];
        return new SplitGroups(groupOfRow, distinct.Length, group => Convert.ToString(distinct[group], CultureInfo.InvariantCulture) ?? "");
    }

    /// <summary>Groups rows by the keys of any sequence. O(rows).</summary>
    /// <inheritdoc cref="Of{TKey}(ReadOnlySpan{TKey})"/>
    public static SplitGroups Of<TKey>(IEnumerable<TKey> keys)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(keys);
        return Of(RowSequence.TryGetSpan(keys, out ReadOnlySpan<TKey> span) ? span : keys.ToArray());
    }

    /// <summary>The key of a group as text.</summary>
    /// <param name="group">A group of [0, <see cref="Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The group is outside that range.</exception>
    public string NameOf(int group)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)group, (uint)Count, nameof(group));
        return _nameOf(group);
    }
}

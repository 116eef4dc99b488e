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
        where TKey : notnull =>
        Of<TKey, TKey, OwnKey<TKey>>(keys, default);

    /// <summary>Groups rows by a grouper, such as the one that the generator emits. O(rows).</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <typeparam name="TKey">The type of the keys, compared by its default equality.</typeparam>
    /// <typeparam name="TGrouper">The grouper.</typeparam>
    /// <param name="rows">The rows of the data set.</param>
    /// <param name="grouper">Reads the key of a row.</param>
    /// <exception cref="ArgumentException">A row or its key is null; the error names the row. Give a row that belongs to no group a key of its own.</exception>
    [OverloadResolutionPriority(1)]
    public static SplitGroups Of<T, TKey, TGrouper>(ReadOnlySpan<T> rows, TGrouper grouper)
        where TGrouper : struct, ISplitGrouper<T, TKey>
    {
#pragma warning disable CS8714 // Keys that are null are refused before they get into the dictionary.
        var groupOf = new Dictionary<TKey, int>();
#pragma warning restore CS8714
        var groupOfRow = new int[rows.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            bool isKey = typeof(TGrouper) == typeof(OwnKey<TKey>);
            if (rows[row] is null && !isKey)
            {
                throw new ArgumentException($"Row {row} is null.", nameof(rows));
            }

            if (grouper.GroupOf(in rows[row]) is not { } key)
            {
                throw new ArgumentException($"Row {row} has the group null. Give a row that belongs to no group a key of its own.", isKey ? "keys" : nameof(rows));
            }

            if (!groupOf.TryGetValue(key, out int group))
            {
                group = groupOf.Count;
                groupOf.Add(key, group);
            }

            groupOfRow[row] = group;
        }

        TKey[] distinct = [.. groupOf.Keys];
        return new SplitGroups(groupOfRow, distinct.Length, group => Convert.ToString(distinct[group], CultureInfo.InvariantCulture) ?? "");
    }

    /// <summary>Groups the rows of any sequence by a grouper. O(rows).</summary>
    /// <inheritdoc cref="Of{T, TKey, TGrouper}(ReadOnlySpan{T}, TGrouper)"/>
    public static SplitGroups Of<T, TKey, TGrouper>(IEnumerable<T> rows, TGrouper grouper)
        where TGrouper : struct, ISplitGrouper<T, TKey>
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Of<T, TKey, TGrouper>(RowSequence.TryGetSpan(rows, out ReadOnlySpan<T> span) ? span : rows.ToArray(), grouper);
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

    /// <summary>The groups of some of the rows, which have numbers of their own.</summary>
    internal SplitGroups Some(ReadOnlySpan<int> chosen)
    {
        int[] groups = [.. chosen.ToArray().Select(row => _groupOfRow[row])];
        SplitGroups renumbered = Of<int>(groups);
        int[] old = [.. groups.Distinct()];
        return new SplitGroups(renumbered._groupOfRow, renumbered.Count, group => _nameOf(old[group]));
    }

    /// <summary>Refuses a data set of another length.</summary>
    internal void RefuseOther(int datasetLength)
    {
        if (RowCount != datasetLength)
        {
            throw new ArgumentException($"There are groups of {RowCount} rows, and the data set has {datasetLength} rows. A subset of a data set takes the groups of the whole one.", "groups");
        }
    }

    /// <summary>A key is its own row.</summary>
    private readonly struct OwnKey<TKey> : ISplitGrouper<TKey, TKey>
    {
        public TKey GroupOf(in TKey row) => row;
    }
}

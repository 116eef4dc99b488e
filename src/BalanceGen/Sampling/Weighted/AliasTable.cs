namespace BalanceGen.Sampling;

/// <summary>
/// Draws a class in O(1), whatever the number of classes: Walker's alias method (1977) in exact integer arithmetic; see
/// <see cref="AliasTableBuilder"/>.
/// </summary>
internal sealed class AliasTable
{
    private readonly ulong[] _thresholds;

    // Two entries per column, the column's own class and its alias: the first position in the high half, the number of rows in the low.
    private readonly ulong[] _ranges;

    /// <summary>Builds the table. O(classes).</summary>
    /// <param name="weights">The weight of each class, above 0; together below 2^63.</param>
    /// <param name="starts">The first position of each class.</param>
    /// <param name="counts">The number of rows of each class, 1 or more.</param>
    public AliasTable(ReadOnlySpan<ulong> weights, ReadOnlySpan<int> starts, ReadOnlySpan<int> counts)
    {
        _thresholds = new ulong[weights.Length];
        _ranges = new ulong[2 * weights.Length];
        new AliasTableBuilder(weights.Length).Build(weights, starts, counts, _thresholds, _ranges);
    }

    /// <summary>A table that was built before.</summary>
    /// <param name="thresholds">The <see cref="Thresholds"/>.</param>
    /// <param name="ranges">The <see cref="Ranges"/>, each as <see cref="RangeOf"/> has it.</param>
    public AliasTable(ulong[] thresholds, ulong[] ranges)
    {
        _thresholds = thresholds;
        _ranges = ranges;
    }

    /// <summary>For each column the fractions, in units of 2^-64, that are its own class.</summary>
    public ReadOnlySpan<ulong> Thresholds => _thresholds;

    /// <summary>Two entries per column: the rows of its own class and those of its alias.</summary>
    public ReadOnlySpan<ulong> Ranges => _ranges;

    /// <summary>The table as references, for a run of draws.</summary>
    public AliasLookup Lookup => new(_thresholds, _ranges);

    /// <summary>The rows of a class as one entry of the table: the first position in the high half, their number in the low.</summary>
    public static ulong RangeOf(int start, int count) => ((ulong)start << 32) | (uint)count;
}

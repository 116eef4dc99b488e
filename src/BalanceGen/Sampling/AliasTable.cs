namespace BalanceGen;

/// <summary>
/// Draws a class in O(1), whatever the number of classes: Walker's alias method (1977) with Vose's construction (1991), in exact
/// integer arithmetic. A column holds 2^64 units; the class masses are K·2^64 units together, so that nothing is rounded
/// away and a class that is not in the table cannot be drawn.
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
        int columns = weights.Length;
        _thresholds = new ulong[columns];
        _ranges = new ulong[2 * columns];
        UInt128[] masses = Masses(weights);
        UInt128 capacity = UInt128.One << 64;
        var small = new Stack<int>(columns);
        var large = new Stack<int>(columns);
        for (int column = columns - 1; column >= 0; column--)
        {
            (masses[column] < capacity ? small : large).Push(column);
        }

        while (small.TryPop(out int column))
        {
            // The masses are K·2^64 together, so while a column is short another one has too much.
            int donor = large.Pop();
            Set(column, (ulong)masses[column], column, donor, starts, counts);
            masses[donor] -= capacity - masses[column];
            (masses[donor] < capacity ? small : large).Push(donor);
        }

        while (large.TryPop(out int column))
        {
            Set(column, 0, column, column, starts, counts);
        }
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

    private static UInt128[] Masses(ReadOnlySpan<ulong> weights)
    {
        UInt128 total = 0;
        int largest = 0;
        for (int index = 0; index < weights.Length; index++)
        {
            total += weights[index];
            largest = weights[index] > weights[largest] ? index : largest;
        }

        var masses = new UInt128[weights.Length];
        UInt128 left = UInt128.One << 64;
        for (int index = 0; index < weights.Length; index++)
        {
            masses[index] = UInt128.Max(1, ((UInt128)weights[index] << 64) / total);
            left -= masses[index];
        }

        // What the divisions left over, less than one unit per class, is lost in the largest share.
        masses[largest] += left;
        for (int index = 0; index < weights.Length; index++)
        {
            masses[index] *= (UInt128)weights.Length;
        }

        return masses;
    }

    private void Set(int column, ulong threshold, int own, int alias, ReadOnlySpan<int> starts, ReadOnlySpan<int> counts)
    {
        _thresholds[column] = threshold;
        _ranges[2 * column] = RangeOf(starts[own], counts[own]);
        _ranges[(2 * column) + 1] = RangeOf(starts[alias], counts[alias]);
    }
}

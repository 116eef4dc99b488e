namespace BalanceGen.Sampling;

/// <summary>Vose's construction of alias tables (1991) in exact integer arithmetic, again and again without allocating.</summary>
/// <param name="columns">The number of columns, which is the number of classes.</param>
/// <remarks>
/// A column holds 2^64 units; the class masses are K·2^64 units together, so that nothing is rounded away and a class that is not in the
/// table cannot be drawn. Not thread-safe: each user has its own.
/// </remarks>
internal sealed class AliasTableBuilder(int columns)
{
    private readonly UInt128[] _masses = new UInt128[columns];

    // Columns with less than they can hold from the front, the others from the back.
    private readonly int[] _worklist = new int[columns];

    /// <summary>Writes a table. O(classes).</summary>
    /// <param name="weights">The weight of each class, together above 0 and below 2^63. A weight of 0 counts as one unit, 2^-64 of all.</param>
    /// <param name="starts">The first position of each class.</param>
    /// <param name="counts">The number of rows of each class.</param>
    /// <param name="thresholds">Receives the <see cref="AliasTable.Thresholds"/>.</param>
    /// <param name="ranges">Receives the <see cref="AliasTable.Ranges"/>.</param>
    public void Build(
        ReadOnlySpan<ulong> weights, ReadOnlySpan<int> starts, ReadOnlySpan<int> counts, Span<ulong> thresholds, Span<ulong> ranges)
    {
        SetMasses(weights);
        UInt128 capacity = UInt128.One << 64;
        int small = 0;
        int large = columns;
        for (int column = columns - 1; column >= 0; column--)
        {
            _worklist[_masses[column] < capacity ? small++ : --large] = column;
        }

        while (small > 0)
        {
            // The masses are K·2^64 together, so while a column is short another one has too much.
            int column = _worklist[--small];
            int donor = _worklist[large++];
            thresholds[column] = (ulong)_masses[column];
            ranges[2 * column] = AliasTable.RangeOf(starts[column], counts[column]);
            ranges[(2 * column) + 1] = AliasTable.RangeOf(starts[donor], counts[donor]);
            _masses[donor] -= capacity - _masses[column];
            _worklist[_masses[donor] < capacity ? small++ : --large] = donor;
        }

        foreach (int column in _worklist.AsSpan(large))
        {
            thresholds[column] = 0;
            ranges[2 * column] = AliasTable.RangeOf(starts[column], counts[column]);
            ranges[(2 * column) + 1] = ranges[2 * column];
        }
    }

    private void SetMasses(ReadOnlySpan<ulong> weights)
    {
        UInt128 total = 0;
        int largest = 0;
        for (int index = 0; index < columns; index++)
        {
            total += weights[index];
            largest = weights[index] > weights[largest] ? index : largest;
        }

        UInt128 left = UInt128.One << 64;
        for (int index = 0; index < columns; index++)
        {
            _masses[index] = UInt128.Max(1, ((UInt128)weights[index] << 64) / total);
            left -= _masses[index];
        }

        // What the divisions left over, less than one unit per class, is lost in the largest share.
        _masses[largest] += left;
        for (int index = 0; index < columns; index++)
        {
            _masses[index] *= (UInt128)columns;
        }
    }
}

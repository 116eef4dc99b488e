namespace BalanceGen.Sampling;

/// <summary>
/// Draws a row in proportion to its weight in O(1): Walker's alias method (1977) in integer arithmetic. Rows of weight 0 have no
/// column and are nobody's alias.
/// </summary>
/// <remarks>
/// The table is filled in one sweep over the rows with less than their column and the rows with more (the sequential algorithm of Hübschle-Schneider and
/// Sanders, Parallel weighted random sampling, ESA 2019), which needs no memory but the table. Immutable and thread-safe.
/// </remarks>
internal sealed class RowAliasTable
{
    private readonly RowAliasColumn[] _columns;

    /// <summary>Builds the table. O(rows).</summary>
    public RowAliasTable(RowUnits units)
    {
        _columns = new RowAliasColumn[units.PositiveCount];
        int column = 0;
        for (int row = 0; row < units.RowCount; row++)
        {
            if (units[row] > 0)
            {
                _columns[column++] = new RowAliasColumn(0, row, row);
            }
        }

        Sweep(units);
    }

    /// <summary>The columns, one for each row with a positive weight. A threshold of 0 means that the column is the own row's alone.</summary>
    public ReadOnlySpan<RowAliasColumn> Columns => _columns;

    private void Sweep(RowUnits units)
    {
        // In units of which every column holds the total, and the columns together hold columns · total.
        ulong count = (ulong)_columns.Length;
        UInt128 capacity = units.Total;
        int light = Next(units, -1, heavy: false);
        int heavy = Next(units, -1, heavy: true);
        UInt128 rest = (UInt128)units[_columns[heavy].Own] * count;
        while (true)
        {
            if (rest >= capacity)
            {
                if (light == _columns.Length)
                {
                    // What is left is full columns.
                    return;
                }

                UInt128 mass = (UInt128)units[_columns[light].Own] * count;
                Set(light, mass, capacity, heavy);
                rest -= capacity - mass;
                light = Next(units, light, heavy: false);
            }
            else
            {
                // There is another heavy row: all columns are full on average.
                int donor = Next(units, heavy, heavy: true);
                Set(heavy, rest, capacity, donor);
                rest = ((UInt128)units[_columns[donor].Own] * count) - (capacity - rest);
                heavy = donor;
            }
        }
    }

    private int Next(RowUnits units, int column, bool heavy)
    {
        do
        {
            column++;
        }
        while (column < _columns.Length && ((UInt128)units[_columns[column].Own] * (ulong)_columns.Length >= units.Total) != heavy);

        return column;
    }

    private void Set(int column, UInt128 mass, UInt128 capacity, int alias)
    {
        // The mass is below the capacity, which is below 2^63: the quotient has 64 bits.
        ulong threshold = (ulong)UInt128.Max(1, (mass << 64) / capacity);
        _columns[column] = new RowAliasColumn(threshold, _columns[column].Own, _columns[alias].Own);
    }
}

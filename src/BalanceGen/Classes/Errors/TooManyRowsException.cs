namespace BalanceGen.Classes;

/// <summary>More rows than one row index can number: row numbers are 32-bit, so that an index takes 4 bytes a row.</summary>
public sealed class TooManyRowsException : BalanceGenArgumentException
{
    internal TooManyRowsException(long rows)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"A row index holds at most {int.MaxValue} rows, these counts have {rows}. Counts, weights and target distributions work beyond that; index the data in parts."))
    {
        Rows = rows;
    }

    /// <summary>The number of rows that were asked for.</summary>
    public long Rows { get; }
}

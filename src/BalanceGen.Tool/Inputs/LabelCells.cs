namespace BalanceGen.Tool.Inputs;

/// <summary>The label cells of an input: each distinct text with its number of rows.</summary>
/// <param name="Texts">The distinct texts, none empty, in ordinal order.</param>
/// <param name="Counts">The number of rows of each text.</param>
/// <param name="Missing">The number of rows whose cell is empty or null.</param>
/// <param name="CellOfRow">For each row the position of its text, or −1 where it is missing; null where the rows were not asked for or there are none.</param>
internal sealed record LabelCells(string[] Texts, long[] Counts, long Missing, int[]? CellOfRow)
{
    /// <summary>All rows, those without a label included.</summary>
    public long Rows => Counts.Sum() + Missing;
}

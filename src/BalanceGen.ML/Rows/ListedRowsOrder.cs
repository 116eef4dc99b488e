namespace BalanceGen.ML;

/// <summary>The rows of a list, each once: those of a subset of a data set.</summary>
internal sealed class ListedRowsOrder(int[] listed) : RowOrder
{
    public override long Count => listed.Length;

    public override void Fill(long firstPosition, Span<int> rows) => listed.AsSpan((int)firstPosition, rows.Length).CopyTo(rows);

    public override int RowAt(long position) => listed[position];
}

namespace BalanceGen.ML;

/// <summary>Every row of [0, count), in order.</summary>
internal sealed class AllRowsOrder(int count) : RowOrder
{
    public override long Count { get; } = count;

    public override bool IsSequential => true;

    public override void Fill(long firstPosition, Span<int> rows)
    {
        for (int place = 0; place < rows.Length; place++)
        {
            rows[place] = (int)firstPosition + place;
        }
    }

    public override int RowAt(long position) => (int)position;
}

namespace BalanceGen.Tests.Batching;

/// <summary>A sampler whose rows are obvious: draw t is row 7·t mod n.</summary>
internal sealed class StrideSampler(int rowCount, long epochLength) : Sampler(rowCount, seed: 5, epochLength)
{
    public override ulong ConfigurationHash => 0xABCD;

    public override void Fill(long firstDraw, Span<int> rows)
    {
        for (int place = 0; place < rows.Length; place++)
        {
            rows[place] = (int)((firstDraw + place) * 7 % RowCount);
        }
    }
}

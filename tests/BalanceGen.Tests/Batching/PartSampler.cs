namespace BalanceGen.Tests.Batching;

/// <summary>The rows of an index over and over, class by class.</summary>
internal sealed class PartSampler(RowIndex index) : Sampler(index, seed: 5, index.RowCount)
{
    private readonly int[] _rows = [.. Enumerable.Range(0, index.Classes.Count).SelectMany(c => Enumerable.Range(0, (int)index.Counts[c]).Select(place => index.RowOf(c, place)))];

    public override ulong ConfigurationHash => 0xDCBA;

    public override void Fill(long firstDraw, Span<int> rows)
    {
        for (int place = 0; place < rows.Length; place++)
        {
            rows[place] = _rows[(firstDraw + place) % _rows.Length];
        }
    }
}

namespace BalanceGen.Sampling;

/// <summary>Draws of rows each of which has a weight of its own.</summary>
internal interface IRowDraws
{
    /// <summary>The rows of consecutive draws. Thread-safe.</summary>
    void Fill(long firstDraw, Span<int> rows);
}

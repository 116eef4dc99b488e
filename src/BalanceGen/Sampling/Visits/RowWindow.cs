namespace BalanceGen.Sampling;

/// <summary>Which visits of a class are ready in the buffer of <see cref="PermutedRows"/>.</summary>
internal struct RowWindow
{
    /// <summary>The first visit.</summary>
    public long First;

    /// <summary>The number of visits.</summary>
    public int Length;

    /// <summary>Where in the buffer the position of the first visit is.</summary>
    public int Offset;
}

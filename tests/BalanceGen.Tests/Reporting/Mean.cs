namespace BalanceGen.Tests.Reporting;

/// <summary>The mean of results of several seeds, and whether a plan says it.</summary>
internal struct Mean
{
    private double _sum;
    private double _squares;
    private int _count;

    public void Add(double value)
    {
        _sum += value;
        _squares += value * value;
        _count++;
    }

    /// <summary>Five standard errors (p = 6e-7 each) are allowed, and the stated share of the plan where its formula is an approximation.</summary>
    public readonly void AssertIs(double planned, double approximation)
    {
        double mean = _sum / _count;
        double variance = Math.Max(0, (_squares / _count) - (mean * mean));
        Assert.Equal(planned, mean, (5 * Math.Sqrt(variance / _count)) + (approximation * planned) + 1e-9);
    }
}

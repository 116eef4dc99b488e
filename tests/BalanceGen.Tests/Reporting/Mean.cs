namespace BalanceGen.Tests.Reporting;

/// <summary>The mean of results of several seeds, and whether their plans say it.</summary>
internal struct Mean
{
    private double _planned;
    private double _sum;
    private double _squares;
    private int _count;

    public void Add(double planned, double value)
    {
        _planned += planned;
        _sum += value - planned;
        _squares += (value - planned) * (value - planned);
        _count++;
    }

    /// <summary>
    /// Five standard errors are allowed (p = 6e-7 for many seeds, 1e-5 for 50), and where the formula is an approximation a share of what is planned and an
    /// amount that it does not resolve.
    /// </summary>
    public readonly void AssertAsPlanned(double share, double amount = 0)
    {
        double difference = _sum / _count;
        double variance = Math.Max(0, (_squares / _count) - (difference * difference));
        double planned = _planned / _count;
        Assert.Equal(planned, planned + difference, (5 * Math.Sqrt(variance / _count)) + (share * planned) + amount + 1e-9);
    }
}

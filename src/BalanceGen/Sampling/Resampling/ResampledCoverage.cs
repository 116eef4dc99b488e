namespace BalanceGen.Sampling;

/// <summary>
/// What resampled epochs see of one class. In an epoch each row has w places among all places, and a random choice of the rows, anew in every epoch, has one more: a
/// part q of them. The places are in random order, so that a row is still unseen at the part f of an epoch with the probability (1 − f)^w·(1 − q·f).
/// </summary>
/// <remarks>
/// Within an epoch the choice of rows that come once more has its size. Over several epochs, which matter only where w = 0, rows are taken as chosen
/// independently: exact in the limit of many rows.
/// </remarks>
internal readonly struct ResampledCoverage
{
    /// <summary>Beyond ln n + this, times the mean life of a row, the probability that a row of a class is still unseen is below 1e-13.</summary>
    private const double Tail = 30;

    /// <summary>With more epochs than this until the end the parts of epochs do not matter.</summary>
    private const double ManyEpochs = 256;

    private const int PanelsOfFirstEpoch = 2048;
    private const int PanelsOfEpoch = 32;
    private const double Negligible = 1e-12;

    private readonly long _count;
    private readonly double _whole;
    private readonly double _extraRows;

    /// <summary>The coverage of a class.</summary>
    /// <param name="count">The number of its rows.</param>
    /// <param name="draws">Its mean number of draws in an epoch.</param>
    public ResampledCoverage(long count, double draws)
    {
        _count = count;
        _whole = count == 0 ? 0 : Math.Floor(draws / count);
        _extraRows = draws - (_whole * count);
    }

    /// <summary>q: the share of the rows that an epoch has once more.</summary>
    private double Extra => _count == 0 ? 0 : _extraRows / _count;

    /// <summary>Whether all rows are seen at the end of the first epoch.</summary>
    private bool IsSeenInOneEpoch => _count == 0 || _whole >= 1;

    /// <summary>The rate at which rows are seen where that takes many epochs.</summary>
    private double Rate => IsSeenInOneEpoch ? 0 : -PortableMath.Log1P(-Extra);

    /// <summary>The expected share of the rows that are seen after a number of epochs; 0 for a class without rows.</summary>
    public double SeenShare(double epochs)
    {
        double whole = Math.Floor(epochs);
        return _count == 0 ? 0 : IsSeenInOneEpoch && whole >= 1 ? 1 : Math.Clamp(1 - Unseen(whole, epochs - whole), 0, 1);
    }

    /// <summary>The expected number of epochs until every row of classes that are drawn was seen, in whole draws of an epoch of a given length.</summary>
    public static double ExpectedEpochs(ReadOnlySpan<ResampledCoverage> classes, int epochLength)
    {
        double end = 0;
        foreach (ResampledCoverage coverage in classes)
        {
            end = coverage.Rate > 0 ? Math.Max(end, (Math.Log(coverage._count) + Tail) / coverage.Rate) : end;
        }

        if (end > ManyEpochs)
        {
            ResampledCoverage[] all = classes.ToArray();
            return Coverage.ExpectedLastArrival([.. all.Select(coverage => coverage._count)], [.. all.Select(coverage => coverage.Rate)]);
        }

        double time = FirstEpoch(classes);
        double whole = 0;
        for (int epoch = 1; ProbabilityThatARowIsUnseen(classes, epoch, 0) is > Negligible and double unseen; epoch++)
        {
            whole += unseen;
            time += LaterEpoch(classes, epoch);
        }

        // Places are whole: of L places in random order that of the time f is on average f·(L + 1).
        return time + ((time - whole) / epochLength);
    }

    /// <summary>∫ P(a row is unseen at f) df over [0, 1], with 1 − f = e^−y by Simpson's rule in y, which resolves the end, where most is decided.</summary>
    private static double FirstEpoch(ReadOnlySpan<ResampledCoverage> classes)
    {
        double end = Math.Log(Math.Max(1, classes.ToArray().Max(coverage => coverage._count))) + Tail;
        double sum = 0;
        for (int point = 0; point <= PanelsOfFirstEpoch; point++)
        {
            double left = PortableMath.Exp(-end * point / PanelsOfFirstEpoch);
            sum += Factor(point, PanelsOfFirstEpoch) * left * ProbabilityThatARowIsUnseen(classes, 0, 1 - left);
        }

        return sum * end / PanelsOfFirstEpoch / 3;
    }

    private static double LaterEpoch(ReadOnlySpan<ResampledCoverage> classes, int epoch)
    {
        double sum = 0;
        for (int point = 0; point <= PanelsOfEpoch; point++)
        {
            sum += Factor(point, PanelsOfEpoch) * ProbabilityThatARowIsUnseen(classes, epoch, (double)point / PanelsOfEpoch);
        }

        return sum / PanelsOfEpoch / 3;
    }

    private static double Factor(int point, int panels) => point == 0 || point == panels ? 1 : point % 2 == 1 ? 4 : 2;

    private static double ProbabilityThatARowIsUnseen(ReadOnlySpan<ResampledCoverage> classes, int epoch, double part)
    {
        double logAllSeen = 0;
        foreach (ResampledCoverage coverage in classes)
        {
            logAllSeen += coverage.LogAllSeen(epoch, part);
        }

        return -PortableMath.ExpM1(logAllSeen);
    }

    private double LogAllSeen(int epoch, double part)
    {
        if (_count == 0 || (epoch > 0 && IsSeenInOneEpoch))
        {
            return 0;
        }

        if (_whole == 0)
        {
            return _count * PortableMath.Log1P(-Unseen(epoch, part));
        }

        // In one epoch the rows that come once more have their number.
        double unseen = Math.Pow(1 - part, _whole);
        double common = _count - _extraRows;
        return (common == 0 ? 0 : common * PortableMath.Log1P(-unseen)) + (_extraRows == 0 ? 0 : _extraRows * PortableMath.Log1P(-unseen * (1 - part)));
    }

    /// <summary>The probability that a row is unseen after whole epochs and a part of another.</summary>
    private double Unseen(double epochs, double part)
    {
        double afterEpochs = epochs == 0 ? 1 : IsSeenInOneEpoch ? 0 : PortableMath.Exp(Math.Max(-690, -epochs * Rate));
        return afterEpochs * Math.Pow(1 - part, _whole) * (1 - (Extra * part));
    }
}

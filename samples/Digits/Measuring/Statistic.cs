namespace Digits.Measuring;

/// <summary>Mean, standard deviation, least and largest of the values that were added.</summary>
public sealed class Statistic
{
    private double _squares;

    /// <summary>The number of values.</summary>
    public long Count { get; private set; }

    /// <summary>The mean; 0 without values.</summary>
    public double Mean { get; private set; }

    /// <summary>The least value; 0 without values.</summary>
    public double Min { get; private set; }

    /// <summary>The largest value; 0 without values.</summary>
    public double Max { get; private set; }

    /// <summary>The standard deviation of the sample, with n − 1; 0 with fewer than two values.</summary>
    public double StandardDeviation => Count < 2 ? 0 : Math.Sqrt(_squares / (Count - 1));

    /// <summary>Adds a value, with Welford's update (1962), which does not lose digits where sums of squares would.</summary>
    public void Add(double value)
    {
        Min = Count == 0 ? value : Math.Min(Min, value);
        Max = Count == 0 ? value : Math.Max(Max, value);
        Count++;
        double deviation = value - Mean;
        Mean += deviation / Count;
        _squares += deviation * (value - Mean);
    }
}

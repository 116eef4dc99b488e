namespace BalanceGen.Sampling;

/// <summary>
/// A time by which somewhat more rows of a race will have arrived than are asked for: x with Σ 1 − e^(−w_i·x) = m and a margin of several standard deviations. It only
/// spares work; who arrives first does not depend on it.
/// </summary>
internal sealed class RaceLimit
{
    /// <summary>Rates are grouped by their leading bits: 8 groups for each doubling.</summary>
    private const int GroupShift = 49;

    private const int Bisections = 100;

    /// <summary>With so few rows the limit would cost more than it spares.</summary>
    private const int FewRows = 256;

    private readonly (long Count, double Mean)[] _groups;
    private readonly long _rows;

    /// <summary>Groups the rates. O(rows).</summary>
    public RaceLimit(RaceTimes times)
    {
        var counts = new long[1 << (63 - GroupShift)];
        var sums = new double[counts.Length];
        for (int row = 0; row < times.RowCount; row++)
        {
            double rate = times.RateOf(row);
            long group = BitConverter.DoubleToInt64Bits(rate) >> GroupShift;
            counts[group]++;
            sums[group] += rate;
        }

        // Group 0 are rates that vanish beside the largest.
        _groups = [.. Enumerable.Range(1, counts.Length - 1).Where(group => counts[group] > 0).Select(group => (counts[group], sums[group] / counts[group]))];
        _rows = _groups.Sum(group => group.Count);
    }

    /// <summary>The time for a number of draws; the greatest finite number where nothing would be spared.</summary>
    public double Of(int draws)
    {
        // Equal rates in place of those of a group make a few more arrive: less than 0.1 %.
        double wanted = (draws * 1.002) + (8 * Math.Sqrt(draws)) + 16;
        if (_rows <= FewRows || wanted >= _rows)
        {
            return double.MaxValue;
        }

        double least = 0;
        double most = 1;
        while (Arrivals(most) < wanted)
        {
            if (most > 1e300)
            {
                return double.MaxValue;
            }

            most *= 2;
        }

        for (int round = 0; round < Bisections; round++)
        {
            double middle = least + ((most - least) / 2);
            (least, most) = Arrivals(middle) < wanted ? (middle, most) : (least, middle);
        }

        return most;
    }

    private double Arrivals(double time)
    {
        double arrivals = 0;
        foreach ((long count, double mean) in _groups)
        {
            arrivals -= count * PortableMath.ExpM1(-time * mean);
        }

        return arrivals;
    }
}

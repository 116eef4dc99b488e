namespace BalanceGen.Tool.Plots;

/// <summary>Where a value lies on an axis.</summary>
internal sealed class Scale(double min, double max, double from, double to, Func<double, double> transform, IEnumerable<double> ticks)
{
    private readonly double _low = transform(min);
    private readonly double _high = transform(max);

    /// <summary>The values that are written at the axis.</summary>
    public IReadOnlyList<double> Ticks { get; } = [.. ticks.Where(tick => tick >= min - 1e-12 && tick <= max * (1 + 1e-12))];

    public static Scale Linear(double min, double max, double from, double to, int ticks = 6)
    {
        double range = Math.Max(1e-12, max - min);
        double rough = range / ticks;
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = new[] { 1.0, 2, 5, 10 }.First(factor => factor * power >= rough * 0.999) * power;
        return new Scale(min, max, from, to, value => value, Enumerable.Range((int)Math.Ceiling(min / step), ticks * 2 + 2).Select(index => index * step));
    }

    /// <summary>Logarithmic; at least one power of ten.</summary>
    public static Scale Log(double min, double max, double from, double to)
    {
        int low = (int)Math.Floor(Math.Log10(min));
        int high = (int)Math.Ceiling(Math.Log10(max));
        IEnumerable<double> ticks = Enumerable.Range(low, high - low + 1).Select(power => Math.Pow(10, power));
        if (high - low <= 2)
        {
            ticks = ticks.SelectMany(tick => new[] { tick, 2 * tick, 5 * tick });
        }
        else if (high - low > 7)
        {
            ticks = ticks.Where((_, index) => index % 2 == 0);
        }

        return new Scale(min, max, from, to, Math.Log10, ticks);
    }

    /// <summary>Logarithmic from 1 on, with room for 0.</summary>
    public static Scale LogFromZero(double max, double from, double to)
    {
        List<double> ticks = [0, 1];
        for (double tick = 10; tick <= max; tick *= 10)
        {
            if (max < 100)
            {
                ticks.AddRange([tick / 5, tick / 2]);
            }

            ticks.Add(tick);
        }

        return new Scale(0, Math.Max(1, max), from, to, value => Math.Log10(1 + value), ticks.Distinct());
    }

    public double At(double value) => _high == _low ? from : from + ((transform(value) - _low) / (_high - _low) * (to - from));

    /// <summary>A tick as it is written.</summary>
    public static string Label(double tick) => tick switch
    {
        0 => "0",
        >= 1e9 => (tick / 1e9).ToString("0.##", CultureInfo.InvariantCulture) + "G",
        >= 1e6 => (tick / 1e6).ToString("0.##", CultureInfo.InvariantCulture) + "M",
        >= 1e4 => (tick / 1e3).ToString("0.##", CultureInfo.InvariantCulture) + "k",
        >= 1e-3 => tick.ToString("0.####", CultureInfo.InvariantCulture),
        _ => tick.ToString("0e+0", CultureInfo.InvariantCulture),
    };
}

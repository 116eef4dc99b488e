namespace BalanceGen.Tool.Analysis;

/// <summary>When independent draws have seen every row: a distribution, where the plan gives its mean.</summary>
internal static class CoverageTime
{
    private const int Points = 200;

    /// <summary>
    /// The density over epochs. The last of independent exponential arrivals, a row of class c at the rate p_c/n_c a draw, has come by the time t with
    /// the probability F(t) = Π_c (1 − e^(−t·p_c/n_c))^(n_c); the density is its difference quotient.
    /// </summary>
    public static (double[] Epochs, double[] Density) Density(SamplerPlan plan)
    {
        if (plan.EpochsUntilAllSeen is not { } mean || mean <= 0)
        {
            return ([], []);
        }

        double low = Quantile(plan, 0.0005, mean);
        double high = Quantile(plan, 0.9995, mean);
        double step = (high - low) / Points;
        var epochs = new double[Points];
        var density = new double[Points];
        for (int point = 0; point < Points; point++)
        {
            double from = low + (point * step);
            epochs[point] = from + (step / 2);
            density[point] = Math.Max(0, (Probability(plan, from + step) - Probability(plan, from)) / step);
        }

        return (epochs, density);
    }

    /// <summary>The probability that every row was seen after so many epochs.</summary>
    public static double Probability(SamplerPlan plan, double epochs)
    {
        double log = 0;
        foreach (ClassPlan plan1 in plan.Classes)
        {
            if (plan1.Count > 0 && plan1.AchievedShare > 0)
            {
                double rate = plan1.AchievedShare * plan.EpochLength / plan1.Count;
                log += plan1.Count * Math.Log(-Math.Exp(-epochs * rate) + 1);
            }
        }

        return Math.Exp(log);
    }

    private static double Quantile(SamplerPlan plan, double probability, double mean)
    {
        double low = 0;
        double high = mean;
        while (Probability(plan, high) < probability)
        {
            high *= 2;
        }

        for (int halving = 0; halving < 60; halving++)
        {
            double middle = (low + high) / 2;
            (low, high) = Probability(plan, middle) < probability ? (middle, high) : (low, middle);
        }

        return high;
    }
}

using BalanceGen.Weights;

namespace BalanceGen.TorchSharp.Tests.Losses;

/// <summary>The formulas of the papers for one row, in plain double-precision C#.</summary>
internal static class ReferenceLosses
{
    public static double CrossEntropy(double[] logits, int truth) => -Math.Log(Softmax(logits)[truth]);

    /// <summary>Lin et al. 2017, equation 5, with p_t from a softmax.</summary>
    public static double Focal(double[] logits, int truth, double gamma)
    {
        double p = Softmax(logits)[truth];
        return -Math.Pow(1 - p, gamma) * Math.Log(p);
    }

    /// <summary>Menon et al. 2021, equation 10: log(1 + Σ_{y' ≠ y} (π_y'/π_y)^τ·exp(f_y' − f_y)).</summary>
    public static double LogitAdjusted(double[] logits, int truth, long[] counts, double tau)
    {
        double sum = 1;
        for (int other = 0; other < logits.Length; other++)
        {
            sum += other == truth ? 0 : Math.Pow((double)counts[other] / counts[truth], tau) * Math.Exp(logits[other] - logits[truth]);
        }

        return Math.Log(sum);
    }

    /// <summary>Cui et al. 2019, section 4.1 and 4.2: weights (1 − β)/(1 − β^n), normalised to the number of classes.</summary>
    public static double[] EffectiveNumberWeights(long[] counts, double beta)
    {
        double[] weights = [.. counts.Select(count => (1 - beta) / (1 - Math.Pow(beta, count)))];
        return [.. weights.Select(weight => weight / weights.Sum() * counts.Length)];
    }

    /// <summary>Cui et al. 2019, equation 6 (γ = 0) and 8: z_t = z for the row's class and −z for the others.</summary>
    public static double SigmoidFocal(double[] logits, int truth, double gamma)
    {
        double loss = 0;
        for (int index = 0; index < logits.Length; index++)
        {
            double p = Sigmoid(index == truth ? logits[index] : -logits[index]);
            loss -= Math.Pow(1 - p, gamma) * Math.Log(p);
        }

        return loss;
    }

    /// <summary>Cao et al. 2019, equation 13, with the scale s of section 3.2's last paragraph.</summary>
    public static double Ldam(double[] logits, int truth, long[] counts, double maxMargin, double scale)
    {
        double margin = maxMargin * Math.Pow((double)counts.Min() / counts[truth], 0.25);
        double own = Math.Exp(scale * (logits[truth] - margin));
        double others = logits.Where((_, index) => index != truth).Sum(logit => Math.Exp(scale * logit));
        return -Math.Log(own / (own + others));
    }

    /// <summary>Ridnik et al. 2021, equations 4 to 7.</summary>
    public static double Asymmetric(double[] logits, int[] truth, double gammaNegative, double gammaPositive, double clip)
    {
        double loss = 0;
        for (int index = 0; index < logits.Length; index++)
        {
            double p = Sigmoid(logits[index]);
            double shifted = Math.Max(p - clip, 0);
            loss -= truth[index] == 1 ? Math.Pow(1 - p, gammaPositive) * Math.Log(p) : truth[index] == 0 ? Math.Pow(shifted, gammaNegative) * Math.Log(1 - shifted) : 0;
        }

        return loss;
    }

    public static double Mean(double[] losses, double[] weights, LossReduction divisor) =>
        losses.Zip(weights, (loss, weight) => loss * weight).Sum() / (divisor == LossReduction.SumOverBatchSize ? losses.Length : weights.Sum());

    private static double[] Softmax(double[] logits)
    {
        double sum = logits.Sum(Math.Exp);
        return [.. logits.Select(logit => Math.Exp(logit) / sum)];
    }

    private static double Sigmoid(double logit) => 1 / (1 + Math.Exp(-logit));
}

namespace BalanceGen;

/// <content>Weights that are a power of the inverse frequency.</content>
public sealed partial class ClassWeights
{
    /// <summary>
    /// Balanced weights w_c = N / (C·n_c), as scikit-learn's <c>compute_class_weight("balanced")</c> (King and Zeng 2001).
    /// The mean weight of a row is 1: Σ n_c·w_c = N.
    /// </summary>
    /// <param name="counts">The counts N, n_c of the data set.</param>
    /// <param name="zeroCounts">
    /// What happens to a class without rows. With <see cref="ZeroCountPolicy.ZeroWeight"/> C is the number of classes that have rows;
    /// with <see cref="ZeroCountPolicy.Smooth"/> w_c = (N + α·C) / (C·(n_c + α)).
    /// </param>
    /// <exception cref="EmptyDatasetException">The data set has no rows.</exception>
    /// <exception cref="EmptyClassException">A class has no rows and the policy is to throw.</exception>
    [CorrectsImbalance]
    public static ClassWeights Balanced(ClassCounts counts, ZeroCountPolicy zeroCounts = default)
    {
        RefuseEmptyClasses(counts, zeroCounts, "its balanced weight N/(C·0) would be infinite");
        return Inverse(counts, zeroCounts, ClassesCounted(counts, zeroCounts));
    }

    /// <summary>Inverse-frequency weights w_c = N / n_c, the reciprocal of the class's share.</summary>
    /// <param name="counts">The counts N, n_c of the data set.</param>
    /// <param name="zeroCounts">What happens to a class without rows; with <see cref="ZeroCountPolicy.Smooth"/> w_c = (N + α·C) / (n_c + α).</param>
    /// <exception cref="EmptyDatasetException">The data set has no rows.</exception>
    /// <exception cref="EmptyClassException">A class has no rows and the policy is to throw.</exception>
    [CorrectsImbalance]
    public static ClassWeights InverseFrequency(ClassCounts counts, ZeroCountPolicy zeroCounts = default)
    {
        RefuseEmptyClasses(counts, zeroCounts, "its inverse-frequency weight N/0 would be infinite");
        return Inverse(counts, zeroCounts, 1);
    }

    /// <summary>
    /// Powers of the balanced weights: w_c = (N / (C·n_c))^q, so that w_a/w_b = (n_b/n_a)^q. q = 1 is <see cref="Balanced"/>, q = 0 no weighting,
    /// q = ½ the inverse square root (Mahajan et al. 2018, arXiv 1805.00932), q = 1/T weighting with the temperature T.
    /// </summary>
    /// <param name="counts">The counts N, n_c of the data set.</param>
    /// <param name="exponent">The exponent q, of [−4, 4]; above 1 rare classes weigh more than balanced, below 0 less than frequent ones.</param>
    /// <param name="zeroCounts">
    /// What happens to a class without rows. With <see cref="ZeroCountPolicy.ZeroWeight"/> C is the number of classes that have rows, and the
    /// weight is 0 for every q; with <see cref="ZeroCountPolicy.Smooth"/> n_c is n_c + α and N is N + α·C.
    /// </param>
    /// <remarks>The weights are the same to the last bit on every machine. O(classes).</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exponent"/> is outside that range or NaN.</exception>
    /// <exception cref="EmptyDatasetException">The data set has no rows.</exception>
    /// <exception cref="EmptyClassException">A class has no rows and the policy is to throw.</exception>
    [CorrectsImbalance]
    public static ClassWeights Power(ClassCounts counts, [ValueRange(-4, 4)] double exponent, ZeroCountPolicy zeroCounts = default)
    {
        if (!(exponent is >= -4 and <= 4))
        {
            throw new ArgumentOutOfRangeException(nameof(exponent), exponent, "The exponent must be of [-4, 4].");
        }

        RefuseEmptyClasses(counts, zeroCounts, "its weight (N/(C·0))^q is not defined");
        double total = SmoothedTotal(counts, zeroCounts);
        int classes = ClassesCounted(counts, zeroCounts);
        var weights = new double[counts.Classes.Count];
        for (int index = 0; index < weights.Length; index++)
        {
            double count = counts[index] + zeroCounts.Alpha;
            weights[index] = count == 0 ? 0 : PortableMath.Pow(total / (classes * count), exponent);
        }

        return new ClassWeights(counts.Classes, weights);
    }

    private static ClassWeights Inverse(ClassCounts counts, ZeroCountPolicy zeroCounts, int divisor)
    {
        double total = SmoothedTotal(counts, zeroCounts);
        var weights = new double[counts.Classes.Count];
        for (int index = 0; index < weights.Length; index++)
        {
            double count = counts[index] + zeroCounts.Alpha;
            weights[index] = count == 0 ? 0 : total / (divisor * count);
        }

        return new ClassWeights(counts.Classes, weights);
    }
}

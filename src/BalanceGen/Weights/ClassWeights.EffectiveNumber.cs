namespace BalanceGen;

/// <content>Class-balanced weights by the effective number of samples.</content>
public sealed partial class ClassWeights
{
    /// <summary>
    /// Weights by the effective number of samples (Cui et al. 2019, arXiv 1901.05555): w_c ∝ 1/E_c with E_c = (1 − β^n_c)/(1 − β), scaled so that
    /// the mean over the classes is 1 (Σ w_c = C, as in the paper).
    /// </summary>
    /// <param name="counts">The counts n_c of the data set.</param>
    /// <param name="beta">
    /// β, of [0, 1). 0 is no weighting; towards 1 the weights become those of the inverse frequency. The paper uses 0.9 to 0.9999;
    /// β = (M − 1)/M stands for M distinguishable prototypes of a class.
    /// </param>
    /// <param name="zeroCounts">
    /// What happens to a class without rows, whose effective number is 0. With <see cref="ZeroCountPolicy.ZeroWeight"/> C is the number of classes
    /// that have rows; with <see cref="ZeroCountPolicy.Smooth"/> n_c is n_c + α.
    /// </param>
    /// <remarks>
    /// β^n is not subtracted from 1, which would cancel for rare classes: 1 − β^n = −expm1(n·ln β). The weights are the same to the last
    /// bit on every machine. O(classes).
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="beta"/> is outside that range or NaN.</exception>
    /// <exception cref="EmptyDatasetException">The data set has no rows.</exception>
    /// <exception cref="EmptyClassException">A class has no rows and the policy is to throw.</exception>
    [CorrectsImbalance]
    public static ClassWeights EffectiveNumber(ClassCounts counts, [ValueRange(0, 1, ExcludesMaximum = true)] double beta, ZeroCountPolicy zeroCounts = default)
    {
        if (!(beta is >= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(beta), beta, "Beta must be of [0, 1).");
        }

        RefuseEmptyClasses(counts, zeroCounts, "its effective number of samples is 0 and its weight would be infinite");
        double logBeta = beta == 0 ? 0 : PortableMath.Log(beta);
        var weights = new double[counts.Classes.Count];
        for (int index = 0; index < weights.Length; index++)
        {
            double count = counts[index] + zeroCounts.Alpha;
            double effectiveNumber = beta == 0 ? 1 : -PortableMath.ExpM1(count * logBeta) / (1 - beta);
            weights[index] = count == 0 ? 0 : 1 / effectiveNumber;
        }

        return new ClassWeights(counts.Classes, weights).WithClassMeanOne();
    }
}

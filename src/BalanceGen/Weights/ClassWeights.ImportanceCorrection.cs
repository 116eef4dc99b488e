namespace BalanceGen;

/// <content>Importance weights for rows that a sampler draws.</content>
public sealed partial class ClassWeights
{
    /// <summary>
    /// Importance weights v_c = g_c/p_c for a loss over rows that are drawn with the shares p but are to count with the shares g. A sampler has
    /// already changed the proportions of the classes; weights made from the counts of the data set would correct them a second time.
    /// </summary>
    /// <param name="counts">The counts n_c of the data set, from which both distributions are resolved.</param>
    /// <param name="sampled">The shares p that the rows are drawn with: the sampler's target.</param>
    /// <param name="goal">
    /// The shares g that the loss is to have. <see cref="TargetDistribution.AsSource"/> gives v_c = π_c/p_c: the expected loss is that of the
    /// data as it is. <see cref="TargetDistribution.Uniform"/> gives v_c = (1/C)/p_c: that of balanced data. The sampled target itself gives 1.
    /// </param>
    /// <param name="zeroCounts">What happens to a class without rows, in both distributions. A class that neither is drawn nor counts has the weight 0.</param>
    /// <remarks>
    /// The mean weight of a drawn row is 1: Σ p_c·v_c = 1 (importance sampling; Shimodaira 2000, Byrd and Lipton 2019, arXiv 1812.03372).
    /// The weights are the same to the last bit on every machine. O(classes).
    /// </remarks>
    /// <exception cref="ArgumentException">A class that is to count is never drawn, or drawn so rarely that its weight exceeds the range of a double.</exception>
    /// <exception cref="EmptyDatasetException">The data set has no rows.</exception>
    /// <exception cref="EmptyClassException">A distribution asks for rows of a class that has none and the policy is to throw.</exception>
    /// <exception cref="ClassMismatchException">A distribution is for another number of classes.</exception>
    public static ClassWeights ImportanceCorrection(ClassCounts counts, TargetDistribution sampled, TargetDistribution goal, ZeroCountPolicy zeroCounts = default)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(sampled);
        ArgumentNullException.ThrowIfNull(goal);
        double[] drawn = sampled.Resolve(counts, zeroCounts);
        double[] wanted = goal.Resolve(counts, zeroCounts);
        var weights = new double[drawn.Length];
        for (int index = 0; index < weights.Length; index++)
        {
            weights[index] = wanted[index] == 0 ? 0 : wanted[index] / drawn[index];
            if (!double.IsFinite(weights[index]))
            {
                throw new ArgumentException(
                    $"The class '{counts.Classes[index]}' is drawn with the share {drawn[index].ToString(CultureInfo.InvariantCulture)}: no finite weight gives it the share {wanted[index].ToString(CultureInfo.InvariantCulture)} of the loss.", nameof(sampled));
            }
        }

        return new ClassWeights(counts.Classes, weights);
    }
}

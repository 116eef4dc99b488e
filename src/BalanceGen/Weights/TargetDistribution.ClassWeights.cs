namespace BalanceGen;

/// <content>Targets from weights.</content>
public sealed partial class TargetDistribution
{
    /// <summary>
    /// The shares that the classes have when every row is drawn in proportion to the weight of its class: p_c = n_c·w_c / Σ n_k·w_k. It takes class weights, which are for a
    /// loss, to a sampler: PyTorch's WeightedRandomSampler of <c>weights[labels]</c> draws with these shares.
    /// </summary>
    /// <param name="counts">The counts n_c of the data set.</param>
    /// <param name="weights">The weights w_c, of any scale. A class without rows has the share 0 whatever its weight.</param>
    /// <remarks>
    /// Balanced weights give <see cref="Uniform"/>, equal ones <see cref="AsSource"/>, both up to the rounding of a double. A share below 2^-1074 of the largest is 0. O(classes).
    /// </remarks>
    /// <exception cref="ClassMismatchException">The weights are for another number of classes.</exception>
    /// <exception cref="EmptyDatasetException">The data set has no rows.</exception>
    /// <exception cref="ArgumentException">All rows have the weight 0.</exception>
    public static TargetDistribution OfClassWeights(ClassCounts counts, ClassWeights weights)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(weights);
        ClassMismatchException.ThrowIfMismatch("The list of class weights", weights.Classes.Count, counts.Classes);
        EmptyDatasetException.ThrowIfEmpty(counts.Total, "A target distribution");
        double[] proportions = weights.WeightsOfRows(counts, out double largest);
        return largest > 0
            ? new TargetDistribution(proportions)
            : throw new ArgumentException("All rows have the weight 0; none could be drawn.", nameof(weights));
    }
}

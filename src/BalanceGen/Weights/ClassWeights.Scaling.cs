namespace BalanceGen;

/// <content>Scaling of weights. Only their ratios change what a model learns; their scale changes the learning rate.</content>
public sealed partial class ClassWeights
{
    /// <summary>
    /// The weights divided by their mean over the classes, so that Σ w_c = C (Cui et al. 2019). Classes with the weight 0 are not counted in C.
    /// </summary>
    /// <exception cref="InvalidOperationException">All weights are 0.</exception>
    public ClassWeights WithClassMeanOne()
    {
        double largest = LargestOrThrow();
        return Scaled(largest, _values.Count(weight => weight > 0) / _values.Sum(weight => weight / largest));
    }

    /// <summary>
    /// The weights divided by their mean over the rows, so that Σ n_c·w_c = N: the mean of the weighted loss is of the size of the unweighted one.
    /// </summary>
    /// <param name="counts">The counts N, n_c of the data set.</param>
    /// <exception cref="ClassMismatchException">The counts are of another number of classes.</exception>
    /// <exception cref="EmptyDatasetException">The data set has no rows.</exception>
    /// <exception cref="InvalidOperationException">All rows have the weight 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The scaled weight of a class without rows exceeds the range of a double.</exception>
    public ClassWeights WithRowMeanOne(ClassCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ClassMismatchException.ThrowIfMismatch("The list of class weights", Classes.Count, counts.Classes);
        EmptyDatasetException.ThrowIfEmpty(counts.Total, "The mean weight of a row");
        double[] ofClasses = WeightsOfRows(counts, out double largest);
        return largest > 0
            ? Scaled(largest, counts.Total / ofClasses.Sum())
            : throw new InvalidOperationException("All rows have the weight 0; there is no scale that makes their mean 1.");
    }

    /// <summary>The weights divided by the largest, so that all are of [0, 1].</summary>
    /// <exception cref="InvalidOperationException">All weights are 0.</exception>
    public ClassWeights WithLargestOne() => Scaled(LargestOrThrow(), 1);

    /// <summary>The weights divided by the smallest above 0, so that all but those that are 0 are 1 or more.</summary>
    /// <exception cref="InvalidOperationException">All weights are 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The ratio of two weights exceeds the range of a double.</exception>
    public ClassWeights WithSmallestOne()
    {
        LargestOrThrow();
        return Scaled(_values.Where(weight => weight > 0).Min(), 1);
    }

    /// <summary>The weights of all rows of each class together, divided by the largest weight of a row: finite for weights of any scale.</summary>
    internal double[] WeightsOfRows(ClassCounts counts, out double largest)
    {
        double divisor = largest = _values.Where((_, index) => counts[index] > 0).Max();
        return [.. _values.Select((weight, index) => counts[index] == 0 ? 0 : counts[index] * (weight / divisor))];
    }

    private double LargestOrThrow() =>
        _values.Max() is > 0 and double largest ? largest : throw new InvalidOperationException("All weights are 0; they cannot be scaled.");

    /// <summary>Divides first, so that weights of any scale neither overflow nor vanish on the way.</summary>
    private ClassWeights Scaled(double divisor, double factor) => new(Classes, [.. _values.Select(weight => weight / divisor * factor)]);
}

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
        double sum = 0;
        int classes = 0;
        foreach (double weight in _values)
        {
            sum += weight / largest;
            classes += weight > 0 ? 1 : 0;
        }

        return Scaled(largest, classes / sum);
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
        double largest = 0;
        for (int index = 0; index < _values.Length; index++)
        {
            largest = counts[index] == 0 ? largest : Math.Max(largest, _values[index]);
        }

        if (largest == 0)
        {
            throw new InvalidOperationException("All rows have the weight 0; there is no scale that makes their mean 1.");
        }

        double sum = 0;
        for (int index = 0; index < _values.Length; index++)
        {
            sum += counts[index] == 0 ? 0 : counts[index] * (_values[index] / largest);
        }

        return Scaled(largest, counts.Total / sum);
    }

    /// <summary>The weights divided by the largest, so that all are of [0, 1].</summary>
    /// <exception cref="InvalidOperationException">All weights are 0.</exception>
    public ClassWeights WithLargestOne() => Scaled(LargestOrThrow(), 1);

    /// <summary>The weights divided by the smallest above 0, so that all but those that are 0 are 1 or more.</summary>
    /// <exception cref="InvalidOperationException">All weights are 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The ratio of two weights exceeds the range of a double.</exception>
    public ClassWeights WithSmallestOne()
    {
        double smallest = LargestOrThrow();
        foreach (double weight in _values)
        {
            smallest = weight > 0 ? Math.Min(smallest, weight) : smallest;
        }

        return Scaled(smallest, 1);
    }

    private double LargestOrThrow()
    {
        double largest = 0;
        foreach (double weight in _values)
        {
            largest = Math.Max(largest, weight);
        }

        return largest > 0 ? largest : throw new InvalidOperationException("All weights are 0; they cannot be scaled.");
    }

    /// <summary>Divides first, so that weights of any scale neither overflow nor vanish on the way.</summary>
    private ClassWeights Scaled(double divisor, double factor)
    {
        var weights = new double[_values.Length];
        for (int index = 0; index < weights.Length; index++)
        {
            weights[index] = _values[index] / divisor * factor;
        }

        return new ClassWeights(Classes, weights);
    }
}

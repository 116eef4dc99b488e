namespace BalanceGen;

/// <content>Products of weights, and their scale.</content>
public sealed partial class SampleWeights
{
    /// <summary>
    /// The products of these weights and others, row by row: class weights times weights of the rows' own, or the weights of several outputs
    /// as scikit-learn's <c>compute_sample_weight</c> multiplies them. O(rows), 8 bytes a row.
    /// </summary>
    /// <param name="other">Weights of the same rows.</param>
    /// <exception cref="ArgumentException">The others are of another number of rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A product exceeds the range of a double; the error names the row.</exception>
    public SampleWeights Times(SampleWeights other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Count != Count)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {Count} weights and {other.Count} to multiply them with."), nameof(other));
        }

        var products = new double[Count];
        for (int row = 0; row < products.Length; row++)
        {
            products[row] = _values[row] * other._values[row];
        }

        return new SampleWeights((ReadOnlySpan<double>)products);
    }

    /// <summary>The weights divided by their mean, so that Σ w_i = N: the mean of the weighted loss is of the size of the unweighted one. O(rows), 8 bytes a row.</summary>
    /// <exception cref="InvalidOperationException">All weights are 0, or there are none.</exception>
    public SampleWeights WithMeanOne() => Scaled(Count);

    /// <summary>The weights divided by their sum, so that Σ w_i = 1. O(rows), 8 bytes a row.</summary>
    /// <exception cref="InvalidOperationException">All weights are 0, or there are none.</exception>
    public SampleWeights WithSumOne() => Scaled(1);

    /// <summary>Divides by the largest weight first, so that weights of any scale neither overflow nor vanish on the way.</summary>
    private SampleWeights Scaled(double sum)
    {
        double largest = 0;
        foreach (double weight in _values)
        {
            largest = Math.Max(largest, weight);
        }

        if (largest == 0)
        {
            throw new InvalidOperationException("There is no weight above 0; the weights cannot be scaled.");
        }

        double total = 0;
        foreach (double weight in _values)
        {
            total += weight / largest;
        }

        var scaled = new double[Count];
        for (int row = 0; row < scaled.Length; row++)
        {
            scaled[row] = _values[row] / largest * (sum / total);
        }

        return new SampleWeights((ReadOnlySpan<double>)scaled);
    }
}

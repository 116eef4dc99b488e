namespace BalanceGen;

/// <summary>One weight per row, as Keras' <c>sample_weight</c>. A loss multiplies each row's term with it.</summary>
/// <remarks>Every weight is finite and 0 or more. Immutable and thread-safe. 8 bytes a row.</remarks>
public sealed class SampleWeights
{
    private readonly double[] _values;

    /// <summary>Weights that are already known; they are copied.</summary>
    /// <param name="values">One weight per row, finite and 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative, NaN or infinite; the error names the row.</exception>
    public SampleWeights(ReadOnlySpan<double> values)
    {
        for (int row = 0; row < values.Length; row++)
        {
            if (!double.IsFinite(values[row]) || values[row] < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(values), values[row], $"The weight of row {row} must be finite and 0 or more.");
            }
        }

        _values = values.ToArray();
    }

    /// <inheritdoc cref="SampleWeights(ReadOnlySpan{double})"/>
    [OverloadResolutionPriority(-1)]
    public SampleWeights(ReadOnlySpan<float> values)
        : this((ReadOnlySpan<double>)Doubles.Of(values))
    {
    }

    internal SampleWeights(double[] validated) => _values = validated;

    /// <summary>The number of rows.</summary>
    public int Count => _values.Length;

    /// <summary>The weights in row order.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>The weight of a row.</summary>
    /// <param name="row">A row of [0, <see cref="Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The row is outside that range.</exception>
    public double this[int row] => _values.At(row);

    /// <summary>The largest weight, 0 where there is none.</summary>
    internal double Largest => _values.Length == 0 ? 0 : _values.Max();

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

        return new SampleWeights((ReadOnlySpan<double>)[.. _values.Zip(other._values, (one, two) => one * two)]);
    }

    /// <summary>The weights divided by their mean, so that Σ w_i = N: the mean of the weighted loss is of the size of the unweighted one. O(rows), 8 bytes a row.</summary>
    /// <exception cref="InvalidOperationException">All weights are 0, or there are none.</exception>
    public SampleWeights WithMeanOne() => Scaled(Count);

    /// <summary>The weights divided by their sum, so that Σ w_i = 1. O(rows), 8 bytes a row.</summary>
    /// <exception cref="InvalidOperationException">All weights are 0, or there are none.</exception>
    public SampleWeights WithSumOne() => Scaled(1);

    /// <summary>The rows' own weights. O(rows), 8 bytes a row.</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <typeparam name="TWeigher">The weigher that the generator emitted for it.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="weigher">The weigher.</param>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative, NaN or infinite; the error names the row.</exception>
    [OverloadResolutionPriority(1)]
    public static SampleWeights Of<T, TWeigher>(ReadOnlySpan<T> rows, TWeigher weigher)
        where TWeigher : struct, ISampleWeigher<T>
    {
        var values = new double[rows.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            values[row] = weigher.WeightOf(in rows[row]);
            if (!double.IsFinite(values[row]) || values[row] < 0)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(rows), values[row], string.Create(CultureInfo.InvariantCulture, $"The weight of row {row} must be finite and 0 or more."));
            }
        }

        return new SampleWeights(values);
    }

    /// <summary>The own weights of the rows of any sequence. O(rows), 8 bytes a row.</summary>
    /// <inheritdoc cref="Of{T, TWeigher}(ReadOnlySpan{T}, TWeigher)"/>
    public static SampleWeights Of<T, TWeigher>(IEnumerable<T> rows, TWeigher weigher)
        where TWeigher : struct, ISampleWeigher<T>
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Of(RowSequence.TryGetSpan(rows, out ReadOnlySpan<T> span) ? span : rows.ToArray(), weigher);
    }

    /// <summary>
    /// Repeat factors of multi-label rows (LVIS, Gupta et al. 2019, arXiv 1908.03195): a row is repeated by the largest factor of
    /// its classes, r = max over c of max(1, √(t/f_c)) with f_c = the share of the rows that belong to class c.
    /// </summary>
    /// <param name="index">The label sets of the rows.</param>
    /// <param name="threshold">The frequency t, of (0, 1], below which a class is repeated; LVIS uses 0.001.</param>
    /// <param name="zeroCounts">What happens to a class without rows.</param>
    /// <remarks>Rows without a class have the factor 1. O(rows + labels of the distinct sets), 8 bytes a row.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threshold"/> is outside that range or NaN.</exception>
    /// <exception cref="EmptyDatasetException">No row belongs to any class.</exception>
    /// <exception cref="EmptyClassException">A class has no rows and the policy is to throw.</exception>
    public static SampleWeights RepeatFactors(MultiLabelIndex index, double threshold, ZeroCountPolicy zeroCounts = default)
    {
        ArgumentNullException.ThrowIfNull(index);
        MultiLabelCounts counts = index.Counts;
        if (counts.LabelCount == 0)
        {
            throw new EmptyDatasetException("A list of repeat factors", "no row belongs to a class");
        }

        ClassWeights ofClasses = ClassWeights.RepeatFactor(counts.RowsWithClass, counts.RowCount, threshold, zeroCounts);
        double[] ofSets = [.. counts.LabelSets.Select(set => set.ClassIndices.ToArray().Select(classIndex => ofClasses[classIndex]).Append(1).Max())];
        var values = new double[index.RowCount];
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = ofSets[index.SetOfRow[row]];
        }

        return new SampleWeights(values);
    }

    /// <summary>
    /// These weights within each class, and a target distribution between the classes: w_i·p_c·N/W_c with W_c = the sum of the
    /// weights of class c and N = the number of rows of all classes. The mean is 1. O(rows), 8 bytes a row.
    /// </summary>
    /// <param name="index">The row index; rows that it does not have (ignored ones, the other subset of a split) get the weight 0.</param>
    /// <param name="target">The share of each class.</param>
    /// <param name="zeroCounts">What happens where the target asks for a class that has no rows.</param>
    /// <exception cref="ArgumentException">The index is of a data set with another number of rows; or the target gives every class that has rows the share 0.</exception>
    /// <exception cref="ClassMismatchException">The target has another number of shares than the data set has classes.</exception>
    /// <exception cref="EmptyDatasetException">The index has no rows.</exception>
    /// <exception cref="EmptyClassException">The target asks for rows of a class that has none, and the policy is to throw.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The target gives a share to a class all of whose rows have the weight 0, or whose weights add up to infinity.</exception>
    public SampleWeights WithClassShares(RowIndex index, TargetDistribution target, ZeroCountPolicy zeroCounts = default)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(target);
        if (index.DatasetLength != Count)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"There are {Count} weights and {index.DatasetLength} rows."), nameof(index));
        }

        double[] shares = target.Resolve(index.Counts, zeroCounts);
        var values = new double[Count];
        for (int classIndex = 0; classIndex < shares.Length; classIndex++)
        {
            double sum = 0;
            for (int place = 0; place < index.Counts[classIndex]; place++)
            {
                sum += _values[index.RowOf(classIndex, place)];
            }

            if (shares[classIndex] == 0)
            {
                continue;
            }

            if (!(sum > 0 && double.IsFinite(sum)))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(target), sum, $"The weights of the rows of class '{index.Classes[classIndex]}' add up to 0 or to infinity, and the target gives the class a share.");
            }

            double ofClass = shares[classIndex] * index.RowCount;
            for (int place = 0; place < index.Counts[classIndex]; place++)
            {
                int row = index.RowOf(classIndex, place);
                values[row] = _values[row] / sum * ofClass;
            }
        }

        return new SampleWeights(values);
    }

    /// <summary>Divides by the largest weight first, so that weights of any scale neither overflow nor vanish on the way.</summary>
    private SampleWeights Scaled(double sum)
    {
        double largest = Largest;
        if (largest == 0)
        {
            throw new InvalidOperationException("There is no weight above 0; the weights cannot be scaled.");
        }

        double total = _values.Sum(weight => weight / largest);
        return new SampleWeights((ReadOnlySpan<double>)[.. _values.Select(weight => weight / largest * (sum / total))]);
    }
}

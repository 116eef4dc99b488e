namespace BalanceGen.TorchSharp;

/// <summary>Where the weights of a batch's rows come from.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public abstract class SampleWeighting
{
    private protected SampleWeighting()
    {
    }

    /// <summary>The weight of its class for every row.</summary>
    /// <param name="weights">The weight of each class.</param>
    public static SampleWeighting Of(ClassWeights weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return new ByClass(weights);
    }

    /// <summary>A weight of its own for every row of the data set.</summary>
    /// <param name="weights">One weight for each row of the data set.</param>
    public static SampleWeighting Of(SampleWeights weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return new ByRow(weights);
    }

    /// <summary>Weights that follow from each batch's own counts; classes that a batch does not have are never divided by.</summary>
    /// <param name="weighting">The formula, the smoothing and what happens to a batch of one class; w_c = B / (C_b·b_c) by default.</param>
    public static SampleWeighting Dynamic(DynamicWeighting weighting = default) => new ByBatch(weighting);

    /// <summary>Refuses weights that do not belong to the data set, before anything is loaded.</summary>
    /// <param name="classes">The classes of the rows.</param>
    /// <param name="datasetLength">The number of rows in the data set; null where the rows are in no array.</param>
    internal abstract void Check(ClassSet classes, int? datasetLength);

    internal abstract void Write(ClassSet classes, ReadOnlySpan<int> classIndices, ReadOnlySpan<long> rows, Span<float> weights);

    private sealed class ByClass(ClassWeights weights) : SampleWeighting
    {
        internal override void Check(ClassSet classes, int? datasetLength) =>
            ClassMismatchException.ThrowIfMismatch("The list of class weights", weights.Classes.Count, classes);

        internal override void Write(ClassSet classes, ReadOnlySpan<int> classIndices, ReadOnlySpan<long> rows, Span<float> destination) =>
            BatchWeights.FromClassWeights(classIndices, weights, destination);
    }

    private sealed class ByRow(SampleWeights weights) : SampleWeighting
    {
        private readonly float[] _values = weights.ToSingles();

        internal override void Check(ClassSet classes, int? datasetLength)
        {
            if (datasetLength is null)
            {
                throw new ArgumentException("Sample weights are found by the number of a row in a data set in memory, and these rows come from somewhere else. Take class weights, or dynamic ones.");
            }

            if (_values.Length != datasetLength)
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {_values.Length} sample weights and {datasetLength} rows in the data set."));
            }
        }

        internal override void Write(ClassSet classes, ReadOnlySpan<int> classIndices, ReadOnlySpan<long> rows, Span<float> destination)
        {
            for (int place = 0; place < rows.Length; place++)
            {
                destination[place] = _values[rows[place]];
            }
        }
    }

    private sealed class ByBatch(DynamicWeighting weighting) : SampleWeighting
    {
        internal override void Check(ClassSet classes, int? datasetLength)
        {
        }

        internal override void Write(ClassSet classes, ReadOnlySpan<int> classIndices, ReadOnlySpan<long> rows, Span<float> destination) =>
            BatchWeights.Dynamic(classIndices, classes, destination, weighting);
    }
}

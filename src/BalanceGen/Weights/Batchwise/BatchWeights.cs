using System.Buffers;
using System.Numerics;

namespace BalanceGen.Weights;

/// <summary>
/// Weights for the rows of a batch, written into spans that the caller supplies: Keras' <c>class_weight</c> to <c>sample_weight</c>,
/// and weights from the batch's own counts.
/// </summary>
/// <remarks>
/// Every weight is finite and 0 or more, for every batch, because the count of an absent class is never a divisor. O(rows + classes);
/// no allocation after the first calls. Thread-safe.
/// </remarks>
public static class BatchWeights
{
    /// <summary>Up to this many classes the table of a batch lies on the stack.</summary>
    private const int MostClassesOnStack = 256;

    /// <summary>Writes the weight of its class for every row.</summary>
    /// <param name="classIndices">The class index of each row of the batch.</param>
    /// <param name="weights">The weight of each class.</param>
    /// <param name="destination">Receives one weight per row; a longer span is left alone beyond the batch.</param>
    /// <param name="ignoreIndex">A value that marks rows without a label; such rows get the weight 0.</param>
    /// <returns>The sum of the weights.</returns>
    /// <exception cref="ArgumentException">The destination is shorter than the batch.</exception>
    /// <exception cref="OverflowException">The sum of the weights is beyond the range of double.</exception>
    /// <exception cref="UnknownLabelException">A value is no class index; the error names its place in the batch.</exception>
    public static double FromClassWeights(ReadOnlySpan<int> classIndices, ClassWeights weights, Span<double> destination, int? ignoreIndex = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return Write(classIndices, weights.Classes, weights.Values, destination, ignoreIndex);
    }

    /// <inheritdoc cref="FromClassWeights(ReadOnlySpan{int}, ClassWeights, Span{double}, int?)"/>
    /// <exception cref="OverflowException">The weight of a class that the batch has is beyond the range of float.</exception>
    public static double FromClassWeights(ReadOnlySpan<int> classIndices, ClassWeights weights, Span<float> destination, int? ignoreIndex = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return Write(classIndices, weights.Classes, weights.Values, destination, ignoreIndex);
    }

    /// <summary>Writes weights that follow from the batch's own counts.</summary>
    /// <param name="classIndices">The class index of each row of the batch; may be empty.</param>
    /// <param name="classes">The classes.</param>
    /// <param name="destination">Receives one weight per row; a longer span is left alone beyond the batch.</param>
    /// <param name="weighting">The formula, the smoothing and what happens to a batch of one class.</param>
    /// <returns>
    /// The sum of the weights: without smoothing B (balanced), C_b (inverse count) or C_b·B (inverse share); 0 for a batch without counted rows.
    /// </returns>
    /// <exception cref="ArgumentException">The destination is shorter than the batch.</exception>
    /// <exception cref="UnknownLabelException">A value is no class index; the error names its place in the batch.</exception>
    /// <exception cref="SingleClassBatchException">All rows are of one class and that is declared to be an error.</exception>
    public static double Dynamic(ReadOnlySpan<int> classIndices, ClassSet classes, Span<double> destination, DynamicWeighting weighting = default) =>
        WriteDynamic(classIndices, classes, destination, weighting);

    /// <inheritdoc cref="Dynamic(ReadOnlySpan{int}, ClassSet, Span{double}, DynamicWeighting)"/>
    public static double Dynamic(ReadOnlySpan<int> classIndices, ClassSet classes, Span<float> destination, DynamicWeighting weighting = default) =>
        WriteDynamic(classIndices, classes, destination, weighting);

    /// <summary>The weighted mean of losses, with the divisor of choice; 0 where that divisor is 0, never 0/0.</summary>
    /// <param name="losses">One loss per row. The loss of a row with the weight 0 is not looked at: it may be NaN, as losses of ignored rows are.</param>
    /// <param name="weights">One weight per row, finite and 0 or more.</param>
    /// <param name="reduction">What the weighted sum is divided by.</param>
    /// <exception cref="ArgumentException">The spans differ in length, or a loss or weight is NaN, infinite or (weight) negative; the error names the row.</exception>
    /// <exception cref="OverflowException">The weighted sum is beyond the range of double.</exception>
    public static double WeightedMean(ReadOnlySpan<double> losses, ReadOnlySpan<double> weights, LossReduction reduction) =>
        MeanOf(losses, weights, reduction);

    /// <inheritdoc cref="WeightedMean(ReadOnlySpan{double}, ReadOnlySpan{double}, LossReduction)"/>
    public static double WeightedMean(ReadOnlySpan<float> losses, ReadOnlySpan<float> weights, LossReduction reduction) =>
        MeanOf(losses, weights, reduction);

    /// <summary>
    /// Divides weights in place, so that the plain sum of loss times weight is the weighted mean. Weights that are all 0 stay 0.
    /// </summary>
    /// <param name="weights">The weights of a batch, finite and 0 or more.</param>
    /// <param name="reduction">What they are divided by.</param>
    /// <returns>The number they were divided by, 0 or more; 0 means that nothing was divided.</returns>
    /// <exception cref="ArgumentException">A weight is NaN, infinite or negative; the error names the row.</exception>
    /// <exception cref="OverflowException">The sum of the weights is beyond the range of double.</exception>
    public static double DivideBy(Span<double> weights, LossReduction reduction) => DivideInPlace(weights, reduction);

    /// <inheritdoc cref="DivideBy(Span{double}, LossReduction)"/>
    public static double DivideBy(Span<float> weights, LossReduction reduction) => DivideInPlace(weights, reduction);

    /// <summary>Adds the rows of a batch to the counts of their classes and returns how many were counted.</summary>
    internal static long Count(ReadOnlySpan<int> classIndices, ClassSet classes, Span<long> counts, int? ignoreIndex)
    {
        long counted = 0;
        for (int row = 0; row < classIndices.Length; row++)
        {
            int classIndex = classIndices[row];
            if (classIndex == ignoreIndex)
            {
                continue;
            }

            if ((uint)classIndex >= (uint)counts.Length)
            {
                ThrowUnknown(classIndex, classes, row);
            }

            counts[classIndex]++;
            counted++;
        }

        return counted;
    }

    /// <summary>Writes the weight of its class for every row.</summary>
    internal static double Write<TFloat>(ReadOnlySpan<int> classIndices, ClassSet classes, ReadOnlySpan<double> table, Span<TFloat> destination, int? ignoreIndex)
        where TFloat : unmanaged, IBinaryFloatingPointIeee754<TFloat>
    {
        SpanRoom.ThrowIfShort(destination.Length, classIndices.Length, nameof(destination), "weights");
        double sum = 0;
        for (int row = 0; row < classIndices.Length; row++)
        {
            int classIndex = classIndices[row];
            double weight = 0;
            if (classIndex != ignoreIndex)
            {
                if ((uint)classIndex >= (uint)table.Length)
                {
                    ThrowUnknown(classIndex, classes, row);
                }

                weight = table[classIndex];
            }

            TFloat rounded = TFloat.CreateTruncating(weight);
            if (!TFloat.IsFinite(rounded))
            {
                throw new OverflowException(string.Create(
                    CultureInfo.InvariantCulture, $"The weight {weight} of class '{classes[classIndex]}' is beyond the range of {typeof(TFloat).Name}."));
            }

            destination[row] = rounded;
            sum += weight;
        }

        return double.IsFinite(sum) ? sum : throw new OverflowException("The sum of the weights is beyond the range of double.");
    }

    private static double WriteDynamic<TFloat>(ReadOnlySpan<int> classIndices, ClassSet classes, Span<TFloat> destination, DynamicWeighting weighting)
        where TFloat : unmanaged, IBinaryFloatingPointIeee754<TFloat>
    {
        ArgumentNullException.ThrowIfNull(classes);
        SpanRoom.ThrowIfShort(destination.Length, classIndices.Length, nameof(destination), "weights");
        if (classes.Count <= MostClassesOnStack)
        {
            return WriteDynamic(classIndices, classes, destination, weighting, stackalloc long[classes.Count], stackalloc double[classes.Count]);
        }

        long[] counts = ArrayPool<long>.Shared.Rent(classes.Count);
        double[] table = ArrayPool<double>.Shared.Rent(classes.Count);
        try
        {
            return WriteDynamic(classIndices, classes, destination, weighting, counts.AsSpan(0, classes.Count), table.AsSpan(0, classes.Count));
        }
        finally
        {
            ArrayPool<double>.Shared.Return(table);
            ArrayPool<long>.Shared.Return(counts);
        }
    }

    private static double WriteDynamic<TFloat>(
        ReadOnlySpan<int> classIndices, ClassSet classes, Span<TFloat> destination, DynamicWeighting weighting, Span<long> counts, Span<double> table)
        where TFloat : unmanaged, IBinaryFloatingPointIeee754<TFloat>
    {
        counts.Clear();
        long counted = Count(classIndices, classes, counts, weighting.IgnoreIndex);
        DynamicWeightTable.Fill(counts, counted, classes, weighting, table);
        return Write(classIndices, classes, table, destination, weighting.IgnoreIndex);
    }

    private static double MeanOf<TFloat>(ReadOnlySpan<TFloat> losses, ReadOnlySpan<TFloat> weights, LossReduction reduction)
        where TFloat : unmanaged, IBinaryFloatingPointIeee754<TFloat>
    {
        if (losses.Length != weights.Length)
        {
            throw new ArgumentException($"There are {losses.Length} losses and {weights.Length} weights.", nameof(weights));
        }

        double divideBy = DivisorOf(weights, reduction);
        double sum = 0;
        for (int row = 0; row < losses.Length; row++)
        {
            if (TFloat.IsZero(weights[row]))
            {
                continue;
            }

            if (!TFloat.IsFinite(losses[row]))
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The loss of row {row} is {losses[row]}."), nameof(losses));
            }

            sum += double.CreateTruncating(losses[row]) * double.CreateTruncating(weights[row]);
        }

        double mean = divideBy == 0 ? 0 : sum / divideBy;
        return double.IsFinite(mean) ? mean : throw new OverflowException("The sum of the weighted losses is beyond the range of double.");
    }

    private static double DivideInPlace<TFloat>(Span<TFloat> weights, LossReduction reduction)
        where TFloat : unmanaged, IBinaryFloatingPointIeee754<TFloat>
    {
        double divideBy = DivisorOf<TFloat>(weights, reduction);
        if (divideBy == 0)
        {
            return 0;
        }

        foreach (ref TFloat weight in weights)
        {
            // A weight is at most the sum of the weights, and a batch has at least one row: the quotient is finite.
            weight = TFloat.CreateTruncating(double.CreateTruncating(weight) / divideBy);
        }

        return divideBy;
    }

    private static double DivisorOf<TFloat>(ReadOnlySpan<TFloat> weights, LossReduction reduction)
        where TFloat : unmanaged, IBinaryFloatingPointIeee754<TFloat>
    {
        double sum = 0;
        for (int row = 0; row < weights.Length; row++)
        {
            if (!TFloat.IsFinite(weights[row]) || weights[row] < TFloat.Zero)
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"The weight of row {row} is {weights[row]}; it must be finite and 0 or more."), nameof(weights));
            }

            sum += double.CreateTruncating(weights[row]);
        }

        return reduction switch
        {
            LossReduction.SumOverBatchSize => weights.Length,
            LossReduction.MeanWithSampleWeight when double.IsFinite(sum) => sum,
            LossReduction.MeanWithSampleWeight => throw new OverflowException("The sum of the weights is beyond the range of double."),
            _ => throw new ArgumentOutOfRangeException(nameof(reduction), reduction, "The reduction is not defined."),
        };
    }

    private static void ThrowUnknown(int classIndex, ClassSet classes, int row) =>
        UnknownLabelException.Throw(classIndex.ToString(CultureInfo.InvariantCulture), classes, row);
}

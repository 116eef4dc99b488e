using System.Globalization;

namespace BalanceGen;

/// <summary>One weight per class, as a loss takes them: Keras' <c>class_weight</c>, PyTorch's <c>weight</c> of <c>CrossEntropyLoss</c>.</summary>
/// <remarks>
/// Every weight is finite and 0 or more. Weights per row are another type, <see cref="BalanceGen.SampleWeights"/>, so that
/// one cannot be passed for the other. Immutable and thread-safe.
/// </remarks>
public sealed class ClassWeights
{
    private readonly double[] _values;

    /// <summary>Weights that are already known.</summary>
    /// <param name="classes">The classes.</param>
    /// <param name="values">One weight per class in the order of the class indices, finite and 0 or more.</param>
    /// <exception cref="ClassMismatchException">The number of weights is not the number of classes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative, NaN or infinite.</exception>
    public ClassWeights(ClassSet classes, params ReadOnlySpan<double> values)
    {
        ArgumentNullException.ThrowIfNull(classes);
        if (values.Length != classes.Count)
        {
            throw new ClassMismatchException("The list of class weights", values.Length, classes);
        }

        for (int index = 0; index < values.Length; index++)
        {
            if (!double.IsFinite(values[index]) || values[index] < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(values), values[index], $"The weight of class '{classes[index]}' must be finite and 0 or more.");
            }
        }

        Classes = classes;
        _values = values.ToArray();
    }

    /// <summary>The classes.</summary>
    public ClassSet Classes { get; }

    /// <summary>The weights in the order of the class indices.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>The weight of a class.</summary>
    /// <param name="classIndex">A class index of [0, <see cref="ClassSet.Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The class index is outside that range.</exception>
    public double this[int classIndex]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)classIndex, (uint)_values.Length, nameof(classIndex));
            return _values[classIndex];
        }
    }

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
    public static ClassWeights Balanced(ClassCounts counts, ZeroCountPolicy zeroCounts = default)
    {
        RefuseEmptyClasses(counts, zeroCounts, "its balanced weight N/(C·0) would be infinite");
        int classes = zeroCounts.Kind == ZeroCountKind.ZeroWeight ? counts.Classes.Count - counts.EmptyClasses.Count : counts.Classes.Count;
        return Inverse(counts, zeroCounts, classes);
    }

    /// <summary>Inverse-frequency weights w_c = N / n_c, the reciprocal of the class's share.</summary>
    /// <param name="counts">The counts N, n_c of the data set.</param>
    /// <param name="zeroCounts">What happens to a class without rows; with <see cref="ZeroCountPolicy.Smooth"/> w_c = (N + α·C) / (n_c + α).</param>
    /// <exception cref="EmptyDatasetException">The data set has no rows.</exception>
    /// <exception cref="EmptyClassException">A class has no rows and the policy is to throw.</exception>
    public static ClassWeights InverseFrequency(ClassCounts counts, ZeroCountPolicy zeroCounts = default)
    {
        RefuseEmptyClasses(counts, zeroCounts, "its inverse-frequency weight N/0 would be infinite");
        return Inverse(counts, zeroCounts, 1);
    }

    /// <summary>
    /// One weight per row of the data set: the weight of the row's class, and 0 for rows that are not in the index.
    /// O(rows); allocates 8 bytes a row.
    /// </summary>
    /// <param name="index">The row index of the data set.</param>
    /// <exception cref="ClassMismatchException">The index is of another number of classes.</exception>
    public SampleWeights ToSampleWeights(RowIndex index)
    {
        ArgumentNullException.ThrowIfNull(index);
        if (index.Classes.Count != Classes.Count)
        {
            throw new ClassMismatchException("The class weights", Classes.Count, index.Classes);
        }

        var weights = new double[index.DatasetLength];
        for (int classIndex = 0; classIndex < Classes.Count; classIndex++)
        {
            for (int place = 0; place < index.Counts[classIndex]; place++)
            {
                weights[index.RowOf(classIndex, place)] = _values[classIndex];
            }
        }

        return new SampleWeights(weights);
    }

    /// <summary>An aligned table of class names and weights.</summary>
    public override string ToString()
    {
        var table = new AlignedTable("class", "weight");
        for (int index = 0; index < _values.Length; index++)
        {
            table.Add(Classes[index], _values[index].ToString("G6", CultureInfo.InvariantCulture));
        }

        return table.ToString();
    }

    private static ClassWeights Inverse(ClassCounts counts, ZeroCountPolicy zeroCounts, int divisor)
    {
        double alpha = zeroCounts.Alpha;
        double total = counts.Total + (alpha * counts.Classes.Count);
        var weights = new double[counts.Classes.Count];
        for (int index = 0; index < weights.Length; index++)
        {
            double count = counts[index] + alpha;
            weights[index] = count == 0 ? 0 : total / (divisor * count);
        }

        return new ClassWeights(counts.Classes, weights);
    }

    private static void RefuseEmptyClasses(ClassCounts counts, ZeroCountPolicy zeroCounts, string consequence)
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.Total == 0)
        {
            throw new EmptyDatasetException("A class weight");
        }

        if (zeroCounts.Kind == ZeroCountKind.Throw && counts.EmptyClasses is { Count: > 0 } empty)
        {
            throw new EmptyClassException(counts, consequence, [.. empty]);
        }
    }
}

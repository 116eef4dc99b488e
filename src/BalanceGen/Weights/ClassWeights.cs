namespace BalanceGen;

/// <summary>One weight per class, as a loss takes them: Keras' <c>class_weight</c>, PyTorch's <c>weight</c> of <c>CrossEntropyLoss</c>.</summary>
/// <remarks>
/// Every weight is finite and 0 or more. Weights per row are another type, <see cref="BalanceGen.SampleWeights"/>, so that
/// one cannot be passed for the other. Immutable and thread-safe.
/// </remarks>
public sealed partial class ClassWeights
{
    private readonly double[] _values;

    /// <summary>Weights that are already known.</summary>
    /// <param name="classes">The classes.</param>
    /// <param name="values">One weight per class in the order of the class indices, finite and 0 or more.</param>
    /// <exception cref="ClassMismatchException">The number of weights is not the number of classes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative, NaN or infinite.</exception>
    public ClassWeights(ClassSet classes, [PerClass, ValueRange(0, double.MaxValue)] params ReadOnlySpan<double> values)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ClassMismatchException.ThrowIfMismatch("The list of class weights", values.Length, classes);
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

    /// <inheritdoc cref="ClassWeights(ClassSet, ReadOnlySpan{double})"/>
    [OverloadResolutionPriority(-1)]
    public ClassWeights(ClassSet classes, ReadOnlySpan<float> values)
        : this(classes, Doubles.Of(values))
    {
    }

    /// <summary>The classes.</summary>
    public ClassSet Classes { get; }

    /// <summary>The weights in the order of the class indices.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>The weight of a class.</summary>
    /// <param name="classIndex">A class index of [0, <see cref="ClassSet.Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The class index is outside that range.</exception>
    public double this[int classIndex] => _values.At(classIndex);

    /// <summary>
    /// One weight per row of the data set: the weight of the row's class, and 0 for rows that are not in the index.
    /// O(rows); allocates 8 bytes a row.
    /// </summary>
    /// <param name="index">The row index of the data set.</param>
    /// <exception cref="ClassMismatchException">The index is of another number of classes.</exception>
    public SampleWeights ToSampleWeights(RowIndex index)
    {
        ArgumentNullException.ThrowIfNull(index);
        ClassMismatchException.ThrowIfMismatch("The list of class weights", Classes.Count, index.Classes);
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

    /// <summary>An aligned table of class names and weights. Of more than 40 classes it shows the first 20 and the last 10; see <see cref="ToFullString"/>.</summary>
    public override string ToString() => AlignedTable.OfNumbers("weight", Classes, _values, whole: false);

    /// <summary>The same table with a line for every class.</summary>
    public string ToFullString() => AlignedTable.OfNumbers("weight", Classes, _values, whole: true);

    /// <summary>Weights of some classes by name, and one weight for all others: <c>ClassWeights.Of(classes, others: 1, ("Birman", 8.5))</c>. O(classes).</summary>
    /// <param name="classes">The classes.</param>
    /// <param name="others">The weight of the classes that are not named, finite and 0 or more.</param>
    /// <param name="weights">Names and weights in any order; each name once, each weight finite and 0 or more.</param>
    /// <exception cref="UnknownLabelException">A name is none of the classes; the error says which name is the nearest.</exception>
    /// <exception cref="ArgumentException">A class is named twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative, NaN or infinite.</exception>
    public static ClassWeights Of(ClassSet classes, double others, params ReadOnlySpan<(string Name, double Weight)> weights)
    {
        ArgumentNullException.ThrowIfNull(classes);
        var values = new double[classes.Count];
        var isNamed = new bool[classes.Count];
        Array.Fill(values, others);
        foreach ((string name, double weight) in weights)
        {
            int index = classes.IndexOf(name);
            if (isNamed[index])
            {
                throw new ArgumentException($"The weight of class '{name}' is given twice.", nameof(weights));
            }

            (values[index], isNamed[index]) = (weight, true);
        }

        return new ClassWeights(classes, values);
    }

    /// <summary>Weights of some classes by name, such as a dictionary of them, and one weight for all others. O(classes).</summary>
    /// <inheritdoc cref="Of(ClassSet, double, ReadOnlySpan{ValueTuple{string, double}})"/>
    public static ClassWeights Of(ClassSet classes, double others, IEnumerable<KeyValuePair<string, double>> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return Of(classes, others, [.. weights.Select(pair => (pair.Key, pair.Value))]);
    }

    /// <summary>The products of these weights and others, class by class: weights by frequency times weights by cost. O(classes).</summary>
    /// <param name="other">Weights of the same classes.</param>
    /// <exception cref="ClassMismatchException">The others are of another number of classes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A product exceeds the range of a double; the error names the class.</exception>
    public ClassWeights Times(ClassWeights other)
    {
        ArgumentNullException.ThrowIfNull(other);
        ClassMismatchException.ThrowIfMismatch("The list of class weights", other.Classes.Count, Classes);
        return new ClassWeights(Classes, [.. _values.Zip(other._values, (one, two) => one * two)]);
    }

    // Scaling: only the ratios of weights change what a model learns; their scale changes the learning rate.
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

    /// <summary>Checks what every scheme needs: rows, and under <see cref="ZeroCountPolicy.Throw"/> rows of every class.</summary>
    private static void RefuseEmptyClasses(ClassCounts counts, ZeroCountPolicy zeroCounts, string consequence)
    {
        ArgumentNullException.ThrowIfNull(counts);
        EmptyDatasetException.ThrowIfEmpty(counts.Total, "A class weight");
        if (zeroCounts.Kind == ZeroCountKind.Throw && counts.EmptyClasses is { Count: > 0 } empty)
        {
            throw new EmptyClassException(counts, consequence, [.. empty]);
        }
    }

    /// <summary>How many classes a scheme is over: without those that have no rows where they get the weight 0.</summary>
    private static int ClassesCounted(ClassCounts counts, ZeroCountPolicy zeroCounts) =>
        zeroCounts.Kind == ZeroCountKind.ZeroWeight ? counts.Classes.Count - counts.EmptyClasses.Count : counts.Classes.Count;

    /// <summary>The count of all classes as the policy takes it: N + α·C.</summary>
    private static double SmoothedTotal(ClassCounts counts, ZeroCountPolicy zeroCounts) =>
        counts.Total + (zeroCounts.Alpha * counts.Classes.Count);

    private double LargestOrThrow() =>
        _values.Max() is > 0 and double largest ? largest : throw new InvalidOperationException("All weights are 0; they cannot be scaled.");

    /// <summary>Divides first, so that weights of any scale neither overflow nor vanish on the way.</summary>
    private ClassWeights Scaled(double divisor, double factor) => new(Classes, [.. _values.Select(weight => weight / divisor * factor)]);
}

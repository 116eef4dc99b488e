namespace BalanceGen;

/// <summary>How many rows each class of a data set has. Classes without rows are included with the count 0.</summary>
/// <remarks>Immutable and thread-safe. Counts are 64-bit; they may describe far more rows than fit in memory.</remarks>
public sealed partial class ClassCounts
{
    private readonly long[] _counts;

    /// <summary>Counts that are already known.</summary>
    /// <param name="classes">The classes.</param>
    /// <param name="counts">One count per class, 0 or more, in the order of the class indices.</param>
    /// <exception cref="ClassMismatchException">The number of counts is not the number of classes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">The total exceeds 2^63 − 1.</exception>
    public ClassCounts(ClassSet classes, [PerClass, ValueRange(0, long.MaxValue)] params ReadOnlySpan<long> counts)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ClassMismatchException.ThrowIfMismatch("The list of counts", counts.Length, classes);
        long total = 0;
        for (int index = 0; index < counts.Length; index++)
        {
            if (counts[index] < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(counts), counts[index], $"The count of class '{classes[index]}' is negative.");
            }

            total = checked(total + counts[index]);
        }

        Classes = classes;
        Total = total;
        _counts = counts.ToArray();
    }

    /// <summary>Counts that were counted: they are not negative, and the list is not copied.</summary>
    private ClassCounts(ClassSet classes, long[] counted, long total)
    {
        Classes = classes;
        Total = total;
        _counts = counted;
    }

    /// <summary>The classes.</summary>
    public ClassSet Classes { get; }

    /// <summary>The number of rows of all classes, 0 or more.</summary>
    public long Total { get; }

    /// <summary>The counts in the order of the class indices.</summary>
    [MayBeZero]
    public ReadOnlySpan<long> Values => _counts;

    /// <summary>
    /// The largest count divided by the smallest count above zero: 1 for balanced data, and 1 for no rows at all.
    /// Classes without rows would make it infinite; they are listed by <see cref="EmptyClasses"/> instead.
    /// </summary>
    public double ImbalanceRatio => Total == 0 ? 1 : (double)_counts.Max() / _counts.Where(count => count > 0).Min();

    /// <summary>The class indices of the classes without rows. Allocates the list.</summary>
    public IReadOnlyList<int> EmptyClasses => [.. Enumerable.Range(0, _counts.Length).Where(index => _counts[index] == 0)];

    /// <summary>The number of rows of a class.</summary>
    /// <param name="classIndex">A class index of [0, <see cref="ClassSet.Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The class index is outside that range.</exception>
    [MayBeZero]
    public long this[int classIndex] => _counts.At(classIndex);

    /// <summary>The share of a class: its count divided by the total, of [0, 1]; 0 for every class of an empty data set.</summary>
    /// <param name="classIndex">A class index of [0, <see cref="ClassSet.Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The class index is outside that range.</exception>
    [MayBeZero]
    public double ShareOf(int classIndex) => Total == 0 ? 0 * this[classIndex] : (double)this[classIndex] / Total;

    /// <summary>The classes that have another number of rows here than in other counts. O(classes); allocates the list.</summary>
    /// <param name="expected">The counts that are expected, of as many classes.</param>
    /// <returns>The differences in the order of the class indices; none if the counts are equal.</returns>
    /// <exception cref="ClassMismatchException">The other counts are of another number of classes.</exception>
    public IReadOnlyList<ClassCountDifference> DifferencesFrom(ClassCounts expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ClassMismatchException.ThrowIfMismatch("The list of expected counts", expected._counts.Length, Classes);
        return
        [
            .. Enumerable.Range(0, _counts.Length).Where(index => _counts[index] != expected._counts[index])
                .Select(index => new ClassCountDifference(index, Classes[index], expected._counts[index], _counts[index])),
        ];
    }

    /// <summary>Counts rows by class in one pass. O(rows), allocates only the result.</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <typeparam name="TIndexer">The class indexer that the generator emitted for it.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="indexer">The class indexer.</param>
    /// <exception cref="UnknownLabelException">The label of a row is no class; the error names the row and the label.</exception>
    [OverloadResolutionPriority(1)]
    public static ClassCounts Of<T, TIndexer>(ReadOnlySpan<T> rows, TIndexer indexer)
        where TIndexer : struct, IClassIndexer<T> =>
        Of(new RowSource<T, TIndexer>(rows, indexer), indexer.Classes);

    /// <summary>Counts the rows of any sequence by class, in one pass. They are not kept: there may be more of them than fit in memory. O(rows).</summary>
    /// <inheritdoc cref="Of{T, TIndexer}(ReadOnlySpan{T}, TIndexer)"/>
    public static ClassCounts Of<T, TIndexer>(IEnumerable<T> rows, TIndexer indexer)
        where TIndexer : struct, IClassIndexer<T>
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (RowSequence.TryGetSpan(rows, out ReadOnlySpan<T> span))
        {
            return Of(span, indexer);
        }

        var counts = new long[indexer.Classes.Count];
        long number = 0;
        foreach (T row in rows)
        {
            int classIndex = indexer.IndexOf(in row);
            if ((uint)classIndex < (uint)counts.Length)
            {
                counts[classIndex]++;
            }
            else if (classIndex != ClassIndex.Ignored)
            {
                UnknownLabelException.Throw(indexer.DescribeLabel(in row), indexer.Classes, number);
            }

            number++;
        }

        return new ClassCounts(indexer.Classes, counts);
    }

    /// <summary>Counts the rows of any sequence by a function, in one pass. O(rows).</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <param name="rows">The rows. They are not kept.</param>
    /// <param name="classes">The classes.</param>
    /// <param name="classOf">The class index of a row; see <see cref="ClassIndexer.Of{T}(ClassSet, Func{T, int})"/>.</param>
    /// <exception cref="UnknownLabelException">The label of a row is no class; the error names the row and the label.</exception>
    public static ClassCounts Of<T>(IEnumerable<T> rows, ClassSet classes, Func<T, int> classOf) => Of(rows, ClassIndexer.Of(classes, classOf));

    /// <summary>Counts the rows of any sequence by their class names, in one pass. O(rows).</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <param name="rows">The rows. They are not kept.</param>
    /// <param name="classes">The classes.</param>
    /// <param name="labelOf">The class name of a row; see <see cref="ClassIndexer.Of{T}(ClassSet, Func{T, string})"/>.</param>
    /// <exception cref="UnknownLabelException">The label of a row is no class; the error names the row and the label.</exception>
    public static ClassCounts Of<T>(IEnumerable<T> rows, ClassSet classes, Func<T, string?> labelOf) => Of(rows, ClassIndexer.Of(classes, labelOf));

    /// <summary>Counts plain class indices in one pass. O(rows), allocates only the result.</summary>
    /// <param name="classes">The classes.</param>
    /// <param name="classIndices">One class index per row.</param>
    /// <exception cref="UnknownLabelException">A value is outside [0, class count); the error names the row and the value.</exception>
    public static ClassCounts Of(ClassSet classes, ReadOnlySpan<int> classIndices) =>
        Of(new ClassIndexSource<int>(classIndices), classes);

    /// <inheritdoc cref="Of(ClassSet, ReadOnlySpan{int})"/>
    public static ClassCounts Of(ClassSet classes, ReadOnlySpan<byte> classIndices) =>
        Of(new ClassIndexSource<byte>(classIndices), classes);

    /// <summary>
    /// An aligned table of class names, counts and shares, with the total and the imbalance ratio in the last line. Of more than 40 classes
    /// it shows the first 20 and the last 10; see <see cref="ToFullString"/>.
    /// </summary>
    public override string ToString() => Text(whole: false);

    /// <summary>The same table with a line for every class.</summary>
    public string ToFullString() => Text(whole: true);

    /// <summary>For each class the number of rows of the classes before it: where it begins in the class-sorted order.</summary>
    internal int[] ToStarts()
    {
        var starts = new int[_counts.Length];
        for (int index = 1; index < starts.Length; index++)
        {
            starts[index] = starts[index - 1] + (int)_counts[index - 1];
        }

        return starts;
    }

    private string Text(bool whole)
    {
        var table = new AlignedTable("class", "count", "share");
        for (int index = 0; index < _counts.Length; index++)
        {
            table.Add(Classes[index], Figures.Count(_counts[index]), Figures.Percent(ShareOf(index)));
        }

        table.AddBelow("total", Figures.Count(Total), "");
        int empty = EmptyClasses.Count;
        string note = empty == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {empty} of {_counts.Length} classes without rows");
        return string.Create(CultureInfo.InvariantCulture, $"{table.ToString(whole)}\nimbalance ratio {ImbalanceRatio:F1}{note}");
    }

    private static ClassCounts Of<TSource>(TSource source, ClassSet classes)
        where TSource : struct, IClassSource, allows ref struct
    {
        ArgumentNullException.ThrowIfNull(classes);
        var counts = new long[classes.Count];
        ClassCounting.Count(source, classes, counts);
        return new ClassCounts(classes, counts, counts.Sum());
    }
}

using System.Numerics;

namespace BalanceGen.Evaluation;

/// <summary>
/// How well the probabilities of a classifier agree with the outcomes: expected calibration error (Naeini et al. 2015; Guo et al. 2017, arXiv 1706.04599) and Brier score
/// (Brier 1950).
/// </summary>
/// <remarks>
/// <para>
/// The confidence of a row is the largest of its probabilities. The row is correct if that is the probability of its class. With rare classes, this mostly measures the
/// frequent classes. A table of one class takes the probability of that class as the confidence, and a row is correct if it is of the class.
/// </para>
/// <para>A row is O(classes). Adding allocates nothing. Not thread-safe: give each thread its own, and <see cref="Merge"/> them.</para>
/// </remarks>
public sealed class CalibrationTable
{
    private const int MostBins = 10_000;

    private readonly long[] _rows;
    private readonly long[] _correct;
    private readonly double[] _confidence;
    private double _squaredErrors;

    /// <summary>An empty table.</summary>
    /// <param name="classes">The classes.</param>
    /// <param name="bins">The number of intervals of equal width M, of [1, 10,000]; 15 is usual. Interval m is ((m − 1)/M, m/M].</param>
    /// <param name="ofClass">The class whose probability is judged; by default that of the predicted class of each row.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public CalibrationTable(ClassSet classes, int bins = 15, int? ofClass = null)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bins, MostBins);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)(ofClass ?? 0), (uint)classes.Count, nameof(ofClass));
        Classes = classes;
        OfClass = ofClass;
        _rows = new long[bins];
        _correct = new long[bins];
        _confidence = new double[bins];
    }

    /// <summary>The classes.</summary>
    public ClassSet Classes { get; }

    /// <summary>The class whose probability is judged; null for that of the predicted class.</summary>
    public int? OfClass { get; }

    /// <summary>The number of intervals.</summary>
    public int BinCount => _rows.Length;

    /// <summary>The number of rows that were added, without those that are ignored.</summary>
    public long Rows { get; private set; }

    /// <summary>The number of rows that were added with the truth <see cref="ClassIndex.Ignored"/>.</summary>
    public long IgnoredRows { get; private set; }

    /// <summary>Σ over the intervals of (share of the rows) · |accuracy − mean confidence|, of [0, 1]. An interval without rows adds nothing.</summary>
    /// <exception cref="EmptyDatasetException">No row was added.</exception>
    public double ExpectedCalibrationError
    {
        get
        {
            RefuseEmpty();
            return _correct.Zip(_confidence, (correct, confidence) => Math.Abs(correct - confidence)).Sum() / Rows;
        }
    }

    /// <summary>The largest |accuracy − mean confidence| of an interval that has rows, of [0, 1].</summary>
    /// <exception cref="EmptyDatasetException">No row was added.</exception>
    public double MaximumCalibrationError
    {
        get
        {
            RefuseEmpty();
            return Enumerable.Range(0, _rows.Length).Max(bin => this[bin].Gap);
        }
    }

    /// <summary>
    /// The mean over the rows of Σ_c (p_c − y_c)², where y_c is 1 for the class of the row and 0 otherwise; of [0, 2]. Of a table of one class (p − y)² of that class alone,
    /// of [0, 1], as scikit-learn's <c>brier_score_loss</c>; of two classes that is half the sum.
    /// </summary>
    /// <exception cref="EmptyDatasetException">No row was added.</exception>
    public double BrierScore
    {
        get
        {
            RefuseEmpty();
            return _squaredErrors / Rows;
        }
    }

    /// <summary>An interval. O(1).</summary>
    /// <param name="bin">The number of the interval, of [0, <see cref="BinCount"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside that range.</exception>
    public CalibrationBin this[int bin]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)bin, (uint)_rows.Length, nameof(bin));
            long rows = _rows[bin];
            return new CalibrationBin(
                (double)bin / _rows.Length,
                (double)(bin + 1) / _rows.Length,
                rows,
                rows == 0 ? null : _confidence[bin] / rows,
                rows == 0 ? null : (double)_correct[bin] / rows);
        }
    }

    /// <summary>Adds rows. If one of them is refused, none is added.</summary>
    /// <typeparam name="TFloat">The floating-point type of the probabilities.</typeparam>
    /// <param name="truth">The class index of each row; <see cref="ClassIndex.Ignored"/> for a row that is to be left out.</param>
    /// <param name="probabilities">One probability per class for each row, row after row, each row adding up to 1 within 0.001.</param>
    /// <exception cref="ArgumentException">
    /// The number of probabilities is not the number of rows times that of classes, one is NaN or outside [0, 1], or those of a row do not add up to 1.
    /// </exception>
    /// <exception cref="UnknownLabelException">A class index is outside [0, class count); the error names the row and the number.</exception>
    public void Add<TFloat>(ReadOnlySpan<int> truth, ReadOnlySpan<TFloat> probabilities)
        where TFloat : unmanaged, IBinaryFloatingPointIeee754<TFloat>, IMinMaxValue<TFloat>
    {
        ScoreRows.CheckProbabilities(truth, probabilities, Classes);
        for (int row = 0; row < truth.Length; row++)
        {
            if (truth[row] == ClassIndex.Ignored)
            {
                IgnoredRows++;
                continue;
            }

            ReadOnlySpan<TFloat> ofRow = probabilities.Slice(row * Classes.Count, Classes.Count);
            int judged = OfClass ?? OneHot.ArgMax(ofRow, out _);
            double confidence = Math.Min(1, double.CreateTruncating(ofRow[judged]));
            int bin = Math.Clamp((int)Math.Ceiling(confidence * _rows.Length) - 1, 0, _rows.Length - 1);
            Rows++;
            _rows[bin]++;
            _confidence[bin] += confidence;
            _correct[bin] += truth[row] == judged ? 1 : 0;
            _squaredErrors += OfClass is null ? SquaredErrors(ofRow, truth[row]) : Square(confidence - (truth[row] == judged ? 1 : 0));
        }
    }

    /// <summary>The length of the list of <see cref="CopySums"/>: 3 numbers for each interval and 2 more.</summary>
    public int SumLength => (3 * _rows.Length) + 2;

    /// <summary>Adds the rows of another table. O(intervals).</summary>
    /// <param name="other">A table of the same classes and intervals, of the same class or of none.</param>
    /// <exception cref="ClassMismatchException">The other table has another number of classes.</exception>
    /// <exception cref="ArgumentException">The other table has another number of intervals, or judges another class.</exception>
    public void Merge(CalibrationTable other)
    {
        ArgumentNullException.ThrowIfNull(other);
        ClassMismatchException.ThrowIfMismatch("The other calibration table", other.Classes.Count, Classes);
        if (other.BinCount != BinCount || other.OfClass != OfClass)
        {
            throw new ArgumentException("The other table has other intervals, or judges the probability of another class.", nameof(other));
        }

        var sums = new double[SumLength];
        other.CopySums(sums);
        AddSums(sums);
    }

    /// <summary>
    /// Writes all sums as one list, for ranks that add theirs element by element: the rows, the correct rows and the sum of the confidences
    /// of each interval, then the ignored rows and the sum of the squared errors. Numbers of rows are exact up to 2^53. No allocation.
    /// </summary>
    /// <param name="sums">Receives <see cref="SumLength"/> numbers; a longer span is left alone beyond them.</param>
    /// <exception cref="ArgumentException">The span is shorter.</exception>
    public void CopySums(Span<double> sums)
    {
        SpanRoom.ThrowIfShort(sums.Length, SumLength, nameof(sums));
        for (int bin = 0; bin < _rows.Length; bin++)
        {
            sums[3 * bin] = _rows[bin];
            sums[(3 * bin) + 1] = _correct[bin];
            sums[(3 * bin) + 2] = _confidence[bin];
        }

        sums[SumLength - 2] = IgnoredRows;
        sums[SumLength - 1] = _squaredErrors;
    }

    /// <summary>Adds what <see cref="CopySums"/> wrote, of this or another process, or a sum of several. O(intervals).</summary>
    /// <param name="sums"><see cref="SumLength"/> numbers, finite and 0 or more.</param>
    /// <exception cref="ArgumentException">The list has another length, a number is negative, NaN or infinite, or numbers contradict each other; nothing is added then.</exception>
    public void AddSums(ReadOnlySpan<double> sums)
    {
        if (sums.Length != SumLength)
        {
            throw new ArgumentException($"The list has {sums.Length} numbers, but a table of {BinCount} intervals has {SumLength}.", nameof(sums));
        }

        foreach (double sum in sums)
        {
            if (!double.IsFinite(sum) || sum < 0)
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"A sum is {sum}; it must be finite and 0 or more."), nameof(sums));
            }
        }

        for (int bin = 0; bin < BinCount; bin++)
        {
            if (sums[(3 * bin) + 1] > sums[3 * bin])
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Interval {bin} has {sums[(3 * bin) + 1]} correct rows and {sums[3 * bin]} rows in all."), nameof(sums));
            }
        }

        for (int bin = 0; bin < BinCount; bin++)
        {
            Rows += (long)sums[3 * bin];
            _rows[bin] += (long)sums[3 * bin];
            _correct[bin] += (long)sums[(3 * bin) + 1];
            _confidence[bin] += sums[(3 * bin) + 2];
        }

        IgnoredRows += (long)sums[SumLength - 2];
        _squaredErrors += sums[SumLength - 1];
    }

    /// <summary>
    /// An aligned table with a line for each interval that has rows, and the errors in the last line. A table of one class has columns for
    /// the probability of the class and its share of the rows.
    /// </summary>
    public override string ToString()
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        if (Rows == 0)
        {
            return "no rows";
        }

        var table = OfClass is { } judged
            ? new AlignedTable($"probability of {Classes[judged]}", "rows", "mean probability", $"share of {Classes[judged]}", "gap")
            : new AlignedTable("confidence", "rows", "mean confidence", "accuracy", "gap");
        for (int number = 0; number < BinCount; number++)
        {
            if (this[number] is { MeanConfidence: { } confidence, Accuracy: { } accuracy } bin)
            {
                table.Add(
                    string.Create(culture, $"{bin.From:F3} to {bin.To:F3}"),
                    bin.Rows.ToString("N0", culture),
                    confidence.ToString("F4", culture),
                    accuracy.ToString("F4", culture),
                    bin.Gap.ToString("F4", culture));
            }
        }

        return string.Create(culture, $"{table.ToString(whole: true)}\nexpected calibration error {ExpectedCalibrationError:F4}, maximum {MaximumCalibrationError:F4}, Brier score {BrierScore:F4}");
    }

    private static double SquaredErrors<TFloat>(ReadOnlySpan<TFloat> probabilities, int truth)
        where TFloat : unmanaged, IBinaryFloatingPointIeee754<TFloat>
    {
        double sum = 0;
        for (int index = 0; index < probabilities.Length; index++)
        {
            sum += Square(double.CreateTruncating(probabilities[index]) - (index == truth ? 1 : 0));
        }

        return sum;
    }

    private static double Square(double number) => number * number;

    private void RefuseEmpty() => EmptyDatasetException.ThrowIfEmpty(Rows, "A calibration error");
}

namespace BalanceGen.Evaluation;

/// <content>Sums over threads and ranks, and the table as text.</content>
public sealed partial class CalibrationTable
{
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
}

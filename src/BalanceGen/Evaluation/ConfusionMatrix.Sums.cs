namespace BalanceGen.Evaluation;

/// <content>Sums over threads, subsets and ranks.</content>
public sealed partial class ConfusionMatrix
{
    /// <summary>
    /// The length of the list of <see cref="CopySums"/>: C² + 1 up to <see cref="MaxDenseClasses"/> classes, 3·C + 1 beyond.
    /// </summary>
    public int SumLength => _cells is not null ? _cells.Length + 1 : (3 * _classCount) + 1;

    /// <summary>Adds the rows of another matrix. O(cells).</summary>
    /// <param name="other">A matrix of the same classes. It is not changed.</param>
    /// <exception cref="ClassMismatchException">The other matrix has another number of classes.</exception>
    /// <exception cref="ArgumentException">The other matrix is this one.</exception>
    /// <exception cref="OverflowException">A sum exceeds 2^63 − 1.</exception>
    public void Merge(ConfusionMatrix other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (ReferenceEquals(this, other))
        {
            throw new ArgumentException("A matrix cannot be merged with itself.", nameof(other));
        }

        ClassMismatchException.ThrowIfMismatch("The other confusion matrix", other._classCount, Classes);
        Rows = checked(Rows + other.Rows);
        IgnoredRows = checked(IgnoredRows + other.IgnoredRows);
        HasCells &= other.HasCells;
        AddTo(_support, other._support);
        AddTo(_predicted, other._predicted);
        AddTo(_correct, other._correct);
        if (_cells is not null)
        {
            AddTo(_cells, other._cells);
            return;
        }

        foreach ((long pair, long rows) in other._wrongCells!.Pairs())
        {
            _wrongCells!.Add(pair, rows);
        }
    }

    /// <summary>
    /// Writes all numbers as one list, for ranks that sum theirs element by element: the cells row by row, or with more than <see cref="MaxDenseClasses"/> classes the true,
    /// the predicted and the correct rows of each class; last the ignored rows. O(length), no allocation.
    /// </summary>
    /// <param name="counts">Receives <see cref="SumLength"/> numbers; a longer span is left alone beyond them.</param>
    /// <exception cref="ArgumentException">The span is shorter.</exception>
    public void CopySums(Span<long> counts)
    {
        SpanRoom.ThrowIfShort(counts.Length, SumLength, nameof(counts));
        if (_cells is not null)
        {
            _cells.CopyTo(counts);
        }
        else
        {
            _support.CopyTo(counts);
            _predicted.CopyTo(counts[_classCount..]);
            _correct.CopyTo(counts[(2 * _classCount)..]);
        }

        counts[SumLength - 1] = IgnoredRows;
    }

    /// <summary>
    /// Adds what <see cref="CopySums"/> wrote, of this or another process, or a sum of several. With more than <see cref="MaxDenseClasses"/> classes the list does not have the
    /// cells, which are not known afterwards; every measure still is. O(length).
    /// </summary>
    /// <param name="counts"><see cref="SumLength"/> numbers.</param>
    /// <exception cref="ArgumentException">The list has another length, a number is negative, or numbers contradict each other; nothing is added then.</exception>
    /// <exception cref="OverflowException">A sum exceeds 2^63 − 1.</exception>
    public void AddSums(ReadOnlySpan<long> counts)
    {
        if (counts.Length != SumLength)
        {
            throw new ArgumentException($"The list has {counts.Length} numbers, but a matrix of {_classCount} classes has {SumLength}.", nameof(counts));
        }

        foreach (long count in counts)
        {
            if (count < 0)
            {
                throw new ArgumentException($"A number of rows is {count}; it must be 0 or more.", nameof(counts));
            }
        }

        if (_cells is not null)
        {
            AddDense(counts[..^1]);
        }
        else
        {
            AddClassSums(counts[.._classCount], counts.Slice(_classCount, _classCount), counts.Slice(2 * _classCount, _classCount));
        }

        IgnoredRows = checked(IgnoredRows + counts[^1]);
    }

    /// <summary>Forgets all rows and keeps the memory, for the next epoch.</summary>
    public void Clear()
    {
        (Rows, IgnoredRows, HasCells) = (0, 0, true);
        Array.Clear(_support);
        Array.Clear(_predicted);
        Array.Clear(_correct);
        _cells?.AsSpan().Clear();
        _wrongCells?.Clear();
    }

    private static void AddTo(Span<long> sums, ReadOnlySpan<long> numbers)
    {
        for (int index = 0; index < sums.Length; index++)
        {
            sums[index] = checked(sums[index] + numbers[index]);
        }
    }

    private void AddDense(ReadOnlySpan<long> cells)
    {
        AddTo(_cells, cells);
        for (int truth = 0; truth < _classCount; truth++)
        {
            for (int predicted = 0; predicted < _classCount; predicted++)
            {
                long rows = cells[(truth * _classCount) + predicted];
                Rows = checked(Rows + rows);
                _support[truth] += rows;
                _predicted[predicted] += rows;
                _correct[truth] += truth == predicted ? rows : 0;
            }
        }
    }

    private void AddClassSums(ReadOnlySpan<long> support, ReadOnlySpan<long> predicted, ReadOnlySpan<long> correct)
    {
        long trueRows = 0;
        long predictedRows = 0;
        for (int index = 0; index < _classCount; index++)
        {
            trueRows = checked(trueRows + support[index]);
            predictedRows = checked(predictedRows + predicted[index]);
            if (correct[index] > Math.Min(support[index], predicted[index]))
            {
                throw new ArgumentException($"Class '{Classes[index]}' has {correct[index]} correct rows, but {support[index]} true and {predicted[index]} predicted rows.", nameof(correct));
            }
        }

        if (trueRows != predictedRows)
        {
            throw new ArgumentException($"There are {trueRows} true and {predictedRows} predicted rows.", nameof(predicted));
        }

        AddTo(_support, support);
        AddTo(_predicted, predicted);
        AddTo(_correct, correct);
        Rows = checked(Rows + trueRows);
        HasCells &= trueRows == 0;
    }
}

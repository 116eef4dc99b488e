using System.Numerics;

namespace BalanceGen.Evaluation;

/// <summary>How many rows of each class were predicted to be of each class. All measures of a classifier follow from it: <see cref="ToReport"/>.</summary>
/// <remarks>
/// <para>
/// Counts are 64-bit. Up to <see cref="MaxDenseClasses"/> classes C every cell is stored, 8·C² bytes (8 MB at most). With more classes the numbers of true,
/// predicted and correct rows of each class are stored, 24·C bytes, and of the other cells only those that occur: a square of 40,000 classes would take 12.8 GB. The measures are
/// the same and exact either way.
/// </para>
/// <para>
/// Adding a row is O(1) and allocates nothing; with more than <see cref="MaxDenseClasses"/> classes the table of cells doubles now and
/// then. Not thread-safe: give each thread its own, and <see cref="Merge"/> them.
/// </para>
/// </remarks>
public sealed partial class ConfusionMatrix
{
    /// <summary>Up to this many classes every cell is stored.</summary>
    public const int MaxDenseClasses = 1024;

    private readonly int _classCount;
    private readonly long[] _support;
    private readonly long[] _predicted;
    private readonly long[] _correct;
    private readonly long[]? _cells;
    private readonly SparseCells? _wrongCells;

    private const int MostClassesInTable = 20;
    private const int ConfusionsShown = 20;

    /// <summary>An empty matrix. O(C²) up to <see cref="MaxDenseClasses"/> classes, O(C) beyond.</summary>
    /// <param name="classes">The classes.</param>
    public ConfusionMatrix(ClassSet classes)
    {
        ArgumentNullException.ThrowIfNull(classes);
        Classes = classes;
        _classCount = classes.Count;
        _support = new long[_classCount];
        _predicted = new long[_classCount];
        _correct = new long[_classCount];
        _cells = _classCount <= MaxDenseClasses ? new long[_classCount * _classCount] : null;
        _wrongCells = _cells is null ? new SparseCells() : null;
    }

    /// <summary>The classes.</summary>
    public ClassSet Classes { get; }

    /// <summary>The number of rows that were added, without those that are ignored.</summary>
    public long Rows { get; private set; }

    /// <summary>The number of rows that were added with the truth <see cref="ClassIndex.Ignored"/>. They are in no measure.</summary>
    public long IgnoredRows { get; private set; }

    /// <summary>Whether the cells are known. They are not where only the numbers of each class were added; see <see cref="AddSums"/>.</summary>
    public bool HasCells { get; private set; } = true;

    /// <summary>The number of rows of a class that were predicted to be of a class. O(1).</summary>
    /// <param name="truth">The class index of the rows.</param>
    /// <param name="predicted">The predicted class index.</param>
    /// <exception cref="ArgumentOutOfRangeException">A class index is outside [0, class count).</exception>
    /// <exception cref="InvalidOperationException">The cells are not known; see <see cref="HasCells"/>.</exception>
    public long this[int truth, int predicted]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)truth, (uint)_classCount, nameof(truth));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)predicted, (uint)_classCount, nameof(predicted));
            RefuseWithoutCells();
            return _cells is not null ? _cells[(truth * _classCount) + predicted]
                : truth == predicted ? _correct[truth]
                : _wrongCells![PairOf(truth, predicted)];
        }
    }

    /// <summary>Adds one row.</summary>
    /// <param name="truth">The class index of the row, or <see cref="ClassIndex.Ignored"/>.</param>
    /// <param name="predicted">The predicted class index.</param>
    /// <exception cref="UnknownLabelException">A class index is outside [0, class count).</exception>
    public void Add(int truth, int predicted) => Add([truth], [predicted]);

    /// <summary>Adds rows. If one of them is refused, none is added.</summary>
    /// <param name="truth">The class index of each row; <see cref="ClassIndex.Ignored"/> for a row that is to be left out.</param>
    /// <param name="predicted">The predicted class index of each row.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    /// <exception cref="UnknownLabelException">A class index is outside [0, class count); the error names the row and the number.</exception>
    public void Add(ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted)
    {
        if (truth.Length != predicted.Length)
        {
            throw new ArgumentException($"There are {truth.Length} true and {predicted.Length} predicted class indices.", nameof(predicted));
        }

        for (int row = 0; row < truth.Length; row++)
        {
            if (truth[row] != ClassIndex.Ignored)
            {
                RefuseUnknown(truth[row], row);
                RefuseUnknown(predicted[row], row);
            }
        }

        for (int row = 0; row < truth.Length; row++)
        {
            Count(truth[row], predicted[row]);
        }
    }

    /// <summary>Adds rows by their scores: the class with the largest score is predicted, of equal ones the first. If a row is refused, none is added.</summary>
    /// <typeparam name="TFloat">The floating-point type of the scores.</typeparam>
    /// <param name="truth">The class index of each row; <see cref="ClassIndex.Ignored"/> for a row that is to be left out.</param>
    /// <param name="scores">One score per class for each row, row after row: logits or probabilities. Infinities are scores like any other.</param>
    /// <exception cref="ArgumentException">The number of scores is not the number of rows times that of classes, or a score is NaN.</exception>
    /// <exception cref="UnknownLabelException">A class index is outside [0, class count); the error names the row and the number.</exception>
    public void AddScores<TFloat>(ReadOnlySpan<int> truth, ReadOnlySpan<TFloat> scores)
        where TFloat : unmanaged, IBinaryFloatingPointIeee754<TFloat>, IMinMaxValue<TFloat>
    {
        ScoreRows.Check(truth, scores, Classes);
        for (int row = 0; row < truth.Length; row++)
        {
            Count(truth[row], OneHot.ArgMax(scores.Slice(row * _classCount, _classCount), out _));
        }
    }

    /// <summary>The measures of the rows that were added so far. O(C); allocates the report.</summary>
    /// <exception cref="EmptyDatasetException">No row was added, or all of them are ignored.</exception>
    public EvaluationReport ToReport()
    {
        EmptyDatasetException.ThrowIfEmpty(Rows, "An evaluation report");
        ClassScore[] scores = [.. _support.Select((support, index) => new ClassScore(index, support, _predicted[index], _correct[index]))];
        return new EvaluationReport(Classes, scores, Rows, IgnoredRows);
    }

    /// <summary>
    /// The pairs of classes that are confused most often, most frequent first; of equal ones, lower class indices first. O(cells);
    /// allocates the list.
    /// </summary>
    /// <param name="count">How many pairs at most, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">The cells are not known; see <see cref="HasCells"/>.</exception>
    public IReadOnlyList<Confusion> LargestConfusions(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        RefuseWithoutCells();
        return [.. Wrong().OrderByDescending(cell => cell.Rows).ThenBy(cell => cell.Truth).ThenBy(cell => cell.Predicted).Take(count)];
    }

    /// <summary>
    /// An aligned table. Up to 20 classes: a line for each true class, with a column for each predicted one. More classes: the 20 pairs
    /// that are confused most often.
    /// </summary>
    public override string ToString() =>
        !HasCells ? string.Create(CultureInfo.InvariantCulture, $"{Rows:N0} rows of {_classCount:N0} classes, by class only")
        : _classCount <= MostClassesInTable ? Square()
        : Pairs();

    private IEnumerable<Confusion> Wrong()
    {
        if (_wrongCells is not null)
        {
            return _wrongCells.Pairs().Select(cell => new Confusion((int)(cell.Pair / _classCount), (int)(cell.Pair % _classCount), cell.Rows));
        }

        return from truth in Enumerable.Range(0, _classCount)
               from predicted in Enumerable.Range(0, _classCount)
               where truth != predicted && this[truth, predicted] > 0
               select new Confusion(truth, predicted, this[truth, predicted]);
    }

    private void Count(int truth, int predicted)
    {
        if (truth == ClassIndex.Ignored)
        {
            IgnoredRows++;
            return;
        }

        Rows++;
        _support[truth]++;
        _predicted[predicted]++;
        if (truth == predicted)
        {
            _correct[truth]++;
        }

        if (_cells is not null)
        {
            _cells[(truth * _classCount) + predicted]++;
        }
        else if (truth != predicted)
        {
            _wrongCells!.Add(PairOf(truth, predicted), 1);
        }
    }

    private long PairOf(int truth, int predicted) => ((long)truth * _classCount) + predicted;

    private void RefuseUnknown(int classIndex, int row)
    {
        if ((uint)classIndex >= (uint)_classCount)
        {
            UnknownLabelException.Throw(classIndex.ToString(CultureInfo.InvariantCulture), Classes, row);
        }
    }

    private void RefuseWithoutCells()
    {
        if (!HasCells)
        {
            throw new InvalidOperationException("The cells are not known: numbers of rows per class were added. Merge matrices instead.");
        }
    }

    private string Square()
    {
        var table = new AlignedTable(["true \\ predicted", .. Classes.Names, "rows", "recall"]);
        for (int truth = 0; truth < _classCount; truth++)
        {
            IEnumerable<string> cells = Enumerable.Range(0, _classCount).Select(predicted => Figures.Count(this[truth, predicted]));
            table.Add([Classes[truth], .. cells, Figures.Count(_support[truth]), RecallOf(truth)]);
        }

        return table.ToString(whole: true);
    }

    private string Pairs()
    {
        var table = new AlignedTable("true", "predicted", "rows", "of the class");
        foreach (Confusion confusion in LargestConfusions(ConfusionsShown))
        {
            table.Add(Classes[confusion.Truth], Classes[confusion.Predicted], Figures.Count(confusion.Rows), Figures.Percent((double)confusion.Rows / _support[confusion.Truth]));
        }

        return table.ToString(whole: true);
    }

    private string RecallOf(int classIndex) =>
        new ClassScore(classIndex, _support[classIndex], _predicted[classIndex], _correct[classIndex]).Recall is { } recall ? Figures.Percent(recall) : "-";
}

using System.Numerics;

namespace BalanceGen.Evaluation;

/// <summary>The share of the rows whose class is among the k classes with the largest scores.</summary>
/// <remarks>
/// Of equal scores, the one of the first class counts as the larger, so that top-1 accuracy is the accuracy of
/// <see cref="ConfusionMatrix.AddScores"/>. (scikit-learn takes the last class.) A row is O(classes). Adding allocates nothing. Not
/// thread-safe: give each thread its own, and <see cref="Merge"/> them.
/// </remarks>
public sealed class TopKAccuracy
{
    private readonly long[] _support;
    private readonly long[] _hits;

    /// <summary>An empty count.</summary>
    /// <param name="classes">The classes.</param>
    /// <param name="k">The number of classes that count as a hit, of [1, class count].</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is outside that range.</exception>
    public TopKAccuracy(ClassSet classes, int k)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, classes.Count);
        Classes = classes;
        K = k;
        _support = new long[classes.Count];
        _hits = new long[classes.Count];
    }

    /// <summary>The classes.</summary>
    public ClassSet Classes { get; }

    /// <summary>The number of classes that count as a hit.</summary>
    public int K { get; }

    /// <summary>The number of rows that were added, without those that are ignored.</summary>
    public long Rows { get; private set; }

    /// <summary>The number of rows that were added with the truth <see cref="ClassIndex.Ignored"/>.</summary>
    public long IgnoredRows { get; private set; }

    /// <summary>The number of rows of each class, by class index; ranks may sum it.</summary>
    public ReadOnlySpan<long> Support => _support;

    /// <summary>The number of hits of each class, by class index; ranks may sum it.</summary>
    public ReadOnlySpan<long> Hits => _hits;

    /// <summary>The share of the rows that are hits, of [0, 1].</summary>
    /// <exception cref="EmptyDatasetException">No row was added.</exception>
    public double Accuracy
    {
        get
        {
            RefuseEmpty();
            return (double)_hits.Sum() / Rows;
        }
    }

    /// <summary>The mean over the classes that have rows of the share of their rows that are hits, of [0, 1].</summary>
    /// <exception cref="EmptyDatasetException">No row was added.</exception>
    public double BalancedAccuracy
    {
        get
        {
            RefuseEmpty();
            return Enumerable.Range(0, _support.Length).Where(index => _support[index] > 0).Average(index => (double)_hits[index] / _support[index]);
        }
    }

    /// <summary>Adds rows. If one of them is refused, none is added.</summary>
    /// <typeparam name="TFloat">The floating-point type of the scores.</typeparam>
    /// <param name="truth">The class index of each row; <see cref="ClassIndex.Ignored"/> for a row that is to be left out.</param>
    /// <param name="scores">One score per class for each row, row after row: logits or probabilities. Infinities are scores like any other.</param>
    /// <exception cref="ArgumentException">The number of scores is not the number of rows times that of classes, or a score is NaN.</exception>
    /// <exception cref="UnknownLabelException">A class index is outside [0, class count); the error names the row and the number.</exception>
    public void Add<TFloat>(ReadOnlySpan<int> truth, ReadOnlySpan<TFloat> scores)
        where TFloat : unmanaged, IBinaryFloatingPointIeee754<TFloat>
    {
        ScoreRows.Check(truth, scores, Classes);
        int count = Classes.Count;
        for (int row = 0; row < truth.Length; row++)
        {
            if (truth[row] == ClassIndex.Ignored)
            {
                IgnoredRows++;
                continue;
            }

            Rows++;
            _support[truth[row]]++;
            _hits[truth[row]] += RankOf(scores.Slice(row * count, count), truth[row]) < K ? 1 : 0;
        }
    }

    /// <summary>Adds the rows of another count. O(classes).</summary>
    /// <param name="other">A count of the same classes and the same k.</param>
    /// <exception cref="ClassMismatchException">The other count has another number of classes.</exception>
    /// <exception cref="ArgumentException">The other count has another k.</exception>
    public void Merge(TopKAccuracy other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.K != K)
        {
            throw new ArgumentException($"The other count is for the first {other.K} classes, this one for the first {K}.", nameof(other));
        }

        AddSums(other._support, other._hits, other.IgnoredRows);
    }

    /// <summary>Adds counts of another process, or a sum of several. O(classes).</summary>
    /// <param name="support">The number of rows of each class.</param>
    /// <param name="hits">The number of hits of each class.</param>
    /// <param name="ignoredRows">The number of ignored rows, 0 or more.</param>
    /// <exception cref="ClassMismatchException">A list is for another number of classes.</exception>
    /// <exception cref="ArgumentException">A number is negative, or a class has more hits than rows; nothing is added then.</exception>
    /// <exception cref="OverflowException">A sum exceeds 2^63 − 1.</exception>
    public void AddSums(ReadOnlySpan<long> support, ReadOnlySpan<long> hits, long ignoredRows = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ignoredRows);
        if (support.Length != Classes.Count || hits.Length != Classes.Count)
        {
            throw new ClassMismatchException("A list of counts", support.Length != Classes.Count ? support.Length : hits.Length, Classes);
        }

        for (int index = 0; index < support.Length; index++)
        {
            if (hits[index] < 0 || hits[index] > support[index])
            {
                throw new ArgumentException($"The class '{Classes[index]}' has {hits[index]} hits in {support[index]} rows.", nameof(hits));
            }
        }

        for (int index = 0; index < support.Length; index++)
        {
            _support[index] = checked(_support[index] + support[index]);
            _hits[index] += hits[index];
            Rows = checked(Rows + support[index]);
        }

        IgnoredRows = checked(IgnoredRows + ignoredRows);
    }

    /// <summary>One line: k, the accuracy and the balanced accuracy.</summary>
    public override string ToString() => Rows == 0
        ? string.Create(CultureInfo.InvariantCulture, $"top-{K} accuracy: no rows")
        : string.Create(CultureInfo.InvariantCulture, $"top-{K} accuracy {Accuracy:F4}, balanced {BalancedAccuracy:F4}, {Rows:N0} rows");

    /// <summary>How many classes come before a class.</summary>
    private static int RankOf<TFloat>(ReadOnlySpan<TFloat> scores, int classIndex)
        where TFloat : unmanaged, IBinaryFloatingPointIeee754<TFloat>
    {
        TFloat own = scores[classIndex];
        int before = 0;
        for (int index = 0; index < scores.Length; index++)
        {
            before += scores[index] > own || (scores[index] == own && index < classIndex) ? 1 : 0;
        }

        return before;
    }

    private void RefuseEmpty() => EmptyDatasetException.ThrowIfEmpty(Rows, "An accuracy");
}

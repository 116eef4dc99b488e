using System.Collections;

namespace BalanceGen.Sampling;

/// <summary>
/// The k folds of cross-validation, each class spread evenly: every row is a test row of exactly one fold and a training row of the others.
/// </summary>
/// <remarks>
/// In any two folds the numbers of test rows of a class differ by at most 1, and so do the totals. A fold's indices are made when it is asked
/// for, in O(rows) and with 4 bytes a row; the folds themselves keep O(classes). Immutable and thread-safe.
/// </remarks>
public sealed class StratifiedKFold : IReadOnlyList<RowSplit>
{
    private readonly RowIndex _index;
    private readonly long _seed;

    /// <summary>How many rows of the classes before each class are dealt out, modulo the number of folds; −1 where none of the class's are.</summary>
    private readonly int[] _offsets;

    private StratifiedKFold(RowIndex index, int folds, long seed, int[] offsets)
    {
        _index = index;
        _seed = seed;
        _offsets = offsets;
        Count = folds;
    }

    /// <summary>The number of folds k.</summary>
    public int Count { get; }

    /// <summary>A fold: its test rows, and all others for training. O(rows).</summary>
    /// <param name="fold">The fold, of [0, <see cref="Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The fold is outside that range.</exception>
    public RowSplit this[int fold]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)fold, (uint)Count, nameof(fold));

            // Dealing goes on from class to class, so that the surplus rows of the classes do not all fall to the first folds.
            return StratifiedShuffle.Split(
                _index, _seed, (classIndex, position) => _offsets[classIndex] >= 0 && ((long)_offsets[classIndex] + position) % Count == fold);
        }
    }

    /// <summary>Folds an index. O(classes).</summary>
    /// <param name="index">The index; it may be a subset of a split.</param>
    /// <param name="folds">The number of folds k, of [2, rows].</param>
    /// <param name="seed">The seed. The same index, number and seed give the same folds on every machine.</param>
    /// <param name="rareClasses">What happens to a class with fewer than k rows.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="folds"/> is outside that range.</exception>
    /// <exception cref="EmptyDatasetException">The index has no rows.</exception>
    /// <exception cref="ResampledRowsException">Some rows are copies of others (<see cref="RowIndex.HasCopies"/>).</exception>
    /// <exception cref="RareClassException">
    /// A class has fewer than k rows and the policy is to throw; or it is to keep them all and no test rows are left.
    /// </exception>
    public static StratifiedKFold Of(RowIndex index, [ValueRange(2, int.MaxValue)] int folds, long seed, RareClassPolicy rareClasses = RareClassPolicy.Throw)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        ResampledRowsException.ThrowIfCopies(index);
        if (index.RowCount > 0 && folds > index.RowCount)
        {
            throw new ArgumentOutOfRangeException(nameof(folds), folds, $"There are only {index.RowCount} rows.");
        }

        RareClasses.Check(index.Counts, folds, rareClasses, "A stratified k-fold");
        var offsets = new int[index.Classes.Count];
        int offset = 0;
        for (int classIndex = 0; classIndex < offsets.Length; classIndex++)
        {
            long count = index.Counts[classIndex];
            if (rareClasses == RareClassPolicy.KeepInTrain && RareClasses.IsRare(count, folds))
            {
                offsets[classIndex] = -1;
                continue;
            }

            offsets[classIndex] = offset;
            offset = (int)((offset + count) % folds);
        }

        return new StratifiedKFold(index, folds, seed, offsets);
    }

    /// <summary>The folds one after the other; each is made when it is reached.</summary>
    public IEnumerator<RowSplit> GetEnumerator()
    {
        for (int fold = 0; fold < Count; fold++)
        {
            yield return this[fold];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

using System.Collections;

namespace BalanceGen.Sampling;

/// <summary>
/// The k folds of cross-validation with groups, without stratification, or in order: every row is a test row of exactly one fold and a training row of the others. Rows of
/// rare classes that are kept for training are tested in none.
/// </summary>
/// <remarks>4 bytes a row; a fold's indices are made when it is asked for, in O(rows). Immutable and thread-safe.</remarks>
public sealed class RowFolds : IReadOnlyList<RowSplit>
{
    private readonly RowIndex _index;
    private readonly int[] _foldOfRow;

    private RowFolds(RowIndex index, int[] foldOfRow, int folds, SplitReport report)
    {
        _index = index;
        _foldOfRow = foldOfRow;
        Count = folds;
        Report = report;
    }

    /// <summary>The number of folds k.</summary>
    public int Count { get; }

    /// <summary>The report of the wanted and the achieved test subsets.</summary>
    public SplitReport Report { get; }

    /// <summary>A fold: its test rows, and all others for training. O(rows).</summary>
    /// <param name="fold">The fold, of [0, <see cref="Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The fold is outside that range.</exception>
    public RowSplit this[int fold]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)fold, (uint)Count, nameof(fold));
            return new RowSplit(_index.Where(row => _foldOfRow[row] != fold), _index.Where(row => _foldOfRow[row] == fold));
        }
    }

    /// <summary>Folds an index.</summary>
    /// <param name="index">The index; it may be a subset of a split.</param>
    /// <param name="folds">The number of folds k, of [2, rows].</param>
    /// <param name="options">
    /// How the rows are dealt out. Stratified without groups, the folds are those of <see cref="StratifiedKFold"/>. In order, each fold
    /// tests one piece of the rows.
    /// </param>
    /// <remarks>O(rows); with groups O(rows + groups · folds · classes) and a search of bounded length.</remarks>
    /// <exception cref="ArgumentException">The groups are of another number of rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="folds"/> or an option is outside its range.</exception>
    /// <exception cref="EmptyDatasetException">The index has no rows.</exception>
    /// <exception cref="ResampledRowsException">Some rows are copies of others (<see cref="RowIndex.HasCopies"/>).</exception>
    /// <exception cref="RareClassException">A class has fewer than k rows and the policy is to throw; or no test rows are left.</exception>
    /// <exception cref="TooFewGroupsException">There are fewer groups than folds; or the rows of a class are of fewer groups and the policy is to throw.</exception>
    public static RowFolds Of(RowIndex index, int folds, SplitOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check(index);
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        EmptyDatasetException.ThrowIfEmpty(index.RowCount, "A k-fold");
        ArgumentOutOfRangeException.ThrowIfGreaterThan(folds, index.RowCount);
        if (options.Order == SplitOrder.Stratified)
        {
            RareClasses.Check(index.Counts, folds, options.RareClasses, "A stratified k-fold");
        }

        int[] foldOfRow = options.Groups is not null ? GroupedSubsets.FoldsOfRows(index, options, options.Groups, folds)
            : options.Order == SplitOrder.Stratified ? Stratified(index, folds, options)
            : PlainSubsets.OfRows(index, options, EvenSizes(index.RowCount, folds));
        return new RowFolds(index, foldOfRow, folds, ReportOf(index, foldOfRow, folds, options.Groups));
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

    private static int[] Stratified(RowIndex index, int folds, SplitOptions options)
    {
        var foldOfRow = new int[index.DatasetLength];
        Array.Fill(foldOfRow, GroupedSubsets.NoSubset);
        StratifiedKFold stratified = StratifiedKFold.Of(index, folds, options.RepetitionSeed, options.RareClasses);
        for (int fold = 0; fold < folds; fold++)
        {
            foreach (int row in stratified[fold].Test)
            {
                foldOfRow[row] = fold;
            }
        }

        return foldOfRow;
    }

    /// <summary>The first folds have one row more, as in scikit-learn.</summary>
    private static int[] EvenSizes(int rows, int folds) => [.. Enumerable.Range(0, folds).Select(fold => (rows / folds) + (fold < rows % folds ? 1 : 0))];

    private static SplitReport ReportOf(RowIndex index, int[] foldOfRow, int folds, SplitGroups? groups)
    {
        RowIndex tested = index.Where(row => foldOfRow[row] != GroupedSubsets.NoSubset);
        int[] wanted = EvenSizes(tested.RowCount, folds);
        SubsetReport[] reports =
        [
            .. wanted.Select((rows, fold) => new SubsetReport(tested.Where(row => foldOfRow[row] == fold), rows, tested, groups)),
        ];
        return new SplitReport(tested.Counts, reports, groups is null ? [] : GroupedSubsets.LargerThan(index, groups, wanted[0]));
    }
}

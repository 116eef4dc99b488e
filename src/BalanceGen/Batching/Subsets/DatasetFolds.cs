using System.Collections;

namespace BalanceGen.Batching;

/// <summary>The folds of cross-validation over a data set; see <see cref="StratifiedKFold"/> and <see cref="RowFolds"/>.</summary>
/// <typeparam name="T">The record type.</typeparam>
/// <remarks>A fold is made when it is asked for, in O(rows) and with 4 bytes a row. Thread-safe as long as nobody changes the rows.</remarks>
public sealed class DatasetFolds<T> : IReadOnlyList<DatasetSplit<T>>
{
    private readonly IndexedDataset<T> _dataset;
    private readonly IReadOnlyList<RowSplit> _folds;

    internal DatasetFolds(IndexedDataset<T> dataset, IReadOnlyList<RowSplit> folds, SplitReport? report = null)
    {
        _dataset = dataset;
        _folds = folds;
        Report = report;
    }

    /// <summary>The report of the wanted and the achieved test subsets; null for folds that were made without <see cref="SplitOptions"/>, which are exact.</summary>
    public SplitReport? Report { get; }

    /// <summary>The number of folds.</summary>
    public int Count => _folds.Count;

    /// <summary>A fold: its test rows, and all others for training. O(rows).</summary>
    /// <param name="fold">The fold, of [0, <see cref="Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The fold is outside that range.</exception>
    public DatasetSplit<T> this[int fold] => _dataset.Subsets(_folds[fold]);

    /// <summary>The folds one after the other; each is made when it is reached.</summary>
    public IEnumerator<DatasetSplit<T>> GetEnumerator() => _folds.Select(_dataset.Subsets).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

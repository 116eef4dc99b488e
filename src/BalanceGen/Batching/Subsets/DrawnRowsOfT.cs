using System.Collections;

namespace BalanceGen.Batching;

/// <summary>
/// The rows that a sampler draws in one epoch, as a sequence. imbalanced-learn's <c>fit_resample</c> returns such rows; here they are drawn during the enumeration and not
/// stored.
/// </summary>
/// <typeparam name="T">The record type.</typeparam>
/// <remarks>
/// The sequence knows that its rows were drawn. A data set made from it remembers whether it has a row more than once. If so, it refuses to be split, because copies of a
/// row would be in both subsets: see <see cref="ResampledRowsException"/>. An array of the rows does not have this knowledge.
/// Every enumeration gives the same rows; each allocates one buffer, nothing per row. Thread-safe as long as nobody changes the rows.
/// </remarks>
public sealed class DrawnRows<T> : IEnumerable<T>
{
    private readonly IndexedDataset<T> _dataset;
    private readonly Sampler _sampler;

    internal DrawnRows(IndexedDataset<T> dataset, Sampler sampler, long epoch)
    {
        _dataset = dataset;
        _sampler = sampler;
        Epoch = epoch;
    }

    /// <summary>The epoch.</summary>
    public long Epoch { get; }

    /// <summary>The number of rows, 1 or more; a row that is drawn twice counts twice.</summary>
    public long Count => _sampler.DrawsOf(Epoch);

    /// <summary>The numbers of the rows in the data set, in the order of the draws.</summary>
    public DrawSequence RowNumbers => _sampler.Epoch(Epoch);

    /// <summary>Enumerates the rows in the order of the draws.</summary>
    public IEnumerator<T> GetEnumerator()
    {
        foreach (int row in (IEnumerable<int>)RowNumbers)
        {
            yield return _dataset.AllRows[row];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether a row is drawn more than once. O(rows), one bit a row while it looks.</summary>
    internal bool HasCopies()
    {
        if (_dataset.Index.HasCopies)
        {
            return true;
        }

        var seen = new BitArray(_dataset.Index.DatasetLength);
        foreach (int row in RowNumbers)
        {
            if (seen[row])
            {
                return true;
            }

            seen[row] = true;
        }

        return false;
    }
}

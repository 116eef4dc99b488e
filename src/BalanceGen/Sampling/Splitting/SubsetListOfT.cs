using System.Collections;

namespace BalanceGen.Sampling;

/// <summary>The subsets of a split, in the order of their sizes as they were given. No row is in two subsets; together they are all rows.</summary>
/// <typeparam name="TSubset">The type of a subset: a data set, an index, or row numbers.</typeparam>
/// <remarks>Thread-safe as long as nobody changes the rows.</remarks>
public abstract class SubsetList<TSubset> : IReadOnlyList<TSubset>
{
    private readonly TSubset[] _subsets;

    private protected SubsetList(TSubset[] subsets, SplitReport report)
    {
        _subsets = subsets;
        Report = report;
    }

    /// <summary>The number of subsets.</summary>
    public int Count => _subsets.Length;

    /// <summary>What was wanted and what was achieved.</summary>
    public SplitReport Report { get; }

    /// <summary>A subset.</summary>
    /// <param name="subset">The subset, of [0, <see cref="Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The subset is outside that range.</exception>
    public TSubset this[int subset] => _subsets.At(subset);

    /// <summary>Two subsets.</summary>
    /// <param name="first">The first subset.</param>
    /// <param name="second">The second subset.</param>
    /// <exception cref="InvalidOperationException">There are not two subsets.</exception>
    public void Deconstruct(out TSubset first, out TSubset second)
    {
        RefuseOtherThan(2);
        (first, second) = (_subsets[0], _subsets[1]);
    }

    /// <summary>Three subsets, such as those for training, validation and test.</summary>
    /// <param name="first">The first subset.</param>
    /// <param name="second">The second subset.</param>
    /// <param name="third">The third subset.</param>
    /// <exception cref="InvalidOperationException">There are not three subsets.</exception>
    public void Deconstruct(out TSubset first, out TSubset second, out TSubset third)
    {
        RefuseOtherThan(3);
        (first, second, third) = (_subsets[0], _subsets[1], _subsets[2]);
    }

    /// <summary>Enumerates the subsets.</summary>
    public IEnumerator<TSubset> GetEnumerator() => ((IEnumerable<TSubset>)_subsets).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void RefuseOtherThan(int expected)
    {
        if (Count != expected)
        {
            throw new InvalidOperationException($"The split has {Count} subsets, not {expected}.");
        }
    }
}

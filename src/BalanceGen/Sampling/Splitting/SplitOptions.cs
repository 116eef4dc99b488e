namespace BalanceGen.Sampling;

/// <summary>How rows are dealt out to the subsets of a split or to the folds of cross-validation.</summary>
/// <remarks>Immutable. Equal options on equal rows give equal subsets on every machine.</remarks>
public sealed record SplitOptions
{
    /// <summary>The seed; 0 by default. It has no meaning for <see cref="SplitOrder.InOrder"/>.</summary>
    public long Seed { get; init; }

    /// <summary>The number of the repetition, 0 or more; 0 by default. Each deals the rows out anew: repeated folds and repeated splits are a loop over it.</summary>
    public int Repetition { get; init; }

    /// <summary>Which rows go to which subset; stratified by default.</summary>
    public SplitOrder Order { get; init; }

    /// <summary>Rows that stay together, such as those of one patient: no group is in two subsets. By default those of the data set that is split, if it has any.</summary>
    public SplitGroups? Groups { get; init; }

    /// <summary>What happens to a class with too few rows, or rows of too few groups, to be in every subset. Only stratified splits ask.</summary>
    public RareClassPolicy RareClasses { get; init; }

    /// <summary>The seed of this repetition. That of repetition 0 is the seed itself.</summary>
    internal long RepetitionSeed => Repetition == 0 ? Seed : (long)SplitMix64.Mix(SplitMix64.Mix((ulong)Seed) + (uint)Repetition);

    /// <summary>Refuses values that are none.</summary>
    internal void Check(RowIndex index)
    {
        ArgumentNullException.ThrowIfNull(index);
        ResampledRowsException.ThrowIfCopies(index);
        Check(index.DatasetLength);
    }

    internal void Check(int datasetLength)
    {
        if (!Enum.IsDefined(Order))
        {
            throw new ArgumentOutOfRangeException(nameof(Order), Order, "No such order of a split.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(Repetition);
        Groups?.RefuseOther(datasetLength);
    }
}

namespace BalanceGen;

/// <content>Partners of the data set's rows.</content>
public sealed partial class IndexedDataset<T>
{
    /// <inheritdoc cref="Partners.OfSameClass(RowIndex, long)"/>
    public Partners PartnersOfSameClass(long seed) => Partners.OfSameClass(Index, seed);

    /// <inheritdoc cref="Partners.ByTarget(RowIndex, long, TargetDistribution?, ZeroCountPolicy)"/>
    public Partners PartnersByTarget(long seed, TargetDistribution? target = null, ZeroCountPolicy zeroCounts = default) =>
        Partners.ByTarget(Index, seed, target, zeroCounts);
}

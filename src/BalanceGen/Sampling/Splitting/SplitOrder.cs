namespace BalanceGen.Sampling;

/// <summary>Which rows go to which subset of a split.</summary>
public enum SplitOrder
{
    /// <summary>At random, each class in the same proportion in every subset. The default.</summary>
    Stratified,

    /// <summary>At random, whatever the class.</summary>
    Shuffled,

    /// <summary>As the rows lie: the first rows on the first subset and the last rows on the last one. For rows in the order of time.</summary>
    InOrder,
}

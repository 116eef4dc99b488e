namespace BalanceGen.Sampling;

/// <summary>When an epoch of an <see cref="InterleavedSampler"/> ends.</summary>
/// <remarks>
/// The shares hold under each of them, and the next epoch goes on where this one ended. The rows that a sampler has not shown come next, so none of them is neglected. To
/// show every row exactly once, draw by numbers of rows: <see cref="TargetDistribution.AsSource"/>.
/// </remarks>
public enum InterleavedEpoch
{
    /// <summary>After as many draws as the epochs of the samplers have together.</summary>
    Together,

    /// <summary>With the last draw of the first sampler that has shown its epoch.</summary>
    FirstExhausted,

    /// <summary>When every sampler has shown its epoch; those that have go on with their next one.</summary>
    AllExhausted,
}

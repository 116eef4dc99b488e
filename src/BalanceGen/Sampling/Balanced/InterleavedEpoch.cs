namespace BalanceGen.Sampling;

/// <summary>When an epoch of an <see cref="InterleavedSampler"/> ends.</summary>
/// <remarks>
/// The shares hold under each of the first three, and the next epoch goes on where this one ended. The rows that a sampler has not shown come next, so none of them is
/// neglected. With <see cref="EachOnce"/> every epoch begins anew, and the shares hold until a sampler is exhausted.
/// </remarks>
public enum InterleavedEpoch
{
    /// <summary>After as many draws as the epochs of the samplers have together.</summary>
    Together,

    /// <summary>With the last draw of the first sampler that has shown its epoch.</summary>
    FirstExhausted,

    /// <summary>When every sampler has shown its epoch; those that have go on with their next one.</summary>
    AllExhausted,

    /// <summary>
    /// When every sampler has shown its epoch, once. A sampler that has is not drawn from until the next epoch, and the others take its
    /// turns in proportion to their shares. The order of the samplers is the same in every epoch. Each sampler decides the order of its
    /// rows.
    /// </summary>
    EachOnce,
}

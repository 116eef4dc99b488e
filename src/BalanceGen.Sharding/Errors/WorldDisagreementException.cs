namespace BalanceGen.Sharding;

/// <summary>The ranks of a job do not agree: they have different programs, class sets, shards, seeds or states. Every rank throws it with the same text.</summary>
public sealed class WorldDisagreementException : BalanceGenException
{
    internal WorldDisagreementException(string what, int rank)
        : base($"The ranks disagree: {what} of rank {rank} is not that of rank 0. Start every rank with the same program, data and options.") =>
        (What, Rank) = (what, rank);

    /// <summary>What differs.</summary>
    public string What { get; }

    /// <summary>The lowest rank that differs from rank 0.</summary>
    public int Rank { get; }
}

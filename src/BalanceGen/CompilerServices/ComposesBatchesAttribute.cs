namespace BalanceGen.CompilerServices;

/// <summary>A sampler that composes batches, and guarantees something about each of them.</summary>
/// <param name="factors">The parameters of its constructor whose product is the number of rows in such a batch.</param>
/// <remarks>Read by rule BALG0213, which reports batches of a constant size that is no multiple of it. No effect at run time.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ComposesBatchesAttribute(params string[] factors) : Attribute
{
    /// <summary>The names of the parameters.</summary>
    public IReadOnlyList<string> Factors { get; } = factors;
}

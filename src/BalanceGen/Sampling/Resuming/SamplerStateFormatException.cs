namespace BalanceGen.Sampling;

/// <summary>Bytes or text that are no sampler state.</summary>
public sealed class SamplerStateFormatException : BalanceGenException
{
    internal SamplerStateFormatException(string message)
        : base(message)
    {
    }
}

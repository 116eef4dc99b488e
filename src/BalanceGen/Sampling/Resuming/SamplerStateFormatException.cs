namespace BalanceGen.Sampling;

/// <summary>Bytes or text that are no sampler state.</summary>
public sealed class SamplerStateFormatException : BalanceGenArgumentException
{
    internal SamplerStateFormatException(string message)
        : base(message)
    {
    }
}

namespace BalanceGen.Sampling;

/// <summary>Bytes or text are not a sampler state.</summary>
public sealed class SamplerStateFormatException : BalanceGenArgumentException
{
    internal SamplerStateFormatException(string message)
        : base(message)
    {
    }
}

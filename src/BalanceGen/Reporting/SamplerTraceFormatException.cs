namespace BalanceGen.Reporting;

/// <summary>A stored trace cannot be read: it is damaged, cut off, or no trace.</summary>
public sealed class SamplerTraceFormatException : BalanceGenException
{
    internal SamplerTraceFormatException(string what, Exception? inner = null)
        : base($"This is no stored sampler trace: {what}.", inner)
    {
    }
}

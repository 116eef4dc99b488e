namespace BalanceGen.Sampling;

/// <summary>A sampler that does not keep what all samplers promise; see <see cref="SamplerContract"/>.</summary>
public sealed class SamplerContractException : BalanceGenException
{
    internal SamplerContractException(Sampler sampler, string broken)
        : base($"{sampler.GetType().Name} breaks the contract of samplers: {broken}")
    {
    }
}

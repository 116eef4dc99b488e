namespace BalanceGen.Sampling;

/// <summary>A sampler breaks a promise that all samplers must keep; see <see cref="SamplerContract"/>.</summary>
public sealed class SamplerContractException : BalanceGenException
{
    internal SamplerContractException(Sampler sampler, string broken)
        : base($"{sampler.GetType().Name} breaks the contract of samplers: {broken}")
    {
    }
}

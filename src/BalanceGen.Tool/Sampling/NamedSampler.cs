namespace BalanceGen.Tool.Sampling;

/// <summary>A sampler with its plan, and how it is written.</summary>
/// <param name="Code">The call that makes it in C#.</param>
/// <param name="Sampler">The sampler.</param>
/// <param name="Plan">Its plan.</param>
internal sealed record NamedSampler(string Code, Sampler Sampler, SamplerPlan Plan);

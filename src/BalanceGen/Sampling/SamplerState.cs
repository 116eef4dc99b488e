namespace BalanceGen;

/// <summary>The position of a sampler: everything that is needed to continue with the very next draw.</summary>
/// <param name="Version">The version of the draw function; see <see cref="Sampler.FormatVersion"/>.</param>
/// <param name="Seed">The sampler's seed.</param>
/// <param name="ConfigurationHash">The hash of everything else that decides the draws; see <see cref="Sampler.ConfigurationHash"/>.</param>
/// <param name="Draw">The number of the next draw, counted across epochs from 0.</param>
/// <remarks>
/// Four numbers, 32 bytes: a draw is a pure function of the seed and the draw number, so no generator state has to be kept.
/// <see cref="ToBytes"/> and <see cref="ToJson"/> save it. Get it from <see cref="Sampler.StateAt"/> or from a batch, and pass it to <see cref="Sampler.ResumeFrom"/>.
/// </remarks>
[System.Text.Json.Serialization.JsonConverter(typeof(SamplerStateJsonConverter))]
public readonly partial record struct SamplerState(int Version, long Seed, ulong ConfigurationHash, long Draw);

namespace BalanceGen.Tests.Sampling;

/// <summary>Where epochs begin, by adding up their lengths.</summary>
internal static class EpochOracle
{
    public static long LengthOf(this Sampler sampler, long epoch) => sampler is EpochLengthSampler { Lengths: var lengths } ? lengths[epoch] : sampler.EpochLength;

    public static long FirstDrawOf(this Sampler sampler, long epoch) => Enumerable.Range(0, (int)epoch).Sum(before => sampler.LengthOf(before));
}

#define DEBUG

namespace BalanceGen.Tests.Sampling;

/// <summary>The check of samplers in debug builds: calls of this file are compiled, as the symbol is defined here.</summary>
public sealed class ContractInDebugTests
{
    [Fact]
    public void A_sampler_that_forgets_nothing_is_checked_in_debug_builds()
    {
        int made = 0;
        SamplerContract.CheckInDebug(() =>
        {
            made++;
            return new RandomSampler(70, 1);
        });

        Assert.InRange(made, 2, 100);
        Assert.Throws<SamplerContractException>(() => SamplerContract.CheckInDebug(() => new RandomSampler(70, made++)));
    }
}

namespace BalanceGen;

/// <summary>What samplers will do, as a property of theirs. It is an extension so that sampling does not depend on reporting.</summary>
public static class SamplerReports
{
    extension(BalancedSampler sampler)
    {
        /// <summary>What the sampler will do, exactly. O(classes · period).</summary>
        public SamplerPlan Plan
        {
            get
            {
                ArgumentNullException.ThrowIfNull(sampler);
                return BalancedPlan.Of(sampler);
            }
        }
    }

    extension(WeightedRandomSampler sampler)
    {
        /// <summary>What the sampler is expected to do. O(classes · 4096) with replacement.</summary>
        /// <remarks>
        /// With replacement the expectations are exact up to numerical integration (1e-6 relatively). Without replacement the share
        /// of a class that an epoch sees is the limit for large data sets, exact where every row is drawn.
        /// </remarks>
        public SamplerPlan Plan
        {
            get
            {
                ArgumentNullException.ThrowIfNull(sampler);
                return sampler.Replacement ? IndependentPlan.Of(sampler) : SuccessivePlan.Of(sampler);
            }
        }
    }
}

namespace BalanceGen.Tests.Weights;

/// <summary>What holds for every weighting scheme; <see cref="ClassWeightsFormulaTests"/> has the formula of each.</summary>
public sealed class ClassWeightsSchemeTests
{
    private static readonly ClassSet Two = new("a", "b");
    private static readonly ClassSet Three = new("a", "b", "c");

    public static TheoryData<string> Schemes() => [.. Scheme.Keys];

    private static readonly Dictionary<string, Func<ClassCounts, ZeroCountPolicy, ClassWeights>> Scheme = new()
    {
        ["balanced"] = ClassWeights.Balanced,
        ["inverse frequency"] = ClassWeights.InverseFrequency,
        ["power 0.5"] = (counts, policy) => ClassWeights.Power(counts, 0.5, policy),
        ["power -4"] = (counts, policy) => ClassWeights.Power(counts, -4, policy),
        ["power 4"] = (counts, policy) => ClassWeights.Power(counts, 4, policy),
        ["effective number 0"] = (counts, policy) => ClassWeights.EffectiveNumber(counts, 0, policy),
        ["effective number 0.9999"] = (counts, policy) => ClassWeights.EffectiveNumber(counts, 0.9999, policy),
        ["effective number 1 - 2^-53"] = (counts, policy) => ClassWeights.EffectiveNumber(counts, Math.BitDecrement(1), policy),
        ["median frequency"] = ClassWeights.MedianFrequency,
        ["repeat factor"] = (counts, policy) => ClassWeights.RepeatFactor(counts, 0.001, policy),
        ["importance"] = (counts, policy) => ClassWeights.ImportanceCorrection(counts, TargetDistribution.Uniform, TargetDistribution.SquareRoot, policy),
    };

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Every_scheme_obeys_every_zero_count_policy_with_finite_weights(string scheme)
    {
        long[] values = [0, 1, 2, 1000, int.MaxValue, long.MaxValue / 4];
        foreach (long a in values)
        {
            foreach (long b in values)
            {
                var counts = new ClassCounts(Two, a, b);
                if (counts.Total == 0)
                {
                    Assert.Throws<EmptyDatasetException>(() => Scheme[scheme](counts, ZeroCountPolicy.ZeroWeight));
                    continue;
                }

                if (a == 0 || b == 0)
                {
                    var error = Assert.Throws<EmptyClassException>(() => Scheme[scheme](counts, ZeroCountPolicy.Throw));
                    Assert.Contains(a == 0 ? "'a'" : "'b'", error.Message, StringComparison.Ordinal);
                    Assert.Equal(0, Scheme[scheme](counts, ZeroCountPolicy.ZeroWeight)[a == 0 ? 0 : 1]);
                }

                foreach (ZeroCountPolicy policy in (ZeroCountPolicy[])[ZeroCountPolicy.ZeroWeight, ZeroCountPolicy.Smooth(1e-9), ZeroCountPolicy.Smooth(1), ZeroCountPolicy.Smooth(1e18)])
                {
                    Assert.All(Scheme[scheme](counts, policy).Values.ToArray(), weight => Assert.True(double.IsFinite(weight) && weight >= 0));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Under_zero_weight_the_other_classes_are_weighed_as_if_the_empty_one_were_not_declared(string scheme)
    {
        double[] with = Scheme[scheme](new ClassCounts(Three, 50, 0, 7), ZeroCountPolicy.ZeroWeight).Values.ToArray();
        double[] without = Scheme[scheme](new ClassCounts(Two, 50, 7), ZeroCountPolicy.Throw).Values.ToArray();
        Assert.Equal([without[0], 0, without[1]], with);
    }
}

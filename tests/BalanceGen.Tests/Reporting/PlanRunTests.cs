namespace BalanceGen.Tests.Reporting;

/// <summary>Plans against what the samplers then do, row by row, over many seeds.</summary>
public sealed class PlanRunTests
{
    private const int MostSeeds = 200;
    private const double MostDraws = 3e5;

    public static TheoryData<string> Kinds() => [.. Plans.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_plan_is_what_happens_or_its_mean(string kind)
    {
        Sampler sampler = Plans.Create(kind, 1);
        SamplerPlan plan = sampler.PlanOf(sampler.EpochLength)!;
        double until = plan.EpochsUntilAllSeen ?? 1;
        int seeds = plan.IsExact ? 1 : (int)Math.Clamp(MostDraws / (until * sampler.EpochLength), 12, MostSeeds);
        var seen = new Mean();
        var epochs = new Mean();
        for (int seed = 1; seed <= seeds; seed++)
        {
            (int inFirstEpoch, double untilAllSeen) = Run(Plans.Create(kind, seed), plan.EpochsUntilAllSeen is not null);
            seen.Add(inFirstEpoch);
            epochs.Add(untilAllSeen);
        }

        seen.AssertIs(plan.RowsSeenPerEpoch, plan.IsExact ? 0 : 0.01);
        if (plan.EpochsUntilAllSeen is not null)
        {
            epochs.AssertIs(until, plan.IsExact ? 0 : 0.03);
        }
    }

    private static (int InFirstEpoch, double UntilAllSeen) Run(Sampler sampler, bool untilAllSeen)
    {
        var isSeen = new bool[sampler.DatasetLength];
        var rows = new int[sampler.EpochLength];
        int seen = 0;
        int inFirstEpoch = 0;
        for (long epoch = 0; epoch == 0 || (untilAllSeen && seen < sampler.RowCount); epoch++)
        {
            sampler.Fill(epoch * rows.Length, rows);
            for (int draw = 0; draw < rows.Length; draw++)
            {
                if (!isSeen[rows[draw]])
                {
                    isSeen[rows[draw]] = true;
                    seen++;
                    if (seen == sampler.RowCount)
                    {
                        return (epoch == 0 ? seen : inFirstEpoch, epoch + ((draw + 1.0) / rows.Length));
                    }
                }
            }

            inFirstEpoch = epoch == 0 ? seen : inFirstEpoch;
        }

        return (inFirstEpoch, 0);
    }
}

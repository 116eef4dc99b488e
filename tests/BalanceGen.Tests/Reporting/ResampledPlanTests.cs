using BalanceGen.Tests.Sampling;

namespace BalanceGen.Tests.Reporting;

/// <summary>
/// Plans of the samplers with resampled epochs against what they do over many seeds. A mean may be 5 of its standard errors away (p = 6e-7 each; some 30 of them), and what
/// the documentation says that the formula is off.
/// </summary>
public sealed class ResampledPlanTests
{
    private const int Seeds = 600;

    public static TheoryData<string, double> Kinds() => new()
    {
        { "over", 0 },
        { "over counts", 0 },
        { "over small", 0 },
        { "under", 0.002 },
        { "under large", 0.012 },
        { "repeat factor", 0.002 },
        { "repeat factor even", 0.002 },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_plan_is_the_mean_of_what_the_sampler_does(string kind, double approximation)
    {
        (RowIndex index, int[] classOfRow) = Rows(kind);
        SamplerPlan plan = PlanOf(Create(kind, index, 0));
        int classes = index.Classes.Count;
        var until = new Mean[classes + 1];
        var seen = new Mean[classes];
        var drawn = new Mean[classes];
        for (int seed = 0; seed < Seeds; seed++)
        {
            Sampler sampler = Create(kind, index, seed);
            Assert.Equal(plan.EpochLength, sampler.EpochLength);
            var unseen = index.Counts.Values.ToArray();
            var first = new long[classes];
            bool[] wasDrawn = new bool[index.DatasetLength];
            for (long draw = 0; draw < sampler.EpochLength || unseen.Any(count => count > 0); draw++)
            {
                int row = sampler.RowAt(draw);
                int classIndex = classOfRow[row];
                first[classIndex] += draw < sampler.EpochLength ? 1 : 0;
                if (!wasDrawn[row])
                {
                    wasDrawn[row] = true;
                    if (--unseen[classIndex] == 0)
                    {
                        until[classIndex].Add(plan.Classes[classIndex].EpochsUntilAllSeen!.Value, (draw + 1.0) / sampler.EpochLength);
                        if (unseen.All(count => count == 0))
                        {
                            until[classes].Add(plan.EpochsUntilAllSeen!.Value, (draw + 1.0) / sampler.EpochLength);
                        }
                    }
                }

                if (draw == sampler.EpochLength - 1)
                {
                    for (int c = 0; c < classes; c++)
                    {
                        seen[c].Add(plan.Classes[c].SeenShare, 1 - ((double)unseen[c] / index.Counts[c]));
                        drawn[c].Add(plan.Classes[c].DrawsPerEpoch, first[c]);
                    }
                }
            }
        }

        for (int c = 0; c < classes; c++)
        {
            drawn[c].AssertAsPlanned(0);
            seen[c].AssertAsPlanned(0);
            until[c].AssertAsPlanned(approximation);
            Assert.Equal(plan.Classes[c].DrawsPerEpoch / plan.EpochLength, plan.Classes[c].AchievedShare, 1e-12);
            Assert.Equal(plan.Classes[c].DrawsPerEpoch / index.Counts[c], plan.Classes[c].RepeatsPerRow, 1e-12);
        }

        until[classes].AssertAsPlanned(approximation);
        Assert.False(plan.IsExact);
    }

    [Fact]
    public void The_last_row_of_one_permutation_is_its_last_draw()
    {
        // A class that comes once in an epoch of its own: n draws, exactly.
        Assert.Equal(1, new RandomOverSampler(Indices.Sorted(7), 1).Plan.EpochsUntilAllSeen!.Value, 1e-8);
        Assert.Equal(1, new RandomUnderSampler(Indices.Sorted(1_000_000), 1).Plan.EpochsUntilAllSeen!.Value, 1e-8);

        // One row twice among 4 places: the first of them is the first, second or third draw in 3, 2 and 1 of 6 cases.
        Assert.Equal((3 + (2 * 2) + 3) / 6.0 / 4, new RandomOverSampler(Indices.Sorted(2, 1), 1).Plan.Classes[1].EpochsUntilAllSeen!.Value, 1e-8);
    }

    [Fact]
    public void Many_epochs_are_the_limit_of_few()
    {
        // 10 of n rows an epoch: the coupon collector's n·(ln n + 0.5772 + 1/(2n))/10 epochs for large n, less than 1 % below for these.
        foreach (int rows in (int[])[400, 4000, 400_000])
        {
            double expected = rows * (Math.Log(rows) + 0.57722) / 10;
            double planned = new RandomUnderSampler(Indices.Sorted(rows, 10), 1).Plan.Classes[0].EpochsUntilAllSeen!.Value;
            Assert.InRange(planned / expected, 0.985, 1.0005);
        }
    }

    [Fact]
    public void Classes_that_are_left_out_are_never_seen_and_empty_ones_need_nothing()
    {
        RowIndex index = Indices.Sorted(20, 0, 5);
        SamplerPlan plan = new RandomUnderSampler(index, 1, SamplingStrategy.Counts(("class 2", 0))).Plan;
        Assert.Equal(1, plan.Classes[0].EpochsUntilAllSeen!.Value, 1e-8);
        Assert.Equal((0, (double?)null), (plan.Classes[1].EpochsUntilAllSeen, plan.Classes[2].EpochsUntilAllSeen));
        Assert.Null(plan.EpochsUntilAllSeen);
        Assert.Equal((0, 0, 0), (plan.Classes[2].SeenShare, plan.Classes[2].TargetShare, plan.Classes[2].DrawsPerEpoch));
        Assert.Contains("never", plan.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_is_aligned()
    {
        const string expected = """
            class    rows  target  achieved  draws/epoch  repeats/row  seen in epoch 1  epochs until all seen
            Siamese   160  50.0 %    50.0 %        160.0         1.00          100.0 %                   1.00
            Birman     10  50.0 %    50.0 %        160.0        16.00          100.0 %                   0.17
            total     170                          320.0         1.88          100.0 %                   1.00
            expected values
            """;
        RowIndex index = RowIndex.OfSortedRows(new ClassCounts(new ClassSet("Siamese", "Birman"), 160, 10));
        Assert.Equal(expected, new RandomOverSampler(index, 42).Plan.ToString());
    }

    private static (RowIndex Index, int[] ClassOfRow) Rows(string kind) => kind switch
    {
        "over small" => Indices.Mixed(2, 1),
        "under" => Indices.Mixed(200, 20, 60),
        "under large" => Indices.Mixed(300, 2),
        "repeat factor even" => Indices.Mixed(48, 3),
        _ => Indices.Mixed(60, 12, 1, 25),
    };

    private static Sampler Create(string kind, RowIndex index, long seed) => kind switch
    {
        "over" or "over small" => new RandomOverSampler(index, seed),
        "over counts" => new RandomOverSampler(index, seed, SamplingStrategy.Counts(("class 1", 31), ("class 2", 2))),
        "under" or "under large" => new RandomUnderSampler(index, seed),
        "repeat factor" => new RepeatFactorSampler(index, seed, 0.4),
        "repeat factor even" => new RepeatFactorSampler(index, seed, new ClassWeights(index.Classes, 1, 2)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such sampler."),
    };

    private static SamplerPlan PlanOf(Sampler sampler) => sampler switch
    {
        RandomOverSampler over => over.Plan,
        RandomUnderSampler under => under.Plan,
        RepeatFactorSampler repeat => repeat.Plan,
        _ => throw new ArgumentOutOfRangeException(nameof(sampler)),
    };
}

namespace BalanceGen.Tests.Sampling;

/// <summary>What balanced samplers say of a class without drawing, against a run that is counted row by row.</summary>
public sealed class ForetoldDrawsTests
{
    // Shares that are fractions, with a short period; rounded shares, with one of 4,096; as many draws as rows; a class not drawn, one without rows.
    public static TheoryData<string> Kinds() => ["fractions", "rounded", "source", "left out", "scheduled", "scheduled once", "scheduled left out"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Draws_of_a_class_are_those_of_a_run_at_any_point(string kind)
    {
        (RowIndex index, int[] classOfRow) = Rows(kind);
        Sampler sampler = Create(kind, index);
        int[] rows = sampler.RowsOf(0, 20_001);
        int classes = index.Classes.Count;
        var drawn = new long[classes];
        for (int draws = 0; draws < rows.Length; draws++)
        {
            if (draws is > 0 and < 700 || draws % 509 == 0 || draws % 256 == 0 || draws == rows.Length - 1)
            {
                Assert.Equal(drawn, Enumerable.Range(0, classes).Select(classIndex => sampler.DrawsOf(classIndex, draws)));
            }

            drawn[classOfRow[rows[draws]]]++;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Draws_until_all_rows_of_a_class_are_seen_are_those_of_a_run(string kind)
    {
        (RowIndex index, int[] classOfRow) = Rows(kind);
        Sampler sampler = Create(kind, index);
        var unseen = index.Counts.Values.ToArray();
        long?[] until = [.. unseen.Select(count => count == 0 ? 0L : (long?)null)];
        var seen = new HashSet<int>();
        int[] rows = sampler.RowsOf(0, 20_000);
        for (int draw = 0; draw < rows.Length; draw++)
        {
            if (seen.Add(rows[draw]) && --unseen[classOfRow[rows[draw]]] == 0)
            {
                until[classOfRow[rows[draw]]] = draw + 1;
            }
        }

        Assert.Equal(until, Enumerable.Range(0, until.Length).Select(classIndex => sampler.DrawsUntilAllSeen(classIndex)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_plan_counts_in_its_own_epochs(string kind)
    {
        (RowIndex index, _) = Rows(kind);
        Sampler sampler = Create(kind, index);
        foreach (long draws in (long[])[1, 100, 257, 4096, 9999])
        {
            SamplerPlan plan = sampler.PlanOf(draws)!;
            foreach (ClassPlan of in plan.Classes)
            {
                Assert.Equal(of.Count == 0 ? 0 : Math.Min(1, of.DrawsPerEpoch / of.Count), of.SeenShare);
                Assert.Equal(sampler.DrawsUntilAllSeen(of.ClassIndex) / (double)draws, of.EpochsUntilAllSeen);
            }

            double?[] epochs = [.. plan.Classes.ToArray().Select(of => of.EpochsUntilAllSeen)];
            Assert.Equal(epochs.Contains(null) ? null : epochs.Max(), plan.EpochsUntilAllSeen);
        }
    }

    private static (RowIndex Index, int[] ClassOfRow) Rows(string kind) => kind switch
    {
        "source" => Indices.Mixed(900, 700, 31, 1),
        "left out" or "scheduled left out" => Indices.Mixed(900, 7, 0, 60),
        _ => Indices.Mixed(900, 257, 1, 60),
    };

    private static Sampler Create(string kind, RowIndex index) => kind switch
    {
        "fractions" => new BalancedSampler(index, 5, TargetDistribution.Of(0.3, 0.3, 0.2, 0.2)),
        "rounded" => new BalancedSampler(index, 5, TargetDistribution.SquareRoot),
        "source" => new BalancedSampler(index, 5, TargetDistribution.AsSource),
        "left out" => new BalancedSampler(index, 5, TargetDistribution.Of(0.875, 0, 0, 0.125)),
        "scheduled" => new BalancedSampler(index, 5).WithTarget(TargetDistribution.Of(0.1, 0.2, 0.3, 0.4), 50).WithTarget(TargetDistribution.SquareRoot, 333).WithTarget(TargetDistribution.Of(0.5, 0.25, 0.125, 0.125), 3000),
        "scheduled once" => new ScheduledBalancedSampler(index, 5, TargetSchedule.Steps(new TargetStep(0, TargetDistribution.Of(0.3, 0.3, 0.2, 0.2)))),
        "scheduled left out" => new BalancedSampler(index, 5, TargetDistribution.Of(0.5, 0.25, 0, 0.25)).WithTarget(TargetDistribution.Of(1, 0, 0, 0), 100),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such sampler."),
    };
}

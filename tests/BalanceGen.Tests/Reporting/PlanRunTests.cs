namespace BalanceGen.Tests.Reporting;

/// <summary>Plans against what the samplers then do, row by row, over many seeds: all rows, and where the rows lie class by class each class.</summary>
public sealed class PlanRunTests
{
    private const int FewestSeeds = 50;
    private const int MostSeeds = 200;
    private const double MostDraws = 3e5;

    public static TheoryData<string> Kinds() => [.. Plans.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_plan_is_what_happens_or_its_mean(string kind)
    {
        SamplerPlan first = PlanOf(Plans.Create(kind, 1));
        bool isEverySeen = first.EpochsUntilAllSeen is not null;
        int seeds = first.IsExact ? 3 : (int)Math.Clamp(MostDraws / ((first.EpochsUntilAllSeen ?? 1) * first.EpochLength), FewestSeeds, MostSeeds);
        int[] classOfRow = Plans.AreSorted(kind) ? [.. first.Classes.ToArray().SelectMany(of => Enumerable.Repeat(of.ClassIndex, (int)of.Count))] : [];

        // A plan that two seeds have in common is that of every seed; it may take longer than the run.
        bool isOfSeed = !AreSame(first, PlanOf(Plans.Create(kind, 2)));
        Mean[] seen = [.. Enumerable.Repeat(default(Mean), first.Classes.Length + 1)];
        Mean[] epochs = [.. seen];
        for (int seed = 1; seed <= seeds; seed++)
        {
            Sampler sampler = Plans.Create(kind, seed);
            SamplerPlan plan = isOfSeed ? PlanOf(sampler) : first;
            (int[] inFirstEpoch, double[] untilAllSeen) = Run(sampler, classOfRow, first.Classes.Length, isEverySeen);
            seen[^1].Add(plan.RowsSeenPerEpoch, inFirstEpoch[^1]);
            epochs[^1].Add(plan.EpochsUntilAllSeen ?? 0, Counted(untilAllSeen[^1]));
            foreach (ClassPlan of in plan.Classes)
            {
                seen[of.ClassIndex].Add(of.SeenShare * of.Count, inFirstEpoch[of.ClassIndex]);
                epochs[of.ClassIndex].Add(of.EpochsUntilAllSeen ?? 0, Counted(untilAllSeen[of.ClassIndex]));
            }
        }

        // The last means are those of all rows. What happens within a batch, and by chance to a class of a few batches' rows, no plan knows.
        double approximation = first.IsExact ? 0 : 0.01;
        double batch = BatchOf(Plans.Create(kind, 1)) / (double)first.EpochLength;
        for (int index = classOfRow.Length > 0 ? 0 : seen.Length - 1; index < seen.Length; index++)
        {
            seen[index].AssertAsPlanned(approximation);
            if (isEverySeen)
            {
                epochs[index].AssertAsPlanned(3 * approximation, batch);
            }
        }

        // Of draws without replacement whole epochs are planned.
        double Counted(double until) => kind.StartsWith("successive", StringComparison.Ordinal) || kind.StartsWith("race", StringComparison.Ordinal) ? Math.Ceiling(until) : until;
    }

    private static bool AreSame(SamplerPlan one, SamplerPlan other) =>
        one.RowsSeenPerEpoch == other.RowsSeenPerEpoch && one.EpochsUntilAllSeen == other.EpochsUntilAllSeen && one.Classes.SequenceEqual(other.Classes);

    private static SamplerPlan PlanOf(Sampler sampler) => sampler.PlanOf(sampler.EpochLength)!;

    private static int BatchOf(Sampler sampler) => sampler switch
    {
        MinimumQuotaSampler quotas => quotas.BatchSize,
        ClassAwareSampler classAware => classAware.BatchSize,
        StratifiedRandomSampler stratified => stratified.BatchSize,
        _ => 0,
    };

    /// <summary>By class, and of all rows at the end, the rows that the first epoch sees, and the epochs until all rows were seen.</summary>
    private static (int[] InFirstEpoch, double[] UntilAllSeen) Run(Sampler sampler, int[] classOfRow, int classes, bool untilAllSeen)
    {
        var isSeen = new bool[sampler.DatasetLength];
        var rows = new int[sampler.EpochLength];
        var inFirstEpoch = new int[classes + 1];
        var lastSeen = new double[classes + 1];
        int seen = 0;
        for (long epoch = 0; epoch == 0 || (untilAllSeen && seen < sampler.RowCount); epoch++)
        {
            sampler.Fill(epoch * rows.Length, rows);
            for (int draw = 0; draw < rows.Length; draw++)
            {
                if (!isSeen[rows[draw]])
                {
                    isSeen[rows[draw]] = true;
                    seen++;
                    foreach (int index in classOfRow.Length > 0 ? (int[])[classOfRow[rows[draw]], classes] : [classes])
                    {
                        inFirstEpoch[index] += epoch == 0 ? 1 : 0;
                        lastSeen[index] = epoch + ((draw + 1.0) / rows.Length);
                    }
                }
            }
        }

        return (inFirstEpoch, lastSeen);
    }
}

namespace BalanceGen.Reporting;

/// <summary>What a sampler will do, before it runs: the achieved shares, the repeats of a row, and how much of the data is seen.</summary>
/// <remarks>Immutable and thread-safe. No figure is NaN or infinite.</remarks>
public sealed class SamplerPlan
{
    private readonly ClassPlan[] _classes;

    internal SamplerPlan(ClassCounts counts, long epochLength, bool isExact, double? epochsUntilAllSeen, ClassPlan[] classes)
    {
        Counts = counts;
        EpochLength = epochLength;
        IsExact = isExact;
        EpochsUntilAllSeen = epochsUntilAllSeen;
        _classes = classes;
    }

    /// <summary>All rows are seen with those of the class that is last.</summary>
    internal SamplerPlan(ClassCounts counts, long epochLength, bool isExact, ClassPlan[] classes)
        : this(counts, epochLength, isExact, HasUnseenRows(classes) ? null : classes.Max(plan => plan.EpochsUntilAllSeen), classes)
    {
    }

    /// <summary>A plan of expectations. When all rows are seen is asked only where they are.</summary>
    internal SamplerPlan(ClassCounts counts, long epochLength, ClassPlan[] classes, Func<double> epochsUntilAllSeen)
        : this(counts, epochLength, isExact: false, HasUnseenRows(classes) ? null : epochsUntilAllSeen(), classes)
    {
    }

    /// <summary>The number of rows of each class.</summary>
    public ClassCounts Counts { get; }

    /// <summary>The number of draws in an epoch.</summary>
    public long EpochLength { get; }

    /// <summary>Whether the figures are what will happen, rather than its expectation.</summary>
    public bool IsExact { get; }

    /// <summary>
    /// After how many epochs every row was seen, as a fraction of epochs (1.88: in the second epoch); null where some row is never drawn.
    /// </summary>
    public double? EpochsUntilAllSeen { get; }

    /// <summary>The figures of each class, by class index.</summary>
    public ReadOnlySpan<ClassPlan> Classes => _classes;

    /// <summary>The number of different rows that the first epoch sees, or its expectation.</summary>
    public double RowsSeenPerEpoch => _classes.Sum(plan => plan.SeenShare * plan.Count);

    /// <summary>The largest difference between the share that a class gets in the long run and the share that was asked for.</summary>
    public double LargestShareError => _classes.Max(plan => Math.Abs(plan.AchievedShare - plan.TargetShare));

    /// <summary>An aligned table with a line for each class and a summary. Of more than 40 classes it shows the first 20 and the last 10; see <see cref="ToFullString"/>.</summary>
    public override string ToString() => Text(whole: false);

    /// <summary>The same table with a line for every class.</summary>
    public string ToFullString() => Text(whole: true);

    /// <summary>
    /// The shares of the draws, as a target: what a model is trained with. For an interleaved sampler, the shares of its samplers.
    /// Allocates the target.
    /// </summary>
    public TargetDistribution AchievedTarget => TargetDistribution.Proportional([.. _classes.Select(plan => plan.AchievedShare)]);

    /// <summary>Whether the lines of the plan are the samplers of a mix and not classes.</summary>
    internal bool IsOfSamplers { get; init; }

    /// <summary>
    /// The correction of a model that was trained on these draws, for the shares that it will meet. O(classes); see <see cref="PosteriorCorrection"/> for class weights and logit
    /// priors that were used as well.
    /// </summary>
    /// <param name="deployment">
    /// The shares of the deployment: <see cref="TargetDistribution.AsSource"/> if the data set has the world's proportions; otherwise
    /// <see cref="TargetDistribution.Of(ReadOnlySpan{double})"/>.
    /// </param>
    /// <exception cref="ArgumentException">The plan knows no classes, as that of a <see cref="RandomSampler"/>; or a class of the deployment is never drawn.</exception>
    /// <exception cref="InvalidOperationException">The plan is that of a mix of samplers: it has the shares of the samplers and not those of the classes.</exception>
    /// <exception cref="EmptyClassException">The deployment has a class of which there are no rows.</exception>
    /// <exception cref="ClassMismatchException">The distribution is for another number of classes.</exception>
    public PosteriorCorrection CorrectionTo(TargetDistribution deployment) => IsOfSamplers
        ? throw new InvalidOperationException("The lines of this plan are samplers, not classes. Use PosteriorCorrection.Of with the class shares of the mix.")
        : PosteriorCorrection.Of(Counts, AchievedTarget, deployment);

    private string Text(bool whole)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        var table = new AlignedTable("class", "rows", "target", "achieved", "draws/epoch", "repeats/row", "seen in epoch 1", "epochs until all seen");
        foreach (ClassPlan plan in _classes)
        {
            table.Add(
                Counts.Classes[plan.ClassIndex],
                Figures.Count(plan.Count),
                Figures.Percent(plan.TargetShare),
                Figures.Percent(plan.AchievedShare),
                plan.DrawsPerEpoch.ToString("N1", culture),
                plan.RepeatsPerRow.ToString("N2", culture),
                Figures.Percent(plan.SeenShare),
                plan.Count == 0 ? "" : Epochs(plan.EpochsUntilAllSeen));
        }

        table.AddBelow(
            "total",
            Figures.Count(Counts.Total),
            "",
            "",
            EpochLength.ToString("N1", culture),
            (EpochLength / (double)Counts.Total).ToString("N2", culture),
            Figures.Percent(RowsSeenPerEpoch / Counts.Total),
            Epochs(EpochsUntilAllSeen));
        return $"{table.ToString(whole)}\n{(IsExact ? "exact" : "expected values")}";
    }

    private static string Epochs(double? epochs) => epochs?.ToString("N2", CultureInfo.InvariantCulture) ?? "never";

    private static bool HasUnseenRows(ClassPlan[] classes) => Array.Exists(classes, plan => plan.EpochsUntilAllSeen is null);
}

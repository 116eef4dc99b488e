namespace BalanceGen.Sampling;

/// <summary><see cref="ScheduledBalancedSampler"/> for any number of rows: a balanced sampler of places whose target changes with the epochs.</summary>
/// <remarks>
/// Between two switch points it draws as <see cref="BalancedPlaceSampler"/> does. The visits of a class are counted across switches, so that at every point two rows
/// of a class were drawn equally often, give or take one. For counts that fit into a row index the draws are those of <see cref="ScheduledBalancedSampler"/>. The
/// phases are part of the configuration, and so of the state. A draw is O(1). The first draw of a phase is O(period · log classes), and only this draw allocates.
/// Thread-safe.
/// </remarks>
public sealed class ScheduledPlaceSampler : PlaceSampler
{
    private readonly PhasedVisits _visits;

    // What a run remembers, taken for the time of a call. A concurrent second caller makes its own.
    private PlaceRun? _run;

    /// <summary>A balanced sampler of places that follows a schedule. O(phases · period · log classes), independent of the number of rows.</summary>
    /// <param name="counts">The number of rows of each class.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="schedule">The target of each epoch.</param>
    /// <param name="zeroCounts">What happens where a target asks for rows of a class that has none.</param>
    /// <param name="epochLength">The number of draws in an epoch, 1 or more; the number of rows by default. The switch points are multiples of it.</param>
    /// <exception cref="EmptyDatasetException">There are no rows.</exception>
    /// <exception cref="EmptyClassException">A target asks for rows of a class that has none, and the policy is to throw.</exception>
    /// <exception cref="ClassMismatchException">A target has another number of shares than there are classes.</exception>
    /// <exception cref="ShareTooSmallException">A share above 0 is below half a draw in the longest period; see <see cref="BalancedSampler"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epochLength"/> is less than 1.</exception>
    /// <exception cref="OverflowException">A switch point exceeds 2^63 − 1.</exception>
    public ScheduledPlaceSampler(
        ClassCounts counts, long seed, TargetSchedule schedule, ZeroCountPolicy zeroCounts = default, long? epochLength = null)
        : base(WithRows(counts, "A balanced sampler"), seed, Sampler.EpochOf(epochLength, counts.Total, nameof(epochLength)))
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ZeroCounts = zeroCounts;
        var hasher = new ConfigurationHasher(nameof(ScheduledPlaceSampler));
        hasher.AddRows(counts.Values);
        hasher.AddOption(epochLength ?? 0);
        _visits = new PhasedVisits(counts, seed, zeroCounts, schedule.Phases(EpochLength, counts, zeroCounts));
        _visits.AddTo(ref hasher);
        ConfigurationHash = hasher.Hash;
    }

    /// <inheritdoc/>
    public override ulong ConfigurationHash { get; }

    /// <summary>What happens if a target asks for rows of a class without rows.</summary>
    public ZeroCountPolicy ZeroCounts { get; }

    /// <summary>
    /// What the sampler will do, exactly: target and achieved shares of the last phase, the draws of the first draws, and when every row was seen. Allocates the plan.
    /// </summary>
    /// <param name="draws">The number of draws, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="draws"/> is less than 1.</exception>
    /// <exception cref="OverflowException">The last row of a class is drawn beyond draw 2^63 − 1.</exception>
    public override SamplerPlan PlanFor(long draws)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        return _visits.PlanOf(draws);
    }

    /// <inheritdoc/>
    public override void Fill(long firstDraw, Span<ClassPlace> places)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        PlaceRun run = Interlocked.Exchange(ref _run, null) ?? new PlaceRun(Counts, Seed);
        run.FillVisits(_visits, firstDraw, places);
        run.Places.Replace(places);
        _run = run;
    }
}

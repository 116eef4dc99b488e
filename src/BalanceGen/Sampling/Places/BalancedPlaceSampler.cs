namespace BalanceGen.Sampling;

/// <summary>
/// <see cref="BalancedSampler"/> for any number of rows: exact class shares at every point of the sequence, and every row of a class before any row of it again,
/// from the counts alone.
/// </summary>
/// <remarks>
/// <para>
/// After any number t of draws the number of draws of class c is less than 1 away from p_c·t, where p_c is <see cref="ClassPlan.AchievedShare"/>. The k-th draw of a class with n
/// rows is place k mod n of a permutation that belongs to the seed, the class and k div n. For counts that fit into a row index the draws are
/// those of <see cref="BalancedSampler"/> with the same seed and target: the same classes, and the same row of each.
/// </para>
/// <para>
/// Up to 2^63 − 1 rows. A draw is O(1), also after a seek. Memory: that of the class order (see <see cref="BalancedSampler"/>) and about 220 bytes per class, or up to 1.1
/// kB per class of up to 256 rows. If that exceeds 64 MB, nothing is kept, and a draw costs some hundred nanoseconds more. Thread-safe.
/// </para>
/// </remarks>
public sealed class BalancedPlaceSampler : PlaceSampler
{
    private readonly PhasedVisits _visits;

    // What a run remembers, taken for the time of a call. A concurrent second caller makes its own.
    private PlaceRun? _run;

    /// <summary>A balanced sampler of places by counts. O(period · log classes), independent of the number of rows.</summary>
    /// <param name="counts">The number of rows of each class.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="target">In which proportion the classes are drawn; uniform by default.</param>
    /// <param name="zeroCounts">What happens where the target asks for rows of a class that has none.</param>
    /// <param name="epochLength">The number of draws in an epoch, 1 or more; the number of rows by default. It does not change the draws.</param>
    /// <exception cref="EmptyDatasetException">There are no rows.</exception>
    /// <exception cref="EmptyClassException">The target asks for rows of a class that has none, and the policy is to throw.</exception>
    /// <exception cref="ClassMismatchException">The target has another number of shares than there are classes.</exception>
    /// <exception cref="ShareTooSmallException">A share above 0 is below half a draw in the longest period; see <see cref="BalancedSampler"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epochLength"/> is less than 1.</exception>
    public BalancedPlaceSampler(
        ClassCounts counts, long seed, TargetDistribution? target = null, ZeroCountPolicy zeroCounts = default, long? epochLength = null)
        : base(WithRows(counts, "A balanced sampler"), seed, Sampler.EpochOf(epochLength, counts.Total, nameof(epochLength)))
    {
        Target = target ?? TargetDistribution.Uniform;
        ZeroCounts = zeroCounts;
        var hasher = new ConfigurationHasher(nameof(BalancedPlaceSampler));
        hasher.AddRows(counts.Values);
        hasher.AddOption(epochLength ?? 0);
        _visits = new PhasedVisits(counts, seed, zeroCounts, [(0, Target)]);
        _visits.AddTo(ref hasher);
        ConfigurationHash = hasher.Hash;
    }

    /// <inheritdoc/>
    public override ulong ConfigurationHash { get; }

    /// <summary>In which proportion the classes were asked for; see <see cref="ClassPlan.AchievedShare"/> for what they get.</summary>
    public TargetDistribution Target { get; }

    /// <summary>What happens if the target asks for rows of a class without rows.</summary>
    public ZeroCountPolicy ZeroCounts { get; }

    /// <summary>What the sampler will do in its first draws, exactly. O(classes + period); allocates the plan.</summary>
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

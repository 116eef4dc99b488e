namespace BalanceGen.Sampling;

/// <summary>
/// A balanced sampler whose target changes at stated draws: by a schedule over the epochs (<see cref="TargetSchedule"/>), or in the middle of a run
/// (<see cref="WithTarget"/>).
/// </summary>
/// <remarks>
/// <para>
/// Between two switch points it draws as <see cref="BalancedSampler"/> does: after any t draws of a phase the number of its draws of class c is less than 1 away from
/// p_c·t with the phase's own share p_c. A phase does not make up for the remainder of the phase before: after the draws of k phases the deviation from the sum of the
/// phases' shares is less than k. A switch does not affect rows. The visits of a class are counted across phases, so at every point, before and after any switch, two rows
/// of a class were drawn equally often, give or take one.
/// </para>
/// <para>
/// The phases are part of the configuration, and so of the state: a state of another schedule is refused. A draw is O(1), O(period · log classes) at the
/// first draw of a phase. Memory: 8 bytes per class for each phase, the class orders of up to four phases, and the memory of <see cref="BalancedSampler"/>. Only the first
/// draw of a phase allocates. Thread-safe.
/// </para>
/// </remarks>
[CorrectsImbalance, RepeatsRows]
public sealed class ScheduledBalancedSampler : Sampler
{
    private readonly RowIndex _index;
    private readonly PhasedVisits _visits;
    private readonly PermutedClass[] _classes;

    /// <summary>By class index, the place of the class in the list of those with rows; without meaning for the others, which are never drawn.</summary>
    private readonly int[] _placeOfClass;

    // What a call remembers, taken for its time. A concurrent second caller makes its own.
    private ScheduledRun? _run;

    /// <summary>A balanced sampler that follows a schedule. O(phases · period · log classes), independent of the number of rows.</summary>
    /// <param name="index">The row index.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="schedule">The target of each epoch.</param>
    /// <param name="zeroCounts">What happens where a target asks for rows of a class that has none.</param>
    /// <param name="epochLength">The number of draws in an epoch, 1 or more; the number of rows by default. The switch points are multiples of it.</param>
    /// <exception cref="EmptyDatasetException">The index has no rows.</exception>
    /// <exception cref="EmptyClassException">A target asks for rows of a class that has none, and the policy is to throw.</exception>
    /// <exception cref="ClassMismatchException">A target has another number of shares than the index has classes.</exception>
    /// <exception cref="ShareTooSmallException">A share above 0 is below half a draw in the longest period; see <see cref="BalancedSampler"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epochLength"/> is less than 1.</exception>
    /// <exception cref="OverflowException">A switch point exceeds 2^63 − 1.</exception>
    public ScheduledBalancedSampler(
        RowIndex index, long seed, TargetSchedule schedule, ZeroCountPolicy zeroCounts = default, long? epochLength = null)
        : this(index, seed, zeroCounts, EpochOf(epochLength, WithRows(index, "A balanced sampler").RowCount, nameof(epochLength)), schedule)
    {
    }

    private ScheduledBalancedSampler(RowIndex index, long seed, ZeroCountPolicy zeroCounts, long epochLength, TargetSchedule schedule)
        : this(index, seed, zeroCounts, epochLength, Targets(schedule, index.Counts, zeroCounts, epochLength))
    {
    }

    internal ScheduledBalancedSampler(
        RowIndex index, long seed, ZeroCountPolicy zeroCounts, long epochLength, IEnumerable<(long FirstDraw, TargetDistribution Target)> targets)
        : base(index, seed, epochLength)
    {
        _index = index;
        ZeroCounts = zeroCounts;
        _placeOfClass = new int[index.Classes.Count];
        int[] withRows = [.. Enumerable.Range(0, _placeOfClass.Length).Where(classIndex => Counts[classIndex] > 0)];
        for (int place = 0; place < withRows.Length; place++)
        {
            _placeOfClass[withRows[place]] = place;
        }

        _classes = PermutedClass.Of(index, withRows);
        var hasher = new ConfigurationHasher(nameof(ScheduledBalancedSampler));
        hasher.AddRows(index);
        hasher.AddOption(EpochLength);
        _visits = new PhasedVisits(Counts, seed, zeroCounts, targets);
        _visits.AddTo(ref hasher);
        ConfigurationHash = hasher.Hash;
    }

    /// <inheritdoc/>
    public override ulong ConfigurationHash { get; }

    /// <summary>The number of rows of each class.</summary>
    public ClassCounts Counts => _index.Counts;

    /// <summary>What happens if a target asks for rows of a class without rows.</summary>
    public ZeroCountPolicy ZeroCounts { get; }

    /// <summary>
    /// The same sampler up to a draw, with another target from that draw on. Draws before it are the same ones, so that rows that were fetched ahead stay
    /// good; what was fetched beyond it is to be fetched again.
    /// </summary>
    /// <param name="target">The target from that draw on, for good: later steps of the schedule are dropped.</param>
    /// <param name="fromDraw">The draw at which it takes effect, 1 or more.</param>
    /// <returns>A sampler with another configuration hash, which tells states before the change from states after it.</returns>
    /// <remarks>
    /// A state of the sampler before the change is refused by the one after it. To go on where the one before stops, at draw t = <paramref name="fromDraw"/> or
    /// earlier, resume from <c>after.StateAt(t)</c>: draws up to there are the same, so that none is lost or repeated. With a loader choose a draw behind the batches that it has
    /// fetched, on a boundary of batches.
    /// </remarks>
    /// <exception cref="EmptyClassException">The target asks for rows of a class that has none, and the policy is to throw.</exception>
    /// <exception cref="ClassMismatchException">The target has another number of shares than the index has classes.</exception>
    /// <exception cref="ShareTooSmallException">A share above 0 is below half a draw in the longest period; see <see cref="BalancedSampler"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fromDraw"/> is less than 1.</exception>
    public ScheduledBalancedSampler WithTarget(TargetDistribution target, long fromDraw)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentOutOfRangeException.ThrowIfLessThan(fromDraw, 1);
        return new ScheduledBalancedSampler(
            _index,
            Seed,
            ZeroCounts,
            EpochLength,
            _visits.Phases.Where(phase => phase.FirstDraw < fromDraw).Select(phase => (phase.FirstDraw, phase.Target)).Append((fromDraw, target)));
    }

    /// <inheritdoc/>
    public override void Fill(long firstDraw, Span<int> rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        ScheduledRun memory = Interlocked.Exchange(ref _run, null) ?? new ScheduledRun(Seed, _classes);
        int number = _visits.PhaseOf(firstDraw);
        Span<int> positions = rows;
        while (!positions.IsEmpty)
        {
            BalancedPhase phase = _visits.Phases[number];
            int run = _visits.RunOf(number, firstDraw, positions.Length);
            FillRun(memory.Rows.Visits, memory.Turns.Of(number, _visits.ScheduleOf(number)), phase, firstDraw - phase.FirstDraw, positions[..run]);
            positions = positions[run..];
            firstDraw += run;
            number++;
        }

        new RowLookup(_index.SortedRows).Read(rows);
        _run = memory;
    }

    /// <summary>The draws at which another target takes effect, ascending; the first is 0.</summary>
    public IReadOnlyList<long> SwitchPoints => [.. _visits.Phases.Select(phase => phase.FirstDraw)];

    /// <summary>
    /// What the sampler will do, exactly: target and achieved shares of the last phase, the draws of the first epoch, and when every row was seen. O(phases · period + classes · period); allocates the plan.
    /// </summary>
    public SamplerPlan Plan => PlanOf(EpochLength);

    /// <summary>The share of the draws that a class really gets at a draw's target.</summary>
    /// <param name="classIndex">A class index of [0, class count).</param>
    /// <param name="draw">The draw, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public double AchievedShare(int classIndex, long draw) => _visits.AchievedShare(classIndex, draw);

    /// <summary>How often a class is drawn in the first draws. O(classes + period).</summary>
    /// <param name="classIndex">A class index of [0, class count).</param>
    /// <param name="draws">The number of draws, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public long DrawsOf(int classIndex, long draws) => _visits.DrawsOf(classIndex, draws);

    /// <summary>
    /// The least number of draws after which every row of a class was drawn, or null if the class has rows and that never happens;
    /// 0 for a class without rows. O(phases + period).
    /// </summary>
    /// <param name="classIndex">A class index of [0, class count).</param>
    /// <exception cref="ArgumentOutOfRangeException">The class index is outside that range.</exception>
    public long? DrawsUntilAllSeen(int classIndex) => _visits.DrawsUntilAllSeen(classIndex, new VisitFinder(_visits));

    // Visits, which are counted across phases: the k-th draw of a class of n rows is visit k div n of its row.
    /// <inheritdoc/>
    public override VisitNumbering VisitNumbering => VisitNumbering.Exact;

    /// <inheritdoc/>
    public override void FillVisits(long firstDraw, Span<long> visits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        ScheduledRun memory = Interlocked.Exchange(ref _run, null) ?? new ScheduledRun(Seed, _classes);
        for (int number = _visits.PhaseOf(firstDraw); !visits.IsEmpty; number++)
        {
            BalancedPhase phase = _visits.Phases[number];
            int run = _visits.RunOf(number, firstDraw, visits.Length);
            FillVisits(phase, memory.Turns.Of(number, _visits.ScheduleOf(number)), firstDraw - phase.FirstDraw, visits[..run]);
            visits = visits[run..];
            firstDraw += run;
        }

        _run = memory;
    }

    internal override SamplerPlan PlanOf(long draws) => _visits.PlanOf(draws);

    private static IEnumerable<(long FirstDraw, TargetDistribution Target)> Targets(
        TargetSchedule schedule, ClassCounts counts, ZeroCountPolicy zeroCounts, long epochLength)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return schedule.Phases(epochLength, counts, zeroCounts);
    }

    private void FillRun(VisitLookup lookup, ClassTurns turns, BalancedPhase phase, long draw, Span<int> positions)
    {
        while (!positions.IsEmpty)
        {
            ReadOnlySpan<int> places = turns.Read(draw, positions.Length, out ReadOnlySpan<long> visits);
            for (int turn = 0; turn < places.Length; turn++)
            {
                int classIndex = phase.Quotas.Classes[places[turn]];
                positions[turn] = lookup.PositionOf(_placeOfClass[classIndex], phase.VisitsBefore[classIndex] + visits[turn]);
            }

            positions = positions[places.Length..];
            draw += places.Length;
        }
    }

    private void FillVisits(BalancedPhase phase, ClassTurns turns, long draw, Span<long> visits)
    {
        while (!visits.IsEmpty)
        {
            ReadOnlySpan<int> places = turns.Read(draw, visits.Length, out ReadOnlySpan<long> ofPhase);
            for (int turn = 0; turn < places.Length; turn++)
            {
                int classIndex = phase.Quotas.Classes[places[turn]];
                visits[turn] = (phase.VisitsBefore[classIndex] + ofPhase[turn]) / _classes[_placeOfClass[classIndex]].Count;
            }

            visits = visits[places.Length..];
            draw += places.Length;
        }
    }
}

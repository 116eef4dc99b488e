namespace BalanceGen.Sampling;

/// <summary>
/// The exact class order of one or more phases, by counts alone: which class a draw takes, and the how manieth draw of the class it is. The classes are
/// those of <see cref="BalancedSampler"/> and <see cref="ScheduledBalancedSampler"/>, or the samplers of an <see cref="InterleavedSampler"/>.
/// </summary>
internal sealed class PhasedVisits
{
    /// <summary>Of how many phases the class order is kept.</summary>
    public const int KeptSchedules = 4;

    private readonly long _seed;
    private readonly ClassCounts _counts;
    private readonly ZeroCountPolicy _zeroCounts;
    private readonly List<BalancedPhase> _phases = [];

    // The schedule of phase i is kept at i mod 4 until another phase needs the place.
    private readonly KeptSchedule?[] _schedules = new KeptSchedule?[KeptSchedules];

    public PhasedVisits(
        ClassCounts counts, long seed, ZeroCountPolicy zeroCounts, IEnumerable<(long FirstDraw, TargetDistribution Target)> targets)
    {
        _seed = seed;
        _counts = counts;
        _zeroCounts = zeroCounts;
        foreach ((long firstDraw, TargetDistribution target) in targets)
        {
            Add(firstDraw, target);
        }
    }

    /// <summary>The order in which each class has a given number of draws and then none: the others take its turns in proportion to their shares.</summary>
    /// <param name="counts">The counts of the classes, for shares that follow them.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="shares">The shares as long as no class is exhausted.</param>
    /// <param name="visits">By class index, how many draws a class has, 1 or more.</param>
    /// <param name="end">The number of the draws of all classes with a share.</param>
    public static PhasedVisits UntilExhausted(ClassCounts counts, long seed, TargetDistribution shares, ReadOnlySpan<long> visits, out long end)
    {
        var order = new PhasedVisits(counts, seed, default, [(0, shares)]);
        double[] left = shares.Resolve(counts, default);
        while (true)
        {
            BalancedPhase phase = order._phases[^1];
            var finder = new TurnFinder(order.ScheduleOf(phase.Number));
            end = long.MaxValue;
            int exhausted = 0;
            for (int place = 0; place < phase.Quotas.Classes.Length; place++)
            {
                int classIndex = phase.Quotas.Classes[place];
                long ofClass = checked(phase.FirstDraw + finder.DrawOf(place, visits[classIndex] - 1 - phase.VisitsBefore[classIndex]) + 1);
                (end, exhausted) = ofClass < end ? (ofClass, classIndex) : (end, exhausted);
            }

            left[exhausted] = 0;
            if (phase.Quotas.Classes.Length == 1)
            {
                return order;
            }

            order.Add(end, TargetDistribution.Proportional(left));
        }
    }

    /// <summary>The phases in the order of their first draws; the first starts at 0.</summary>
    public IReadOnlyList<BalancedPhase> Phases => _phases;

    /// <summary>Adds the phases to the hash of a configuration: where each begins, and its whole numbers.</summary>
    public void AddTo(ref ConfigurationHasher hasher)
    {
        foreach (BalancedPhase phase in _phases)
        {
            hasher.AddTarget(phase.FirstDraw);
            hasher.AddTarget([.. phase.Quotas.Classes.Select(classIndex => (long)classIndex)]);
            hasher.AddTarget([.. phase.Quotas.Quotas.Select(quota => (long)quota)]);
        }
    }

    /// <summary>Writes the class and the number of the visit of consecutive draws.</summary>
    /// <param name="memory">What the last call of this user remembered.</param>
    /// <param name="firstDraw">The first draw.</param>
    /// <param name="visits">Receives one class and visit a draw.</param>
    public void Fill(KeptTurns memory, long firstDraw, Span<ClassPlace> visits)
    {
        int phase = PhaseOf(firstDraw);
        while (!visits.IsEmpty)
        {
            int run = RunOf(phase, firstDraw, visits.Length);
            FillRun(_phases[phase], memory.Of(phase, ScheduleOf(phase)), firstDraw - _phases[phase].FirstDraw, visits[..run]);
            visits = visits[run..];
            firstDraw += run;
            phase++;
        }
    }

    /// <summary>The share that a class gets at a draw.</summary>
    public double AchievedShare(int classIndex, long draw)
    {
        RefuseOther(classIndex);
        ArgumentOutOfRangeException.ThrowIfNegative(draw);
        ClassQuotas quotas = _phases[PhaseOf(draw)].Quotas;
        int place = Array.BinarySearch(quotas.Classes, classIndex);
        return place < 0 ? 0 : (double)quotas.Quotas[place] / quotas.Period;
    }

    /// <summary>By class index, how many of the first draws take the class. O(classes + period).</summary>
    public long[] VisitsUntil(long draws)
    {
        int phase = PhaseOf(draws);
        return _phases[phase].VisitsUntil(draws, ScheduleOf(phase));
    }

    /// <summary>What is drawn in the first draws, exactly. O(phases · (classes + period)).</summary>
    public SamplerPlan PlanOf(long draws)
    {
        double[] target = _phases[^1].Target.Resolve(_counts, _zeroCounts);
        ClassQuotas last = _phases[^1].Quotas;
        long[] ofClasses = VisitsUntil(draws);
        var finder = new VisitFinder(this);
        var classes = new ClassPlan[target.Length];
        for (int index = 0; index < classes.Length; index++)
        {
            int place = Array.BinarySearch(last.Classes, index);
            double achieved = place < 0 ? 0 : (double)last.Quotas[place] / last.Period;
            double? epochs = (double?)DrawsUntilAllSeen(index, finder) / draws;
            double seen = _counts[index] == 0 ? 0 : Math.Min(1, (double)ofClasses[index] / _counts[index]);
            classes[index] = new ClassPlan(index, _counts[index], target[index], achieved, ofClasses[index], seen, epochs);
        }

        return new SamplerPlan(_counts, draws, isExact: true, classes);
    }

    /// <summary>How many of the first draws take a class. O(classes + period).</summary>
    public long DrawsOf(int classIndex, long draws)
    {
        RefuseOther(classIndex);
        ArgumentOutOfRangeException.ThrowIfNegative(draws);
        return VisitsUntil(draws)[classIndex];
    }

    /// <summary>The least number of draws after which all rows of a class were drawn; 0 without rows, null for never.</summary>
    public long? DrawsUntilAllSeen(int classIndex, VisitFinder finder)
    {
        // The last row is seen by visit n − 1.
        long count = _counts[classIndex];
        return count == 0 ? 0 : checked(finder.DrawOf(classIndex, count - 1) + 1);
    }

    /// <summary>The number of the phase of a draw.</summary>
    public int PhaseOf(long draw)
    {
        int first = 0;
        int end = _phases.Count;
        while (end - first > 1)
        {
            int middle = (first + end) / 2;
            (first, end) = _phases[middle].FirstDraw <= draw ? (middle, end) : (first, middle);
        }

        return first;
    }

    /// <summary>The class order of a phase, made when it is first asked for; that of four phases is kept.</summary>
    public ClassSchedule ScheduleOf(int phase)
    {
        KeptSchedule? kept = Volatile.Read(ref _schedules[phase % KeptSchedules]);
        if (kept?.Phase != phase)
        {
            kept = new KeptSchedule(phase, new ClassSchedule(_phases[phase].Quotas.Quotas, _seed, phase));
            Volatile.Write(ref _schedules[phase % KeptSchedules], kept);
        }

        return kept.Schedule;
    }

    /// <summary>How many draws from a draw on are of its phase, at most as many as are asked for.</summary>
    public int RunOf(int phase, long firstDraw, int draws) =>
        phase == _phases.Count - 1 ? draws : (int)Math.Min(_phases[phase + 1].FirstDraw - firstDraw, draws);

    private void RefuseOther(int classIndex) =>
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)classIndex, (uint)_counts.Classes.Count, nameof(classIndex));

    private void Add(long firstDraw, TargetDistribution target)
    {
        long[] visits = _phases.Count == 0
            ? new long[_counts.Classes.Count]
            : _phases[^1].VisitsUntil(firstDraw, new ClassSchedule(_phases[^1].Quotas.Quotas, _seed, _phases.Count - 1));
        _phases.Add(new BalancedPhase(_phases.Count, firstDraw, target, ClassQuotas.Of(_counts, target, _zeroCounts), visits));
    }

    private static void FillRun(BalancedPhase phase, ClassTurns turns, long draw, Span<ClassPlace> visits)
    {
        int[] classes = phase.Quotas.Classes;
        long[] before = phase.VisitsBefore;
        while (!visits.IsEmpty)
        {
            ReadOnlySpan<int> places = turns.Read(draw, visits.Length, out ReadOnlySpan<long> numbers);
            for (int turn = 0; turn < places.Length; turn++)
            {
                int classIndex = classes[places[turn]];
                visits[turn] = new ClassPlace(classIndex, before[classIndex] + numbers[turn]);
            }

            visits = visits[places.Length..];
            draw += places.Length;
        }
    }

    private sealed record KeptSchedule(int Phase, ClassSchedule Schedule);
}

namespace BalanceGen.Sampling;

/// <summary>
/// The exact class order of one or more phases, by counts alone: which class a draw takes, and the how manieth draw of the class it is. The classes are
/// those of <see cref="BalancedSampler"/> and <see cref="ScheduledBalancedSampler"/>.
/// </summary>
internal sealed class PhasedVisits
{
    private const int KeptSchedules = 4;

    private readonly long _seed;
    private readonly ClassCounts _counts;
    private readonly ZeroCountPolicy _zeroCounts;
    private readonly BalancedPhase[] _phases;

    // The schedule of phase i is kept at i mod 4 until another phase needs the place.
    private readonly KeptSchedule?[] _schedules = new KeptSchedule?[KeptSchedules];

    public PhasedVisits(
        ClassCounts counts, long seed, ZeroCountPolicy zeroCounts, IEnumerable<(long FirstDraw, TargetDistribution Target)> targets, ref ConfigurationHasher hasher)
    {
        _seed = seed;
        _counts = counts;
        _zeroCounts = zeroCounts;
        var phases = new List<BalancedPhase>();
        foreach ((long firstDraw, TargetDistribution target) in targets)
        {
            long[] visits = phases.Count == 0
                ? new long[counts.Classes.Count]
                : phases[^1].VisitsUntil(seed, firstDraw, ClassSchedule.Of(phases[^1].Quotas.Quotas, seed));
            var quotas = ClassQuotas.Of(counts, target, zeroCounts);
            phases.Add(new BalancedPhase(phases.Count, firstDraw, target, quotas, visits));
            hasher.Add(firstDraw);
            hasher.Add([.. quotas.Classes.Select(classIndex => (long)classIndex)]);
            hasher.Add([.. quotas.Quotas.Select(quota => (long)quota)]);
        }

        _phases = [.. phases];
    }

    /// <summary>The phases in the order of their first draws; the first starts at 0.</summary>
    public IReadOnlyList<BalancedPhase> Phases => _phases;

    /// <summary>Writes the class and the number of the visit of consecutive draws.</summary>
    public void Fill(long firstDraw, Span<ClassPlace> visits)
    {
        int phase = PhaseOf(firstDraw);
        while (!visits.IsEmpty)
        {
            long left = phase == _phases.Length - 1 ? long.MaxValue : _phases[phase + 1].FirstDraw - firstDraw;
            int run = (int)Math.Min(left, visits.Length);
            FillRun(_phases[phase], ScheduleOf(phase), firstDraw - _phases[phase].FirstDraw, visits[..run]);
            visits = visits[run..];
            firstDraw += run;
            phase++;
        }
    }

    /// <summary>The share that a class gets at a draw.</summary>
    public double AchievedShare(int classIndex, long draw)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)classIndex, (uint)_counts.Classes.Count, nameof(classIndex));
        ArgumentOutOfRangeException.ThrowIfNegative(draw);
        ClassQuotas quotas = _phases[PhaseOf(draw)].Quotas;
        int place = Array.BinarySearch(quotas.Classes, classIndex);
        return place < 0 ? 0 : (double)quotas.Quotas[place] / quotas.Period;
    }

    /// <summary>By class index, how many of the first draws take the class. O(classes + period).</summary>
    public long[] VisitsUntil(long draws)
    {
        int phase = PhaseOf(draws);
        return _phases[phase].VisitsUntil(_seed, draws, ScheduleOf(phase));
    }

    /// <summary>What is drawn in the first draws, exactly. O(phases · (classes + period · variants)).</summary>
    public SamplerPlan PlanOf(long draws)
    {
        double[] target = _phases[^1].Target.Resolve(_counts, _zeroCounts);
        ClassQuotas last = _phases[^1].Quotas;
        long[] ofClasses = VisitsUntil(draws);
        long?[] lastRows = DrawsUntilAllSeen();
        var classes = new ClassPlan[target.Length];
        double? untilAllSeen = 0;
        for (int index = 0; index < classes.Length; index++)
        {
            int place = Array.BinarySearch(last.Classes, index);
            double achieved = place < 0 ? 0 : (double)last.Quotas[place] / last.Period;
            double? epochs = (double?)lastRows[index] / draws;
            double seen = _counts[index] == 0 ? 0 : Math.Min(1, (double)ofClasses[index] / _counts[index]);
            classes[index] = new ClassPlan(index, _counts[index], target[index], achieved, ofClasses[index], seen, epochs);
            untilAllSeen = epochs is null || untilAllSeen is null ? null : Math.Max(untilAllSeen.Value, epochs.Value);
        }

        return new SamplerPlan(_counts, draws, isExact: true, untilAllSeen, classes);
    }

    /// <summary>By class index, the least number of draws after which all its rows were drawn; 0 without rows, null for never.</summary>
    public long?[] DrawsUntilAllSeen()
    {
        var draws = new long?[_counts.Classes.Count];
        for (int number = 0; number < _phases.Length; number++)
        {
            BalancedPhase phase = _phases[number];
            var waiting = new List<(int Place, int FirstSlot, int Occurrence, long Before)>();
            ClassSchedule? schedule = null;
            for (int place = 0; place < phase.Quotas.Classes.Length; place++)
            {
                int classIndex = phase.Quotas.Classes[place];
                long left = _counts[classIndex] - phase.VisitsBefore[classIndex];
                bool endsHere = left > 0 && (number == _phases.Length - 1 || _phases[number + 1].VisitsBefore[classIndex] >= _counts[classIndex]);
                if (endsHere)
                {
                    // The last row is seen by visit n − 1, which is one occurrence of one period.
                    schedule ??= ScheduleOf(number);
                    (long period, long occurrence) = Math.DivRem(left - 1, phase.Quotas.Quotas[place]);
                    waiting.Add((place, FirstSlot(schedule, number, period), (int)occurrence, checked(phase.FirstDraw + (period * schedule.Period))));
                }
            }

            if (schedule is not null)
            {
                Find(schedule, phase, waiting, draws);
            }
        }

        for (int index = 0; index < draws.Length; index++)
        {
            draws[index] = _counts[index] == 0 ? 0 : draws[index];
        }

        return draws;
    }

    /// <summary>All classes in one pass over each variant.</summary>
    private static void Find(
        ClassSchedule schedule, BalancedPhase phase, List<(int Place, int FirstSlot, int Occurrence, long Before)> waiting, long?[] draws)
    {
        var entryOfPlace = new int[phase.Quotas.Classes.Length];
        for (int entry = 0; entry < waiting.Count; entry++)
        {
            entryOfPlace[waiting[entry].Place] = entry + 1;
        }

        for (int slot = 0; slot < schedule.Period * schedule.VariantCount; slot++)
        {
            (int place, int occurrence) = schedule.SlotAt(slot);
            if (entryOfPlace[place] > 0)
            {
                (_, int firstSlot, int last, long before) = waiting[entryOfPlace[place] - 1];
                int inPeriod = slot - firstSlot;
                if ((uint)inPeriod < (uint)schedule.Period && occurrence == last)
                {
                    draws[phase.Quotas.Classes[place]] = before + inPeriod + 1;
                }
            }
        }
    }

    private void FillRun(BalancedPhase phase, ClassSchedule schedule, long draw, Span<ClassPlace> visits)
    {
        (long period, long slot) = Math.DivRem(draw, schedule.Period);
        int first = FirstSlot(schedule, phase.Number, period);
        int[] classes = phase.Quotas.Classes;
        int[] quotas = phase.Quotas.Quotas;
        long[] before = phase.VisitsBefore;
        foreach (ref ClassPlace visit in visits)
        {
            if (slot == schedule.Period)
            {
                slot = 0;
                first = FirstSlot(schedule, phase.Number, ++period);
            }

            (int place, int occurrence) = schedule.SlotAt(first + (int)slot++);
            int classIndex = classes[place];
            visit = new ClassPlace(classIndex, before[classIndex] + (period * quotas[place]) + occurrence);
        }
    }

    private int FirstSlot(ClassSchedule schedule, int phase, long period) =>
        schedule.VariantOf(_seed, DrawStreams.PhaseVariant(phase), period) * schedule.Period;

    private int PhaseOf(long draw)
    {
        int first = 0;
        int end = _phases.Length;
        while (end - first > 1)
        {
            int middle = (first + end) / 2;
            (first, end) = _phases[middle].FirstDraw <= draw ? (middle, end) : (first, middle);
        }

        return first;
    }

    private ClassSchedule ScheduleOf(int phase)
    {
        KeptSchedule? kept = Volatile.Read(ref _schedules[phase % KeptSchedules]);
        if (kept?.Phase != phase)
        {
            kept = new KeptSchedule(phase, ClassSchedule.Of(_phases[phase].Quotas.Quotas, _seed));
            Volatile.Write(ref _schedules[phase % KeptSchedules], kept);
        }

        return kept.Schedule;
    }

    private sealed record KeptSchedule(int Phase, ClassSchedule Schedule);
}

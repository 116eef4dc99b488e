using System.Runtime.InteropServices;

namespace BalanceGen;

/// <summary>
/// The default sampler: exact class shares at every point of the sequence, and every row of a class before any row of it again.
/// </summary>
/// <remarks>
/// <para>
/// The class of a draw comes from a low-discrepancy order. After any number t of draws the number of draws of class c is less than 1 away from
/// p_c·t, where p_c is <see cref="AchievedShare"/> (chairman assignment, Tijdeman 1980). The row: the k-th draw of a class with n rows is place k mod n of a permutation
/// that belongs to the seed, the class and k div n. So the rows of a class are
/// drawn equally often, give or take one, at every point, and all of them are seen after n/p_c draws, the fewest there can be.
/// </para>
/// <para>
/// The order of the classes: classes with the same share come in rounds, each of them once in a round, and the seed gives every round its own order. With equal shares that
/// is all. With different shares, a table says which share has the turn. The seed makes the table random, and every period exchanges the turns anew within blocks of 256
/// draws.
/// </para>
/// <para>
/// The target shares are rounded to whole draws in a period of at most 65,536. Shares such as 1/C, 0.1 and 0.9, or the counts of a small
/// data set are exact. With more than 32,768 classes the period has up to 8 draws per class. Memory: about 480 bytes per class, or 4 bytes
/// per row of a class of up to 256 rows; with different shares 8 bytes per draw of up to 16 periods, at most 16,384 draws or one period. A
/// draw is O(1), also after a seek. Thread-safe.
/// </para>
/// </remarks>
[CorrectsImbalance, RepeatsRows, DrawsByClass]
public sealed partial class BalancedSampler : Sampler
{
    private readonly RowIndex _index;
    private readonly PhasedVisits _visits;
    private readonly ClassQuotas _quotas;
    private readonly ClassSchedule _schedule;
    private readonly PermutedClass[] _classes;
    private readonly RowLookup _lookup;
    private readonly bool _hasShortRounds;

    // What a call remembers, taken for its time. A concurrent second caller makes its own.
    private BalancedRun? _run;

    /// <summary>
    /// A balanced sampler of the rows of an index. O(classes · log classes), with different shares also O(period · log classes), for any
    /// number of rows.
    /// </summary>
    /// <param name="index">The row index.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="target">In which proportion the classes are drawn; uniform by default.</param>
    /// <param name="zeroCounts">What happens where the target asks for rows of a class that has none.</param>
    /// <param name="epochLength">The number of draws in an epoch, 1 or more; the number of rows by default. It does not change the draws.</param>
    /// <exception cref="EmptyDatasetException">The index has no rows.</exception>
    /// <exception cref="EmptyClassException">The target asks for rows of a class that has none, and the policy is to throw.</exception>
    /// <exception cref="ClassMismatchException">The target has another number of shares than the index has classes.</exception>
    /// <exception cref="ShareTooSmallException">A share above 0 is below half a draw in the longest period: 1/131,072 for up to 32,768 classes.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epochLength"/> is less than 1.</exception>
    public BalancedSampler(
        RowIndex index, long seed, TargetDistribution? target = null, ZeroCountPolicy zeroCounts = default, [ValueRange(1, long.MaxValue)] long? epochLength = null)
        : base(WithRows(index, "A balanced sampler"), seed, EpochOf(epochLength, index.RowCount, nameof(epochLength)))
    {
        target ??= TargetDistribution.Uniform;
        _index = index;
        _visits = new PhasedVisits(index.Counts, seed, zeroCounts, [(0, target)]);
        _quotas = _visits.Phases[0].Quotas;
        _schedule = _visits.ScheduleOf(0);
        _classes = PermutedClass.Of(index, _quotas.Classes);
        _lookup = new RowLookup(index.SortedRows);
        _hasShortRounds = _schedule.Groups.Length == 1 && _classes.Length <= RoundSlots.MostRanked;

        var hasher = new ConfigurationHasher(nameof(BalancedSampler));
        hasher.AddRows(index);
        hasher.AddTarget([.. _quotas.Classes.Select(classIndex => (long)classIndex)]);
        hasher.AddTarget([.. _quotas.Quotas.Select(quota => (long)quota)]);
        hasher.AddOption(EpochLength);
        ConfigurationHash = hasher.Hash;
        Counts = index.Counts;
        Target = target;
        ZeroCounts = zeroCounts;
    }

    /// <summary>
    /// A balanced sampler with the target <see cref="TargetDistribution.Uniform"/>, for a data set whose counts were known when the program
    /// was compiled. O(classes · log classes).
    /// </summary>
    /// <param name="index">The row index of the data set whose counts were known; a subset of it has other counts.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="tables">
    /// <c>Classes.KnownCounts.Tables</c> of the record. Its counts are compared with those of the index, and its policy for classes without
    /// rows is obeyed. The tables do not change the draws.
    /// </param>
    /// <param name="epochLength">The number of draws in an epoch, 1 or more; the number of rows by default. It does not change the draws.</param>
    /// <exception cref="ClassCountMismatchException">The tables are for other counts or classes than those of the index.</exception>
    /// <exception cref="ArgumentException">The tables are a default value.</exception>
    /// <exception cref="EmptyDatasetException">The index has no rows.</exception>
    /// <exception cref="EmptyClassException">A class has no rows, and the record does not declare a policy for it.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epochLength"/> is less than 1.</exception>
    public BalancedSampler(RowIndex index, long seed, SamplerTables tables, [ValueRange(1, long.MaxValue)] long? epochLength = null)
        : this(tables.IndexOf(index), seed, TargetDistribution.Uniform, tables.ZeroCounts, epochLength)
    {
    }

    /// <inheritdoc/>
    public override ulong ConfigurationHash { get; }

    /// <summary>The number of rows of each class.</summary>
    public ClassCounts Counts { get; }

    /// <summary>In which proportion the classes were asked for; see <see cref="AchievedShare"/> for what they get.</summary>
    public TargetDistribution Target { get; }

    /// <summary>What happens if the target asks for rows of a class without rows.</summary>
    public ZeroCountPolicy ZeroCounts { get; }

    /// <summary>The number of draws after which every class has had exactly its share.</summary>
    public int Period => _quotas.Period;

    /// <summary>The share of the draws that a class really gets: a whole number of draws divided by <see cref="Period"/>.</summary>
    /// <param name="classIndex">A class index of [0, class count).</param>
    /// <exception cref="ArgumentOutOfRangeException">The class index is outside that range.</exception>
    public double AchievedShare(int classIndex) => _visits.AchievedShare(classIndex, 0);

    /// <summary>
    /// A sampler that draws as this one up to a draw, and for another target from that draw on. Draws before it are the same ones, so that rows that
    /// were fetched ahead stay good; what was fetched beyond it is to be fetched again.
    /// </summary>
    /// <param name="target">The target from that draw on.</param>
    /// <param name="fromDraw">The draw at which it takes effect, 1 or more.</param>
    /// <exception cref="EmptyClassException">The target asks for rows of a class that has none, and the policy is to throw.</exception>
    /// <exception cref="ClassMismatchException">The target has another number of shares than the index has classes.</exception>
    /// <exception cref="ShareTooSmallException">A share above 0 is below half a draw in the longest period.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fromDraw"/> is less than 1.</exception>
    public ScheduledBalancedSampler WithTarget(TargetDistribution target, long fromDraw)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentOutOfRangeException.ThrowIfLessThan(fromDraw, 1);
        return new ScheduledBalancedSampler(_index, Seed, ZeroCounts, EpochLength, [(0, Target), (fromDraw, target)]);
    }

    /// <inheritdoc/>
    public override void Fill(long firstDraw, Span<int> rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        BalancedRun run = Interlocked.Exchange(ref _run, null) ?? new BalancedRun(_schedule, Seed, _classes);
        if (_hasShortRounds)
        {
            int drawn = FillRounds(run, firstDraw, rows);
            rows = rows[drawn..];
            firstDraw += drawn;
        }

        FillTurns(run, firstDraw, rows);
        _run = run;
    }

    /// <summary>The rest of a round, and the whole rounds that follow.</summary>
    /// <returns>How many were drawn.</returns>
    private int FillRounds(BalancedRun run, long firstDraw, Span<int> rows)
    {
        int classes = _classes.Length;
        (long round, long turn) = Math.DivRem(firstDraw, classes);
        int rest = turn == 0 ? 0 : classes - (int)turn;
        if (rows.Length - rest < classes)
        {
            return 0;
        }

        if (rest > 0)
        {
            FillTurns(run, firstDraw, rows[..rest]);
            round++;
        }

        var draws = new RoundDraws(run.Rows, _lookup, run.Staged);
        int drawn = rest;
        while (rows.Length - drawn >= classes)
        {
            RoundTable rounds = run.Turns.RoundsFrom(round, (rows.Length - drawn) / classes);
            int length = rounds.Count * classes;
            draws.Draw(round, rounds, rows.Slice(drawn, length));
            round += rounds.Count;
            drawn += length;
        }

        draws.Finish();
        return drawn;
    }

    /// <summary>Draw by draw.</summary>
    private void FillTurns(BalancedRun run, long firstDraw, Span<int> rows)
    {
        Span<int> unread = default;
        while (!rows.IsEmpty)
        {
            int drawn;
            if (_lookup.IsFar)
            {
                // The rows of a run are read one run later, when the entries that are fetched ahead have arrived.
                drawn = Draw(run, firstDraw, rows, _lookup.FetchedAhead);
                _lookup.Read(unread);
                unread = rows[..drawn];
            }
            else if (_lookup.IsIdentity)
            {
                drawn = Draw(run, firstDraw, rows, default(RowLookup.None));
            }
            else
            {
                drawn = Draw(run, firstDraw, rows, _lookup.AtOnce);
            }

            rows = rows[drawn..];
            firstDraw += drawn;
        }

        _lookup.Read(unread);
    }

    /// <summary>Positions in the class-sorted order, or the rows there.</summary>
    /// <returns>How many were drawn.</returns>
    private static int Draw<TReader>(BalancedRun run, long firstDraw, Span<int> rows, TReader reader)
        where TReader : struct, RowLookup.IReader, allows ref struct
    {
        ReadOnlySpan<int> places = run.Turns.Read(firstDraw, rows.Length, out ReadOnlySpan<long> visits);
        Span<int> drawn = rows[..places.Length];
        for (int draw = 0; (draw += DrawReady(run.Rows.Visits, places[draw..], visits[draw..], drawn[draw..], reader)) < drawn.Length;)
        {
            run.Rows.Refill(places[draw], visits[draw]);
        }

        return drawn.Length;
    }

    /// <summary>Draws up to the first one that needs a new window.</summary>
    /// <returns>How many were drawn.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int DrawReady<TReader>(
        VisitLookup lookup, ReadOnlySpan<int> places, ReadOnlySpan<long> visits, Span<int> drawn, TReader reader)
        where TReader : struct, RowLookup.IReader, allows ref struct
    {
        ref int place = ref MemoryMarshal.GetReference(places);
        ref long visit = ref MemoryMarshal.GetReference(visits);
        for (int draw = 0; draw < drawn.Length; draw++)
        {
            // There are as many places and visits as draws.
            if (!lookup.TryPositionOf(Unsafe.Add(ref place, draw), Unsafe.Add(ref visit, draw), out int position))
            {
                return draw;
            }

            drawn[draw] = reader.Read(position);
        }

        return drawn.Length;
    }
}

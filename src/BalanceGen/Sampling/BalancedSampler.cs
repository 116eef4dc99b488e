using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BalanceGen;

/// <summary>
/// The default sampler: exact class shares at every point of the sequence, and every row of a class before any row of it again.
/// </summary>
/// <remarks>
/// <para>
/// Which class: a low-discrepancy order. After any number t of draws the number of draws of class c is less than 1 away from
/// p_c·t, where p_c is <see cref="AchievedShare"/> (chairman assignment, Tijdeman 1980). Which row: the k-th draw of a class
/// with n rows is place k mod n of a permutation that belongs to the seed, the class and k div n. So the rows of a class are
/// drawn equally often, give or take one, at every point, and all of them are seen after n/p_c draws, the fewest there can be.
/// </para>
/// <para>
/// The target shares are rounded to whole draws in a period of at most 65,536; shares such as 1/C, 0.1 and 0.9, or the counts of
/// a small data set are exact; with more than 32,768 classes the period has up to 8 draws per class. Memory: up to 4 bytes (above 65,536 slots 8)
/// per slot of at most 16 periods, and about 330 bytes per class, or 4 bytes
/// per row of a class of up to 256 rows. A draw is O(1), also after a seek. Thread-safe.
/// </para>
/// </remarks>
public sealed partial class BalancedSampler : Sampler
{
    private const int LongestRun = 256;

    private readonly RowIndex _index;
    private readonly ClassQuotas _quotas;
    private readonly ClassSchedule _schedule;
    private readonly PermutedClass[] _classes;
    private readonly RowLookup _lookup;
    private readonly int _classCount;

    // One set of windows, taken for the time of a call. A concurrent second caller makes its own.
    private PermutedRows? _permuted;

    /// <summary>A balanced sampler of the rows of an index. O(classes + period), independent of the number of rows.</summary>
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
        RowIndex index, long seed, TargetDistribution? target = null, ZeroCountPolicy zeroCounts = default, long? epochLength = null)
        : this(index, seed, target ?? TargetDistribution.Uniform, zeroCounts, epochLength, default)
    {
    }

    /// <summary>A balanced sampler with the target <see cref="TargetDistribution.Uniform"/>, whose tables were made when the program was compiled. O(classes + period).</summary>
    /// <param name="index">The row index of the data set whose counts were known; a part of it has other counts.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="tables"><c>Classes.KnownCounts.Tables</c> of the record. They do not change the draws.</param>
    /// <param name="epochLength">The number of draws in an epoch, 1 or more; the number of rows by default. It does not change the draws.</param>
    /// <exception cref="CountsDifferException">The tables are for other counts or classes than those of the index.</exception>
    /// <exception cref="ArgumentException">The tables are a default value.</exception>
    /// <exception cref="EmptyDatasetException">The index has no rows.</exception>
    /// <exception cref="EmptyClassException">A class has no rows, and the record does not declare a policy for it.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epochLength"/> is less than 1.</exception>
    public BalancedSampler(RowIndex index, long seed, SamplerTables tables, long? epochLength = null)
        : this(index, seed, TargetDistribution.Uniform, tables.ZeroCounts, epochLength, tables.For(index))
    {
    }

    private BalancedSampler(
        RowIndex index, long seed, TargetDistribution target, ZeroCountPolicy zeroCounts, long? epochLength, SamplerTables tables)
        : base(WithRows(index, "A balanced sampler"), seed, EpochOf(epochLength, index.RowCount, nameof(epochLength)))
    {
        _index = index;
        _quotas = ClassQuotas.Of(index.Counts, target, zeroCounts);
        _schedule = tables.ScheduleOf(_quotas) ?? ClassSchedule.Of(_quotas.Quotas, seed);
        _classes = PermutedClass.Of(index, _quotas.Classes);
        _lookup = new RowLookup(index.SortedRows);
        _classCount = index.Classes.Count;

        var hasher = new ConfigurationHasher(nameof(BalancedSampler));
        hasher.Add(index);
        hasher.Add([.. _quotas.Classes.Select(classIndex => (long)classIndex)]);
        hasher.Add([.. _quotas.Quotas.Select(quota => (long)quota)]);
        hasher.Add(EpochLength);
        ConfigurationHash = hasher.Hash;
        Counts = index.Counts;
        Target = target;
        ZeroCounts = zeroCounts;
    }

    /// <inheritdoc/>
    public override ulong ConfigurationHash { get; }

    /// <summary>The number of rows of each class.</summary>
    public ClassCounts Counts { get; }

    /// <summary>In which proportion the classes were asked for; see <see cref="AchievedShare"/> for what they get.</summary>
    public TargetDistribution Target { get; }

    /// <summary>What happens where the target asks for rows of a class that has none.</summary>
    public ZeroCountPolicy ZeroCounts { get; }

    /// <summary>The number of draws after which every class has had exactly its share.</summary>
    public int Period => _quotas.Period;

    /// <summary>The share of the draws that a class really gets: a whole number of draws divided by <see cref="Period"/>.</summary>
    /// <param name="classIndex">A class index of [0, class count).</param>
    /// <exception cref="ArgumentOutOfRangeException">The class index is outside that range.</exception>
    public double AchievedShare(int classIndex)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)classIndex, (uint)_classCount, nameof(classIndex));
        int place = Array.BinarySearch(_quotas.Classes, classIndex);
        return place < 0 ? 0 : (double)_quotas.Quotas[place] / Period;
    }

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
        PermutedRows permuted = Interlocked.Exchange(ref _permuted, null) ?? new PermutedRows(Seed, _classes);
        (long period, long slot) = Math.DivRem(firstDraw, Period);
        if (_schedule.IsWide)
        {
            FillWide(permuted, period, (int)slot, rows);
            _permuted = permuted;
            return;
        }

        ReadOnlySpan<uint> slots = Slots(period)[(int)slot..];
        Span<int> unread = default;
        while (!rows.IsEmpty)
        {
            Span<int> run = rows[..Math.Min(Math.Min(slots.Length, LongestRun), rows.Length)];
            if (_lookup.IsFar)
            {
                // The rows of a run are read one run later, when the entries that are fetched ahead have arrived.
                Draw(permuted, period, slots, run, _lookup.FetchedAhead);
                _lookup.Read(unread);
                unread = run;
            }
            else if (_lookup.IsIdentity)
            {
                Draw(permuted, period, slots, run, default(RowLookup.None));
            }
            else
            {
                Draw(permuted, period, slots, run, _lookup.AtOnce);
            }

            rows = rows[run.Length..];
            slots = slots[run.Length..];
            if (slots.IsEmpty && !rows.IsEmpty)
            {
                slots = Slots(++period);
            }
        }

        _lookup.Read(unread);
        _permuted = permuted;
    }

    /// <summary>Positions in the class-sorted order, or the rows there.</summary>
    private void Draw<TReader>(PermutedRows permuted, long period, ReadOnlySpan<uint> slots, Span<int> drawn, TReader reader)
        where TReader : struct, RowLookup.IReader, allows ref struct
    {
        for (int draw = 0; (draw += DrawReady(permuted.Visits, period, slots[draw..], drawn[draw..], reader)) < drawn.Length;)
        {
            int place = (int)(slots[draw] & 0xFFFF);
            permuted.Refill(place, (period * _quotas.Quotas[place]) + (slots[draw] >> 16));
        }
    }

    /// <summary>Draws up to the first one that needs a new window.</summary>
    /// <returns>How many were drawn.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int DrawReady<TReader>(VisitLookup visits, long period, ReadOnlySpan<uint> slots, Span<int> drawn, TReader reader)
        where TReader : struct, RowLookup.IReader, allows ref struct
    {
        ref int quotas = ref MemoryMarshal.GetArrayDataReference(_quotas.Quotas);
        ref uint first = ref MemoryMarshal.GetReference(slots);
        for (int draw = 0; draw < drawn.Length; draw++)
        {
            // A class is of the schedule, so its quota and its window need no bounds check.
            uint slot = Unsafe.Add(ref first, draw);
            int place = (int)(slot & 0xFFFF);
            long visit = (period * Unsafe.Add(ref quotas, place)) + (slot >> 16);
            if (!visits.TryPositionOf(place, visit, out int position))
            {
                return draw;
            }

            drawn[draw] = reader.Read(position);
        }

        return drawn.Length;
    }

    private void FillWide(PermutedRows permuted, long period, int slot, Span<int> rows)
    {
        VisitLookup visits = permuted.Visits;
        int first = FirstSlot(period);
        foreach (ref int position in rows)
        {
            (int place, int occurrence) = _schedule.SlotAt(first + slot);
            position = visits.PositionOf(place, (period * _quotas.Quotas[place]) + occurrence);
            if (++slot == Period)
            {
                slot = 0;
                first = FirstSlot(++period);
            }
        }

        _lookup.Read(rows);
    }

    private ReadOnlySpan<uint> Slots(long period) => _schedule.SlotsOf(Seed, period);

    private int FirstSlot(long period) => Period * _schedule.VariantOf(Seed, DrawStreams.ScheduleVariant, period);
}

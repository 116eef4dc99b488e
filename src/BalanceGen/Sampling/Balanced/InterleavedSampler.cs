namespace BalanceGen.Sampling;

/// <summary>
/// Draws from several samplers, usually of different data sets, with given shares: exactly so at every prefix, each sampler in its own order.
/// </summary>
/// <remarks>
/// <para>
/// Which sampler: the low-discrepancy order of <see cref="BalancedSampler"/>, so that after t draws the number of draws of sampler i is
/// less than 1 away from p_i·t. Samplers with the same share take turns in rounds, each in a new order. The k-th draw of a sampler is its
/// own draw k. A sampler that has shown all its rows goes on with its next epoch (it cycles), so none runs out and the shares hold for
/// ever.
/// </para>
/// <para>
/// Shares may follow a <see cref="TargetSchedule"/>: between two switch points they hold at every prefix of the phase. The draws of a
/// sampler are counted across phases, so each goes on where it was.
/// </para>
/// <para>
/// Rows are numbered as in the concatenation of the data sets, in the order of the samplers: see <see cref="RowIndex.Concat"/>, and
/// <see cref="SourceOf"/>, which tells the sampler of a row. Memory: O(samplers + period); with a schedule, 8 bytes per sampler for each
/// phase, and the orders of up to four. A draw costs what a draw of the sampler costs, also after a seek. The first draw of a phase costs
/// O(period · log samplers) more. Thread-safe.
/// </para>
/// </remarks>
[RepeatsRows]
public sealed partial class InterleavedSampler : Sampler
{
    private const int BlockLength = 256;

    private readonly Sampler[] _sources;
    private readonly int[] _offsets;
    private readonly ClassCounts _counts;
    private readonly InterleavedVisits _visits;

    // The buffers, taken for the time of a call. A concurrent second caller makes its own.
    private InterleavedBlock? _block;

    /// <summary>An interleaved sampler. O(samplers + period).</summary>
    /// <param name="seed">The seed of the order of the samplers; each of them has its own for its rows.</param>
    /// <param name="shares">
    /// In which proportion the samplers are drawn from: <see cref="TargetDistribution.Uniform"/>, <see cref="TargetDistribution.AsSource"/> (by their numbers of
    /// rows), <see cref="TargetDistribution.Of(ReadOnlySpan{double})"/> with one share per sampler, or a power.
    /// </param>
    /// <param name="sources">The samplers, one or more.</param>
    /// <remarks>An epoch is as many draws as the epochs of the samplers together; with shares other than theirs it shows some of them more than once.</remarks>
    /// <exception cref="ArgumentException">No sampler is given.</exception>
    /// <exception cref="ClassMismatchException">There are more or fewer shares than samplers; samplers are named 0, 1, … in messages.</exception>
    /// <exception cref="ShareTooSmallException">A share above 0 is below 1/131,072.</exception>
    /// <exception cref="OverflowException">The data sets have more than 2^31 − 1 rows together.</exception>
    public InterleavedSampler(long seed, TargetDistribution shares, params ReadOnlySpan<Sampler> sources)
        : this(seed, Checked(shares, sources), InterleavedOrder.Of(seed, shares, sources, null, InterleavedEpoch.Together))
    {
    }

    /// <summary>An interleaved sampler whose epoch ends with the epochs of its samplers. O(samplers + period).</summary>
    /// <param name="seed">The seed of the order of the samplers; each of them has its own for its rows.</param>
    /// <param name="shares">In which proportion the samplers are drawn from.</param>
    /// <param name="epoch">When an epoch ends.</param>
    /// <param name="sources">The samplers, one or more.</param>
    /// <exception cref="ArgumentException">No sampler is given.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epoch"/> is no such end.</exception>
    /// <exception cref="ClassMismatchException">There are more or fewer shares than samplers; samplers are named 0, 1, … in messages.</exception>
    /// <exception cref="ShareTooSmallException">A share above 0 is below 1/131,072.</exception>
    /// <exception cref="OverflowException">The data sets have more than 2^31 − 1 rows together.</exception>
    public InterleavedSampler(long seed, TargetDistribution shares, InterleavedEpoch epoch, params ReadOnlySpan<Sampler> sources)
        : this(seed, Checked(shares, sources), InterleavedOrder.Of(seed, shares, sources, null, epoch))
    {
    }

    /// <summary>An interleaved sampler that draws from each of its samplers equally often. O(samplers).</summary>
    /// <param name="seed">The seed of the order of the samplers; each of them has its own for its rows.</param>
    /// <param name="sources">The samplers, one or more.</param>
    /// <exception cref="ArgumentException">No sampler is given.</exception>
    /// <exception cref="OverflowException">The data sets have more than 2^31 − 1 rows together.</exception>
    public InterleavedSampler(long seed, params ReadOnlySpan<Sampler> sources)
        : this(seed, TargetDistribution.Uniform, sources)
    {
    }

    /// <summary>
    /// An interleaved sampler of named samplers, each with a weight:
    /// <c>new InterleavedSampler(1, ("web", web, 3), ("studio", studio, 1))</c>. O(samplers + period).
    /// </summary>
    /// <param name="seed">The seed of the order of the samplers; each of them has its own for its rows.</param>
    /// <param name="sources">
    /// The samplers with their names and weights, one or more. The share of a sampler is its weight divided by the sum of all. Plans and
    /// messages show the names.
    /// </param>
    /// <exception cref="ArgumentException">No sampler is given, a name is given twice, or no weight is above 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative, NaN or infinite; the error names the sampler.</exception>
    /// <exception cref="ShareTooSmallException">A share above 0 is below 1/131,072.</exception>
    /// <exception cref="OverflowException">The data sets have more than 2^31 − 1 rows together.</exception>
    public InterleavedSampler(long seed, params ReadOnlySpan<(string Name, Sampler Sampler, double Weight)> sources)
        : this(seed, InterleavedEpoch.Together, sources)
    {
    }

    /// <summary>An interleaved sampler of named samplers, whose epoch ends with the epochs of its samplers. O(samplers + period).</summary>
    /// <param name="seed">The seed of the order of the samplers; each of them has its own for its rows.</param>
    /// <param name="epoch">When an epoch ends.</param>
    /// <param name="sources">
    /// The samplers with their names and weights, one or more. The share of a sampler is its weight divided by the sum of all. Plans and
    /// messages show the names.
    /// </param>
    /// <exception cref="ArgumentException">No sampler is given, a name is given twice, or no weight is above 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative, NaN or infinite; the error names the sampler. Or <paramref name="epoch"/> is no such end.</exception>
    /// <exception cref="ShareTooSmallException">A share above 0 is below 1/131,072.</exception>
    /// <exception cref="OverflowException">The data sets have more than 2^31 − 1 rows together.</exception>
    public InterleavedSampler(long seed, InterleavedEpoch epoch, params ReadOnlySpan<(string Name, Sampler Sampler, double Weight)> sources)
        : this(seed, NamedSources.SharesOf(sources), epoch, NamedSources.WithoutWeights(sources))
    {
    }

    /// <summary>An interleaved sampler whose shares change with its epochs. O(phases · (samplers + period)).</summary>
    /// <param name="seed">The seed of the order of the samplers; each of them has its own for its rows.</param>
    /// <param name="schedule">
    /// The shares of each epoch: <c>TargetSchedule.Steps(new(0, TargetDistribution.Of(0.9, 0.1)), new(5, TargetDistribution.Of(0.5, 0.5)))</c>, or
    /// <see cref="TargetSchedule.Progressive"/>, which passes from the numbers of rows to equal shares.
    /// </param>
    /// <param name="sources">The samplers, one or more.</param>
    /// <remarks>An epoch is as many draws as the epochs of the samplers together; the shares change with its first draw, and each sampler goes on where it was.</remarks>
    /// <exception cref="ArgumentException">No sampler is given.</exception>
    /// <exception cref="ClassMismatchException">A step has more or fewer shares than there are samplers; samplers are named 0, 1, … in messages.</exception>
    /// <exception cref="ShareTooSmallException">A share above 0 is below 1/131,072.</exception>
    /// <exception cref="OverflowException">The data sets have more than 2^31 − 1 rows together, or a switch point exceeds 2^63 − 1.</exception>
    public InterleavedSampler(long seed, TargetSchedule schedule, params ReadOnlySpan<Sampler> sources)
        : this(seed, Checked(schedule, sources), InterleavedOrder.Of(seed, schedule, sources, null))
    {
    }

    /// <summary>An interleaved sampler of named samplers whose shares change with its epochs. O(phases · (samplers + period)).</summary>
    /// <param name="seed">The seed of the order of the samplers; each of them has its own for its rows.</param>
    /// <param name="schedule">The shares of each epoch, in the order of the samplers.</param>
    /// <param name="sources">The samplers with their names, one or more. Plans and messages have the names.</param>
    /// <exception cref="ArgumentException">No sampler is given, or a name is given twice.</exception>
    /// <exception cref="ClassMismatchException">A step has more or fewer shares than there are samplers.</exception>
    /// <exception cref="ShareTooSmallException">A share above 0 is below 1/131,072.</exception>
    /// <exception cref="OverflowException">The data sets have more than 2^31 − 1 rows together, or a switch point exceeds 2^63 − 1.</exception>
    public InterleavedSampler(long seed, TargetSchedule schedule, params ReadOnlySpan<(string Name, Sampler Sampler)> sources)
        : this(seed, Checked(schedule, NamedSources.SamplersOf(sources)), InterleavedOrder.Of(seed, schedule, NamedSources.SamplersOf(sources), NamedSources.NamesOf(sources)))
    {
    }

    private InterleavedSampler(long seed, TargetDistribution shares, InterleavedEpoch epoch, (string Name, Sampler Sampler)[] sources)
        : this(seed, Checked(shares, NamedSources.SamplersOf(sources)), InterleavedOrder.Of(seed, shares, NamedSources.SamplersOf(sources), NamedSources.NamesOf(sources), epoch))
    {
    }

    private InterleavedSampler(long seed, ReadOnlySpan<Sampler> sources, InterleavedOrder order)
        : base(sources, seed, order.EpochLength)
    {
        _sources = sources.ToArray();
        _offsets = new int[sources.Length];
        var hasher = new ConfigurationHasher(nameof(InterleavedSampler));
        for (int index = 0; index < sources.Length; index++)
        {
            _offsets[index] = index == 0 ? 0 : _offsets[index - 1] + sources[index - 1].DatasetLength;
            hasher.AddRows(order.Counts[index]);
            hasher.AddOption(sources[index].Seed);
            hasher.AddOption((long)sources[index].ConfigurationHash);
        }

        (_counts, _visits) = (order.Counts, order.Visits);
        _visits.AddTo(ref hasher);
        Ends = order.Ends;
        if (Ends != InterleavedEpoch.Together)
        {
            hasher.AddOption((long)Ends);
        }

        ConfigurationHash = hasher.Hash;
    }

    /// <summary>When an epoch ends.</summary>
    public InterleavedEpoch Ends { get; }

    /// <summary>
    /// The draws at which the shares change, ascending; the first is 0. With <see cref="InterleavedEpoch.EachOnce"/>, the draws of the
    /// first epoch at which a sampler is exhausted.
    /// </summary>
    public IReadOnlyList<long> SwitchPoints => [.. _visits.Phases.Select(phase => phase.FirstDraw)];

    /// <summary>The samplers.</summary>
    public ReadOnlySpan<Sampler> Sources => _sources;

    /// <inheritdoc/>
    public override ulong ConfigurationHash { get; }

    /// <summary>The share of the draws that a sampler really gets at a draw's shares.</summary>
    /// <param name="source">The place of the sampler, of [0, samplers).</param>
    /// <param name="draw">The draw, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public double AchievedShare(int source, long draw)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)source, (uint)_sources.Length, nameof(source));
        return _visits.AchievedShare(source, draw);
    }

    /// <summary>Which sampler a row belongs to, and its row number there. O(log samplers).</summary>
    /// <param name="row">A row of [0, <see cref="Sampler.DatasetLength"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The row is outside that range.</exception>
    public (int Source, int Row) SourceOf(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)DatasetLength, nameof(row));
        int found = Array.BinarySearch(_offsets, row);
        int source = found >= 0 ? found : ~found - 1;
        return (source, row - _offsets[source]);
    }

    /// <inheritdoc/>
    public override void Fill(long firstDraw, Span<int> rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        InterleavedBlock block = Interlocked.Exchange(ref _block, null) ?? new InterleavedBlock(_sources.Length, BlockLength);
        while (!rows.IsEmpty)
        {
            ReadOnlySpan<ClassPlace> draws = block.Read(_visits, firstDraw, rows.Length);
            FillBlock(block, draws, rows[..draws.Length]);
            rows = rows[draws.Length..];
            firstDraw += draws.Length;
        }

        _block = block;
    }

    private static ReadOnlySpan<Sampler> Checked(TargetSchedule schedule, ReadOnlySpan<Sampler> sources)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return Checked(sources);
    }

    private static ReadOnlySpan<Sampler> Checked(TargetDistribution shares, ReadOnlySpan<Sampler> sources)
    {
        ArgumentNullException.ThrowIfNull(shares);
        return Checked(sources);
    }

    private static ReadOnlySpan<Sampler> Checked(ReadOnlySpan<Sampler> sources)
    {
        foreach (Sampler source in sources)
        {
            ArgumentNullException.ThrowIfNull(source, nameof(sources));
        }

        return sources.IsEmpty ? throw new ArgumentException("At least one sampler is needed.", nameof(sources)) : sources;
    }

    private void FillBlock(InterleavedBlock block, ReadOnlySpan<ClassPlace> draws, Span<int> rows)
    {
        block.Sort(draws);
        foreach (int source in block.Sources)
        {
            Span<int> drawn = block.RowsOf(source, out long firstVisit);
            _sources[source].Fill(firstVisit, drawn);
            foreach (ref int row in drawn)
            {
                row += _offsets[source];
            }
        }

        block.CopyTo(draws, rows);
    }
}

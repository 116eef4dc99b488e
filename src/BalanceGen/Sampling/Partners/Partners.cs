namespace BalanceGen.Sampling;

/// <summary>
/// A second row for each draw, for Mixup, CutMix, triplets and interpolation within a class. It is of the same class, or of a class that is drawn by a target. It is never
/// the row itself if the class has more than one row.
/// </summary>
/// <remarks>
/// <para>
/// Of the same class: the n rows of a class stand in a cyclic order, which depends on the seed and the class. The partner stands at a
/// distance of 1 to n − 1, which depends on the seed, the class and the visit; n − 1 visits take all distances, in random order. So if a
/// sampler counts visits exactly (<see cref="VisitNumbering.Exact"/>), every row of a class is a partner exactly once in each pass over the
/// class, and every row has had every other row of its class once after n − 1 visits.
/// </para>
/// <para>
/// By a target: the partner of draw t is draw t of a <see cref="BalancedSampler"/> with a seed of its own, so that the partners have the
/// shares of the target at every prefix. If that is the row itself, the partner is another row of the same class.
/// </para>
/// <para>
/// A pure function of the <see cref="DrawContext"/>: the same after a resume and for any number of ranks. A draw is O(log classes); the
/// distance of a pass is found once. Memory: 8 bytes a row. No allocation after the first call. Thread-safe.
/// </para>
/// </remarks>
public sealed class Partners
{
    private const int ContextsAtOnce = 256;

    private readonly RowIndex _index;

    /// <summary>The rows class by class, each class in its cyclic order.</summary>
    private readonly int[] _order;

    /// <summary>Where in that order each row of the data set is; −1 for a row that is not in the index.</summary>
    private readonly int[] _placeOfRow;

    private readonly BalancedSampler? _byTarget;

    // The distances of the passes in progress, taken for the time of a call. A concurrent second caller makes its own.
    private PartnerDistances? _distances;

    private Partners(RowIndex index, long seed, BalancedSampler? byTarget)
    {
        _index = index;
        Seed = seed;
        _byTarget = byTarget;
        _order = new int[index.RowCount];
        _placeOfRow = new int[index.DatasetLength];
        Array.Fill(_placeOfRow, -1);
        for (int classIndex = 0; classIndex < index.Classes.Count; classIndex++)
        {
            int count = (int)index.Counts[classIndex];
            if (count > 0)
            {
                Span<int> ofClass = _order.AsSpan(index.Starts[classIndex], count);
                KeyedPermutation.Fill(count, seed, DrawStreams.PartnerOrder(classIndex), 0, 0, ofClass);
                for (int place = 0; place < count; place++)
                {
                    ofClass[place] = index.RowOf(classIndex, ofClass[place]);
                    _placeOfRow[ofClass[place]] = index.Starts[classIndex] + place;
                }
            }
        }
    }

    /// <summary>The seed.</summary>
    public long Seed { get; }

    /// <summary>Partners of the same class as the row. O(rows).</summary>
    /// <param name="index">The row index.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="EmptyDatasetException">The index has no rows.</exception>
    public static Partners OfSameClass(RowIndex index, long seed)
    {
        ArgumentNullException.ThrowIfNull(index);
        return index.RowCount > 0 ? new Partners(index, seed, null) : throw new EmptyDatasetException("Partners");
    }

    /// <summary>Partners of classes that are drawn by a target, whatever the class of the row. O(rows + classes + period).</summary>
    /// <param name="index">The row index.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="target">In which proportion the classes of the partners are drawn; uniform by default.</param>
    /// <param name="zeroCounts">What happens where the target asks for rows of a class that has none.</param>
    /// <exception cref="EmptyDatasetException">The index has no rows.</exception>
    /// <exception cref="EmptyClassException">The target asks for rows of a class that has none, and the policy is to throw.</exception>
    /// <exception cref="ClassMismatchException">The target has another number of shares than the index has classes.</exception>
    /// <exception cref="ShareTooSmallException">A share above 0 is below half a draw in the longest period; see <see cref="BalancedSampler"/>.</exception>
    public static Partners ByTarget(RowIndex index, long seed, TargetDistribution? target = null, ZeroCountPolicy zeroCounts = default)
    {
        // A sampler with the user's own seed would give every row itself as its partner.
        long ofPartners = (long)SplitMix64.Mix((ulong)seed ^ DrawStreams.PartnerOrder(-1));
        return new Partners(index, seed, new BalancedSampler(index, ofPartners, target, zeroCounts));
    }

    /// <summary>The partner of a draw.</summary>
    /// <param name="draw">The context of the draw, of a sampler over the rows of the index.</param>
    /// <returns>The row number of the partner; the row itself where it is the only one of its class and no other class is asked for.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The row is not in the index, or a number is negative.</exception>
    public int Of(in DrawContext draw)
    {
        int partner = 0;
        Fill(new ReadOnlySpan<DrawContext>(in draw), new Span<int>(ref partner));
        return partner;
    }

    /// <summary>The partners of draws, such as those of a batch.</summary>
    /// <param name="draws">The contexts of the draws, of a sampler over the rows of the index.</param>
    /// <param name="partners">Receives one row number per draw; a longer span is left alone beyond them.</param>
    /// <exception cref="ArgumentException">The span is shorter than the draws.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A row is not in the index, or a number is negative.</exception>
    public void Fill(ReadOnlySpan<DrawContext> draws, Span<int> partners)
    {
        SpanRoom.ThrowIfShort(partners.Length, draws.Length, nameof(partners));
        PartnerDistances distances = Interlocked.Exchange(ref _distances, null) ?? new PartnerDistances(_index, Seed);
        for (int start = 0; _byTarget is not null && start < draws.Length;)
        {
            int run = 1;
            while (start + run < draws.Length && draws[start + run].Draw == draws[start].Draw + run)
            {
                run++;
            }

            _byTarget.Fill(draws[start].Draw, partners.Slice(start, run));
            start += run;
        }

        for (int number = 0; number < draws.Length; number++)
        {
            DrawContext draw = draws[number];
            int place = PlaceOf(draw.Row);
            if (_byTarget is null || partners[number] == draw.Row)
            {
                partners[number] = SameClass(distances, place, draw.Visit);
            }
        }

        _distances = distances;
    }

    /// <summary>The partners of consecutive draws of a sampler.</summary>
    /// <param name="sampler">A sampler over the rows of the index.</param>
    /// <param name="firstDraw">The number of the first draw, 0 or more.</param>
    /// <param name="partners">Receives one row number per draw.</param>
    /// <exception cref="ArgumentException">The sampler draws from other rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="firstDraw"/> is negative.</exception>
    public void Fill(Sampler sampler, long firstDraw, Span<int> partners)
    {
        ArgumentNullException.ThrowIfNull(sampler);
        if (sampler.DatasetLength != _index.DatasetLength || sampler.RowsHash != _index.RowsHash)
        {
            throw new ArgumentException("The sampler and the partners are of different rows. Make both from the same index.", nameof(sampler));
        }

        Span<DrawContext> contexts = stackalloc DrawContext[ContextsAtOnce];
        while (!partners.IsEmpty)
        {
            int run = Math.Min(ContextsAtOnce, partners.Length);
            sampler.FillContexts(firstDraw, contexts[..run]);
            Fill(contexts[..run], partners);
            partners = partners[run..];
            firstDraw += run;
        }
    }

    private int PlaceOf(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)_placeOfRow.Length, nameof(row));
        return _placeOfRow[row] >= 0
            ? _placeOfRow[row]
            : throw new ArgumentOutOfRangeException(nameof(row), row, "The row is not in the index of the partners.");
    }

    private int SameClass(PartnerDistances distances, int place, long visit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(visit);
        // Classes without rows start where the next one does.
        int classIndex = Elements.LastUpTo(_index.Starts, place);
        int start = _index.Starts[classIndex];
        int count = (int)_index.Counts.Values[classIndex];
        if (count == 1)
        {
            return _order[place];
        }

        long moved = (long)(place - start) + distances.Of(classIndex, visit);
        return _order[start + (int)(moved < count ? moved : moved - count)];
    }
}

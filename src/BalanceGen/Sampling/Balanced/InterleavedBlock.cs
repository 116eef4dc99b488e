namespace BalanceGen.Sampling;

/// <summary>A run of interleaved draws: which sampler each is of, and the rows of each sampler one after the other, as it gives them fastest.</summary>
/// <remarks>Not thread-safe: each user has its own.</remarks>
internal sealed class InterleavedBlock(ClassSchedule schedule, int length)
{
    private readonly int[] _placeOfDraw = new int[length];
    private readonly int[] _rows = new int[length];
    private readonly int[] _counts = new int[schedule.Members.Length];
    private readonly int[] _next = new int[schedule.Members.Length];
    private readonly long[] _firstVisits = new long[schedule.Members.Length];
    private readonly int[] _places = new int[length];
    private int _placeCount;
    private int _taken;

    /// <summary>Which sampler each draw is of.</summary>
    public ClassTurns Turns { get; } = new(schedule);

    /// <summary>The samplers that have a draw. There may be many more that have none.</summary>
    public ReadOnlySpan<int> Places => _places.AsSpan(0, _placeCount);

    public void Clear()
    {
        foreach (int place in Places)
        {
            _counts[place] = 0;
        }

        _placeCount = 0;
        _taken = 0;
    }

    /// <summary>Adds a draw. The visits of a sampler must be consecutive.</summary>
    public void Add(int draw, int place, long visit)
    {
        _placeOfDraw[draw] = place;
        if (_counts[place]++ == 0)
        {
            _firstVisits[place] = visit;
            _places[_placeCount++] = place;
        }
    }

    /// <summary>Where the rows of a sampler go. To be called once for each of <see cref="Places"/>, after all draws were added.</summary>
    public Span<int> RowsOf(int place, out long firstVisit)
    {
        firstVisit = _firstVisits[place];
        _next[place] = _taken;
        _taken += _counts[place];
        return _rows.AsSpan(_next[place], _counts[place]);
    }

    /// <summary>The rows in the order of the draws. To be called once, after the rows were written.</summary>
    public void CopyTo(Span<int> rows)
    {
        for (int draw = 0; draw < rows.Length; draw++)
        {
            rows[draw] = _rows[_next[_placeOfDraw[draw]]++];
        }
    }
}

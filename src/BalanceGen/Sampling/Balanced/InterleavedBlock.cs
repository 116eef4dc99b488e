namespace BalanceGen.Sampling;

/// <summary>A run of interleaved draws: which sampler each is of, and the rows of each sampler one after the other, as it gives them fastest.</summary>
/// <remarks>Not thread-safe: each user has its own.</remarks>
internal sealed class InterleavedBlock(int sourceCount, int length)
{
    private readonly KeptTurns _turns = new();
    private readonly ClassPlace[] _draws = new ClassPlace[length];
    private readonly int[] _rows = new int[length];
    private readonly int[] _counts = new int[sourceCount];
    private readonly int[] _next = new int[sourceCount];
    private readonly long[] _firstVisits = new long[sourceCount];
    private readonly int[] _sources = new int[length];
    private int _sourceCount;
    private int _taken;

    /// <summary>The samplers that have a draw. There may be many more that have none.</summary>
    public ReadOnlySpan<int> Sources => _sources.AsSpan(0, _sourceCount);

    /// <summary>Reads which sampler each draw is of, and the how manieth draw of it: at most as many draws as there is room for.</summary>
    public ReadOnlySpan<ClassPlace> Read(InterleavedVisits visits, long firstDraw, int count)
    {
        Span<ClassPlace> draws = _draws.AsSpan(0, Math.Min(count, _draws.Length));
        visits.Fill(_turns, firstDraw, draws);
        return draws;
    }

    /// <summary>Sorts draws by their samplers. Those of a sampler must be consecutive visits.</summary>
    public void Sort(ReadOnlySpan<ClassPlace> draws)
    {
        foreach (int source in Sources)
        {
            _counts[source] = 0;
        }

        _sourceCount = 0;
        _taken = 0;
        foreach (ClassPlace draw in draws)
        {
            if (_counts[draw.ClassIndex]++ == 0)
            {
                _firstVisits[draw.ClassIndex] = draw.Place;
                _sources[_sourceCount++] = draw.ClassIndex;
            }
        }
    }

    /// <summary>Where the rows of a sampler go. To be called once for each of <see cref="Sources"/>.</summary>
    public Span<int> RowsOf(int source, out long firstVisit)
    {
        firstVisit = _firstVisits[source];
        _next[source] = _taken;
        _taken += _counts[source];
        return _rows.AsSpan(_next[source], _counts[source]);
    }

    /// <summary>The rows in the order of the draws. To be called once, after the rows were written.</summary>
    public void CopyTo(ReadOnlySpan<ClassPlace> draws, Span<int> rows)
    {
        for (int draw = 0; draw < rows.Length; draw++)
        {
            rows[draw] = _rows[_next[draws[draw].ClassIndex]++];
        }
    }
}

namespace BalanceGen;

/// <summary>
/// The classes of successive draws without replacement: each draw takes a class with the probability of the mass of the rows
/// that are left of it (the order of Efraimidis and Spirakis, Information Processing Letters 97, 2006, for weights that are
/// equal within a class). An epoch starts with all rows.
/// </summary>
/// <remarks>
/// What is left depends on all draws before, so seeking within an epoch replays from the last checkpoint on the way;
/// continuing costs nothing. Not thread-safe: each user has its own.
/// </remarks>
internal sealed class SuccessiveClasses
{
    private const int LeastSpacing = 4096;

    private readonly long _seed;
    private readonly long _epochLength;
    private readonly ulong[] _units;
    private readonly int[] _counts;
    private readonly int[] _remaining;
    private readonly MassTree _masses;
    private readonly ulong[] _words = new ulong[DrawBlock.WordCount];
    private readonly int _spacing;
    private readonly int[] _checkpoints;
    private long _epoch = -1;
    private long _next;
    private long _block = -1;
    private int _checkpointCount;

    /// <summary>Prepares an epoch.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="epochLength">The number of draws in an epoch, at most the number of rows.</param>
    /// <param name="units">The mass of a row of each class, 1 or more; all rows together below 2^63.</param>
    /// <param name="counts">The number of rows of each class.</param>
    public SuccessiveClasses(long seed, long epochLength, ulong[] units, int[] counts)
    {
        _seed = seed;
        _epochLength = epochLength;
        _units = units;
        _counts = counts;
        _remaining = new int[counts.Length];
        _masses = new MassTree(counts.Length);
        _spacing = Math.Max(LeastSpacing, 16 * counts.Length);
        _checkpoints = new int[(epochLength - 1) / _spacing * counts.Length];
    }

    /// <summary>Makes a draw the next one.</summary>
    public void Seek(long epoch, long draw)
    {
        if (_epoch != epoch)
        {
            _epoch = epoch;
            _checkpointCount = 0;
            Restore(0);
        }

        // Checkpoint 0 is the start of the epoch; checkpoint i lies before draw i·spacing.
        int checkpoint = (int)Math.Min(draw / _spacing, _checkpointCount);
        if (draw < _next || (long)checkpoint * _spacing > _next)
        {
            Restore(checkpoint);
        }

        while (_next < draw)
        {
            Take(out _);
        }
    }

    /// <summary>Makes the next draw.</summary>
    /// <param name="drawnBefore">How many rows of the class were drawn before in this epoch.</param>
    /// <returns>The class drawn.</returns>
    public int Take(out int drawnBefore)
    {
        long draw = (_epoch * _epochLength) + _next;
        (long block, long place) = Math.DivRem(draw, DrawBlock.Length);
        if (_block != block)
        {
            DrawBlock.Fill(_seed, DrawStreams.SuccessiveClass, block, DrawBlock.Length, _words);
            _block = block;
        }

        // 128 random bits times the total: the bias is below total/2^128.
        int at = DrawBlock.IndexOf((int)place);
        ulong total = _masses.Total;
        ulong point = Math.BigMul(_words[at], total, out ulong fraction);
        ulong carry = Math.BigMul(_words[at + 4], total, out _);
        point += fraction + carry < carry ? 1ul : 0;

        int drawn = _masses.Find(point);
        _masses.Remove(drawn, _units[drawn]);
        drawnBefore = _counts[drawn] - _remaining[drawn]--;
        _next++;
        if (_next % _spacing == 0 && _next / _spacing == _checkpointCount + 1 && _next < _epochLength)
        {
            _remaining.CopyTo(_checkpoints, _checkpointCount * _counts.Length);
            _checkpointCount++;
        }

        return drawn;
    }

    private void Restore(int checkpoint)
    {
        ReadOnlySpan<int> remaining = checkpoint == 0 ? _counts : _checkpoints.AsSpan((checkpoint - 1) * _counts.Length, _counts.Length);
        remaining.CopyTo(_remaining);
        _masses.Set(_units, _remaining);
        _next = (long)checkpoint * _spacing;
    }
}

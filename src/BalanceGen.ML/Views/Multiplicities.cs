namespace BalanceGen.ML;

/// <summary>How often each row of a source is shown, in as few bytes as the largest number needs.</summary>
internal sealed class Multiplicities
{
    private readonly byte[]? _bytes;
    private readonly ushort[]? _shorts;
    private readonly int[]? _integers;

    private Multiplicities(int[] times)
    {
        int most = times.DefaultIfEmpty().Max();
        Total = times.Sum(time => (long)time);
        HasCopies = most > 1;
        if (most <= byte.MaxValue)
        {
            _bytes = [.. times.Select(time => (byte)time)];
        }
        else if (most <= ushort.MaxValue)
        {
            _shorts = [.. times.Select(time => (ushort)time)];
        }
        else
        {
            _integers = times;
        }
    }

    /// <summary>The number of rows that are shown, each as often as it is.</summary>
    public long Total { get; }

    public bool HasCopies { get; }

    public int this[long row] => _bytes is not null ? _bytes[row] : _shorts is not null ? _shorts[row] : _integers![row];

    public int Length => _bytes?.Length ?? _shorts?.Length ?? _integers!.Length;

    /// <summary>The rows of an index once each, and no others.</summary>
    public static Multiplicities Of(RowIndex index)
    {
        var times = new int[index.DatasetLength];
        foreach (int row in index)
        {
            times[row] = 1;
        }

        return new Multiplicities(times);
    }

    /// <summary>The rows that a sampler draws in one epoch.</summary>
    public static Multiplicities Of(Sampler sampler, long epoch)
    {
        var times = new int[sampler.DatasetLength];
        foreach (int row in sampler.Epoch(epoch))
        {
            times[row] = checked(times[row] + 1);
        }

        return new Multiplicities(times);
    }

    /// <summary>The positions of a source that are shown, in order.</summary>
    public int[] ToPositions()
    {
        var positions = new int[checked((int)Total)];
        int place = 0;
        for (int row = 0; row < Length; row++)
        {
            positions.AsSpan(place, this[row]).Fill(row);
            place += this[row];
        }

        return positions;
    }
}

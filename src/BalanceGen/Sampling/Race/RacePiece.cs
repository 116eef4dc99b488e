namespace BalanceGen;

/// <summary>A run of rows of a race, which one thread looks at: those that arrive in time.</summary>
/// <remarks>Its memory is kept from epoch to epoch. Not thread-safe.</remarks>
internal sealed class RacePiece
{
    private readonly int _firstRow;
    private readonly int _endRow;
    private ulong[] _times = [];
    private int[] _rows = [];

    private RacePiece(int firstRow, int endRow)
    {
        _firstRow = firstRow;
        _endRow = endRow;
    }

    /// <summary>The number of rows that arrived.</summary>
    public int Count { get; private set; }

    /// <summary>The bits of their times, in row order. Positive doubles have the order of their bits.</summary>
    public ReadOnlySpan<ulong> Times => _times.AsSpan(0, Count);

    /// <summary>The rows.</summary>
    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, Count);

    /// <summary>The bits of the earliest of these times, or of a later one if none arrived.</summary>
    public ulong Least { get; private set; }

    /// <summary>The bits of the latest of these times, or of the limit.</summary>
    public ulong Most { get; private set; }

    /// <summary>All rows in a number of pieces of about the same length.</summary>
    public static RacePiece[] All(int rowCount, int pieces)
    {
        return [.. Enumerable.Range(0, pieces).Select(piece => new RacePiece(StartOf(piece), StartOf(piece + 1)))];

        int StartOf(int number) =>
            number == pieces ? rowCount : (int)((long)rowCount * number / pieces / RaceTimes.BlockLength * RaceTimes.BlockLength);
    }

    /// <summary>Finds the rows that arrive up to a time, and returns their number.</summary>
    public int Run(RaceTimes times, long epoch, double limit)
    {
        Count = 0;
        double least = double.MaxValue;
        double most = 0;
        for (int row = _firstRow; row < _endRow; row += RaceTimes.BlockLength)
        {
            int end = Math.Min(_endRow, row + RaceTimes.BlockLength);
            int room = _endRow - _firstRow + RaceTimes.Slack;
            if (_times.Length < Math.Min(room, Count + RaceTimes.BlockLength + RaceTimes.Slack + (Count / 16)))
            {
                // More than is needed now, so that other epochs, in which some more arrive, need nothing.
                int length = (int)Math.Min(room, 2L * (Count + RaceTimes.BlockLength));
                Array.Resize(ref _times, length);
                Array.Resize(ref _rows, length);
            }

            Count += times.Collect(epoch, row, end, limit, _times.AsSpan(Count), _rows.AsSpan(Count), ref least, ref most);
        }

        Least = BitConverter.DoubleToUInt64Bits(least);
        Most = BitConverter.DoubleToUInt64Bits(Math.Min(limit, most));

        return Count;
    }
}

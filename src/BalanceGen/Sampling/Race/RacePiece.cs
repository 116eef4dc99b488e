using System.Runtime.InteropServices;

namespace BalanceGen.Sampling;

/// <summary>A run of rows of a race, which one thread looks at: those that arrive in time, and how many of them in each bin of times.</summary>
/// <remarks>Its memory is kept from epoch to epoch. Not thread-safe.</remarks>
internal sealed class RacePiece(int firstRow, int endRow, TimeBins timeBins)
{
    private ulong[] _times = [];
    private int[] _rows = [];
    private int _count;

    /// <summary>The number of rows that arrived.</summary>
    public int Count => _count;

    /// <summary>The bits of their times, in row order. Positive doubles have the order of their bits.</summary>
    public ReadOnlySpan<ulong> Times => _times.AsSpan(0, _count);

    /// <summary>The rows.</summary>
    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, _count);

    /// <summary>A number for each bin of times: of the rows that arrived, until others make use of it.</summary>
    public int[] Bins { get; } = new int[timeBins.Count];

    /// <summary>All rows in a number of pieces of about the same length.</summary>
    public static RacePiece[] All(int rowCount, int pieces, TimeBins bins)
    {
        return [.. Enumerable.Range(0, pieces).Select(piece => new RacePiece(StartOf(piece), StartOf(piece + 1), bins))];

        int StartOf(int number) =>
            number == pieces ? rowCount : (int)((long)rowCount * number / pieces / RaceTimes.BlockLength * RaceTimes.BlockLength);
    }

    /// <summary>Finds the rows that arrive up to a time, and returns their number.</summary>
    [SkipLocalsInit]
    public int Run(RaceTimes times, long epoch, double limit)
    {
        Span<double> ofBlock = stackalloc double[RaceTimes.BlockLength];
        Array.Clear(Bins);
        _count = 0;
        for (int row = firstRow; row < endRow; row += RaceTimes.BlockLength)
        {
            times.Fill(epoch, row, ofBlock);
            if (_times.Length < _count + RaceTimes.BlockLength)
            {
                Grow();
            }

            Add(MemoryMarshal.Cast<double, ulong>(ofBlock), row, BitConverter.DoubleToUInt64Bits(limit));
        }

        return _count;
    }

    [SkipLocalsInit]
    private void Add(ReadOnlySpan<ulong> ofBlock, int firstRow, ulong limit)
    {
        // Which rows arrive is as good as random: without a jump that depends on it there is none that is foreseen wrongly.
        Span<byte> arriving = stackalloc byte[RaceTimes.BlockLength];
        int count = 0;
        for (int place = 0; place < ofBlock.Length; place++)
        {
            arriving[count] = (byte)place;
            count += ofBlock[place] <= limit ? 1 : 0;
        }

        Span<ulong> times = _times.AsSpan(_count, count);
        Span<int> rows = _rows.AsSpan(_count, count);
        int[] bins = Bins;
        TimeBins ofTimes = timeBins;
        for (int number = 0; number < times.Length; number++)
        {
            int place = arriving[number];
            ulong time = ofBlock[place];
            times[number] = time;
            rows[number] = firstRow + place;
            bins[ofTimes.Of(time)]++;
        }

        _count += count;
    }

    private void Grow()
    {
        // More than is needed now, so that other epochs, in which some more arrive, need nothing.
        int length = (int)Math.Min(endRow - firstRow + RaceTimes.BlockLength, 2L * (_count + RaceTimes.BlockLength));
        Array.Resize(ref _times, length);
        Array.Resize(ref _rows, length);
    }
}

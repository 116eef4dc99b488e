namespace BalanceGen.Sampling;

/// <summary>
/// The places of each class in cyclic, ever new orders: visit k of a class with n rows is place k mod n of the permutation that belongs to the seed, the
/// class and k div n. The same places as <see cref="PermutedRows"/> for classes of up to 2^31 − 1 rows.
/// </summary>
/// <remarks>
/// A pure function with a memory. A window of places is made ready only where visits of a class follow each other: a rank that takes every hundredth
/// visit pays for those alone. Not thread-safe: each user has its own.
/// </remarks>
internal sealed class PermutedPlaces
{
    private const int WindowLength = 32;

    /// <summary>With more memory for windows than this every place is computed by itself.</summary>
    private const long MostBytes = 64L << 20;

    private readonly ClassCounts _counts;
    private readonly long _seed;
    private readonly PlaceWindow[] _windows;
    private readonly int[] _buffer;
    private readonly long[] _wideBuffer;
    private readonly LongFeistelPermutation[] _widePermutations;

    public PermutedPlaces(ClassCounts counts, long seed)
    {
        _counts = counts;
        _seed = seed;
        int length = 0;
        int wide = 0;
        long bytes = 0;
        foreach (long count in counts.Values)
        {
            bytes += Unsafe.SizeOf<PlaceWindow>() + (4L * BufferLengthOf(count));
            length += bytes > MostBytes ? 0 : BufferLengthOf(count);
            wide += count > int.MaxValue ? 1 : 0;
        }

        if (bytes > MostBytes)
        {
            _windows = [];
            _buffer = [];
            _wideBuffer = [];
            _widePermutations = [];
            return;
        }

        _windows = new PlaceWindow[counts.Classes.Count];
        _buffer = new int[length];
        _wideBuffer = new long[wide * WindowLength];
        _widePermutations = new LongFeistelPermutation[wide];
        length = 0;
        wide = 0;
        for (int index = 0; index < _windows.Length; index++)
        {
            long count = counts[index];
            _windows[index].Cycle = -1;
            _windows[index].Offset = count > int.MaxValue ? wide++ : length;
            length += BufferLengthOf(count);
        }
    }

    /// <summary>Replaces the number of each visit by the place that it visits. Every class must have rows.</summary>
    public void Replace(Span<ClassPlace> visits)
    {
        if (_windows.Length == 0)
        {
            foreach (ref ClassPlace visit in visits)
            {
                long count = _counts[visit.ClassIndex];
                (long cycle, long position) = Math.DivRem(visit.Place, count);
                visit = visit with { Place = KeyedPermutation.At(count, _seed, DrawStreams.Rows(visit.ClassIndex), (ulong)cycle, position) };
            }

            return;
        }

        foreach (ref ClassPlace visit in visits)
        {
            visit = new ClassPlace(visit.ClassIndex, PlaceOf(visit.ClassIndex, visit.Place));
        }
    }

    private static int BufferLengthOf(long count) => count switch
    {
        0 or > int.MaxValue => 0,
        <= KeyedPermutation.TableLimit => KeyedPermutation.PermutationsPerTable((int)count) * (int)count,
        _ => WindowLength,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long PlaceOf(int classIndex, long visit)
    {
        ref PlaceWindow window = ref _windows[classIndex];
        long count = _counts.Values[classIndex];
        ulong ahead = (ulong)(visit - window.First);
        if (ahead >= (uint)window.Length)
        {
            Refill(ref window, classIndex, count, visit);
            ahead = (ulong)(visit - window.First);
        }

        return count > int.MaxValue
            ? _wideBuffer[(window.Offset * WindowLength) + (int)ahead]
            : _buffer[window.Offset + (int)ahead];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Refill(ref PlaceWindow window, int classIndex, long count, long visit)
    {
        ulong stream = DrawStreams.Rows(classIndex);
        if (count <= KeyedPermutation.TableLimit)
        {
            // The window holds all cycles that are shuffled together.
            Span<int> table = _buffer.AsSpan(window.Offset, BufferLengthOf(count));
            (long number, long first) = Math.DivRem(visit, table.Length);
            FisherYates.Fill(table, (int)count, _seed, stream, (ulong)number);
            window.First = visit - first;
            window.Length = table.Length;
            return;
        }

        // A visit behind the last one that was ready: whoever takes two in a row will take more.
        bool isRun = window.Length > 0 && visit == window.First + window.Length;
        (long cycle, long position) = Math.DivRem(visit, count);
        int length = isRun ? (int)Math.Min(WindowLength, count - position) : 1;
        if (count > int.MaxValue)
        {
            if (window.Cycle != cycle)
            {
                _widePermutations[window.Offset] = new LongFeistelPermutation(count, _seed, stream, (ulong)cycle);
            }

            _widePermutations[window.Offset].Fill(position, _wideBuffer.AsSpan(window.Offset * WindowLength, length));
        }
        else
        {
            if (window.Cycle != cycle)
            {
                window.Permutation = new FeistelPermutation((int)count, _seed, stream, (ulong)cycle);
            }

            if (length == 1)
            {
                _buffer[window.Offset] = window.Permutation.At((int)position);
            }
            else
            {
                window.Permutation.Fill((int)position, _buffer.AsSpan(window.Offset, length));
            }
        }

        window.Cycle = cycle;
        window.First = visit;
        window.Length = length;
    }
}

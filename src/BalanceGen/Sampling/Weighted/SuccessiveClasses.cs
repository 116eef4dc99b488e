using System.Runtime.InteropServices;

namespace BalanceGen.Sampling;

/// <summary>
/// The classes of successive draws without replacement: each draw takes a class with the probability of the mass of the rows
/// that are left of it (the order of Efraimidis and Spirakis, Information Processing Letters 97, 2006, for weights that are
/// equal within a class). An epoch starts with all rows.
/// </summary>
/// <remarks>
/// <para>
/// By rejection: an alias table draws a class by the masses at the time when the table was built, and one of the rows that the class had then. If the row
/// is not among as many as are left, the draw is turned down. What is accepted has the probability of what is left, whatever the age of the table;
/// so the table may be built anew at any time, and is when as much work was turned down as the building costs. A draw is O(1) on average.
/// </para>
/// <para>
/// What is left depends on all draws before, so seeking within an epoch replays from the last checkpoint on the way;
/// continuing costs nothing. Not thread-safe: each user has its own.
/// </para>
/// </remarks>
/// <param name="seed">The seed.</param>
/// <param name="epochLength">The number of draws in an epoch, at most the number of rows.</param>
/// <param name="units">The mass of a row of each class, 1 or more; all rows together below 2^63.</param>
/// <param name="counts">The number of rows of each class.</param>
internal sealed class SuccessiveClasses(long seed, long epochLength, ulong[] units, int[] counts)
{
    private const int LeastStretch = 4096;

    /// <summary>A column of a table costs about as much to build as this many draws.</summary>
    private const int DrawsPerColumn = 16;

    private readonly int[] _counts = counts;
    private readonly int[] _remaining = new int[counts.Length];

    // The alias table, what it is made of, and how many draws were turned down since.
    private readonly AliasTableBuilder _builder = new(counts.Length);
    private readonly ulong[] _masses = new ulong[counts.Length];
    private readonly int[] _places = [.. Enumerable.Range(0, counts.Length)];
    private readonly ulong[] _thresholds = new ulong[counts.Length];
    private readonly ulong[] _ranges = new ulong[2 * counts.Length];
    private readonly int _patience = DrawsPerColumn * counts.Length;
    private int _turnedDown;

    // An epoch consists of stretches, each with random words and a first table of its own; before all but the first lies a checkpoint.
    private readonly int _stretch = StretchOf(counts.Length);
    private readonly int[] _checkpoints = new int[(epochLength - 1) / StretchOf(counts.Length) * counts.Length];
    private readonly ulong[] _words = new ulong[DrawBlock.WordCount];
    private Xoshiro256x4 _generator;
    private int _usedWords;
    private int _wordCount;
    private long _epoch = -1;
    private long _next;
    private long _stretchEnd;
    private int _checkpointCount;

    /// <summary>Makes a draw the next one.</summary>
    public void Seek(long epoch, long draw)
    {
        if (_epoch != epoch)
        {
            _epoch = epoch;
            _checkpointCount = 0;
            Restore(0);
        }

        // Checkpoint 0 is the start of the epoch; checkpoint i lies before draw i·stretch.
        int checkpoint = (int)Math.Min(draw / _stretch, _checkpointCount);
        if (draw < _next || (long)checkpoint * _stretch > _next)
        {
            Restore(checkpoint);
        }

        if (_next < draw)
        {
            Replay(draw);
        }
    }

    /// <summary>Makes the next draws, not beyond the end of the epoch.</summary>
    /// <param name="slots">Receives for each draw the class in the low half, and in the high half how many of its rows were drawn before in this epoch.</param>
    public void Take(Span<ulong> slots)
    {
        while (!slots.IsEmpty)
        {
            if (_turnedDown == _patience)
            {
                BuildTable();
            }

            if (_usedWords == _wordCount)
            {
                DrawWords();
            }

            int taken = TakeReady(slots[..(int)Math.Min(slots.Length, _stretchEnd - _next)]);
            slots = slots[taken..];
            _next += taken;
            if (_next == _stretchEnd && _next < epochLength)
            {
                int checkpoint = (int)(_next / _stretch);
                _remaining.CopyTo(_checkpoints, (checkpoint - 1) * _counts.Length);
                _checkpointCount = Math.Max(_checkpointCount, checkpoint);
                StartStretch(checkpoint);
            }
        }
    }

    private static int StretchOf(int classes) => Math.Max(LeastStretch, 16 * classes);

    private void Replay(long draw)
    {
        Span<ulong> passed = stackalloc ulong[DrawBlock.Length];
        while (_next < draw)
        {
            Take(passed[..(int)Math.Min(passed.Length, draw - _next)]);
        }
    }

    /// <summary>Makes draws until the words are used up or the table is worn out.</summary>
    /// <returns>How many were made.</returns>
    private int TakeReady(Span<ulong> slots)
    {
        AliasLookup lookup = new(_thresholds, _ranges);
        ReadOnlySpan<ulong> words = _words.AsSpan(_usedWords, _wordCount - _usedWords);
        ref int counts = ref MemoryMarshal.GetArrayDataReference(_counts);
        ref int remaining = ref MemoryMarshal.GetArrayDataReference(_remaining);
        int turnedDown = _turnedDown;
        int taken = 0;
        int used = 0;
        while (taken < slots.Length && used < words.Length && turnedDown < _patience)
        {
            ulong range = lookup.RangeOf(words[used]);
            uint row = (uint)WideProduct.High(words[used + 1], (uint)range);
            used += 2;

            // Without a branch, which nobody could predict. What is turned down is overwritten by the next draw.
            uint place = (uint)(range >> 32);
            ref int left = ref Unsafe.Add(ref remaining, place);
            int accepted = row < (uint)left ? 1 : 0;
            slots[taken] = place | ((ulong)(uint)(Unsafe.Add(ref counts, place) - left) << 32);
            left -= accepted;
            taken += accepted;
            turnedDown += 1 - accepted;
        }

        _turnedDown = turnedDown;
        _usedWords += used;
        return taken;
    }

    private void DrawWords()
    {
        // No more than are needed if nothing is turned down; whole steps of the generator, so that the words do not depend on it.
        _wordCount = (int)Math.Min(2 * ((_stretchEnd - _next + 1) & ~1L), _words.Length);
        _generator.Fill(_words.AsSpan(0, _wordCount));
        _usedWords = 0;
    }

    private void BuildTable()
    {
        for (int place = 0; place < _masses.Length; place++)
        {
            _masses[place] = units[place] * (ulong)_remaining[place];
        }

        _builder.Build(_masses, _places, _remaining, _thresholds, _ranges);
        _turnedDown = 0;
    }

    private void Restore(int checkpoint)
    {
        ReadOnlySpan<int> remaining = checkpoint == 0 ? _counts : _checkpoints.AsSpan((checkpoint - 1) * _counts.Length, _counts.Length);
        remaining.CopyTo(_remaining);
        _next = (long)checkpoint * _stretch;
        StartStretch(checkpoint);
    }

    private void StartStretch(int number)
    {
        long stretches = ((epochLength - 1) / _stretch) + 1;
        _generator = new Xoshiro256x4(seed, DrawStreams.SuccessiveClass, (ulong)((_epoch * stretches) + number));
        _wordCount = 0;
        _usedWords = 0;
        _stretchEnd = Math.Min((number + 1L) * _stretch, epochLength);
        BuildTable();
    }
}

using System.Collections;

namespace BalanceGen.Sampling;

/// <summary>A run of consecutive draws of a sampler. A loop over it does not allocate; as a sequence for LINQ it allocates one buffer an enumeration.</summary>
public readonly struct DrawSequence : IEnumerable<int>
{
    private const int BufferLength = 256;

    private readonly Sampler _sampler;

    internal DrawSequence(Sampler sampler, long firstDraw, long count)
    {
        _sampler = sampler;
        FirstDraw = firstDraw;
        Count = count;
    }

    /// <summary>The number of the first draw.</summary>
    public long FirstDraw { get; }

    /// <summary>The number of draws.</summary>
    public long Count { get; }

    /// <summary>Enumerates the row numbers of the draws.</summary>
    public Enumerator GetEnumerator() => new(_sampler, FirstDraw, Count);

    IEnumerator<int> IEnumerable<int>.GetEnumerator() => Enumerate(_sampler, FirstDraw, Count);

    IEnumerator IEnumerable.GetEnumerator() => Enumerate(_sampler, FirstDraw, Count);

    private static IEnumerator<int> Enumerate(Sampler sampler, long firstDraw, long count)
    {
        long end = checked(firstDraw + count);
        int[] buffer = new int[(int)Math.Min(BufferLength, count)];
        for (long draw = firstDraw; draw < end;)
        {
            int filled = (int)Math.Min(BufferLength - (draw & (BufferLength - 1)), Math.Min(buffer.Length, end - draw));
            sampler.Fill(draw, buffer.AsSpan(0, filled));
            for (int place = 0; place < filled; place++)
            {
                yield return buffer[place];
            }

            draw += filled;
        }
    }

    /// <summary>Enumerates row numbers, filling an inline buffer of 256 draws at a time.</summary>
    public ref struct Enumerator
    {
        private readonly Sampler _sampler;
        private readonly long _end;
        private long _bufferStart;
        private int _position;
        private int _filled;
        private Buffer _buffer;

        internal Enumerator(Sampler sampler, long firstDraw, long count)
        {
            _sampler = sampler;
            _end = checked(firstDraw + count);
            _bufferStart = firstDraw;
            _position = -1;
            _filled = 0;
        }

        /// <summary>The row number of the current draw.</summary>
        public readonly int Current => _buffer[_position];

        /// <summary>The number of the draw that follows the current one.</summary>
        public readonly long NextDraw => _bufferStart + _position + 1;

        /// <summary>The state from which the sampler continues after the current draw.</summary>
        public readonly SamplerState State => _sampler.StateAt(NextDraw);

        /// <summary>Moves to the next draw.</summary>
        /// <returns>Whether there is one.</returns>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool MoveNext() => ++_position < _filled || Refill();

        private bool Refill()
        {
            _bufferStart += _filled;
            long left = _end - _bufferStart;
            if (left <= 0)
            {
                // The position stays one past the last draw, so that NextDraw is the end of the run.
                _filled = 0;
                _position = -1;
                return false;
            }

            // Up to the next multiple of the buffer's length, so that a buffer is one block of random words.
            _filled = (int)Math.Min(BufferLength - (_bufferStart & (BufferLength - 1)), left);
            _position = 0;
            _sampler.Fill(_bufferStart, ((Span<int>)_buffer)[.._filled]);
            return true;
        }

        [InlineArray(BufferLength)]
        private struct Buffer
        {
            private int _first;
        }
    }
}

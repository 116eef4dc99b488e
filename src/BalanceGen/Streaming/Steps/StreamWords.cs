namespace BalanceGen.Streaming;

/// <summary>
/// One random word per element of a stream: a pure function of the seed, the purpose, the pass and the element's number. Elements are asked
/// for in ascending order. 2 KiB; nothing is allocated after construction.
/// </summary>
internal sealed class StreamWords(long seed, StreamPurpose purpose, long pass)
{
    private const int BlockLength = 256;

    private readonly ulong[] _block = new ulong[BlockLength];
    private readonly ulong _stream = ((ulong)pass << 8) | (ulong)purpose;
    private long _filled = -1;

    /// <summary>The word of an element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong At(long element)
    {
        if (element / BlockLength != _filled)
        {
            Fill(element / BlockLength);
        }

        return _block[(int)(element & (BlockLength - 1))];
    }

    /// <summary>An integer that is uniform over [0, bound), from the element's word and, rarely, from further words that belong to the element alone.</summary>
    public ulong Below(long element, ulong bound)
    {
        ulong value = Math.BigMul(At(element), bound, out ulong fraction);
        if (fraction < bound && fraction < (0UL - bound) % bound)
        {
            // Each element has 256 words of its own, more than any run of rejections will take.
            var words = new PhiloxSequence(seed, _stream | ((ulong)StreamPurpose.Redraw << 4), (ulong)element * BlockLength);
            return BoundedInteger.Below(ref words, bound);
        }

        return value;
    }

    private void Fill(long block)
    {
        var words = new Xoshiro256x4(seed, _stream, (ulong)block);
        words.Fill(_block);
        _filled = block;
    }
}

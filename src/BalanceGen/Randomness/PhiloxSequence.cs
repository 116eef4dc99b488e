namespace BalanceGen.Randomness;

/// <summary>The random words of one stream of a seed, one after the other. Any position is reached in O(1).</summary>
/// <remarks>
/// Word w of stream s under seed k is half (w mod 2) of the Philox block (key k, counter w / 2, s). A mutable struct of 40 bytes:
/// copy it to fork the sequence, pass it by reference to continue it. Allocates nothing; not safe for concurrent use of one copy.
/// </remarks>
public struct PhiloxSequence : IRandomWords
{
    private readonly ulong _seed;
    private readonly ulong _stream;
    private ulong _pending;

    /// <summary>A sequence that starts at a given word.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">The stream; different streams of one seed are independent.</param>
    /// <param name="position">The number of the first word.</param>
    public PhiloxSequence(long seed, ulong stream, ulong position = 0)
    {
        _seed = (ulong)seed;
        _stream = stream;
        Position = position;
        _pending = (position & 1) == 0 ? 0 : Philox4x32.Block(_seed, position >> 1, stream).High;
    }

    /// <summary>The number of the next word.</summary>
    public ulong Position { get; private set; }

    /// <inheritdoc/>
    public ulong Next()
    {
        if ((Position++ & 1) != 0)
        {
            return _pending;
        }

        (ulong low, _pending) = Philox4x32.Block(_seed, (Position - 1) >> 1, _stream);
        return low;
    }
}

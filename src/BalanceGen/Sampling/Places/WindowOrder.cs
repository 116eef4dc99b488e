namespace BalanceGen.Sampling;

/// <summary>The order of a class's rows in one window of a pass: the permutation of <see cref="KeyedPermutation"/>, with its key made once. Immutable, thread-safe.</summary>
internal sealed class WindowOrder
{
    private readonly int[] _table = [];
    private readonly FeistelPermutation _network;
    private readonly LongFeistelPermutation _longNetwork;

    public WindowOrder(long pass, int number, long first, long length, long seed, ulong stream)
    {
        Pass = pass;
        Number = number;
        First = first;
        Length = length;
        ulong key = SplitMix64.Mix((ulong)pass) ^ (uint)number;
        if (length <= KeyedPermutation.TableLimit)
        {
            _table = new int[length];
            if (length > 0)
            {
                KeyedPermutation.Fill((int)length, seed, stream, key, 0, _table);
            }
        }
        else if (length <= int.MaxValue)
        {
            _network = new FeistelPermutation((int)length, seed, stream, key);
        }
        else
        {
            _longNetwork = new LongFeistelPermutation(length, seed, stream, key);
        }
    }

    /// <summary>The pass.</summary>
    public long Pass { get; }

    /// <summary>The number of the window in the pass.</summary>
    public int Number { get; }

    /// <summary>Its first position in the pass.</summary>
    public long First { get; }

    /// <summary>The number of rows.</summary>
    public long Length { get; }

    /// <summary>The row at a position, both of [0, <see cref="Length"/>).</summary>
    public long At(long position) =>
        Length <= KeyedPermutation.TableLimit ? _table[position]
        : Length <= int.MaxValue ? _network.At((int)position)
        : _longNetwork.At(position);
}

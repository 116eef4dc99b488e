namespace BalanceGen;

/// <summary>Masses that only shrink, with their sums in a binary tree: drawing in proportion to mass and removing mass are O(log n).</summary>
internal sealed class MassTree
{
    private readonly int _leaves;
    private readonly ulong[] _sums;

    public MassTree(int count)
    {
        _leaves = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count);
        _sums = new ulong[2 * _leaves];
    }

    /// <summary>The sum of all masses.</summary>
    public ulong Total => _sums[1];

    /// <summary>Sets all masses, none negative, together below 2^64. O(n).</summary>
    public void Set(ReadOnlySpan<ulong> units, ReadOnlySpan<int> remaining)
    {
        for (int index = 0; index < units.Length; index++)
        {
            _sums[_leaves + index] = units[index] * (ulong)remaining[index];
        }

        for (int node = _leaves - 1; node >= 1; node--)
        {
            _sums[node] = _sums[2 * node] + _sums[(2 * node) + 1];
        }
    }

    /// <summary>The item at a point of the line on which the masses lie one after the other.</summary>
    /// <param name="point">Of [0, <see cref="Total"/>).</param>
    public int Find(ulong point)
    {
        int node = 1;
        while (node < _leaves)
        {
            node *= 2;
            if (point >= _sums[node])
            {
                point -= _sums[node];
                node++;
            }
        }

        return node - _leaves;
    }

    /// <summary>Takes mass from an item that has at least that much.</summary>
    public void Remove(int item, ulong mass)
    {
        for (int node = _leaves + item; node >= 1; node /= 2)
        {
            _sums[node] -= mass;
        }
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BalanceGen;

/// <summary>Masses that only shrink, with their sums in a tree: drawing in proportion to mass and removing mass are O(log n).</summary>
/// <remarks>
/// A node has eight children and holds, for each, the mass of those before it: the child that a point falls on is found by comparing all at once, without a
/// branch that nobody can predict. The items are the same as in a binary tree, or any other.
/// </remarks>
internal sealed class MassTree
{
    private const int Width = 8;
    private const int WidthBits = 3;

    // Level by level from the root, node by node, the mass before each child of the node.
    private readonly long[] _before;

    // Where each level starts, from the root's.
    private readonly int[] _levels;

    public MassTree(int count)
    {
        int height = 1;
        while ((long)count > 1L << (WidthBits * height))
        {
            height++;
        }

        _levels = new int[height];
        int length = 0;
        for (int level = 0; level < height; level++)
        {
            _levels[level] = length;
            length += NodesOn(level, count) * Width;
        }

        _before = new long[length];
    }

    /// <summary>The sum of all masses.</summary>
    public ulong Total { get; private set; }

    /// <summary>Sets all masses, none negative, together below 2^63. O(n).</summary>
    public void Set(ReadOnlySpan<ulong> units, ReadOnlySpan<int> remaining)
    {
        _before.AsSpan().Clear();
        Total = 0;
        for (int index = 0; index < units.Length; index++)
        {
            Add(index, (long)(units[index] * (ulong)remaining[index]));
        }
    }

    /// <summary>The item at a point of the line on which the masses lie one after the other.</summary>
    /// <param name="point">Of [0, <see cref="Total"/>).</param>
    public int Find(ulong point)
    {
        ref long before = ref MemoryMarshal.GetArrayDataReference(_before);
        long rest = (long)point;
        int node = 0;
        foreach (int level in _levels)
        {
            // The first child has nothing before it, so one or more do not lie beyond the point.
            nuint first = (nuint)(level + (node * Width));
            Vector256<long> at = Vector256.Create(rest);
            uint beyond = Vector256.GreaterThan(Vector256.LoadUnsafe(ref before, first), at).ExtractMostSignificantBits()
                | (Vector256.GreaterThan(Vector256.LoadUnsafe(ref before, first + 4), at).ExtractMostSignificantBits() << 4);
            int child = BitOperations.TrailingZeroCount(beyond | (1u << Width)) - 1;
            rest -= Unsafe.Add(ref before, first + (nuint)child);
            node = (node * Width) + child;
        }

        return node;
    }

    /// <summary>Takes mass from an item that has at least that much.</summary>
    public void Remove(int item, ulong mass) => Add(item, -(long)mass);

    private int NodesOn(int level, int count)
    {
        int shift = WidthBits * (_levels.Length - level);
        return (int)((count + (1L << shift) - 1) >> shift);
    }

    private void Add(int item, long mass)
    {
        Total += (ulong)mass;
        ref long before = ref MemoryMarshal.GetArrayDataReference(_before);
        Vector256<long> masses = Vector256.Create(mass);
        for (int level = _levels.Length - 1; level >= 0; level--)
        {
            // What lies behind the child on its level.
            Vector256<long> child = Vector256.Create((long)(item & (Width - 1)));
            nuint first = (nuint)(_levels[level] + (item & -Width));
            Vector256<long> low = Vector256.GreaterThan(Vector256<long>.Indices, child) & masses;
            Vector256<long> high = Vector256.GreaterThan(Vector256<long>.Indices + Vector256.Create(4L), child) & masses;
            (Vector256.LoadUnsafe(ref before, first) + low).StoreUnsafe(ref before, first);
            (Vector256.LoadUnsafe(ref before, first + 4) + high).StoreUnsafe(ref before, first + 4);
            item >>= WidthBits;
        }
    }
}

using System.Numerics;

namespace BalanceGen.Classes;

/// <summary>Elements at places that a caller gives.</summary>
internal static class Elements
{
    /// <summary>The element at a place, which is checked; an error names the caller's parameter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T At<T>(this T[] items, int place, [CallerArgumentExpression(nameof(place))] string? parameter = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)place, (uint)items.Length, parameter);
        return items[place];
    }

    /// <summary>The place of the last element that is not above a value; elements ascend, and the first one is not above it. O(log n).</summary>
    public static int LastUpTo<T>(ReadOnlySpan<T> ascending, T value)
        where T : IComparisonOperators<T, T, bool>
    {
        int low = 0;
        int high = ascending.Length;
        while (high - low > 1)
        {
            int middle = (low + high) >> 1;
            (low, high) = ascending[middle] <= value ? (middle, high) : (low, middle);
        }

        return low;
    }
}

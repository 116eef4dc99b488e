using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace BalanceGen.Classes;

/// <summary>Rows in whatever form they come: what lies in one piece of memory is used where it is.</summary>
internal static class RowSequence
{
    /// <summary>The rows of an array, a list or an immutable array without copying them.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="span">The rows in memory; empty if they are a sequence of another kind.</param>
    /// <returns>Whether the rows lie in memory.</returns>
    public static bool TryGetSpan<T>(IEnumerable<T> rows, out ReadOnlySpan<T> span)
    {
        switch (rows)
        {
            case T[] array:
                span = array;
                return true;
            case List<T> list:
                span = CollectionsMarshal.AsSpan(list);
                return true;
            case ImmutableArray<T> immutable:
                span = immutable.AsSpan();
                return true;
            case ArraySegment<T> segment:
                span = segment;
                return true;
            default:
                span = default;
                return false;
        }
    }

    /// <summary>The rows of an array or an immutable array without copying them, those of any other sequence in a new array.</summary>
    public static ReadOnlyMemory<T> ToMemory<T>(IEnumerable<T> rows) => rows switch
    {
        T[] array => new ReadOnlyMemory<T>(array),
        ImmutableArray<T> immutable => immutable.AsMemory(),
        ArraySegment<T> segment => segment,
        _ => rows.ToArray(),
    };
}

namespace BalanceGen.Classes;

/// <summary>Elements at places that a caller gives.</summary>
internal static class Places
{
    /// <summary>The element at a place, which is checked; an error names the caller's parameter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T At<T>(this T[] items, int place, [CallerArgumentExpression(nameof(place))] string? parameter = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)place, (uint)items.Length, parameter);
        return items[place];
    }
}

namespace BalanceGen.Sampling;

/// <summary>The draws of a group of up to <see cref="RoundSlots.MostClasses"/> classes in consecutive rounds: a part of a table.</summary>
/// <param name="draws">The table, class by class.</param>
/// <param name="stride">From a class to the next one.</param>
/// <param name="first">The first round, counted in the table.</param>
/// <param name="count">The number of rounds.</param>
/// <param name="firstDraw">The first draw of the first round, counted in the table.</param>
internal readonly ref struct RoundTable(ReadOnlySpan<ushort> draws, int stride, int first, int count, int firstDraw)
{
    private readonly ReadOnlySpan<ushort> _draws = draws;

    /// <summary>The number of rounds.</summary>
    public int Count => count;

    /// <summary>The first draw of the first round, counted as those of the classes are.</summary>
    public int FirstDraw => firstDraw;

    /// <summary>The draws of a class, one in each round, counted from the first draw of the table.</summary>
    public ReadOnlySpan<ushort> Of(int place) => _draws.Slice((place * stride) + first, count);
}

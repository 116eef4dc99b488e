namespace BalanceGen.Generators.Model;

/// <summary>
/// The alias table of classes with equal shares, in the library's units (<c>AliasTable</c>): a column has 2^64 of them. A share of ⌊2^64/K⌋ leaves
/// r = 2^64 mod K units over; they go to the first class, and so every other column lends it r.
/// </summary>
internal static class UniformAliases
{
    /// <summary>
    /// The most classes for which there are tables. With more, the tables would cost the assembly more than they save, because a sampler makes its own in microseconds.
    /// </summary>
    public const int MostClasses = 79;

    /// <summary>The fraction of a column below which a draw is the column's own class.</summary>
    // 2^64 − r. It is 0 if nothing is left over, and then the column has no alias but itself.
    public static ulong[] ThresholdsOf(int classes) =>
        [.. Enumerable.Range(0, classes).Select(column => column == 0 ? 0 : unchecked(0UL - LeftOver(classes)))];

    /// <summary>The place of the class that the rest of a column belongs to.</summary>
    public static int[] AliasesOf(int classes) => [.. Enumerable.Range(0, classes).Select(column => LeftOver(classes) == 0 ? column : 0)];

    private static ulong LeftOver(int classes) => unchecked(0UL - (ulong)classes) % (ulong)classes;
}

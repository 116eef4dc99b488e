namespace Digits.Loading;

/// <summary>Makes a data set imbalanced on purpose.</summary>
public static class Imbalance
{
    /// <summary>Keeps the first rows of each class.</summary>
    /// <param name="rows">The rows; both classes must have as many as are to be kept.</param>
    /// <param name="frequent">How many rows of <see cref="Numeral.Three"/> to keep.</param>
    /// <param name="rare">How many rows of <see cref="Numeral.Eight"/> to keep.</param>
    public static Digit[] Keep(IReadOnlyList<Digit> rows, int frequent, int rare) =>
        [.. First(rows, Numeral.Three, frequent), .. First(rows, Numeral.Eight, rare)];

    private static Digit[] First(IReadOnlyList<Digit> rows, Numeral numeral, int count)
    {
        Digit[] kept = [.. rows.Where(digit => digit.Numeral == numeral).Take(count)];
        return kept.Length == count
            ? kept
            : throw new ArgumentException($"There are {kept.Length} rows of {numeral}, {count} are to be kept.", nameof(rows));
    }
}

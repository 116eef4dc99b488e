namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>The values that a parameter of the library takes.</summary>
/// <param name="Minimum">The smallest value.</param>
/// <param name="Maximum">The largest value.</param>
/// <param name="ExcludesMinimum">Whether the smallest value itself is refused.</param>
/// <param name="ExcludesMaximum">Whether the largest value itself is refused.</param>
internal sealed record ValueRange(double Minimum, double Maximum, bool ExcludesMinimum, bool ExcludesMaximum)
{
    /// <summary>Whether the library accepts a value. It never accepts NaN.</summary>
    public bool Contains(double value) =>
        (ExcludesMinimum ? value > Minimum : value >= Minimum) && (ExcludesMaximum ? value < Maximum : value <= Maximum);

    /// <summary>The range as the predicate of a sentence, "from 0 to 1".</summary>
    public string Describe()
    {
        string from = Text(Minimum);
        return Maximum >= int.MaxValue
            ? ExcludesMinimum ? $"above {from}" : $"{from} or more"
            : (ExcludesMinimum, ExcludesMaximum) switch
            {
                (false, false) => $"from {from} to {Text(Maximum)}",
                (true, false) => $"above {from} and at most {Text(Maximum)}",
                (false, true) => $"at least {from} and below {Text(Maximum)}",
                _ => $"above {from} and below {Text(Maximum)}",
            };
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}

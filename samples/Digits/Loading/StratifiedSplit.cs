namespace Digits.Loading;

/// <summary>A training part and a test part with the same share of every class.</summary>
/// <param name="Training">The rows to learn from, shuffled.</param>
/// <param name="Test">The rows that only the final score may look at.</param>
public sealed record StratifiedSplit(Digit[] Training, Digit[] Test)
{
    /// <summary>Shuffles each class by itself and cuts off the same share of each.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="testShare">The share of the test part, of [0, 1]; each class's number of test rows is rounded.</param>
    /// <param name="seed">The seed: the same seed gives the same split.</param>
    public static StratifiedSplit Of(IReadOnlyList<Digit> rows, double testShare, long seed)
    {
        var noise = new Noise(seed);
        Digit[] shuffled = [.. Enumerable.Range(0, rows.Count).OrderBy(row => noise.Bits(row)).Select(row => rows[row])];

        List<Digit> training = [], test = [];
        foreach (IGrouping<Numeral, Digit> stratum in shuffled.GroupBy(digit => digit.Numeral).OrderBy(stratum => stratum.Key))
        {
            int testRows = (int)Math.Round(testShare * stratum.Count(), MidpointRounding.AwayFromZero);
            test.AddRange(stratum.Take(testRows));
            training.AddRange(stratum.Skip(testRows));
        }

        return new StratifiedSplit([.. training], [.. test]);
    }
}

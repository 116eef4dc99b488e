namespace BalanceGen.Streaming;

/// <summary>Shares that a caller gives.</summary>
internal static class CheckedShares
{
    /// <summary>How far shares may be from adding up to 1.</summary>
    private const double SumTolerance = 1e-6;

    /// <summary>The shares, each of [0, 1], which add up to 1.</summary>
    /// <exception cref="ArgumentException">They are other numbers.</exception>
    public static double[] Of(ReadOnlySpan<double> shares, string what)
    {
        double sum = 0;
        for (int index = 0; index < shares.Length; index++)
        {
            if (!(shares[index] is >= 0 and <= 1 + SumTolerance))
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"The share of {what} {index} is {shares[index]}; it must be of [0, 1]."), nameof(shares));
            }

            sum += shares[index];
        }

        return Math.Abs(sum - 1) <= SumTolerance
            ? shares.ToArray()
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The shares add up to {sum}, not to 1."), nameof(shares));
    }
}

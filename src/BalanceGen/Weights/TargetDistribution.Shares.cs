namespace BalanceGen;

public sealed partial class TargetDistribution
{
    /// <summary>
    /// Writes the target shares for source shares of which no counts are known, without allocation. Classes with the source share 0 are
    /// asked for with a share above 0 where the target wants them; the caller decides what becomes of them.
    /// </summary>
    /// <param name="sourceShares">One share per class, 0 or more, of any scale; at least one above 0.</param>
    /// <param name="classes">The classes.</param>
    /// <param name="leaveOutAbsent">Whether classes with the source share 0 get the target share 0.</param>
    /// <param name="shares">Receives one share per class, adding up to 1; all 0 where the target asks for nothing but absent classes.</param>
    internal void ResolveShares(ReadOnlySpan<double> sourceShares, ClassSet classes, bool leaveOutAbsent, Span<double> shares)
    {
        if (_proportions is not null && _proportions.Length != classes.Count)
        {
            throw new ClassMismatchException("The target distribution", _proportions.Length, classes);
        }

        double largest = 0;
        for (int index = 0; index < shares.Length; index++)
        {
            double source = sourceShares[index];
            shares[index] =
                source == 0 && leaveOutAbsent ? 0
                : _proportions is not null ? _proportions[index]
                : source > 0 ? PortableMath.Pow(source, _power)
                : _power > 0 ? 0 : 1;
            largest = Math.Max(largest, shares[index]);
        }

        if (largest == 0)
        {
            return;
        }

        // Dividing by the largest first keeps the sum finite for proportions of any scale.
        double sum = 0;
        foreach (ref double share in shares)
        {
            share /= largest;
            sum += share;
        }

        foreach (ref double share in shares)
        {
            share /= sum;
        }
    }
}

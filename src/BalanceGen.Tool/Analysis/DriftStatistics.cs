namespace BalanceGen.Tool.Analysis;

/// <summary>How far two class distributions are apart.</summary>
/// <param name="JensenShannon">Jensen and Shannon's divergence to the base 2, of [0, 1]: 0 for equal shares, 1 where no class is in both.</param>
/// <param name="ChiSquare">Pearson's statistic of the two-row table of counts.</param>
/// <param name="DegreesOfFreedom">The classes that occur, less one.</param>
/// <param name="PValue">The probability of such a statistic or a larger one where both come from one distribution; 1 without degrees of freedom.</param>
/// <param name="LargestDifference">The largest difference between the shares of a class.</param>
/// <param name="LargestDifferenceClass">That class.</param>
internal sealed record DriftStatistics(double JensenShannon, double ChiSquare, int DegreesOfFreedom, double PValue, double LargestDifference, string LargestDifferenceClass)
{
    public static DriftStatistics Between(ClassCounts first, ClassCounts second)
    {
        double divergence = 0, statistic = 0, largest = 0;
        int classes = 0, largestClass = 0;
        double total = (double)first.Total + second.Total;
        for (int index = 0; index < first.Classes.Count; index++)
        {
            double p = first.ShareOf(index);
            double q = second.ShareOf(index);
            double mean = (p + q) / 2;
            divergence += (p > 0 ? p * Math.Log2(p / mean) : 0) + (q > 0 ? q * Math.Log2(q / mean) : 0);
            if (Math.Abs(p - q) > largest)
            {
                (largest, largestClass) = (Math.Abs(p - q), index);
            }

            double both = (double)first[index] + second[index];
            if (both > 0 && total > 0)
            {
                classes++;
                foreach (ClassCounts side in (ClassCounts[])[first, second])
                {
                    double expected = both * side.Total / total;
                    statistic += expected > 0 ? (side[index] - expected) * (side[index] - expected) / expected : 0;
                }
            }
        }

        int degrees = first.Total == 0 || second.Total == 0 ? 0 : Math.Max(0, classes - 1);
        return new DriftStatistics(Math.Max(0, divergence / 2), statistic, degrees, degrees == 0 ? 1 : ChiSquareTail.Of(degrees, statistic), largest, first.Classes[largestClass]);
    }
}

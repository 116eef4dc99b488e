namespace BalanceGen.Tool.Analysis;

/// <summary>The figures of a class distribution.</summary>
/// <param name="Rows">The rows that have a label.</param>
/// <param name="Missing">The rows that have none.</param>
/// <param name="Classes">The classes, those without rows included.</param>
/// <param name="EmptyClasses">The classes without rows.</param>
/// <param name="SingleRowClasses">The classes with one row.</param>
/// <param name="ClassesUnder20">The classes with 1 to 19 rows.</param>
/// <param name="ClassesUnder100">The classes with 1 to 99 rows.</param>
/// <param name="MostFrequent">The name of the most frequent class.</param>
/// <param name="MostFrequentCount">Its rows.</param>
/// <param name="Rarest">The name of the rarest class that has rows.</param>
/// <param name="RarestCount">Its rows.</param>
/// <param name="ImbalanceRatio">The largest count divided by the smallest count above zero.</param>
/// <param name="Entropy">Shannon's entropy of the shares, in bits.</param>
/// <param name="NormalizedEntropy">The entropy divided by that of as many equal classes, of [0, 1]; 1 for equal classes, 0 where one class has everything.</param>
/// <param name="EffectiveClasses">How many equal classes would have this entropy: exp(H) with H in nats.</param>
/// <param name="Gini">Gini's coefficient of the counts, of [0, 1): 0 for equal classes.</param>
/// <param name="TopPercentShare">The share of the rows that the most frequent 1 % of the classes have (one class at least).</param>
/// <param name="TopTenPercentShare">The share of the rows that the most frequent 10 % of the classes have (one class at least).</param>
internal sealed record Summary(
    long Rows,
    long Missing,
    int Classes,
    int EmptyClasses,
    int SingleRowClasses,
    int ClassesUnder20,
    int ClassesUnder100,
    string MostFrequent,
    long MostFrequentCount,
    string Rarest,
    long RarestCount,
    double ImbalanceRatio,
    double Entropy,
    double NormalizedEntropy,
    double EffectiveClasses,
    double Gini,
    double TopPercentShare,
    double TopTenPercentShare)
{
    public static Summary Of(ClassCounts counts, long rows, long missing)
    {
        int[] order = Ranking.MostFrequentFirst(counts);
        int classes = order.Length;
        int rarest = Array.FindLast(order, index => counts[index] > 0);
        rarest = counts.Total == 0 ? order[^1] : rarest;
        double entropy = 0;
        double weighted = 0;
        for (int rank = 0; rank < classes; rank++)
        {
            double share = counts.ShareOf(order[rank]);
            entropy -= share > 0 ? share * Math.Log(share) : 0;

            // Ascending ranks: the rarest class has rank 1.
            weighted += (double)(classes - rank) * counts[order[rank]];
        }

        double Top(double share) => counts.Total == 0 ? 0 : order.Take(Math.Max(1, (int)(share * classes))).Sum(index => counts[index]) / (double)counts.Total;
        return new Summary(
            rows,
            missing,
            classes,
            counts.EmptyClasses.Count,
            order.Count(index => counts[index] == 1),
            order.Count(index => counts[index] is > 0 and < 20),
            order.Count(index => counts[index] is > 0 and < 100),
            counts.Classes[order[0]],
            counts[order[0]],
            counts.Classes[rarest],
            counts[rarest],
            counts.ImbalanceRatio,
            entropy / Math.Log(2),
            classes < 2 ? 0 : Math.Max(0, entropy / Math.Log(classes)),
            Math.Exp(entropy),
            counts.Total == 0 ? 0 : Math.Max(0, (2 * weighted / ((double)classes * counts.Total)) - ((classes + 1.0) / classes)),
            Top(0.01),
            Top(0.1));
    }
}

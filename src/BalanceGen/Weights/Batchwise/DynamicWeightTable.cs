namespace BalanceGen.Weights;

/// <summary>The weight of each class from the counts of one batch.</summary>
internal static class DynamicWeightTable
{
    /// <summary>Writes one weight per class: finite, and 0 for classes that are absent where nothing is smoothed.</summary>
    public static void Fill(ReadOnlySpan<long> counts, long counted, ClassSet classes, DynamicWeighting weighting, Span<double> table)
    {
        int present = 0;
        int lastPresent = -1;
        for (int index = 0; index < counts.Length; index++)
        {
            if (counts[index] > 0)
            {
                present++;
                lastPresent = index;
            }
        }

        if (present == 1 && classes.Count > 1 && weighting.SingleClassBatch != SingleClassBatchPolicy.PresentClasses)
        {
            if (weighting.SingleClassBatch == SingleClassBatchPolicy.Throw)
            {
                throw new SingleClassBatchException(classes, lastPresent, counted);
            }

            table.Fill(weighting.SingleClassBatch == SingleClassBatchPolicy.Unweighted ? 1 : 0);
            return;
        }

        double alpha = weighting.Smoothing;
        double rows = counted + (alpha * counts.Length);
        double divisor = alpha > 0 ? counts.Length : present;
        for (int index = 0; index < counts.Length; index++)
        {
            double count = counts[index] + alpha;
            table[index] = count == 0 ? 0 : weighting.Scheme switch
            {
                DynamicWeightScheme.InverseCount => 1 / count,
                DynamicWeightScheme.InverseShare => rows / count,
                _ => rows / (divisor * count),
            };
        }
    }
}

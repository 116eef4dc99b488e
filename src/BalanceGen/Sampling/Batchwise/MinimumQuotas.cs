namespace BalanceGen.Sampling;

/// <summary>
/// A target distribution with minima per batch as whole numbers: over a period of n batches class c has n·m_c reserved draws, and its part of the
/// n·(B − Σm) others in proportion to max(0, B·p_c − m_c).
/// </summary>
/// <param name="PeriodBatches">The number of batches in a period.</param>
/// <param name="Free">By class index, the draws of a period that are not reserved.</param>
internal sealed record MinimumQuotas(int PeriodBatches, int[] Free)
{
    /// <summary>The quotas of a target with minima, one per class, which add up to the batch size at most.</summary>
    /// <exception cref="ShareTooSmallException">A share above 0 of a class without minimum would get no draw.</exception>
    public static MinimumQuotas Of(ClassCounts counts, double[] shares, int[] minima, int batchSize)
    {
        int freePerBatch = batchSize - minima.Sum();
        var free = new int[shares.Length];
        if (freePerBatch == 0)
        {
            return new MinimumQuotas(1, free);
        }

        double[] wanted = [.. shares.Select((share, index) => Math.Max(0, (share * batchSize) - minima[index]))];

        // Rounding errors of shares such as 1/3 are no demand.
        wanted = [.. wanted.Select(value => value < 1e-9 ? 0 : value)];
        int most = Math.Max(1, ClassQuotas.LongestPeriod(shares.Length) / batchSize);
        int[] classes = [.. Enumerable.Range(0, wanted.Length).Where(index => wanted[index] > 0)];
        double sum = wanted.Sum();
        double[] parts = [.. classes.Select(index => wanted[index] / sum)];
        int batches = ExactBatches(parts, freePerBatch, most) ?? most;
        long draws = (long)batches * freePerBatch;
        for (int place = 0; place < classes.Length; place++)
        {
            if (parts[place] * draws < 0.5)
            {
                throw new ShareTooSmallException(counts.Classes, classes[place], shares[classes[place]], batches * batchSize);
            }
        }

        if (classes.Length > draws)
        {
            throw new ShareTooSmallException(counts.Classes, classes[0], shares[classes[0]], batches * batchSize);
        }

        int[] quotas = ClassQuotas.Apportion(parts, (int)draws);
        for (int place = 0; place < classes.Length; place++)
        {
            free[classes[place]] = quotas[place];
        }

        return new MinimumQuotas(batches, free);
    }

    /// <summary>The least number of batches in which every part is a whole number of draws, or null.</summary>
    private static int? ExactBatches(double[] parts, int freePerBatch, int most)
    {
        for (int batches = 1; batches <= most; batches++)
        {
            double draws = (double)batches * freePerBatch;
            if (Array.TrueForAll(parts, part => part * draws > 0.5 && Math.Abs((part * draws) - Math.Round(part * draws)) < 1e-9 * draws))
            {
                // A few batches more give more orders to choose from.
                return batches * Math.Max(1, Math.Min(most, 16) / batches);
            }
        }

        return null;
    }
}

namespace BalanceGen.Sampling;

/// <summary>What the draws of a minimum quota sampler follow from, whether it draws rows or places. Immutable, thread-safe.</summary>
internal sealed class MinimumQuotaLayout
{
    private readonly ClassCounts _counts;

    public MinimumQuotaLayout(
        ClassCounts counts, long seed, int batchSize, ReadOnlySpan<int> minima, TargetDistribution? target, ZeroCountPolicy zeroCounts)
    {
        _counts = counts;
        Minima = minima.ToArray();
        Check(counts, Minima, batchSize);
        TargetShares = (target ?? TargetDistribution.Uniform).Resolve(counts, zeroCounts);
        MinimumQuotas quotas = MinimumQuotas.Of(counts, TargetShares, Minima, batchSize);
        Free = quotas.Free;
        ClassIndices = [.. Enumerable.Range(0, Minima.Length).Where(classIndex => Minima[classIndex] > 0 || Free[classIndex] > 0)];
        int[] minimaOfDrawn = [.. ClassIndices.Select(classIndex => Minima[classIndex])];
        int[] freeOfDrawn = [.. ClassIndices.Select(classIndex => Free[classIndex])];
        Table = new MinimumQuotaTable(seed, quotas.PeriodBatches, batchSize, minimaOfDrawn, freeOfDrawn);
    }

    /// <summary>By class index, the least number of draws in every batch.</summary>
    public int[] Minima { get; }

    /// <summary>By class index, the shares that the target asks for.</summary>
    public double[] TargetShares { get; }

    /// <summary>By class index, the draws of a period that are not reserved.</summary>
    public int[] Free { get; }

    /// <summary>The classes that are drawn, ascending: those of the table.</summary>
    public int[] ClassIndices { get; }

    /// <summary>The batches of a period.</summary>
    public MinimumQuotaTable Table { get; }

    /// <summary>The share of the draws that a class gets, a whole number of draws of a period.</summary>
    public double AchievedShare(int classIndex)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)classIndex, (uint)Minima.Length, nameof(classIndex));
        int place = Array.BinarySearch(ClassIndices, classIndex);
        return place < 0 ? 0 : (double)Table.Quotas[place] / Table.Period;
    }

    public SamplerPlan PlanOf(long draws) => ReservedPlan.Of(
        _counts, draws, index => new ReservedPass(TargetShares[index], AchievedShare(index), AchievedShare(index) * draws, Used: 1));

    private static void Check(ClassCounts counts, int[] minima, int batchSize)
    {
        ClassMismatchException.ThrowIfMismatch("The list of minima", minima.Length, counts.Classes);
        long sum = 0;
        for (int index = 0; index < minima.Length; index++)
        {
            if (minima[index] < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(minima), minima[index], $"The minimum of class '{counts.Classes[index]}' is negative.");
            }

            if (minima[index] > 0 && counts[index] == 0)
            {
                throw new EmptyClassException(counts, "its minimum in every batch cannot be drawn", index);
            }

            sum += minima[index];
        }

        if (sum > batchSize)
        {
            throw new MinimumQuotaException(sum, batchSize);
        }
    }
}

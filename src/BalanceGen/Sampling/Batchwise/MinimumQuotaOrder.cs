using BalanceGen.Randomness;

namespace BalanceGen.Sampling;

/// <summary>The class order of batches with minimum quotas, by counts alone.</summary>
internal sealed class MinimumQuotaOrder
{
    /// <summary>The order of a target with minima. O(classes + period · log classes).</summary>
    public MinimumQuotaOrder(ClassCounts counts, int[] minima, TargetDistribution target, ZeroCountPolicy zeroCounts, int batchSize)
    {
        Check(counts, minima, batchSize);
        TargetShares = target.Resolve(counts, zeroCounts);
        MinimumQuotas quotas = MinimumQuotas.Of(counts, TargetShares, minima, batchSize);
        Free = quotas.Free;
        ClassIndices = [.. Enumerable.Range(0, minima.Length).Where(classIndex => minima[classIndex] > 0 || quotas.Free[classIndex] > 0)];
        int[] free = [.. ClassIndices.Select(classIndex => quotas.Free[classIndex])];
        Quotas = [.. free.Select((draws, place) => draws + (quotas.PeriodBatches * minima[ClassIndices[place]]))];
        Schedule = ScheduleOf(quotas.PeriodBatches, free, minima, batchSize);
    }

    /// <summary>The shares that were asked for, by class index.</summary>
    public double[] TargetShares { get; }

    /// <summary>By class index, the draws of a period that are not reserved.</summary>
    public int[] Free { get; }

    /// <summary>The classes that are drawn, ascending.</summary>
    public int[] ClassIndices { get; }

    /// <summary>The draws of each of them in a period.</summary>
    public int[] Quotas { get; }

    /// <summary>The class of every slot of a period.</summary>
    public ClassSchedule Schedule { get; }

    /// <summary>The expectation of a number of draws.</summary>
    public SamplerPlan PlanOf(ClassCounts counts, long draws)
    {
        var passes = new ReservedPass[TargetShares.Length];
        for (int index = 0; index < passes.Length; index++)
        {
            double share = AchievedShare(index);
            passes[index] = new ReservedPass(TargetShares[index], share, share * draws, Used: 1);
        }

        return ReservedPlan.Of(counts, draws, passes);
    }

    /// <summary>The share that a class gets.</summary>
    public double AchievedShare(int classIndex)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)classIndex, (uint)TargetShares.Length, nameof(classIndex));
        int place = Array.BinarySearch(ClassIndices, classIndex);
        return place < 0 ? 0 : (double)Quotas[place] / Schedule.Period;
    }

    private static void Check(ClassCounts counts, int[] minima, int batchSize)
    {
        if (minima.Length != counts.Classes.Count)
        {
            throw new ClassMismatchException("The list of minima", minima.Length, counts.Classes);
        }

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

    /// <summary>The classes of a period: in each batch the reserved draws and the next ones of the balanced order, shuffled.</summary>
    private ClassSchedule ScheduleOf(int batches, int[] free, int[] minima, int batchSize)
    {
        int freePerBatch = free.Sum() / batches;
        int[] drawnFree = [.. Enumerable.Range(0, free.Length).Where(place => free[place] > 0)];
        ClassSchedule? balanced = drawnFree.Length == 0 ? null : new ClassSchedule([.. drawnFree.Select(place => free[place])]);
        int period = batches * batchSize;
        int variants = Math.Clamp(16384 / period, 1, balanced?.VariantCount ?? 16);
        var order = new int[variants * period];
        var words = new PhiloxSequence(seed: 0, DrawStreams.MinimumQuotaSlots);
        for (int number = 0; number < variants * batches; number++)
        {
            Span<int> composed = order.AsSpan(number * batchSize, batchSize);
            int draw = 0;
            for (int ofBatch = 0; ofBatch < freePerBatch; ofBatch++)
            {
                composed[draw++] = drawnFree[balanced!.SlotAt((number * freePerBatch) + ofBatch).Place];
            }

            for (int place = 0; place < free.Length; place++)
            {
                composed.Slice(draw, minima[ClassIndices[place]]).Fill(place);
                draw += minima[ClassIndices[place]];
            }

            for (int last = composed.Length - 1; last > 0; last--)
            {
                int other = (int)BoundedInteger.Below(ref words, (ulong)last + 1);
                (composed[last], composed[other]) = (composed[other], composed[last]);
            }
        }

        return new ClassSchedule(period, free.Length, order);
    }
}

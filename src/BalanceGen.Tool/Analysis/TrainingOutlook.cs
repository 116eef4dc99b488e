namespace BalanceGen.Tool.Analysis;

/// <summary>What training would see: drawn with the library's own samplers, so it is what it will see with the same seed.</summary>
/// <param name="BatchSize">The rows of a batch.</param>
/// <param name="Epochs">The epochs that were traced.</param>
/// <param name="Batches">The batches whose composition was counted.</param>
/// <param name="Seed">The seed.</param>
/// <param name="ShownClasses">The classes of the distributions: all, or the most frequent and the rarest.</param>
/// <param name="Samplers">Plain shuffling, weighted random draws, and the balanced sampler.</param>
/// <param name="CoverageTimes">Epochs, ascending.</param>
/// <param name="CoverageDensity">The probability density that weighted random draws have seen every row first after so many epochs.</param>
/// <param name="CoverageByRatio">For two classes and each imbalance ratio the epochs until all rows are seen.</param>
internal sealed record TrainingOutlook(
    int BatchSize,
    int Epochs,
    int Batches,
    long Seed,
    IReadOnlyList<int> ShownClasses,
    IReadOnlyList<SamplerOutlook> Samplers,
    IReadOnlyList<double> CoverageTimes,
    IReadOnlyList<double> CoverageDensity,
    IReadOnlyList<CoverageAtRatio> CoverageByRatio)
{
    private const int MostShown = 6;
    private const int MostBatches = 2000;
    private const long MostDraws = 10_000_000;
    private const int Chunk = 1 << 16;

    /// <summary>The outlook; null where no class has rows, or the rows are more than an index can hold.</summary>
    public static TrainingOutlook? Of(LabelledData data, int batchSize, int epochs, long seed, CancellationToken cancellation)
    {
        if (data.Counts.Total is 0 or > int.MaxValue)
        {
            return null;
        }

        RowIndex index = data.Index;
        ClassCounts counts = index.Counts;
        ZeroCountPolicy policy = counts.EmptyClasses.Count > 0 ? ZeroCountPolicy.ZeroWeight : ZeroCountPolicy.Throw;
        string argument = counts.EmptyClasses.Count > 0 ? ", zeroCounts: ZeroCountPolicy.ZeroWeight" : "";
        int tracedEpochs = (int)Math.Clamp(MostDraws / Math.Max(1, index.RowCount), 1, epochs);
        int batches = (int)Math.Clamp((long)index.RowCount * tracedEpochs / batchSize, 1, MostBatches);
        int[] shown = Shown(counts);

        var natural = new RandomSampler(index, seed);
        var weighted = new WeightedRandomSampler(index, seed, zeroCounts: policy);
        SamplerPlan ofWeighted = weighted.Plan;
        var samplers = new List<(string Name, string Code, Sampler Sampler, SamplerPlan Plan)>
        {
            ("plain shuffling", $"{data.Code}.RandomSampler(seed)", natural, natural.Plan),
            ("weighted random", $"{data.Code}.WeightedRandomSampler(seed{argument})", weighted, ofWeighted),
        };
        if (TryBalanced(index, seed, policy) is { } balanced)
        {
            samplers.Add(("balanced", $"{data.Code}.BalancedSampler(seed{argument})", balanced, balanced.Plan));
        }

        var outlooks = new SamplerOutlook[samplers.Count];

        // Each is a pure function of its seed: they are drawn at the same time.
        Parallel.For(0, samplers.Count, new ParallelOptions { CancellationToken = cancellation }, number =>
        {
            (string name, string code, Sampler sampler, SamplerPlan plan) = samplers[number];
            outlooks[number] = new SamplerOutlook(
                name, code, plan.EpochsUntilAllSeen, plan.RowsSeenPerEpoch, plan.IsExact, Compose(sampler, index, shown, batchSize, batches), Trace(sampler, index, shown, tracedEpochs, cancellation), plan);
        });

        (double[] times, double[] density) = CoverageTime.Density(ofWeighted);
        return new TrainingOutlook(batchSize, tracedEpochs, batches, seed, shown, outlooks, times, density, CoverageAtRatio.Table());
    }

    private static BalancedSampler? TryBalanced(RowIndex index, long seed, ZeroCountPolicy policy)
    {
        try
        {
            return new BalancedSampler(index, seed, zeroCounts: policy);
        }
        catch (ShareTooSmallException)
        {
            // More classes than the sampler's period has draws.
            return null;
        }
    }

    private static int[] Shown(ClassCounts counts)
    {
        int[] present = [.. Ranking.MostFrequentFirst(counts).Where(index => counts[index] > 0)];
        return present.Length <= 2 * MostShown ? present : [.. present.Take(MostShown), .. present.TakeLast(MostShown)];
    }

    private static BatchComposition[] Compose(Sampler sampler, RowIndex index, int[] shown, int batchSize, int batches)
    {
        var place = new int[index.Classes.Count];
        Array.Fill(place, -1);
        for (int position = 0; position < shown.Length; position++)
        {
            place[shown[position]] = position;
        }

        int[][] frequencies = [.. shown.Select(_ => new int[batchSize + 1])];
        var rows = new int[batchSize];
        var counts = new int[shown.Length];
        for (int batch = 0; batch < batches; batch++)
        {
            sampler.Fill((long)batch * batchSize, rows);
            Array.Clear(counts);
            foreach (int row in rows)
            {
                int position = place[index.ClassOf(row)];
                if (position >= 0)
                {
                    counts[position]++;
                }
            }

            for (int position = 0; position < shown.Length; position++)
            {
                frequencies[position][counts[position]]++;
            }
        }

        return [.. shown.Select((classIndex, position) => Describe(classIndex, frequencies[position], batches))];
    }

    private static BatchComposition Describe(int classIndex, int[] frequencies, int batches)
    {
        int Quantile(double share)
        {
            long wanted = (long)Math.Ceiling(share * batches);
            long sum = 0;
            for (int count = 0; count < frequencies.Length; count++)
            {
                sum += frequencies[count];
                if (sum >= wanted)
                {
                    return count;
                }
            }

            return frequencies.Length - 1;
        }

        double mean = frequencies.Select((times, count) => (double)times * count).Sum() / batches;
        return new BatchComposition(classIndex, Quantile(0.05), Quantile(0.5), Quantile(0.95), mean, (double)frequencies[0] / batches);
    }

    /// <summary>Only the most frequent and the rarest class: more lines than that nobody can tell apart.</summary>
    private static TimesSeenDistribution[] Trace(Sampler sampler, RowIndex index, int[] shown, int epochs, CancellationToken cancellation)
    {
        var timesDrawn = new int[index.DatasetLength];
        var rows = new int[Chunk];
        long draws = sampler.EpochLength * epochs;
        for (long draw = 0; draw < draws; draw += Chunk)
        {
            cancellation.ThrowIfCancellationRequested();
            Span<int> some = rows.AsSpan(0, (int)Math.Min(Chunk, draws - draw));
            sampler.Fill(draw, some);
            foreach (int row in some)
            {
                timesDrawn[row]++;
            }
        }

        int[] classes = shown.Length > 1 ? [shown[0], shown[^1]] : shown;
        return [.. classes.Select(classIndex => Distribution(timesDrawn, index, classIndex))];
    }

    private static TimesSeenDistribution Distribution(int[] timesDrawn, RowIndex index, int classIndex)
    {
        var times = new SortedDictionary<int, long>();
        long count = index.Counts[classIndex];
        for (int place = 0; place < count; place++)
        {
            int drawn = timesDrawn[index.RowOf(classIndex, place)];
            times[drawn] = times.GetValueOrDefault(drawn) + 1;
        }

        var shares = new List<double>();
        long sum = 0;
        foreach (long rows in times.Values)
        {
            sum += rows;
            shares.Add((double)sum / count);
        }

        return new TimesSeenDistribution(classIndex, [.. times.Keys], shares);
    }
}

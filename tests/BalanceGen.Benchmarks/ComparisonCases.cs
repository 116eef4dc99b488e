namespace BalanceGen.Benchmarks;

/// <summary>What is compared over one data set.</summary>
internal static class ComparisonCases
{
    /// <summary>The cases that peers have too, and what one writes by hand in their place.</summary>
    public static IEnumerable<IComparisonCase> Of(LongTail data)
    {
        int rows = data.ClassOfRow.Length;
        var buffer = new int[rows];
        var baselines = new Baselines(data);
        Sampler weighted = new WeightedRandomSampler(data.Index, seed: 1);
        Sampler balanced = new BalancedSampler(data.Index, seed: 1);

        // Half of the rows: as many draws as rows would be a permutation.
        int half = rows / 2;
        Sampler successive = new WeightedRandomSampler(data.Index, seed: 1, half, replacement: false);
        Sampler race = new WeightedRandomSampler(data.Index, data.RowWeights, seed: 1, half, replacement: false);
        Sampler random = new RandomSampler(rows, seed: 1);
        var batchRows = new BatchRows(data, buffer);

        // The searches are so slow that a part of an epoch has to do.
        var part = new int[Math.Min(rows, 200_000)];
        yield return new MeasuredCase("weighted_with_replacement_fill", rows, turn => weighted.Fill(turn * rows, buffer));
        yield return new MeasuredCase("balanced_fill", rows, turn => balanced.Fill(turn * rows, buffer));
        yield return new MeasuredCase("balanced_enumerate_rows", rows, turn => Enumerate(balanced.Epoch(turn)));
        yield return new MeasuredCase("balanced_batches_by_ref", rows, turn => Keep(batchRows.ThroughBatches(turn)));
        yield return new MeasuredCase("balanced_batches_by_ref:fill_and_one_access", rows, turn => Keep(batchRows.ByRowNumbers(turn)));
        yield return new MeasuredCase("weighted_without_replacement", half, turn => successive.Fill(turn * half, buffer.AsSpan(0, half)));
        yield return new MeasuredCase("row_weights_without_replacement", half, turn => race.Fill(turn * half, buffer.AsSpan(0, half)));
        yield return new MeasuredCase("random_fill", rows, turn => random.Fill(turn * rows, buffer));
        yield return new MeasuredCase("index_build", rows, _ => RowIndex.Build(data.Classes, data.ClassOfRow));
        yield return new MeasuredCase("count_classes", rows, _ => ClassCounts.Of(data.Classes, data.ClassOfRow));
        yield return new MeasuredCase("balanced_fill:weighted_with_replacement", rows, turn => weighted.Fill(turn * rows, buffer));
        yield return new MeasuredCase("weighted_with_replacement_fill:list_per_class", rows, _ => baselines.ListPerClass(buffer));
        yield return new MeasuredCase("weighted_with_replacement_fill:cumulative_binary_search", part.Length, _ => baselines.CumulativeWeights(part));
        if (rows <= 1_000_000)
        {
            yield return new MeasuredCase("count_classes:count_by", rows, _ => data.ClassOfRow.CountBy(classIndex => classIndex).Count());
        }
    }

    /// <summary>The samplers that no peer has, and several threads.</summary>
    public static IEnumerable<IComparisonCase> OfOtherSamplers(LongTail data)
    {
        int rows = data.ClassOfRow.Length;
        int classes = data.Counts.Length;
        var buffer = new int[rows];
        var places = new ClassPlace[Math.Min(rows, 1_000_000)];
        const int batch = 128;
        int[] minima = [.. Enumerable.Repeat(1, classes)];
        (string Name, Sampler Sampler)[] samplers =
        [
            ("stratified_random_fill", new StratifiedRandomSampler(data.Index, seed: 1, batch)),
            ("class_aware_fill", new ClassAwareSampler(data.Index, seed: 1, classesPerBatch: Math.Min(classes, 16), rowsPerClass: 8)),
            ("minimum_quota_fill", new MinimumQuotaSampler(data.Index, seed: 1, batch, minima)),
            ("scheduled_fill", new ScheduledBalancedSampler(data.Index, seed: 1, TargetSchedule.Progressive(10))),
            ("random_over_fill", new RandomOverSampler(data.Index, seed: 1)),
            ("random_under_fill", new RandomUnderSampler(data.Index, seed: 1)),
            ("repeat_factor_fill", new RepeatFactorSampler(data.Index, seed: 1, threshold: 0.1)),
            ("block_shuffle_fill", new BlockShuffleSampler(data.Index, seed: 1, blockLength: Math.Min(rows, 1024), windowBlocks: 8)),
            ("given_order_fill", new GivenOrderSampler(data.Index, [.. Enumerable.Range(0, rows).Reverse()])),
            ("interleaved_fill", new InterleavedSampler(seed: 1, TargetDistribution.Of(0.5, 0.5), new BalancedSampler(data.Index, 1), new WeightedRandomSampler(data.Index, 2))),
            ("row_weights_fill", new WeightedRandomSampler(data.Index, data.RowWeights, seed: 1)),
        ];
        foreach ((string name, Sampler sampler) in samplers)
        {
            yield return new MeasuredCase(name, rows, turn => sampler.Fill(turn * rows, buffer));
        }

        // Counts beyond 2^31 rows; the cost of a draw does not depend on them.
        var beyond = new WeightedRandomPlaceSampler(new ClassCounts(data.Classes, [.. data.Counts.Select(count => count * 1_000_000_000L)]), seed: 1);
        yield return new MeasuredCase("class_places_beyond_2^31_fill", places.Length, turn => beyond.Fill(turn * places.Length, places));

        Sampler weighted = new WeightedRandomSampler(data.Index, seed: 1);
        Sampler balanced = new BalancedSampler(data.Index, seed: 1);
        yield return new MeasuredCase("weighted_two_threads", rows, turn => weighted.FillParallel(turn * rows, buffer, 2), usesThreads: true);
        yield return new MeasuredCase("weighted_two_threads:one_thread", rows, turn => weighted.FillParallel(turn * rows, buffer, 1), usesThreads: true);
        yield return new MeasuredCase("balanced_two_threads", rows, turn => balanced.FillParallel(turn * rows, buffer, 2), usesThreads: true);
        yield return new MeasuredCase("balanced_two_threads:one_thread", rows, turn => balanced.FillParallel(turn * rows, buffer, 1), usesThreads: true);
    }

    private static void Enumerate(DrawSequence draws)
    {
        long sum = 0;
        foreach (int row in draws)
        {
            sum += row;
        }

        Keep(sum);
    }

    /// <summary>Uses a sum, which would not be computed otherwise.</summary>
    private static void Keep(long sum) => GC.KeepAlive(sum == -1 ? "" : null);
}

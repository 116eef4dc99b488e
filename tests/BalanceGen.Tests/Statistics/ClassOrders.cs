using System.Collections.Concurrent;
using BalanceGen.Tests.Sampling;

namespace BalanceGen.Tests.Statistics;

/// <summary>The classes that samplers draw, and random orders with the same constraint, made without the library.</summary>
internal static class ClassOrders
{
    /// <summary>The samplers in which an order of classes is fixed.</summary>
    public static readonly string[] Kinds = ["balanced", "scheduled", "interleaved", "minimum", "class aware", "stratified"];

    private static readonly ConcurrentDictionary<int, RowIndex> Known = new();

    /// <summary>The classes of consecutive draws from the first on, all classes with the same share.</summary>
    public static int[] Drawn(string kind, int classes, int seed, long firstDraw, int draws)
    {
        RowIndex index = RowsOf(classes);
        Sampler sampler = kind switch
        {
            "balanced" => new BalancedSampler(index, seed),
            "scheduled" => new ScheduledBalancedSampler(index, seed, TargetSchedule.Steps(new TargetStep(0, TargetDistribution.Uniform))),
            "interleaved" => new InterleavedSampler(seed, TargetDistribution.Uniform, SourcesOf(classes)),
            "minimum" => new MinimumQuotaSampler(index, seed, BatchOf(classes), new int[classes]),
            "class aware" => new ClassAwareSampler(index, seed, BatchOf(classes), 1),
            "stratified" => new StratifiedRandomSampler(index, seed, BatchOf(classes)),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such sampler."),
        };
        return [.. sampler.RowsOf(firstDraw, draws).Select(row => row / 2)];
    }

    /// <summary>A random order with the constraint of a sampler: rounds of all classes; with batches those of a batch in any order.</summary>
    public static int[] Random(string kind, int classes, Xorshift words, int draws)
    {
        int batch = BatchOf(classes);
        var order = new List<int>(draws + classes);
        int[] round = [.. Enumerable.Range(0, classes)];
        while (order.Count < draws)
        {
            // What a round was before does not matter to the next one. Only what is taken of it is drawn.
            int taken = kind switch { "class aware" => classes / batch * batch, "stratified" => batch, _ => classes };
            Shuffle(round, words, taken);
            order.AddRange(round[^taken..]);
        }

        int[] drawn = [.. order.Take(draws)];
        for (int first = 0; kind == "minimum" && first < draws; first += batch)
        {
            Shuffle(drawn.AsSpan(first, Math.Min(batch, draws - first)), words, batch);
        }

        return drawn;
    }

    /// <summary>
    /// A random order of a period with the constraint that a class is less than 1 draw from its share at every prefix: many exchanges of any two draws, each of which is done if the constraint still holds.
    /// </summary>
    public static int[] RandomPeriod(int[] quotas, int[] valid, Xorshift words)
    {
        int period = valid.Length;
        int[] order = [.. valid];
        int[] occurrence = OccurrencesOf(order, quotas.Length);
        for (int attempt = 0; attempt < 200 * period; attempt++)
        {
            int one = words.Below(period);
            int other = words.Below(period);
            if (order[one] != order[other] && MayStand(order[one], occurrence[one], other) && MayStand(order[other], occurrence[other], one))
            {
                (order[one], order[other]) = (order[other], order[one]);
                (occurrence[one], occurrence[other]) = (occurrence[other], occurrence[one]);
            }
        }

        return order;

        // Less than 1 draw from its share before the slot, and after it.
        bool MayStand(int drawn, long number, long slot) =>
            number * period < quotas[drawn] * (slot + 1) && quotas[drawn] * slot < (number + 1) * period;
    }

    public static int BatchOf(int classes) => Math.Min(classes, classes > 100 ? 32 : 10);

    /// <summary>Two rows of each class, so that a row tells its class. Kept, as forty thousand names take their time.</summary>
    public static RowIndex RowsOf(int classes) => Known.GetOrAdd(classes, count => Indices.Sorted([.. Enumerable.Repeat(2L, count)]));

    private static Sampler[] SourcesOf(int classes) => [.. Enumerable.Range(0, classes).Select(_ => new SequentialSampler(2))];

    private static int[] OccurrencesOf(int[] order, int classes)
    {
        var seen = new int[classes];
        return [.. order.Select(drawn => seen[drawn]++)];
    }

    /// <summary>Draws the last ones of a random order of values.</summary>
    private static void Shuffle(Span<int> values, Xorshift words, int taken)
    {
        for (int last = values.Length - 1; last > 0 && last >= values.Length - taken; last--)
        {
            int other = words.Below(last + 1);
            (values[last], values[other]) = (values[other], values[last]);
        }
    }
}

namespace BalanceGen.Sampling;

/// <summary>
/// What the batches of a period with minimum quotas are made of: in each batch the reserved draws, and the next draws of the balanced order
/// of the others. There are up to 16 tables of a period, which the seed makes random. Immutable, thread-safe.
/// </summary>
internal sealed class MinimumQuotaTable
{
    private const int MostVariants = 16;
    private const int MostDraws = 16384;

    private readonly (int Place, int Occurrence)[] _draws;

    /// <summary>The tables of a seed. O(period · log classes).</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="batches">The number of batches in a period.</param>
    /// <param name="batchSize">The number of draws in a batch.</param>
    /// <param name="minima">The reserved draws of each class in a batch.</param>
    /// <param name="free">The other draws of each class in a period.</param>
    public MinimumQuotaTable(long seed, int batches, int batchSize, int[] minima, int[] free)
    {
        Seed = seed;
        Batches = batches;
        BatchSize = batchSize;
        Period = batches * batchSize;
        Quotas = [.. minima.Select((minimum, place) => (batches * minimum) + free[place])];
        Members = [.. Enumerable.Range(0, free.Length).OrderBy(place => minima[place]).ThenBy(place => free[place])];
        var groups = new List<ClassGroup>();
        for (int first = 0; first < Members.Length; first = groups[^1].Start + groups[^1].Count)
        {
            int place = Members[first];
            int count = Members.Skip(first).TakeWhile(other => minima[other] == minima[place] && free[other] == free[place]).Count();
            groups.Add(new ClassGroup(first, count, Quotas[place]));
        }

        Groups = [.. groups];
        Variants = Math.Clamp(MostDraws / Period, 1, MostVariants);
        _draws = new (int, int)[Variants * Period];
        Write(minima, free);
    }

    /// <summary>The seed.</summary>
    public long Seed { get; }

    /// <summary>The number of batches in a period.</summary>
    public int Batches { get; }

    /// <summary>The number of draws in a batch.</summary>
    public int BatchSize { get; }

    /// <summary>The number of draws in a period.</summary>
    public int Period { get; }

    /// <summary>The number of tables.</summary>
    public int Variants { get; }

    /// <summary>The draws of each class in a period.</summary>
    public int[] Quotas { get; }

    /// <summary>The classes, those that may stand for each other together.</summary>
    public int[] Members { get; }

    /// <summary>Classes with the same minimum and quota, as parts of <see cref="Members"/>.</summary>
    public ClassGroup[] Groups { get; }

    /// <summary>The draws of a batch in no particular order: classes, and the numbers of their draws in the period, from 0, ascending for each class.</summary>
    public ReadOnlySpan<(int Place, int Occurrence)> DrawsOf(int variant, int batch) =>
        _draws.AsSpan((variant * Period) + (batch * BatchSize), BatchSize);

    private void Write(int[] minima, int[] free)
    {
        int[] drawnFree = [.. Enumerable.Range(0, free.Length).Where(place => free[place] > 0)];
        ClassTurns? turns = drawnFree.Length == 0 ? null : new ClassTurns(new ClassSchedule([.. drawnFree.Select(place => free[place])], Seed));
        int freePerBatch = free.Sum() / Batches;
        var seen = new int[free.Length];
        int draw = 0;
        for (int number = 0; number < Variants * Batches; number++)
        {
            if (number % Batches == 0)
            {
                Array.Clear(seen);
            }

            for (int ofBatch = 0; ofBatch < freePerBatch;)
            {
                ReadOnlySpan<int> places = turns!.Read(((long)number * freePerBatch) + ofBatch, freePerBatch - ofBatch, out _);
                foreach (int turn in places)
                {
                    _draws[draw++] = (drawnFree[turn], seen[drawnFree[turn]]++);
                }

                ofBatch += places.Length;
            }

            for (int place = 0; place < minima.Length; place++)
            {
                for (int reserved = 0; reserved < minima[place]; reserved++)
                {
                    _draws[draw++] = (place, seen[place]++);
                }
            }
        }
    }
}

namespace BalanceGen.Sampling;

/// <summary>Batches with minimum quotas: the places of <see cref="MinimumQuotaTurns"/>. Not thread-safe: each user has its own.</summary>
internal sealed class MinimumQuotaPlaces(ClassCounts counts, MinimumQuotaTable table, int[] classIndices)
{
    private readonly MinimumQuotaTurns _turns = new(table);
    private readonly PermutedPlaces _permuted = new(counts, table.Seed);
    private readonly ClassPlace[] _composed = new ClassPlace[table.BatchSize];
    private long _number = -1;

    public void Fill(long firstDraw, Span<ClassPlace> places)
    {
        (long number, long first) = Math.DivRem(firstDraw, _composed.Length);
        while (!places.IsEmpty)
        {
            if (_number != number)
            {
                // Unfinished work of a failed call must not pass for a batch.
                _number = -1;
                _turns.Compose(number, _composed);
                foreach (ref ClassPlace visit in _composed.AsSpan())
                {
                    visit = visit with { ClassIndex = classIndices[visit.ClassIndex] };
                }

                _permuted.Replace(_composed);
                _number = number;
            }

            int run = Math.Min(_composed.Length - (int)first, places.Length);
            _composed.AsSpan((int)first, run).CopyTo(places);
            places = places[run..];
            number++;
            first = 0;
        }
    }
}

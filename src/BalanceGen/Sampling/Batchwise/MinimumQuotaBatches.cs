namespace BalanceGen.Sampling;

/// <summary>Batches with minimum quotas: the rows of <see cref="MinimumQuotaTurns"/>.</summary>
internal sealed class MinimumQuotaBatches(MinimumQuotaTable table, PermutedClass[] classes, RowLookup lookup) : BatchComposer(table.BatchSize)
{
    private readonly MinimumQuotaTurns _turns = new(table);
    private readonly PermutedRows _permuted = new(table.Seed, classes);
    private readonly ClassPlace[] _visits = new ClassPlace[table.BatchSize];

    protected override void Compose(long number, Span<int> rows, Span<long> passes)
    {
        _turns.Compose(number, _visits);
        VisitLookup visits = _permuted.Visits;
        for (int slot = 0; slot < rows.Length; slot++)
        {
            (int place, long visit) = _visits[slot];
            passes[slot] = visit / classes[place].Count;
            rows[slot] = visits.PositionOf(place, visit);
        }

        lookup.Read(rows);
    }
}

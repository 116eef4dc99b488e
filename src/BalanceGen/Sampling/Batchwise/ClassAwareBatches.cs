namespace BalanceGen.Sampling;

/// <summary>Batches of P different classes with K rows of each.</summary>
internal sealed class ClassAwareBatches(long seed, int classesPerBatch, int rowsPerClass, PermutedClass[] classes, RowLookup lookup)
    : BatchComposer(classesPerBatch * rowsPerClass)
{
    private readonly PermutedRows _permuted = new(seed, classes);
    private readonly int[] _order = new int[classesPerBatch];

    protected override void Compose(long number, Span<int> rows, Span<long> passes)
    {
        VisitLookup visits = _permuted.Visits;
        // A round is one permutation of the classes; those that do not fill a batch at its end wait for the next.
        (long round, long batch) = Math.DivRem(number, classes.Length / _order.Length);
        KeyedPermutation.Fill(classes.Length, seed, DrawStreams.ClassRounds, (ulong)round, (int)batch * _order.Length, _order);
        int draw = 0;
        foreach (int place in _order)
        {
            long visit = round * rowsPerClass;
            for (int ofClass = 0; ofClass < rowsPerClass; ofClass++)
            {
                passes[draw] = visit / classes[place].Count;
                rows[draw++] = visits.PositionOf(place, visit++);
            }
        }

        lookup.Read(rows);
    }
}

namespace BalanceGen.Sampling;

/// <summary>Batches of P different classes with K rows of each.</summary>
internal sealed class ClassAwareBatches : BatchComposer
{
    private readonly long _seed;
    private readonly int _rowsPerClass;
    private readonly PermutedClass[] _classes;
    private readonly PermutedRows _permuted;
    private readonly RowLookup _lookup;
    private readonly int[] _order;

    public ClassAwareBatches(long seed, int classesPerBatch, int rowsPerClass, PermutedClass[] classes, RowLookup lookup)
        : base(classesPerBatch * rowsPerClass)
    {
        _seed = seed;
        _rowsPerClass = rowsPerClass;
        _classes = classes;
        _permuted = new PermutedRows(seed, classes);
        _lookup = lookup;
        _order = new int[classesPerBatch];
    }

    protected override void Compose(long number, Span<int> rows, Span<long> passes)
    {
        VisitLookup visits = _permuted.Visits;
        // A round is one permutation of the classes; those that do not fill a batch at its end wait for the next.
        (long round, long batch) = Math.DivRem(number, _classes.Length / _order.Length);
        KeyedPermutation.Fill(_classes.Length, _seed, DrawStreams.ClassRounds, (ulong)round, (int)batch * _order.Length, _order);
        int draw = 0;
        foreach (int place in _order)
        {
            long visit = round * _rowsPerClass;
            for (int ofClass = 0; ofClass < _rowsPerClass; ofClass++)
            {
                passes[draw] = visit / _classes[place].Count;
                rows[draw++] = visits.PositionOf(place, visit++);
            }
        }

        _lookup.Read(rows);
    }
}

namespace BalanceGen.Sampling;

/// <summary>Batches whose class counts come from systematic resampling: equidistant points, with one random offset, on the line of the class shares.</summary>
/// <param name="seed">The seed.</param>
/// <param name="batchSize">The number of draws in a batch.</param>
/// <param name="masses">The shares of the classes as integers, together below 2^63.</param>
/// <param name="reserved">The greatest number of draws that each class has in a batch.</param>
/// <param name="classes">The rows of the classes.</param>
/// <param name="lookup">The row index.</param>
internal sealed class StratifiedBatches(long seed, int batchSize, ulong[] masses, int[] reserved, PermutedClass[] classes, RowLookup lookup)
    : BatchComposer(batchSize)
{
    private readonly ulong _total = masses.Aggregate((sum, mass) => sum + mass);
    private readonly PermutedRows _permuted = new(seed, classes);
    private readonly int[] _order = new int[classes.Length];
    private readonly int[] _slots = new int[batchSize];

    protected override void Compose(long number, Span<int> rows, Span<long> passes)
    {
        VisitLookup visits = _permuted.Visits;
        KeyedPermutation.Fill(_order.Length, seed, DrawStreams.StratifiedClasses, (ulong)number, 0, _order);
        KeyedPermutation.Fill(_slots.Length, seed, DrawStreams.StratifiedSlots, (ulong)number, 0, _slots);

        // The points are offset + k·total on a line on which a class has the length batch size · mass.
        ulong word = Philox4x32.Block((ulong)seed, (ulong)number, DrawStreams.StratifiedOffset).Low;
        UInt128 point = Math.BigMul(word, _total, out _);
        UInt128 end = 0;
        int drawn = 0;
        foreach (int place in _order)
        {
            end += (UInt128)masses[place] * (uint)rows.Length;

            // Each class has its own visits reserved for the batch, whether or not they all take place: so the rows need no count of what was drawn before.
            long visit = number * reserved[place];
            for (; point < end; point += _total)
            {
                passes[_slots[drawn]] = visit / classes[place].Count;
                rows[_slots[drawn++]] = visits.PositionOf(place, visit++);
            }
        }

        lookup.Read(rows);
    }
}

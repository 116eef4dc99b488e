namespace BalanceGen.Sampling;

/// <summary>The permutations of a resampled epoch: the order of its places, and the choice of the rows that come once more.</summary>
/// <remarks>
/// A pure function with a memory of the current epoch: up to 4 bytes for each row of a class of up to 256 rows, and some 60 bytes per class.
/// Not thread-safe: each user has its own.
/// </remarks>
internal sealed class ResampledOrder(long seed, int length, RowIndex index, int[] classes)
{
    // For each class and, last, the places of the epoch: which epoch is ready, as a table of few items or a permutation without memory.
    private readonly int[] _counts = [.. CountsOf(length, index, classes)];
    private readonly long[] _epochs = [.. Enumerable.Repeat(-1L, classes.Length + 1)];
    private readonly int[]?[] _tables = [.. CountsOf(length, index, classes).Select(count => count <= KeyedPermutation.TableLimit ? new int[count] : null)];
    private readonly FeistelPermutation[] _permutations = new FeistelPermutation[classes.Length + 1];

    /// <summary>The places of consecutive draws of an epoch.</summary>
    public void Places(long epoch, int firstDraw, Span<int> places)
    {
        int own = _counts.Length - 1;
        Prepare(own, epoch, DrawStreams.EpochOrder);
        if (_tables[own] is { } table)
        {
            table.AsSpan(firstDraw, places.Length).CopyTo(places);
        }
        else
        {
            _permutations[own].Fill(firstDraw, places);
        }
    }

    /// <summary>The place within its class of a row that an epoch has once more.</summary>
    /// <param name="drawn">The class's place in the list of classes.</param>
    /// <param name="epoch">The epoch.</param>
    /// <param name="number">The number of the extra row, of [0, rows of the class).</param>
    public int Extra(int drawn, long epoch, int number)
    {
        if (_epochs[drawn] != epoch)
        {
            Prepare(drawn, epoch, DrawStreams.ExtraRows(classes[drawn]));
        }

        return _tables[drawn] is { } table ? table[number] : _permutations[drawn].At(number);
    }

    private static IEnumerable<int> CountsOf(int length, RowIndex index, int[] classes) =>
        classes.Select(classIndex => (int)index.Counts[classIndex]).Append(length);

    private void Prepare(int place, long epoch, ulong stream)
    {
        if (_epochs[place] == epoch)
        {
            return;
        }

        if (_tables[place] is { } table)
        {
            FisherYates.Fill(table, seed, stream, (ulong)epoch);
        }
        else
        {
            _permutations[place] = new FeistelPermutation(_counts[place], seed, stream, (ulong)epoch);
        }

        _epochs[place] = epoch;
    }
}

using System.Collections;

namespace BalanceGen.Batching;

/// <summary>The batches of an epoch as objects that stay valid. Made by <see cref="Batches{T}.Owned"/>.</summary>
/// <typeparam name="T">The record type.</typeparam>
/// <remarks>Every enumeration gives the same batches. Thread-safe as long as nobody changes the rows.</remarks>
public readonly struct OwnedBatches<T> : IEnumerable<OwnedBatch<T>>
{
    private readonly Batches<T> _batches;

    internal OwnedBatches(Batches<T> batches) => _batches = batches;

    /// <summary>Exactly how many batches the enumeration yields.</summary>
    public long Count => _batches.Count;

    /// <summary>Enumerates the batches. Four allocations a batch, for what it keeps.</summary>
    public IEnumerator<OwnedBatch<T>> GetEnumerator() => Enumerate(_batches);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A batch lives on the stack, an iterator does not: so each batch has draws of its own.</summary>
    private static IEnumerator<OwnedBatch<T>> Enumerate(Batches<T> batches)
    {
        for (long draw = batches.FirstDraw; draw < batches.EndDraw;)
        {
            yield return Draw(batches, ref draw);
        }
    }

    /// <summary>After the last batch a run goes on with the next epoch.</summary>
    private static OwnedBatch<T> Draw(Batches<T> batches, ref long draw)
    {
        long firstDraw = draw;
        var rowNumbers = new int[batches.RowsAt(draw)];
        var classIndices = new int[rowNumbers.Length];
        _ = batches.Draw(ref draw, rowNumbers);
        long nextDraw = draw == batches.EndDraw ? batches.EndOfEpoch : draw;
        var batch = new Batch<T>(batches.Dataset, batches.Sampler, batches.List, batches.Dataset.AllRows, rowNumbers, classIndices, batches.EpochNumber, firstDraw, nextDraw);
        batch.CopyClassIndices(classIndices);
        return new OwnedBatch<T>(batch.ToArray(), rowNumbers, classIndices, batch.Classes, batch.Epoch, batches.Sampler, batches.List, firstDraw, nextDraw);
    }
}

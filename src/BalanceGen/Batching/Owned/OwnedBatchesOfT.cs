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
        int length;
        for (long draw = batches.FirstDraw; draw < batches.EndDraw; draw += length)
        {
            length = (int)Math.Min(batches.BatchSize, batches.EndDraw - draw);
            yield return Draw(batches, draw, length);
        }
    }

    /// <summary>After the last batch a run goes on with the next epoch.</summary>
    private static OwnedBatch<T> Draw(Batches<T> batches, long draw, int length)
    {
        long nextDraw = draw + length == batches.EndDraw ? batches.EndOfEpoch : draw + length;
        var rowNumbers = new int[length];
        var classIndices = new int[length];
        batches.Sampler.Fill(draw, rowNumbers);
        var batch = new Batch<T>(batches.Dataset, batches.Sampler, batches.Dataset.AllRows, rowNumbers, classIndices, batches.EpochNumber, nextDraw);
        batch.CopyClassIndices(classIndices);
        return new OwnedBatch<T>(batch.ToArray(), rowNumbers, classIndices, batch.Classes, batch.Epoch, batches.Sampler, nextDraw);
    }
}

namespace BalanceGen;

/// <content>Batches of the rows that a sampler draws.</content>
public sealed partial class IndexedDataset<T>
{
    /// <summary>The rows that a sampler draws, in batches, one epoch at a time.</summary>
    /// <param name="sampler">A sampler over this data set's rows.</param>
    /// <param name="batchSize">The number of rows in a batch, 1 or more; for a sampler of whole batches, such as <see cref="BalanceGen.Sampling.StratifiedRandomSampler"/>, a multiple of its batch size.</param>
    /// <param name="dropLast">Whether an epoch's last batch is left out if it is smaller than the others.</param>
    /// <exception cref="ArgumentException">
    /// The sampler is for another number of rows, or for another part of the data set; or it is a shard whose ranks have no common state after batches of this size.
    /// </exception>
    /// <exception cref="BatchSizeException">The sampler promises something of its own batches, and these would not be whole ones of them.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batchSize"/> is less than 1.</exception>
    public Batches<T> Batches(Sampler sampler, [ValueRange(1, int.MaxValue)] int batchSize, bool dropLast = false)
    {
        RefuseOther(sampler);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        BatchSizeException.ThrowIfCut(sampler, batchSize);
        if (batchSize % sampler.DrawsBetweenStates != 0)
        {
            throw new ArgumentException(
                $"A batch of {batchSize} rows ends inside the {sampler.DrawsBetweenStates} draws that the shard takes at a time, where there is no state to resume from. Choose a multiple of {sampler.DrawsBetweenStates}, or make the shard with batchSize: {batchSize}.", nameof(batchSize));
        }

        return new Batches<T>(this, sampler, batchSize, dropLast, sampler.FirstEpoch, sampler.StartOf(sampler.FirstEpoch));
    }

    /// <summary>The batches that the sampler composes, one epoch at a time; an epoch is whole batches.</summary>
    /// <param name="sampler">A sampler over this data set's rows.</param>
    /// <exception cref="ArgumentException">The sampler is for another number of rows, or for another part of the data set.</exception>
    public Batches<T> Batches(StratifiedRandomSampler sampler)
    {
        ArgumentNullException.ThrowIfNull(sampler);
        return Batches(sampler, sampler.BatchSize);
    }

    /// <inheritdoc cref="Batches(BalanceGen.Sampling.StratifiedRandomSampler)"/>
    public Batches<T> Batches(ClassAwareSampler sampler)
    {
        ArgumentNullException.ThrowIfNull(sampler);
        return Batches(sampler, sampler.BatchSize);
    }

    /// <inheritdoc cref="Batches(BalanceGen.Sampling.StratifiedRandomSampler)"/>
    public Batches<T> Batches(MinimumQuotaSampler sampler)
    {
        ArgumentNullException.ThrowIfNull(sampler);
        return Batches(sampler, sampler.BatchSize);
    }
}

namespace BalanceGen;

/// <content>Batches of the rows that a sampler draws.</content>
public sealed partial class IndexedDataset<T>
{
    /// <summary>The rows that a sampler draws, in batches, one epoch at a time.</summary>
    /// <param name="sampler">A sampler over this data set's rows.</param>
    /// <param name="batchSize">
    /// The number of rows in a batch, 1 or more. For a sampler of whole batches, such as
    /// <see cref="BalanceGen.Sampling.StratifiedRandomSampler"/>, a multiple of its batch size.
    /// </param>
    /// <param name="dropLast">Whether an epoch's last batch is left out if it is smaller than the others.</param>
    /// <exception cref="ArgumentException">
    /// The sampler is for another number of rows, or for another subset of the data set; or it is a shard whose ranks have no common state after batches of this size.
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

    /// <summary>Batches that are given, of any sizes, in the order in which a sampler draws them; an epoch at a time.</summary>
    /// <param name="list">The batches.</param>
    /// <param name="order">A sampler of the list's <see cref="BatchList.Index"/>, or a shard of one: each of its draws is a batch.</param>
    /// <param name="dropLast">Whether batches at the end of an epoch that only some ranks of a shard have are left out, so that all make as many steps.</param>
    /// <exception cref="ArgumentException">The batches are of another data set or subset; or the sampler draws something else than them, or several at a time.</exception>
    public Batches<T> Batches(BatchList list, Sampler order, bool dropLast = false)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(order);
        if (list.DatasetLength != Index.DatasetLength || list.RowsHash != Index.RowsHash)
        {
            throw new ArgumentException("The batches are of another data set or subset. Make the list from this data set's index.", nameof(list));
        }

        if (order.DatasetLength != list.Count || order.RowsHash != list.Index.RowsHash)
        {
            throw new ArgumentException("The sampler does not draw the batches of this list. Make it from the list's Index.", nameof(order));
        }

        if (order.BatchMultiple != 1 || order.DrawsBetweenStates != 1)
        {
            throw new ArgumentException("The sampler, or the shard, takes several batches of the list at a time. One draw is one batch: shard with batchSize: 1.", nameof(order));
        }

        return new Batches<T>(this, order, list.MaxBatchSize, dropLast, order.FirstEpoch, order.StartOf(order.FirstEpoch), list);
    }

    /// <summary>The batches that the sampler composes, one epoch at a time; an epoch is whole batches.</summary>
    /// <param name="sampler">A sampler over this data set's rows.</param>
    /// <exception cref="ArgumentException">The sampler is for another number of rows, or for another subset of the data set.</exception>
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

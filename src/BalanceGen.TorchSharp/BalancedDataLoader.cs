using static global::TorchSharp.torch;

namespace BalanceGen.TorchSharp;

/// <summary>TorchSharp's own <c>DataLoader</c> over the rows that a sampler draws, one epoch an enumeration.</summary>
/// <remarks>
/// <para>
/// For code that has a <c>DataLoader</c> already. <see cref="TensorBatching"/> is faster and decodes ahead. TorchSharp's behaviour stays: a batch is disposed of when the
/// next one is asked for (<c>disposeBatch</c>), so a list of batches has disposed tensors. The tensors of each row are made on the thread of the loop.
/// </para>
/// <para>The loader disposes of its data set with itself (<c>disposeDataset</c>). Nothing is lost by that.</para>
/// </remarks>
public sealed class BalancedDataLoader : global::TorchSharp.Modules.DataLoader
{
    internal BalancedDataLoader(utils.data.Dataset dataset, EpochRowNumbers rows, int batchSize, Device? device, int workers, bool dropLast)
        : base(dataset, batchSize, rows, device, workers, dropLast)
    {
        RowNumbers = rows;
        BatchCount = dropLast ? rows.Count / batchSize : (rows.Count + batchSize - 1) / batchSize;
    }

    /// <summary>Exactly how many batches an enumeration yields.</summary>
    public long BatchCount { get; }

    /// <summary>
    /// <see cref="BatchCount"/>. This hides a member of the base class, which divides the length of the data set. That is another number if
    /// an epoch is longer or shorter than the data set.
    /// </summary>
    public new long Count => BatchCount;

    /// <summary>The row numbers; <see cref="EpochRowNumbers.NextEpoch"/> goes into a checkpoint.</summary>
    public EpochRowNumbers RowNumbers { get; }
}

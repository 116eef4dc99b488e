using static global::TorchSharp.torch;

namespace BalanceGen.TorchSharp;

/// <summary>Adapters for code that uses TorchSharp's <c>Dataset</c> and <c>DataLoader</c>.</summary>
public static class DataLoading
{
    /// <summary>The rows as a TorchSharp data set. O(rows), 4 bytes a row.</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <param name="dataset">The data set.</param>
    /// <param name="encode">Makes a new tensor of a row. With several workers it is called from several threads at once.</param>
    public static IndexedTensorDataset<T> ToTorchDataset<T>(this IndexedDataset<T> dataset, Func<T, Tensor> encode)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(encode);
        return new IndexedTensorDataset<T>(dataset, encode);
    }

    /// <summary>The rows as a TorchSharp data set, by the encoder that <see cref="TensorBatching"/> takes as well.</summary>
    /// <inheritdoc cref="ToTorchDataset{T}(IndexedDataset{T}, Func{T, Tensor})"/>
    /// <typeparam name="T">The record type.</typeparam>
    /// <typeparam name="TElement">The type of an element.</typeparam>
    /// <param name="dataset">The data set.</param>
    /// <param name="shape">The shape of a row.</param>
    /// <param name="encode">Writes a row into its place, which is all 0.</param>
    /// <exception cref="ArgumentException">A side of the shape is less than 1.</exception>
    /// <exception cref="NotSupportedException">No tensor has elements of that type.</exception>
    public static IndexedTensorDataset<T> ToTorchDataset<T, TElement>(this IndexedDataset<T> dataset, ReadOnlySpan<long> shape, RowEncoder<T, TElement> encode)
        where TElement : unmanaged
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(encode);
        var layout = new TensorLayout<TElement>(shape, batchSize: 1);
        return new IndexedTensorDataset<T>(dataset, row =>
        {
            Tensor data = layout.CreateRow();
            try
            {
                Span<TElement> elements = NativeTensors.Elements<TElement>(data);
                elements.Clear();
                encode(in row, elements);
                return data;
            }
            catch
            {
                data.Dispose();
                throw;
            }
        });
    }

    /// <summary>TorchSharp's <c>DataLoader</c> over the rows that a sampler draws.</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <param name="dataset">The data set.</param>
    /// <param name="sampler">A sampler over its rows.</param>
    /// <param name="batchSize">The number of rows in a batch, 1 or more.</param>
    /// <param name="encode">Makes a new tensor of a row.</param>
    /// <param name="device">The device of the batches; null for the processor's memory.</param>
    /// <param name="workers">How many rows are made at the same time, 1 or more; the loop waits for each batch all the same.</param>
    /// <param name="dropLast">Whether an epoch's last batch is left out if it is smaller than the others.</param>
    /// <param name="firstEpoch">The epoch of the first enumeration, 0 or more.</param>
    /// <exception cref="ArgumentException">The sampler is for another number of rows, or for another subset of the data set.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static BalancedDataLoader ToDataLoader<T>(
        this IndexedDataset<T> dataset, Sampler sampler, int batchSize, Func<T, Tensor> encode, Device? device = null, int workers = 1, bool dropLast = false, long firstEpoch = 0)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);

        // What Batches refuses, a sampler of other rows above all, is refused here too.
        _ = dataset.Batches(sampler, batchSize, dropLast);
        return new BalancedDataLoader(dataset.ToTorchDataset(encode), sampler.EpochRowNumbers(firstEpoch), batchSize, device, workers, dropLast);
    }
}

namespace BalanceGen.TorchSharp;

/// <summary>Makes tensors of the batches that a sampler draws.</summary>
public static class TensorBatching
{
    /// <summary>
    /// The batches as tensors: rows are encoded by workers ahead of the loop, each batch is one native tensor, and the order is that of the draws for any number of workers.
    /// </summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <typeparam name="TElement">The type of an element: float, double, Half, byte, sbyte, short, int, long or bool.</typeparam>
    /// <param name="batches">The batches of an epoch, or of what is left of one.</param>
    /// <param name="shape">The shape of a row, such as [3, 224, 224]; empty for one number a row. A batch has one dimension more.</param>
    /// <param name="encode">
    /// Writes a row into its place, which is all 0. Several threads call it at once: the workers, and the thread of the loop when it would
    /// have to wait.
    /// </param>
    /// <param name="options">Device, workers, prefetch, weights.</param>
    /// <exception cref="ArgumentException">A side of the shape is less than 1, a batch is larger than 2 GiB, or weights or label sets are of another number of rows.</exception>
    /// <exception cref="ClassMismatchException">The class weights are for another number of classes.</exception>
    /// <exception cref="NotSupportedException">No tensor has elements of that type.</exception>
    public static TensorBatches<T> ToTensors<T, TElement>(
        this Batches<T> batches, ReadOnlySpan<long> shape, RowEncoder<T, TElement> encode, TensorLoadOptions? options = null)
        where TElement : unmanaged
    {
        ArgumentNullException.ThrowIfNull(encode);
        return Create<T, TElement>(batches, shape, options, withContexts: false, (in T row, DrawContext _, Span<TElement> destination) => encode(in row, destination));
    }

    /// <summary>
    /// The batches as tensors, from rows that are augmented. The encoder gets the visit of the row, and the seed that belongs to it. After
    /// a resume both are exactly the same.
    /// </summary>
    /// <inheritdoc cref="ToTensors{T, TElement}(Batches{T}, ReadOnlySpan{long}, RowEncoder{T, TElement}, TensorLoadOptions)"/>
    public static TensorBatches<T> ToTensors<T, TElement>(
        this Batches<T> batches, ReadOnlySpan<long> shape, ContextRowEncoder<T, TElement> encode, TensorLoadOptions? options = null)
        where TElement : unmanaged
    {
        ArgumentNullException.ThrowIfNull(encode);
        return Create(batches, shape, options, withContexts: true, encode);
    }

    private static TensorBatches<T> Create<T, TElement>(
        Batches<T> batches,
        ReadOnlySpan<long> shape,
        TensorLoadOptions? options,
        bool withContexts,
        ContextRowEncoder<T, TElement> encode)
        where TElement : unmanaged
    {
        options ??= new TensorLoadOptions();
        var layout = new TensorLayout<TElement>(shape, batches.BatchSize);
        var assembly = new TensorAssembly<TElement>(layout, options, batches.Dataset.Classes, batches.Dataset.Index.DatasetLength);
        return new TensorBatches<T>(batches, (rest, cancellation) =>
            TensorRun.Start(new DrawnGroup<T>(rest, withContexts), withContexts, assembly, encode, options, cancellation));
    }
}

namespace BalanceGen.TorchSharp;

/// <summary>Makes tensors of batches whose rows lie in no array, such as the <c>ShardBatches</c> of the package BalanceGen.Sharding.</summary>
public static class TensorSources
{
    /// <summary>
    /// The batches as tensors. Workers read and encode rows ahead of the loop, straight into one native tensor a batch. For any number of
    /// workers, the order is that of the draws.
    /// </summary>
    /// <typeparam name="T">What is known of a row before it is read, such as its file and number.</typeparam>
    /// <typeparam name="TElement">The type of an element: float, double, Half, byte, sbyte, short, int, long or bool.</typeparam>
    /// <param name="rows">The drawn rows.</param>
    /// <param name="classes">The classes of the rows.</param>
    /// <param name="shape">The shape of a row, such as [3, 224, 224]; empty for one number a row. A batch has one dimension more.</param>
    /// <param name="encode">
    /// Reads a row and writes it into its place, which is all 0. It is called from several threads at once: the workers, and the loop's own where it would have to wait.
    /// </param>
    /// <param name="options">
    /// Device, workers, prefetch, weights by class or by batch. Sample weights and label sets are found by row number in an array and are refused.
    /// </param>
    /// <remarks>
    /// <see cref="TensorLoadOptions.OnFailure"/> says what happens to a row that cannot be read or encoded. By default the loop ends with a
    /// <see cref="RowLoadException"/> in its place.
    /// </remarks>
    /// <exception cref="ArgumentException">A side of the shape is less than 1, a batch is larger than 2 GiB, or the options have what needs row numbers of an array.</exception>
    /// <exception cref="ClassMismatchException">The class weights are for another number of classes.</exception>
    /// <exception cref="NotSupportedException">No tensor has elements of that type.</exception>
    public static SourceTensorBatches ToTensors<T, TElement>(
        this IBatchSource<T> rows, ClassSet classes, ReadOnlySpan<long> shape, RowEncoder<T, TElement> encode, TensorLoadOptions? options = null)
        where TElement : unmanaged
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(encode);
        options ??= new TensorLoadOptions();
        var assembly = new TensorAssembly<TElement>(new TensorLayout<TElement>(shape, rows.BatchSize), options, classes, datasetLength: null);
        ContextRowEncoder<T, TElement> withContext = (in T row, DrawContext _, Span<TElement> destination) => encode(in row, destination);
        long draws = rows.EndDraw - rows.FirstDraw;
        return new SourceTensorBatches(
            rows.BatchSize,
            draws == 0 ? 0 : ((draws - 1) / rows.BatchSize) + 1,
            cancellation => TensorRun.Start(new DrawnSource<T>(rows), withContexts: false, assembly, withContext, options, cancellation));
    }
}

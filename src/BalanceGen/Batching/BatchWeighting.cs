namespace BalanceGen;

/// <summary>Weights for the rows of a <see cref="Batch{T}"/>, in the order of its rows.</summary>
/// <remarks><see cref="BatchWeights"/> says which weights are possible. No allocation after the first calls. Thread-safe.</remarks>
public static class BatchWeighting
{
    /// <summary>Writes the weight of its class for every row: Keras' <c>class_weight</c> to <c>sample_weight</c>.</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <param name="batch">The batch.</param>
    /// <param name="weights">The weight of each class.</param>
    /// <param name="destination">Receives one weight per row; a longer span is left alone beyond the batch.</param>
    /// <returns>The sum of the weights.</returns>
    /// <exception cref="ArgumentException">The destination is shorter than the batch.</exception>
    /// <exception cref="ClassMismatchException">The weights are for another number of classes.</exception>
    public static double SampleWeights<T>(this Batch<T> batch, ClassWeights weights, Span<double> destination)
    {
        RefuseOtherClasses(batch.Classes, weights);
        return BatchWeights.FromClassWeights(batch.ClassIndices, weights, destination);
    }

    /// <inheritdoc cref="SampleWeights{T}(Batch{T}, ClassWeights, Span{double})"/>
    /// <exception cref="OverflowException">The weight of a class that the batch has is beyond the range of float.</exception>
    public static double SampleWeights<T>(this Batch<T> batch, ClassWeights weights, Span<float> destination)
    {
        RefuseOtherClasses(batch.Classes, weights);
        return BatchWeights.FromClassWeights(batch.ClassIndices, weights, destination);
    }

    /// <summary>Writes weights that follow from the batch's own counts; classes that the batch does not have are never divided by.</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <param name="batch">The batch.</param>
    /// <param name="destination">Receives one weight per row; a longer span is left alone beyond the batch.</param>
    /// <param name="weighting">The formula, the smoothing and what happens to a batch of one class; w_c = B / (C_b·b_c) by default.</param>
    /// <returns>The sum of the weights.</returns>
    /// <exception cref="ArgumentException">The destination is shorter than the batch.</exception>
    /// <exception cref="SingleClassBatchException">All rows are of one class and that is declared to be an error.</exception>
    public static double DynamicSampleWeights<T>(this Batch<T> batch, Span<double> destination, DynamicWeighting weighting = default) =>
        BatchWeights.Dynamic(batch.ClassIndices, batch.Classes, destination, weighting);

    /// <inheritdoc cref="DynamicSampleWeights{T}(Batch{T}, Span{double}, DynamicWeighting)"/>
    public static double DynamicSampleWeights<T>(this Batch<T> batch, Span<float> destination, DynamicWeighting weighting = default) =>
        BatchWeights.Dynamic(batch.ClassIndices, batch.Classes, destination, weighting);

    /// <summary>Takes a batch into running counts.</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <param name="batch">The batch.</param>
    /// <param name="running">The running counts; they are changed.</param>
    /// <exception cref="ClassMismatchException">The running counts are for another number of classes.</exception>
    public static void ObserveBy<T>(this Batch<T> batch, RunningClassCounts running)
    {
        ArgumentNullException.ThrowIfNull(running);
        ClassMismatchException.ThrowIfMismatch("The list of running counts", running.Classes.Count, batch.Classes);
        running.Observe(batch.ClassIndices);
    }

    internal static void RefuseOtherClasses(ClassSet classes, ClassWeights weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ClassMismatchException.ThrowIfMismatch("The list of class weights", weights.Classes.Count, classes);
    }
}

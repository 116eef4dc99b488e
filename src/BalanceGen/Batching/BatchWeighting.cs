using System.Buffers;

namespace BalanceGen;

/// <summary>Weights for the rows of a <see cref="Batch{T}"/>, in the order of its rows.</summary>
/// <remarks><see cref="BatchWeights"/> says which weights are possible. No allocation after the first calls. Thread-safe.</remarks>
public static class BatchWeighting
{
    private const int MostRowsOnStack = 512;

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
        int[]? rented = null;
        Span<int> classIndices = batch.Count <= MostRowsOnStack ? stackalloc int[batch.Count] : Rent(batch.Count, out rented);
        batch.CopyClassIndices(classIndices);
        double sum = BatchWeights.FromClassWeights(classIndices, weights, destination);
        Return(rented);
        return sum;
    }

    /// <inheritdoc cref="SampleWeights{T}(Batch{T}, ClassWeights, Span{double})"/>
    /// <exception cref="OverflowException">The weight of a class that the batch has is beyond the range of float.</exception>
    public static double SampleWeights<T>(this Batch<T> batch, ClassWeights weights, Span<float> destination)
    {
        RefuseOtherClasses(batch.Classes, weights);
        int[]? rented = null;
        Span<int> classIndices = batch.Count <= MostRowsOnStack ? stackalloc int[batch.Count] : Rent(batch.Count, out rented);
        batch.CopyClassIndices(classIndices);
        double sum = BatchWeights.FromClassWeights(classIndices, weights, destination);
        Return(rented);
        return sum;
    }

    /// <summary>Writes weights that follow from the batch's own counts; classes that the batch does not have are never divided by.</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <param name="batch">The batch.</param>
    /// <param name="destination">Receives one weight per row; a longer span is left alone beyond the batch.</param>
    /// <param name="weighting">The formula, the smoothing and what happens to a batch of one class; w_c = B / (C_b·b_c) by default.</param>
    /// <returns>The sum of the weights.</returns>
    /// <exception cref="ArgumentException">The destination is shorter than the batch.</exception>
    /// <exception cref="SingleClassBatchException">All rows are of one class and that is declared to be an error.</exception>
    public static double DynamicSampleWeights<T>(this Batch<T> batch, Span<double> destination, DynamicWeighting weighting = default)
    {
        int[]? rented = null;
        Span<int> classIndices = batch.Count <= MostRowsOnStack ? stackalloc int[batch.Count] : Rent(batch.Count, out rented);
        batch.CopyClassIndices(classIndices);
        double sum = BatchWeights.Dynamic(classIndices, batch.Classes, destination, weighting);
        Return(rented);
        return sum;
    }

    /// <inheritdoc cref="DynamicSampleWeights{T}(Batch{T}, Span{double}, DynamicWeighting)"/>
    public static double DynamicSampleWeights<T>(this Batch<T> batch, Span<float> destination, DynamicWeighting weighting = default)
    {
        int[]? rented = null;
        Span<int> classIndices = batch.Count <= MostRowsOnStack ? stackalloc int[batch.Count] : Rent(batch.Count, out rented);
        batch.CopyClassIndices(classIndices);
        double sum = BatchWeights.Dynamic(classIndices, batch.Classes, destination, weighting);
        Return(rented);
        return sum;
    }

    /// <summary>Takes a batch into running counts.</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <param name="batch">The batch.</param>
    /// <param name="running">The running counts; they are changed.</param>
    /// <exception cref="ClassMismatchException">The running counts are for another number of classes.</exception>
    public static void ObserveBy<T>(this Batch<T> batch, RunningClassCounts running)
    {
        ArgumentNullException.ThrowIfNull(running);
        if (running.Classes.Count != batch.Classes.Count)
        {
            throw new ClassMismatchException("The list of running counts", running.Classes.Count, batch.Classes);
        }

        int[]? rented = null;
        Span<int> classIndices = batch.Count <= MostRowsOnStack ? stackalloc int[batch.Count] : Rent(batch.Count, out rented);
        batch.CopyClassIndices(classIndices);
        running.Observe(classIndices);
        Return(rented);
    }

    private static void RefuseOtherClasses(ClassSet classes, ClassWeights weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Classes.Count != classes.Count)
        {
            throw new ClassMismatchException("The list of class weights", weights.Classes.Count, classes);
        }
    }

    private static Span<int> Rent(int length, out int[] rented)
    {
        rented = ArrayPool<int>.Shared.Rent(length);
        return rented.AsSpan(0, length);
    }

    /// <summary>After an error the buffer is left to the garbage collector, which is allowed and cheap enough for an error.</summary>
    private static void Return(int[]? rented)
    {
        if (rented is not null)
        {
            ArrayPool<int>.Shared.Return(rented);
        }
    }
}

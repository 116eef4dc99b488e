namespace BalanceGen;

/// <summary>Weights for the rows of an <see cref="OwnedBatch{T}"/>, as <see cref="BatchWeighting"/> has them for a <see cref="Batch{T}"/>.</summary>
public static class OwnedBatchWeighting
{
    /// <inheritdoc cref="BatchWeighting.SampleWeights{T}(Batch{T}, ClassWeights, Span{double})"/>
    public static double SampleWeights<T>(this OwnedBatch<T> batch, ClassWeights weights, Span<double> destination)
    {
        Check(batch, weights);
        return BatchWeights.FromClassWeights(batch.ClassIndices, weights, destination);
    }

    /// <inheritdoc cref="BatchWeighting.SampleWeights{T}(Batch{T}, ClassWeights, Span{float})"/>
    public static double SampleWeights<T>(this OwnedBatch<T> batch, ClassWeights weights, Span<float> destination)
    {
        Check(batch, weights);
        return BatchWeights.FromClassWeights(batch.ClassIndices, weights, destination);
    }

    /// <inheritdoc cref="BatchWeighting.DynamicSampleWeights{T}(Batch{T}, Span{double}, DynamicWeighting)"/>
    public static double DynamicSampleWeights<T>(this OwnedBatch<T> batch, Span<double> destination, DynamicWeighting weighting = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return BatchWeights.Dynamic(batch.ClassIndices, batch.Classes, destination, weighting);
    }

    /// <inheritdoc cref="BatchWeighting.DynamicSampleWeights{T}(Batch{T}, Span{float}, DynamicWeighting)"/>
    public static double DynamicSampleWeights<T>(this OwnedBatch<T> batch, Span<float> destination, DynamicWeighting weighting = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return BatchWeights.Dynamic(batch.ClassIndices, batch.Classes, destination, weighting);
    }

    /// <inheritdoc cref="BatchWeighting.ObserveBy{T}(Batch{T}, RunningClassCounts)"/>
    public static void ObserveBy<T>(this OwnedBatch<T> batch, RunningClassCounts running)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(running);
        if (running.Classes.Count != batch.Classes.Count)
        {
            throw new ClassMismatchException("The list of running counts", running.Classes.Count, batch.Classes);
        }

        running.Observe(batch.ClassIndices);
    }

    private static void Check<T>(OwnedBatch<T> batch, ClassWeights weights)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Classes.Count != batch.Classes.Count)
        {
            throw new ClassMismatchException("The list of class weights", weights.Classes.Count, batch.Classes);
        }
    }
}

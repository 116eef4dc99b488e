namespace BalanceGen.Batching;

/// <content>Weights for the rows, as <see cref="BatchWeighting"/> has them for a <see cref="Batch{T}"/>.</content>
public sealed partial class OwnedBatch<T>
{
    /// <inheritdoc cref="BatchWeighting.SampleWeights{T}(Batch{T}, ClassWeights, Span{double})"/>
    public double SampleWeights(ClassWeights weights, Span<double> destination)
    {
        Check(weights);
        return BatchWeights.FromClassWeights(ClassIndices, weights, destination);
    }

    /// <inheritdoc cref="BatchWeighting.SampleWeights{T}(Batch{T}, ClassWeights, Span{float})"/>
    public double SampleWeights(ClassWeights weights, Span<float> destination)
    {
        Check(weights);
        return BatchWeights.FromClassWeights(ClassIndices, weights, destination);
    }

    /// <inheritdoc cref="BatchWeighting.DynamicSampleWeights{T}(Batch{T}, Span{double}, DynamicWeighting)"/>
    public double DynamicSampleWeights(Span<double> destination, DynamicWeighting weighting = default)
    {
        return BatchWeights.Dynamic(ClassIndices, Classes, destination, weighting);
    }

    /// <inheritdoc cref="BatchWeighting.DynamicSampleWeights{T}(Batch{T}, Span{float}, DynamicWeighting)"/>
    public double DynamicSampleWeights(Span<float> destination, DynamicWeighting weighting = default)
    {
        return BatchWeights.Dynamic(ClassIndices, Classes, destination, weighting);
    }

    /// <inheritdoc cref="BatchWeighting.ObserveBy{T}(Batch{T}, RunningClassCounts)"/>
    public void ObserveBy(RunningClassCounts running)
    {
        ArgumentNullException.ThrowIfNull(running);
        ClassMismatchException.ThrowIfMismatch("The list of running counts", running.Classes.Count, Classes);
        running.Observe(ClassIndices);
    }

    private void Check(ClassWeights weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ClassMismatchException.ThrowIfMismatch("The list of class weights", weights.Classes.Count, Classes);
    }
}

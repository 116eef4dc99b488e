using global::TorchSharp;

namespace BalanceGen.TorchSharp;

/// <summary>Weights and priors as tensors. The caller disposes of each tensor, which belongs to no dispose scope.</summary>
public static class WeightTensors
{
    /// <summary>One weight per class, of the shape [C]: what <c>torch.nn.CrossEntropyLoss</c> takes as <c>weight</c>.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="device">The device; null for the processor's memory.</param>
    /// <param name="dtype">The type of the elements.</param>
    public static torch.Tensor ToTensor(this ClassWeights weights, torch.Device? device = null, torch.ScalarType dtype = torch.ScalarType.Float32)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return NativeTensors.Of(weights.Values, device, dtype);
    }

    /// <summary>τ·ln π_c per class, of the shape [C]: add it to the logits in the loss, or subtract it before the arg max.</summary>
    /// <inheritdoc cref="ToTensor(ClassWeights, torch.Device, torch.ScalarType)"/>
    /// <param name="priors">The priors.</param>
    /// <param name="device">The device; null for the processor's memory.</param>
    /// <param name="dtype">The type of the elements.</param>
    public static torch.Tensor ToTensor(this LogitPriors priors, torch.Device? device = null, torch.ScalarType dtype = torch.ScalarType.Float32)
    {
        ArgumentNullException.ThrowIfNull(priors);
        return NativeTensors.Of(priors.Values, device, dtype);
    }

    /// <summary>One weight per row of the data set, of the shape [N].</summary>
    /// <inheritdoc cref="ToTensor(ClassWeights, torch.Device, torch.ScalarType)"/>
    public static torch.Tensor ToTensor(this SampleWeights weights, torch.Device? device = null, torch.ScalarType dtype = torch.ScalarType.Float32)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return NativeTensors.Of(weights.Values, device, dtype);
    }

    /// <summary>
    /// The weight of the positive rows of each class, (N − n_c)/n_c: what <c>torch.nn.BCEWithLogitsLoss</c> takes as <c>pos_weights</c>.
    /// With it, the positive rows of a class count as much as the negative ones.
    /// </summary>
    /// <param name="counts">The rows N and the rows n_c that have each class.</param>
    /// <param name="zeroCounts">
    /// What happens to a class without rows, whose weight would be infinite: an error, 0, or (N − n_c + α)/(n_c + α).
    /// </param>
    /// <remarks>A class that every row has gets 0 without smoothing: it has no negative rows to be weighed against.</remarks>
    /// <exception cref="EmptyDatasetException">The data set has no rows.</exception>
    /// <exception cref="EmptyClassException">A class has no rows and the policy is to throw.</exception>
    public static ClassWeights PositiveWeights(this MultiLabelCounts counts, ZeroCountPolicy zeroCounts = default)
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.RowCount == 0)
        {
            throw new EmptyDatasetException("A positive weight");
        }

        if (zeroCounts == ZeroCountPolicy.Throw && counts.RowsWithClass.EmptyClasses is { Count: > 0 } empty)
        {
            throw new EmptyClassException(counts.RowsWithClass, "its positive weight (N - 0)/0 would be infinite", [.. empty]);
        }

        double WeightOf(long rows) => rows + zeroCounts.Alpha is not 0 and var positive ? (counts.RowCount - rows + zeroCounts.Alpha) / positive : 0;
        return new ClassWeights(counts.Classes, [.. counts.RowsWithClass.Values.ToArray().Select(WeightOf)]);
    }
}

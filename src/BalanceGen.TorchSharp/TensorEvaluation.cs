using global::TorchSharp;

namespace BalanceGen.TorchSharp;

/// <summary>Adds the predictions of a batch to the measures of the core.</summary>
/// <remarks>The tensors may be on any device and need not be detached; they are copied to the processor's memory as float, and are not kept.</remarks>
public static class TensorEvaluation
{
    /// <summary>Counts the class with the largest score of each row.</summary>
    /// <param name="matrix">The confusion matrix.</param>
    /// <param name="scores">Logits or probabilities, of the shape [B, C].</param>
    /// <param name="target">Class indices, of the shape [B]; <see cref="ClassIndex.Ignored"/> for rows without a label.</param>
    /// <exception cref="ArgumentException">The shapes do not belong together, or a score is NaN.</exception>
    public static void AddScores(this ConfusionMatrix matrix, torch.Tensor scores, torch.Tensor target)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        matrix.AddScores(Truth(target), Rows(scores, target, matrix.Classes));
    }

    /// <summary>Adds probabilities to a calibration table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="probabilities">Probabilities, of the shape [B, C]; each row adds up to 1.</param>
    /// <param name="target">Class indices, of the shape [B]; <see cref="ClassIndex.Ignored"/> for rows without a label.</param>
    /// <exception cref="ArgumentException">The shapes do not belong together, or a row is no distribution.</exception>
    public static void Add(this CalibrationTable table, torch.Tensor probabilities, torch.Tensor target)
    {
        ArgumentNullException.ThrowIfNull(table);
        table.Add(Truth(target), Rows(probabilities, target, table.Classes));
    }

    /// <summary>Counts the rows whose class is among the k largest scores.</summary>
    /// <param name="accuracy">The top-k accuracy.</param>
    /// <param name="scores">Logits or probabilities, of the shape [B, C].</param>
    /// <param name="target">Class indices, of the shape [B]; <see cref="ClassIndex.Ignored"/> for rows without a label.</param>
    /// <exception cref="ArgumentException">The shapes do not belong together, or a score is NaN.</exception>
    public static void Add(this TopKAccuracy accuracy, torch.Tensor scores, torch.Tensor target)
    {
        ArgumentNullException.ThrowIfNull(accuracy);
        accuracy.Add(Truth(target), Rows(scores, target, accuracy.Classes));
    }

    private static int[] Truth(torch.Tensor target)
    {
        ArgumentNullException.ThrowIfNull(target);
        using DisposeScope scope = torch.NewDisposeScope();
        return NativeTensors.Elements<int>(target.to(torch.ScalarType.Int32, torch.CPU).contiguous()).ToArray();
    }

    private static float[] Rows(torch.Tensor scores, torch.Tensor target, ClassSet classes)
    {
        ArgumentNullException.ThrowIfNull(scores);
        if (scores.dim() != 2 || target.dim() != 1 || scores.shape[0] != target.shape[0] || scores.shape[1] != classes.Count)
        {
            throw new ArgumentException($"The scores have the shape [{string.Join(", ", scores.shape)}] and the target [{string.Join(", ", target.shape)}]; [B, {classes.Count}] and [B] are needed.", nameof(scores));
        }

        using DisposeScope scope = torch.NewDisposeScope();
        return NativeTensors.Elements<float>(scores.detach().to(torch.ScalarType.Float32, torch.CPU).contiguous()).ToArray();
    }
}

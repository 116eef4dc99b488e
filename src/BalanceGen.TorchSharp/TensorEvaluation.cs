using global::TorchSharp;

namespace BalanceGen.TorchSharp;

/// <summary>Adds the predictions of a batch to the measures of the core.</summary>
/// <remarks>
/// The tensors may be on any device and need not be detached. They are copied to the processor's memory, as double if they are double and
/// otherwise as float. The copies are not kept.
/// </remarks>
public static class TensorEvaluation
{
    /// <summary>Counts the class with the largest score of each row.</summary>
    /// <param name="matrix">The confusion matrix.</param>
    /// <param name="scores">Logits or probabilities, of the shape [B, C].</param>
    /// <param name="target">Class indices, of the shape [B]; <see cref="ClassIndex.Ignored"/> for rows without a label.</param>
    /// <exception cref="ArgumentException">The shapes do not belong together, the target has no integers, or a score is NaN.</exception>
    /// <exception cref="UnknownLabelException">A target is outside [0, C); the error names the row and the number.</exception>
    public static void AddScores(this ConfusionMatrix matrix, torch.Tensor scores, torch.Tensor target)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        Add(scores, target, matrix.Classes, (truth, rows) => matrix.AddScores<double>(truth, rows), (truth, rows) => matrix.AddScores<float>(truth, rows));
    }

    /// <summary>Adds probabilities to a calibration table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="probabilities">Probabilities, of the shape [B, C]; each row adds up to 1.</param>
    /// <param name="target">Class indices, of the shape [B]; <see cref="ClassIndex.Ignored"/> for rows without a label.</param>
    /// <exception cref="ArgumentException">The shapes do not belong together, the target has no integers, or a row is no distribution.</exception>
    /// <exception cref="UnknownLabelException">A target is outside [0, C); the error names the row and the number.</exception>
    public static void Add(this CalibrationTable table, torch.Tensor probabilities, torch.Tensor target)
    {
        ArgumentNullException.ThrowIfNull(table);
        Add(probabilities, target, table.Classes, (truth, rows) => table.Add<double>(truth, rows), (truth, rows) => table.Add<float>(truth, rows));
    }

    /// <summary>Counts the rows whose class is among the k largest scores.</summary>
    /// <param name="accuracy">The top-k accuracy.</param>
    /// <param name="scores">Logits or probabilities, of the shape [B, C].</param>
    /// <param name="target">Class indices, of the shape [B]; <see cref="ClassIndex.Ignored"/> for rows without a label.</param>
    /// <exception cref="ArgumentException">The shapes do not belong together, the target has no integers, or a score is NaN.</exception>
    /// <exception cref="UnknownLabelException">A target is outside [0, C); the error names the row and the number.</exception>
    public static void Add(this TopKAccuracy accuracy, torch.Tensor scores, torch.Tensor target)
    {
        ArgumentNullException.ThrowIfNull(accuracy);
        Add(scores, target, accuracy.Classes, (truth, rows) => accuracy.Add<double>(truth, rows), (truth, rows) => accuracy.Add<float>(truth, rows));
    }

    /// <summary>Adds scores as double if they are double, because single precision would make scores equal that are not.</summary>
    private static void Add(torch.Tensor scores, torch.Tensor target, ClassSet classes, Action<int[], double[]> addDoubles, Action<int[], float[]> addSingles)
    {
        int[] truth = Truth(target, classes);
        ArgumentNullException.ThrowIfNull(scores);
        if (scores.dtype == torch.ScalarType.Float64)
        {
            addDoubles(truth, Rows<double>(scores, target, classes));
        }
        else
        {
            addSingles(truth, Rows<float>(scores, target, classes));
        }
    }

    /// <summary>Class indices as they are: a number that does not fit is refused, not wrapped around.</summary>
    private static int[] Truth(torch.Tensor target, ClassSet classes)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (target.is_floating_point())
        {
            throw new ArgumentException($"The target has elements of the type {target.dtype}; class indices are needed.", nameof(target));
        }

        using DisposeScope scope = torch.NewDisposeScope();
        ReadOnlySpan<long> indices = NativeTensors.Elements<long>(target.to(torch.ScalarType.Int64, torch.CPU).contiguous());
        int[] truth = new int[indices.Length];
        for (int row = 0; row < truth.Length; row++)
        {
            if (indices[row] != (truth[row] = (int)indices[row]))
            {
                UnknownLabelException.Throw(indices[row].ToString(CultureInfo.InvariantCulture), classes, row);
            }
        }

        return truth;
    }

    private static TElement[] Rows<TElement>(torch.Tensor scores, torch.Tensor target, ClassSet classes)
        where TElement : unmanaged
    {
        if (scores.dim() != 2 || target.dim() != 1 || scores.shape[0] != target.shape[0] || scores.shape[1] != classes.Count)
        {
            throw new ArgumentException($"The scores have the shape [{string.Join(", ", scores.shape)}] and the target [{string.Join(", ", target.shape)}]; [B, {classes.Count}] and [B] are needed.", nameof(scores));
        }

        using DisposeScope scope = torch.NewDisposeScope();
        torch.ScalarType type = typeof(TElement) == typeof(double) ? torch.ScalarType.Float64 : torch.ScalarType.Float32;
        return NativeTensors.Elements<TElement>(scores.detach().to(type, torch.CPU).contiguous()).ToArray();
    }
}

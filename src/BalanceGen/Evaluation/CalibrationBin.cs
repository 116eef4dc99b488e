namespace BalanceGen.Evaluation;

/// <summary>The rows whose confidence lies in one interval.</summary>
/// <param name="From">The lower end of the interval, which does not belong to it, except 0.</param>
/// <param name="To">The upper end, which belongs to it.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="MeanConfidence">Their mean confidence, of [0, 1]; null without rows.</param>
/// <param name="Accuracy">The share of them that are correct, of [0, 1]; null without rows.</param>
public readonly record struct CalibrationBin(double From, double To, long Rows, double? MeanConfidence, double? Accuracy)
{
    /// <summary>How far confidence and accuracy are apart, of [0, 1]; 0 without rows.</summary>
    public double Gap => MeanConfidence is { } confidence && Accuracy is { } accuracy ? Math.Abs(accuracy - confidence) : 0;
}

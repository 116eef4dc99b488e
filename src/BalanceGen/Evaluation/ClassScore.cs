namespace BalanceGen.Evaluation;

/// <summary>How one class was recognised. A measure that would be 0/0 is null, never NaN.</summary>
/// <param name="ClassIndex">The class index.</param>
/// <param name="Support">The number of rows of the class, 0 or more.</param>
/// <param name="Predicted">The number of rows that were predicted to be of the class, 0 or more.</param>
/// <param name="Correct">The number of rows that are both.</param>
public readonly record struct ClassScore(int ClassIndex, long Support, long Predicted, long Correct)
{
    /// <summary>The share of the class's rows that were recognised, of [0, 1]; null where the class has no rows.</summary>
    public double? Recall => Support == 0 ? null : (double)Correct / Support;

    /// <summary>The share of the rows predicted to be of the class that are, of [0, 1]; null where none was predicted.</summary>
    public double? Precision => Predicted == 0 ? null : (double)Correct / Predicted;

    /// <summary>
    /// The harmonic mean of precision and recall, 2·correct/(support + predicted), of [0, 1]; 0 where the class was never predicted; null where the class has no rows.
    /// </summary>
    public double? F1 => Support == 0 ? null : 2.0 * Correct / ((double)Support + Predicted);
}

namespace BalanceGen.Evaluation;

/// <summary>Rows of one class that were taken for another.</summary>
/// <param name="Truth">The class index of the rows.</param>
/// <param name="Predicted">The class index that was predicted; never <paramref name="Truth"/>.</param>
/// <param name="Rows">The number of rows, 1 or more.</param>
public readonly record struct Confusion(int Truth, int Predicted, long Rows);

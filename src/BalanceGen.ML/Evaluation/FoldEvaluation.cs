namespace BalanceGen.ML;

/// <summary>One fold of a cross-validation: the model that was trained without its test rows, and its measures on them.</summary>
/// <param name="Fold">The number of the fold, 0 or more.</param>
/// <param name="Model">The model.</param>
/// <param name="Matrix">The confusion matrix of the test rows. Those of all folds can be merged: every row is in one of them.</param>
/// <param name="Report">The measures of the matrix.</param>
public sealed record FoldEvaluation(int Fold, ITransformer Model, ConfusionMatrix Matrix, EvaluationReport Report);

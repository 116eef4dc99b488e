using BalanceGen.Evaluation;

namespace Cats.Training;

/// <summary>What the validation pictures say after an epoch.</summary>
/// <param name="F1">F1 of the rare class.</param>
/// <param name="Accuracy">The share of pictures that were recognised.</param>
/// <param name="Recall">The share of rare pictures that were.</param>
/// <param name="Matrix">True against predicted class.</param>
internal sealed record EpochScore(double F1, double Accuracy, double Recall, ConfusionMatrix Matrix)
{
    public static EpochScore Of(ConfusionMatrix matrix)
    {
        EvaluationReport report = matrix.ToReport();
        ClassScore rare = report.Scores[(int)Rarity.Rare];
        return new EpochScore(rare.F1 ?? 0, report.Accuracy, rare.Recall ?? 0, matrix);
    }
}

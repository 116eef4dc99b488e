using System.Globalization;

namespace BalanceGen.Evaluation;

/// <content>The report as text.</content>
public sealed partial class EvaluationReport
{
    private const int NamesShown = 12;

    /// <summary>An aligned table with a line for each class, the measures of all of them, and the names of the classes that are absent or were never predicted.</summary>
    public override string ToString()
    {
        var perClass = new AlignedTable("class", "rows", "predicted", "recall", "precision", "F1");
        foreach (ClassScore score in _scores)
        {
            perClass.Add(Classes[score.ClassIndex], Number(score.Support), Number(score.Predicted), Text(score.Recall), Text(score.Precision), Text(score.F1));
        }

        var measures = new AlignedTable("measure", "value");
        measures.Add("accuracy, micro F1", Text(Accuracy));
        measures.Add("balanced accuracy", Text(BalancedAccuracy));
        measures.Add("macro F1", Text(MacroF1));
        measures.Add("weighted F1", Text(WeightedF1));
        measures.Add("geometric mean", Text(GeometricMean));
        measures.Add("Matthews correlation", Text(MatthewsCorrelation));
        measures.Add("Cohen's kappa", Text(CohensKappa));
        return $"{perClass}\n\n{measures}\nworst class: {Classes[WorstClass.ClassIndex]}, recall {Text(WorstClass.Recall)}"
            + Named("without true rows, in no mean", AbsentClasses)
            + Named("never predicted", NeverPredicted)
            + (IgnoredRows == 0 ? "" : $"\nignored rows: {Number(IgnoredRows)}");
    }

    private string Named(string what, IReadOnlyList<int> classIndices)
    {
        if (classIndices.Count == 0)
        {
            return "";
        }

        string names = string.Join(", ", classIndices.Take(NamesShown).Select(index => Classes[index]));
        string rest = classIndices.Count > NamesShown ? string.Create(CultureInfo.InvariantCulture, $", … ({classIndices.Count:N0} classes)") : "";
        return $"\n{what}: {names}{rest}";
    }

    private static string Number(long rows) => rows.ToString("N0", CultureInfo.InvariantCulture);

    private static string Text(double? measure) => measure?.ToString("F4", CultureInfo.InvariantCulture) ?? "-";
}

namespace BalanceGen.Evaluation;

/// <content>The report as text.</content>
public sealed partial class EvaluationReport
{
    /// <summary>
    /// An aligned table with a line for each class, the measures of all of them, and the names of the classes that are absent or were never
    /// predicted. Of more than 40 classes it shows the first 20 and the last 10; see <see cref="ToFullString"/>.
    /// </summary>
    public override string ToString() => Text(whole: false);

    /// <summary>The report with a line for every class. O(classes).</summary>
    public string ToFullString() => Text(whole: true);

    private string Text(bool whole)
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
        return $"{perClass.ToString(whole)}\n\n{measures.ToString(whole)}\nworst class: {Classes[WorstClass.ClassIndex]}, recall {Text(WorstClass.Recall)}"
            + Named("without true rows, in no mean", AbsentClasses, whole)
            + Named("never predicted", NeverPredicted, whole)
            + (IgnoredRows == 0 ? "" : $"\nignored rows: {Number(IgnoredRows)}");
    }

    private string Named(string what, IReadOnlyList<int> classIndices, bool whole)
    {
        if (classIndices.Count == 0)
        {
            return "";
        }

        string[] names = [.. classIndices.Select(index => Classes[index])];
        return $"\n{what}: {(whole ? string.Join(", ", names) : ShortList.OfNames(names))}";
    }

    private static string Number(long rows) => rows.ToString("N0", CultureInfo.InvariantCulture);

    private static string Text(double? measure) => measure?.ToString("F4", CultureInfo.InvariantCulture) ?? "-";
}

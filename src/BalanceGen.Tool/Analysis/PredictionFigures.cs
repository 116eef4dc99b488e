namespace BalanceGen.Tool.Analysis;

/// <summary>What a model predicted, class by class.</summary>
/// <param name="Rows">The predictions.</param>
/// <param name="Accuracy">The share of right ones.</param>
/// <param name="BalancedAccuracy">The mean recall of the classes that occur among the true labels.</param>
/// <param name="MacroF1">The mean F1 of the classes that occur among true or predicted labels.</param>
/// <param name="Confusion">For each true class and each predicted class the rows.</param>
/// <param name="Recalls">For each class the share of its rows that is predicted right; null for a class without rows.</param>
internal sealed record PredictionFigures(long Rows, double Accuracy, double BalancedAccuracy, double MacroF1, long[][] Confusion, IReadOnlyList<double?> Recalls)
{
    public static PredictionFigures Of(long[][] confusion)
    {
        int classes = confusion.Length;
        long rows = confusion.Sum(row => row.Sum());
        long right = 0;
        var recalls = new double?[classes];
        var scores = new List<double>();
        for (int index = 0; index < classes; index++)
        {
            long truly = confusion[index].Sum();
            long predicted = confusion.Sum(row => row[index]);
            long hits = confusion[index][index];
            right += hits;
            recalls[index] = truly == 0 ? null : (double)hits / truly;
            if (truly + predicted > 0)
            {
                scores.Add(2.0 * hits / (truly + predicted));
            }
        }

        return new PredictionFigures(
            rows,
            rows == 0 ? 0 : (double)right / rows,
            recalls.Where(recall => recall is not null).Select(recall => recall!.Value).DefaultIfEmpty(0).Average(),
            scores.DefaultIfEmpty(0).Average(),
            confusion,
            recalls);
    }
}

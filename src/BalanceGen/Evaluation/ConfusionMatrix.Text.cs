namespace BalanceGen.Evaluation;

/// <content>The matrix as text.</content>
public sealed partial class ConfusionMatrix
{
    private const int MostClassesInTable = 20;
    private const int ConfusionsShown = 20;

    /// <summary>
    /// An aligned table. Up to 20 classes: a line for each true class, with a column for each predicted one. More classes: the 20 pairs
    /// that are confused most often.
    /// </summary>
    public override string ToString() =>
        !HasCells ? string.Create(CultureInfo.InvariantCulture, $"{Rows:N0} rows of {_classCount:N0} classes, by class only")
        : _classCount <= MostClassesInTable ? Square()
        : Pairs();

    private string Square()
    {
        var table = new AlignedTable(["true \\ predicted", .. Classes.Names, "rows", "recall"]);
        for (int truth = 0; truth < _classCount; truth++)
        {
            var cells = new string[_classCount];
            for (int predicted = 0; predicted < cells.Length; predicted++)
            {
                cells[predicted] = Number(this[truth, predicted]);
            }

            table.Add([Classes[truth], .. cells, Number(_support[truth]), RecallOf(truth)]);
        }

        return table.ToString(whole: true);
    }

    private string Pairs()
    {
        var table = new AlignedTable("true", "predicted", "rows", "of the class");
        foreach (Confusion confusion in LargestConfusions(ConfusionsShown))
        {
            table.Add(Classes[confusion.Truth], Classes[confusion.Predicted], Number(confusion.Rows), Percent((double)confusion.Rows / _support[confusion.Truth]));
        }

        return table.ToString(whole: true);
    }

    private string RecallOf(int classIndex) =>
        new ClassScore(classIndex, _support[classIndex], _predicted[classIndex], _correct[classIndex]).Recall is { } recall ? Percent(recall) : "-";

    private static string Number(long rows) => rows.ToString("N0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:F1} %");
}

namespace BalanceGen.Tool.Analysis;

/// <summary>What a model scores that has learned nothing: every score is to be read against it.</summary>
/// <param name="MajorityClass">The class that is always guessed.</param>
/// <param name="Accuracy">The accuracy of guessing it.</param>
/// <param name="BalancedAccuracy">The mean recall of the classes that have rows, of the same guess.</param>
/// <param name="MacroF1">The mean F1 of these classes, of the same guess.</param>
/// <param name="LogLoss">The cross-entropy of predicting the class shares, in nats.</param>
/// <param name="Sentence">What follows.</param>
internal sealed record MetricAdvice(string MajorityClass, double Accuracy, double BalancedAccuracy, double MacroF1, double LogLoss, string Sentence)
{
    public static MetricAdvice Of(Summary summary)
    {
        int present = summary.Classes - summary.EmptyClasses;
        double accuracy = summary.Rows == 0 ? 0 : (double)summary.MostFrequentCount / summary.Rows;
        double f1 = present == 0 ? 0 : 2 * accuracy / (1 + accuracy) / present;
        double balanced = present == 0 ? 0 : 1.0 / present;
        string measure = summary.ImbalanceRatio > 1.5
            ? "Report macro-averaged recall or F1, and the recall of every class; for two classes the area under the precision-recall curve of the rare one."
            : "Accuracy is an honest measure here.";
        return new MetricAdvice(
            summary.MostFrequent,
            accuracy,
            balanced,
            f1,
            summary.Entropy * Math.Log(2),
            $"Guessing '{summary.MostFrequent}' for every row is right in {Figures.Percent(accuracy)} of them, with a balanced accuracy of {Figures.Percent(balanced)} and a macro F1 of {Figures.Number(f1)}: an accuracy of {Figures.Percent(accuracy)} says that nothing was learned. {measure}");
    }
}

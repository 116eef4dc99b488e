using BalanceGen;
using Digits.Loading;

namespace Digits.Reports;

/// <summary>What the data are, what the test keeps, what the training gets.</summary>
public static class DataReport
{
    /// <summary>Writes the section.</summary>
    public static void Write(Page page, Digit[] images, ImbalancedDigits digits, Settings settings)
    {
        page.Heading("Telling 3 from 8, with few examples of 8");
        page.Say("Real handwritten digits, 8×8 pixels (Alpaydin and Kaynak 1998, CC BY 4.0; see data/SOURCE.md). "
            + $"All draws are functions of the seed: {settings.Seed}.");
        page.Verbatim(Picture.SideBySide([.. Imbalance.Keep(digits.Pool, frequent: 2, rare: 2)]));
        page.Say($"{Cell.Percent(settings.TestShare, 0)} of each class are set aside for the test and stay untouched. "
            + $"Of the rest the training gets every {Numeral.Three}, but only {settings.RareRows} of {Numeral.Eight}.");

        ClassCounts all = Digit.Classes.CountRows(images);
        ClassCounts test = Digit.Classes.CountRows(digits.Test);
        ClassCounts training = digits.Training.Counts;
        var lines = new Lines("class", "images", "test", "test share", "training", "training share", "");
        for (int label = 0; label < training.Classes.Count; label++)
        {
            lines.Add(
                training.Classes[label],
                Cell.Count(all[label]),
                Cell.Count(test[label]),
                Cell.Percent(test.ShareOf(label)),
                Cell.Count(training[label]),
                Cell.Percent(training.ShareOf(label)),
                Cell.Bar(training.ShareOf(label), 30));
        }

        lines.Add("total", Cell.Count(all.Total), Cell.Count(test.Total), "", Cell.Count(training.Total));
        page.Show(lines);
        page.Say($"Imbalance ratio of the training rows: {Cell.Number(training.ImbalanceRatio, 1)}.");
    }
}

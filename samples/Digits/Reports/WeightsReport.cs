using BalanceGen;

namespace Digits.Reports;

/// <summary>Question 1: are the weights computed right?</summary>
public static class WeightsReport
{
    /// <summary>Writes the section.</summary>
    public static void Write(Page page, IndexedDataset<Digit> rows)
    {
        page.Heading("1. Are the weights computed right?");
        page.Say("N rows, C classes, n rows of the class. A sampler needs weights that give each class the same sum; a loss "
            + "wants them scaled so that the mean weight of a row is 1, which keeps the learning rate meaningful.");
        WriteClassWeights(page, rows.Counts);
        page.Say("As sample weights, one per row. A row's chance at each draw is its weight divided by the sum of all:");
        WriteSampleWeights(page, rows);
    }

    private static void WriteClassWeights(Page page, ClassCounts counts)
    {
        ClassWeights balanced = ClassWeights.Balanced(counts);
        ClassWeights inverse = ClassWeights.InverseFrequency(counts);
        var lines = new Lines("class", "rows n", "balanced N/(C·n)", "n × weight", "inverse frequency N/n", "n × weight");
        double balancedSum = 0, inverseSum = 0;
        for (int label = 0; label < counts.Classes.Count; label++)
        {
            double balancedTotal = counts[label] * balanced[label];
            double inverseTotal = counts[label] * inverse[label];
            balancedSum += balancedTotal;
            inverseSum += inverseTotal;
            lines.Add(
                counts.Classes[label],
                Cell.Count(counts[label]),
                Cell.Number(balanced[label], 4),
                Cell.Number(balancedTotal, 1),
                Cell.Number(inverse[label], 4),
                Cell.Number(inverseTotal, 1));
        }

        lines.Add("sum", Cell.Count(counts.Total), "N =", Cell.Number(balancedSum, 1), "C·N =", Cell.Number(inverseSum, 1));
        page.Show(lines);
    }

    private static void WriteSampleWeights(Page page, IndexedDataset<Digit> rows)
    {
        SampleWeights weights = ClassWeights.InverseFrequency(rows.Counts).ToSampleWeights(rows.Index);
        double sum = weights.Values.ToArray().Sum();
        var lines = new Lines("rows", "class", "weight", "chance per draw", "");
        for (int label = 0; label < rows.Classes.Count; label++)
        {
            int first = rows.Index.RowOf(label, 0);
            lines.Add("row " + Cell.Count(first), rows.Classes[label], Cell.Number(weights[first], 4), Cell.Percent(weights[first] / sum, 3));
        }

        for (int label = 0; label < rows.Classes.Count; label++)
        {
            int count = (int)rows.Counts[label];
            double classSum = Enumerable.Range(0, count).Sum(place => weights[rows.Index.RowOf(label, place)]);
            lines.Add($"all {Cell.Count(count)}", rows.Classes[label], Cell.Number(classSum, 1), Cell.Percent(classSum / sum, 1), Cell.Bar(classSum / sum, 30));
        }

        page.Show(lines);
    }
}

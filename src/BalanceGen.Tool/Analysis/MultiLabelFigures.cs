namespace BalanceGen.Tool.Analysis;

/// <summary>The figures of data with several labels a row.</summary>
/// <param name="LabelsPerRow">The mean number of labels of a row (label cardinality).</param>
/// <param name="Density">The labels of a row divided by the number of classes.</param>
/// <param name="LabelSets">The number of distinct label sets.</param>
/// <param name="RowsWithoutClass">The rows of no class.</param>
/// <param name="MostLabels">The largest number of labels of a row.</param>
/// <param name="MeanImbalanceRatio">MeanIR of Charte et al. 2015: the mean of IRLbl over the classes that have rows.</param>
/// <param name="ImbalanceRatioOfClass">IRLbl: the rows of the most frequent class divided by those of each class; null for a class without rows.</param>
/// <param name="RowsOfSetSize">The number of rows with 0, 1, 2, … labels.</param>
/// <param name="CoOccurrence">Of the most frequent classes, the rows that have both of two.</param>
/// <param name="CoOccurrenceClasses">These classes, in the order of the matrix.</param>
internal sealed record MultiLabelFigures(
    double LabelsPerRow,
    double Density,
    long LabelSets,
    long RowsWithoutClass,
    int MostLabels,
    double MeanImbalanceRatio,
    IReadOnlyList<double?> ImbalanceRatioOfClass,
    IReadOnlyList<long> RowsOfSetSize,
    long[][] CoOccurrence,
    IReadOnlyList<int> CoOccurrenceClasses)
{
    private const int MostClassesInMatrix = 60;

    public static MultiLabelFigures Of(MultiLabelCounts counts)
    {
        ClassCounts rows = counts.RowsWithClass;
        long most = rows.Values.ToArray().Max();
        double?[] ratios = [.. rows.Values.ToArray().Select(count => count == 0 ? (double?)null : (double)most / count)];
        int largest = counts.LabelSets.Count == 0 ? 0 : counts.LabelSets.Max(set => set.ClassIndices.Length);
        var sizes = new long[largest + 1];
        foreach (LabelSetCount set in counts.LabelSets)
        {
            sizes[set.ClassIndices.Length] += set.Count;
        }

        int[] shown = Clustering.Order(counts, [.. Ranking.MostFrequentFirst(rows).Where(index => rows[index] > 0).Take(MostClassesInMatrix)]);
        long[][] matrix = Clustering.Matrix(counts, shown);
        return new MultiLabelFigures(
            counts.MeanLabels,
            counts.MeanLabels / counts.Classes.Count,
            counts.LabelSets.Count,
            counts.RowsWithoutClass,
            largest,
            ratios.Where(ratio => ratio is not null).Select(ratio => ratio!.Value).DefaultIfEmpty(0).Average(),
            ratios,
            sizes,
            matrix,
            shown);
    }
}

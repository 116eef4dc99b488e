namespace BalanceGen.Tool.Analysis;

/// <summary>A class in the report.</summary>
/// <param name="Class">Its name.</param>
/// <param name="ClassIndex">Its index.</param>
/// <param name="Rank">Its rank by count, 1 for the most frequent.</param>
/// <param name="Count">Its rows.</param>
/// <param name="Share">Its share of the labels.</param>
/// <param name="AbsentFromBatch">For each of <see cref="BatchSizes"/> the probability that a batch of rows in random order lacks it: (1 − share)^size.</param>
/// <param name="Weights">Its weight by scheme.</param>
internal sealed record ClassFigures(string Class, int ClassIndex, int Rank, long Count, double Share, IReadOnlyList<double> AbsentFromBatch, IReadOnlyDictionary<string, double> Weights)
{
    public static IReadOnlyList<int> BatchSizes { get; } = [16, 32, 64, 128, 256, 512, 1024, 2048, 4096];

    public static IReadOnlyList<ClassFigures> Of(ClassCounts counts, long rows, IReadOnlyList<WeightScheme> weights)
    {
        var figures = new ClassFigures[counts.Classes.Count];
        foreach ((int rank, int index) in Ranking.MostFrequentFirst(counts).Index())
        {
            // Of several labels a row, the share of the rows: it is rows that a batch holds.
            double share = rows == 0 ? 0 : (double)counts[index] / rows;
            figures[index] = new ClassFigures(
                counts.Classes[index],
                index,
                rank + 1,
                counts[index],
                counts.ShareOf(index),
                [.. BatchSizes.Select(size => Math.Pow(1 - share, size))],
                weights.ToDictionary(scheme => scheme.Name, scheme => scheme.Values[index]));
        }

        return figures;
    }
}

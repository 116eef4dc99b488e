namespace BalanceGen.Sampling;

/// <summary>The wanted and the achieved subsets of a split: sizes, the share of every class, the worst deviation, and the groups that are too large.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class SplitReport
{
    private readonly ClassCounts _all;

    internal SplitReport(ClassCounts all, SubsetReport[] subsets, LargeGroup[] largeGroups)
    {
        _all = all;
        Subsets = subsets;
        LargeGroups = largeGroups;
        for (int subset = 0; subset < subsets.Length; subset++)
        {
            WorstSizeDeviation = Math.Max(WorstSizeDeviation, Math.Abs(subsets[subset].Share - subsets[subset].WantedShare));
            for (int index = 0; index < Classes.Count; index++)
            {
                double deviation = Math.Abs(subsets[subset].ClassShares[index] - subsets[subset].WantedShare);
                if (all[index] > 0 && deviation > WorstDeviation)
                {
                    (WorstDeviation, WorstClass, WorstSubset) = (deviation, index, subset);
                }
            }
        }
    }

    /// <summary>The classes.</summary>
    public ClassSet Classes => _all.Classes;

    /// <summary>The subsets in their order.</summary>
    public IReadOnlyList<SubsetReport> Subsets { get; }

    /// <summary>
    /// The greatest difference, over subsets and classes with rows, between a subset's share of the rows of the class and its wanted share
    /// of all rows.
    /// </summary>
    public double WorstDeviation { get; }

    /// <summary>The class index of the class with the worst deviation.</summary>
    public int WorstClass { get; }

    /// <summary>The subset with the worst deviation.</summary>
    public int WorstSubset { get; }

    /// <summary>The greatest difference between the share of all rows that a subset has and that it was to have.</summary>
    public double WorstSizeDeviation { get; }

    /// <summary>The groups with more rows than the smallest subset was to have, the largest first. Such a group alone makes a subset too large.</summary>
    public IReadOnlyList<LargeGroup> LargeGroups { get; }

    /// <summary>
    /// An aligned table with the share of each class in each subset, and remarks below it. Of more than 40 classes it shows the first 20
    /// and the last 10; see <see cref="ToFullString"/>.
    /// </summary>
    public override string ToString() => Text(whole: false);

    /// <summary>The same table with a line for every class.</summary>
    public string ToFullString() => Text(whole: true);

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.0} %");

    private string Text(bool whole)
    {
        var table = new AlignedTable(["class", "rows", .. Subsets.Select((_, subset) => $"subset {subset}")]);
        for (int index = 0; index < Classes.Count; index++)
        {
            table.Add([Classes[index], _all[index].ToString("N0", CultureInfo.InvariantCulture), .. Subsets.Select(subset => Percent(subset.ClassShares[index]))]);
        }

        table.AddBelow(["all rows", "", .. Subsets.Select(subset => Percent(subset.Share))]);
        table.AddBelow(["wanted", "", .. Subsets.Select(subset => Percent(subset.WantedShare))]);
        table.AddBelow(["rows", "", .. Subsets.Select(subset => subset.Rows.ToString("N0", CultureInfo.InvariantCulture))]);
        if (Subsets[0].Groups is not null)
        {
            table.AddBelow(["groups", "", .. Subsets.Select(subset => string.Create(CultureInfo.InvariantCulture, $"{subset.Groups:N0}"))]);
        }

        string worst = string.Create(CultureInfo.InvariantCulture, $"\nworst deviation: class '{Classes[WorstClass]}' on subset {WorstSubset}, {WorstDeviation * 100:0.0} percentage points");
        string large = LargeGroups.Count == 0 ? "" : $"\ngroups larger than the smallest subset: {ShortList.Of(LargeGroups.Count, place => string.Create(CultureInfo.InvariantCulture, $"'{LargeGroups[place].Name}' ({LargeGroups[place].Rows:N0} rows)"))}";
        return table.ToString(whole) + worst + large;
    }
}

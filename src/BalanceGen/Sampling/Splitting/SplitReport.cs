using System.Globalization;

namespace BalanceGen.Sampling;

/// <summary>The sides of a split as they were wanted and as they are: sizes, the share of every class, the worst deviation, and the groups that stand in the way.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class SplitReport
{
    private readonly ClassCounts _all;

    internal SplitReport(ClassCounts all, SideReport[] sides, LargeGroup[] largeGroups)
    {
        _all = all;
        Sides = sides;
        LargeGroups = largeGroups;
        for (int side = 0; side < sides.Length; side++)
        {
            WorstSizeDeviation = Math.Max(WorstSizeDeviation, Math.Abs(sides[side].Share - sides[side].WantedShare));
            for (int index = 0; index < Classes.Count; index++)
            {
                double deviation = Math.Abs(sides[side].ClassShares[index] - sides[side].WantedShare);
                if (all[index] > 0 && deviation > WorstDeviation)
                {
                    (WorstDeviation, WorstClass, WorstSide) = (deviation, index, side);
                }
            }
        }
    }

    /// <summary>The classes.</summary>
    public ClassSet Classes => _all.Classes;

    /// <summary>The sides in their order.</summary>
    public IReadOnlyList<SideReport> Sides { get; }

    /// <summary>The greatest difference, over sides and classes with rows, of the share of a class's rows that a side has and the share of all rows that it was to have.</summary>
    public double WorstDeviation { get; }

    /// <summary>The class index of the class with the worst deviation.</summary>
    public int WorstClass { get; }

    /// <summary>The side with the worst deviation.</summary>
    public int WorstSide { get; }

    /// <summary>The greatest difference between the share of all rows that a side has and that it was to have.</summary>
    public double WorstSizeDeviation { get; }

    /// <summary>The groups with more rows than the smallest side was to have, the largest first. Such a group alone makes a side too large.</summary>
    public IReadOnlyList<LargeGroup> LargeGroups { get; }

    /// <summary>An aligned table with the share of each class on each side, and below it what is worth knowing. Of more than 40 classes it shows the first 20 and the last 10; see <see cref="ToFullString"/>.</summary>
    public override string ToString() => Text(whole: false);

    /// <summary>The same table with a line for every class.</summary>
    public string ToFullString() => Text(whole: true);

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.0} %");

    private string Text(bool whole)
    {
        var table = new AlignedTable(["class", "rows", .. Sides.Select((_, side) => $"side {side}")]);
        for (int index = 0; index < Classes.Count; index++)
        {
            table.Add([Classes[index], _all[index].ToString("N0", CultureInfo.InvariantCulture), .. Sides.Select(side => Percent(side.ClassShares[index]))]);
        }

        table.AddBelow(["all rows", "", .. Sides.Select(side => Percent(side.Share))]);
        table.AddBelow(["wanted", "", .. Sides.Select(side => Percent(side.WantedShare))]);
        table.AddBelow(["rows", "", .. Sides.Select(side => side.Rows.ToString("N0", CultureInfo.InvariantCulture))]);
        if (Sides[0].Groups is not null)
        {
            table.AddBelow(["groups", "", .. Sides.Select(side => string.Create(CultureInfo.InvariantCulture, $"{side.Groups:N0}"))]);
        }

        string worst = string.Create(CultureInfo.InvariantCulture, $"\nworst deviation: class '{Classes[WorstClass]}' on side {WorstSide}, {WorstDeviation * 100:0.0} percentage points");
        string large = LargeGroups.Count == 0 ? "" : $"\ngroups larger than the smallest side: {ShortList.Of(LargeGroups.Count, place => string.Create(CultureInfo.InvariantCulture, $"'{LargeGroups[place].Name}' ({LargeGroups[place].Rows:N0} rows)"))}";
        return table.ToString(whole) + worst + large;
    }
}

namespace BalanceGen.Sampling;

/// <summary>The wanted and the achieved size and shares of one subset of a split.</summary>
public sealed class SubsetReport
{
    internal SubsetReport(long rows, long wantedRows, long total, int? groups, ClassCounts counts, ClassCounts all)
    {
        Rows = rows;
        WantedRows = wantedRows;
        WantedShare = (double)wantedRows / total;
        Share = (double)rows / total;
        Groups = groups;
        Counts = counts;
        ClassShares = [.. Enumerable.Range(0, counts.Classes.Count).Select(index => all[index] == 0 ? 0 : (double)counts[index] / all[index])];
    }

    internal SubsetReport(RowIndex subset, long wantedRows, RowIndex all, SplitGroups? groups)
        : this(subset.RowCount, wantedRows, all.RowCount, groups is null ? null : GroupedSubsets.GroupsOf(subset, groups), subset.Counts, all.Counts)
    {
    }

    /// <summary>The number of rows that the subset has.</summary>
    public long Rows { get; }

    /// <summary>The number of rows that it was to have.</summary>
    public long WantedRows { get; }

    /// <summary>The share of all rows that the subset was to have.</summary>
    public double WantedShare { get; }

    /// <summary>The share of all rows that it has.</summary>
    public double Share { get; }

    /// <summary>The number of groups in the subset; null where there are none.</summary>
    public int? Groups { get; }

    /// <summary>The rows of each class in the subset. A row with several labels counts for each of them.</summary>
    public ClassCounts Counts { get; }

    /// <summary>For each class the share of its rows that is in the subset; 0 for a class without rows.</summary>
    public IReadOnlyList<double> ClassShares { get; }
}

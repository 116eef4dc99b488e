namespace BalanceGen.Tool.Reports;

/// <summary>The counts as JSON has them.</summary>
internal sealed record CountDocument(string Label, string Input, long Rows, long Missing, double ImbalanceRatio, IReadOnlyList<ClassCountEntry> Classes)
{
    public static CountDocument Of(LabelledData data) => new(
        data.Input.LabelName,
        data.Input.Description,
        data.Cells.Rows,
        data.Cells.Missing,
        data.Counts.ImbalanceRatio,
        [.. Enumerable.Range(0, data.Classes.Count).Select(index => new ClassCountEntry(data.Classes[index], data.Counts[index], data.Counts.ShareOf(index)))]);
}

namespace BalanceGen.Tool.Reports;

/// <summary>A side of a split as JSON has it.</summary>
internal sealed record SideEntry(string Name, string File, long Rows, long[] RowsOfClasses);

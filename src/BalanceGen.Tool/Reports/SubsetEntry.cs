namespace BalanceGen.Tool.Reports;

/// <summary>A subset of a split as JSON has it.</summary>
internal sealed record SubsetEntry(string Name, string File, long Rows, long[] RowsOfClasses);

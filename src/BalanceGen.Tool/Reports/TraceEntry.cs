namespace BalanceGen.Tool.Reports;

/// <summary>A class in a trace.</summary>
internal sealed record TraceEntry(string Class, long Rows, long Draws, int RowsSeen, int FewestInBatch, double MeanInBatch, int MostInBatch, int BatchesWithout);

namespace BalanceGen.Tool.Reports;

/// <summary>A class with its number of rows and its share of the labels.</summary>
internal sealed record ClassCountEntry(string Class, long Count, double Share);

namespace BalanceGen.Tool.Analysis;

/// <summary>What a report is made with.</summary>
/// <remarks>Columns of ids name a row and say nothing about it. The predictions are a file with the true and the predicted label of rows.</remarks>
internal sealed record ReportOptions(
    int BatchSize,
    int Epochs,
    int Folds,
    long Seed,
    IReadOnlyList<string> IdColumns,
    string? SplitColumn,
    string? Predictions,
    string CommandLine);

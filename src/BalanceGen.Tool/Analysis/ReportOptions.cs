namespace BalanceGen.Tool.Analysis;

/// <summary>What a report is made with.</summary>
internal sealed record ReportOptions
{
    public int BatchSize { get; init; } = 32;

    public int Epochs { get; init; } = 10;

    public int Folds { get; init; } = 5;

    public long Seed { get; init; } = 42;

    /// <summary>Columns that name a row and say nothing about it.</summary>
    public IReadOnlyList<string> IdColumns { get; init; } = [];

    public string? SplitColumn { get; init; }

    /// <summary>A file with the true and the predicted label of rows.</summary>
    public string? Predictions { get; init; }

    public string CommandLine { get; init; } = "";
}

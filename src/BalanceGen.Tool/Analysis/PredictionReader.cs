namespace BalanceGen.Tool.Analysis;

/// <summary>Reads true and predicted labels from a table of any format.</summary>
internal static class PredictionReader
{
    private static readonly string[] TrueNames = ["label", "true", "truth", "actual", "y_true", "y", "target", "class"];
    private static readonly string[] PredictedNames = ["prediction", "predicted", "pred", "y_pred", "predicted_label", "predictedlabel"];

    public static PredictionFigures Read(string path, ClassSet classes, CancellationToken cancellation)
    {
        using var input = InputOpener.Open(new InputOptions([path], FirstColumn(path, TrueNames)));
        Relation rows = input.Rows ?? throw new InputException("predictions are rows, not counts", path);
        string predicted = Find(rows.Columns, PredictedNames) ?? throw LabelColumns.Absent(rows.Columns, "prediction", path);
        long[][] confusion = [.. Enumerable.Range(0, classes.Count).Select(_ => new long[classes.Count])];
        input.Database.Query(
            $"SELECT cell, p, count(*) FROM (SELECT {rows.LabelSql} AS cell, CAST({Sql.Name(predicted)} AS VARCHAR) AS p FROM {rows.From}) GROUP BY cell, p",
            reader => confusion[IndexOf(classes, reader.IsDBNull(0) ? "" : reader.GetString(0), path)][IndexOf(classes, reader.IsDBNull(1) ? "" : reader.GetString(1), path)] += reader.GetInt64(2),
            cancellation);
        return PredictionFigures.Of(confusion);
    }

    private static string FirstColumn(string path, string[] names)
    {
        using var input = InputOpener.Open(new InputOptions([path], Label: "0"));
        return Find(input.Rows!.Columns, names) ?? throw LabelColumns.Absent(input.Rows.Columns, "label", path);
    }

    private static string? Find(IReadOnlyList<string> columns, string[] names) =>
        names.Select(name => columns.FirstOrDefault(column => string.Equals(column, name, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(column => column is not null);

    private static int IndexOf(ClassSet classes, string label, string path) =>
        classes.TryIndexOf(label, out int index) ? index : throw new InputException($"'{label}' is no class of the data", path, advice: "predictions name classes as the label does");
}

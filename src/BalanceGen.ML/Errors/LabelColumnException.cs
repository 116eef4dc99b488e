namespace BalanceGen.ML;

/// <summary>No classes can be read from a column: it does not exist, or its type cannot be a label.</summary>
public sealed class LabelColumnException : ArgumentException, IBalanceGenException
{
    internal LabelColumnException(string columnName, string reason)
        : base($"The column '{columnName}' cannot be read as a label: {reason}") => ColumnName = columnName;

    /// <summary>The name of the column.</summary>
    public string ColumnName { get; }
}

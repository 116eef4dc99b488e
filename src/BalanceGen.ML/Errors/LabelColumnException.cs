namespace BalanceGen.ML;

/// <summary>A column from which no classes can be read: it is not there, or is of a type that is no label.</summary>
public sealed class LabelColumnException : ArgumentException, IBalanceGenException
{
    internal LabelColumnException(string columnName, string reason)
        : base($"The column '{columnName}' cannot be read as a label: {reason}") => ColumnName = columnName;

    /// <summary>The name of the column.</summary>
    public string ColumnName { get; }
}

using Microsoft.ML;

namespace BalanceGen.ML.Tests;

/// <summary>A view of somebody else's kind, which is read forwards only.</summary>
internal sealed class ForwardView(IDataView source) : IDataView
{
    public bool CanShuffle => false;

    public DataViewSchema Schema => source.Schema;

    /// <summary>How many times each column was asked for.</summary>
    public Dictionary<string, int> Passes { get; } = [];

    public long? GetRowCount() => null;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        DataViewSchema.Column[] columns = [.. columnsNeeded];
        foreach (DataViewSchema.Column column in columns)
        {
            Passes[column.Name] = Passes.GetValueOrDefault(column.Name) + 1;
        }

        return source.GetRowCursor(columns);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [GetRowCursor(columnsNeeded)];
}

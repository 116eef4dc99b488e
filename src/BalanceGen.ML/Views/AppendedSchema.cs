namespace BalanceGen.ML;

/// <summary>The schema of a source with a column behind it.</summary>
internal static class AppendedSchema
{
    public static DataViewSchema Of(DataViewSchema source, string name, DataViewType type, DataViewSchema.Annotations? annotations = null)
    {
        var builder = new DataViewSchema.Builder();
        builder.AddColumns(source);
        builder.AddColumn(name, type, annotations);
        return builder.ToSchema();
    }
}

namespace BalanceGen.ML;

/// <summary>The column of a resampled view that has, for each row, the number of its source row.</summary>
/// <remarks>
/// It passes through ML.NET's transforms with the other columns. BalanceGen uses it to find copies of a row and refuses to split them: see
/// <see cref="ResampledViewException"/>. It also leads from a prediction back to the source.
/// </remarks>
public static class SourceRows
{
    /// <summary>The name of the column. Its values are Int64, 0 or more.</summary>
    public const string ColumnName = "SourceRow";

    /// <summary>A user's own column of that name does not have it.</summary>
    private const string Kind = "BalanceGen.SourceRow";

    /// <summary>Rows of several files, of which two may have the same number.</summary>
    private const string DrawnKind = "BalanceGen.DrawnRow";

    internal static DataViewSchema.Annotations Mark() => Marked(Kind);

    internal static DataViewSchema.Annotations MarkDrawn() => Marked(DrawnKind);

    internal static bool IsMarked(DataViewSchema schema) => Find(schema) is not null;

    internal static DataViewSchema.Column? Find(DataViewSchema schema) => Find(schema, Kind);

    /// <summary>Whether the rows were drawn by a sampler from files, and which of them are copies is not known.</summary>
    internal static bool AreDrawn(DataViewSchema schema) => Find(schema, DrawnKind) is not null;

    private static DataViewSchema.Annotations Marked(string kind)
    {
        var builder = new DataViewSchema.Annotations.Builder();
        builder.AddPrimitiveValue(kind, BooleanDataViewType.Instance, true);
        return builder.ToAnnotations();
    }

    private static DataViewSchema.Column? Find(DataViewSchema schema, string kind) => schema
        .Where(column => column.Type == NumberDataViewType.Int64 && column.Annotations.Schema.GetColumnOrNull(kind) is not null)
        .Select(column => (DataViewSchema.Column?)column)
        .FirstOrDefault();
}

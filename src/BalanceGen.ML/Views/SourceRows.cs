using Microsoft.ML;
using Microsoft.ML.Data;

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

    internal static DataViewSchema.Annotations Mark()
    {
        var builder = new DataViewSchema.Annotations.Builder();
        builder.AddPrimitiveValue(Kind, BooleanDataViewType.Instance, true);
        return builder.ToAnnotations();
    }

    internal static bool IsMarked(DataViewSchema schema) => Find(schema) is not null;

    internal static DataViewSchema.Column? Find(DataViewSchema schema)
    {
        foreach (DataViewSchema.Column column in schema)
        {
            if (column.Type == NumberDataViewType.Int64 && column.Annotations.Schema.GetColumnOrNull(Kind) is not null)
            {
                return column;
            }
        }

        return null;
    }
}

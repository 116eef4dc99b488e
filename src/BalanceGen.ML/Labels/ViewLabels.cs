using System.Runtime.InteropServices;

namespace BalanceGen.ML;

/// <summary>The labels of a view, read in one pass over the label column and no other.</summary>
/// <param name="Table">The labels.</param>
/// <param name="Mapping">Their classes.</param>
/// <param name="ClassIndices">The class index of each row of the view, or <see cref="ClassIndex.Ignored"/>.</param>
internal sealed record ViewLabels(LabelTable Table, LabelMapping Mapping, int[] ClassIndices)
{
    /// <summary>O(rows), 4 bytes a row.</summary>
    public static ViewLabels Read(IDataView view, string labelColumnName, ClassSet? classes, bool refusesCopies = false)
    {
        ArgumentNullException.ThrowIfNull(view);
        DataViewSchema.Column column = LabelTable.ColumnOf(view.Schema, labelColumnName);
        if (refusesCopies && SourceRows.AreDrawn(view.Schema))
        {
            throw new ResampledViewException();
        }

        DataViewSchema.Column? source = refusesCopies ? SourceRows.Find(view.Schema) : null;
        LabelTable table = LabelTable.For(column);
        List<int> numbers = view.GetRowCount() is { } count and <= int.MaxValue ? new List<int>((int)count) : [];
        using (DataViewRowCursor cursor = view.GetRowCursor(source is { } marked ? [column, marked] : [column]))
        {
            Func<int> number = table.Numbering(cursor, column, adds: true);
            CopyCheck? copies = source is { } sourceColumn ? new CopyCheck(cursor.GetGetter<long>(sourceColumn)) : null;
            while (cursor.MoveNext())
            {
                numbers.Add(number());
                copies?.RefuseSeen();
            }
        }

        LabelMapping mapping = LabelMapping.Of(table, classes, labelColumnName);
        var classIndices = new int[numbers.Count];
        ReadOnlySpan<int> all = CollectionsMarshal.AsSpan(numbers);
        for (int row = 0; row < all.Length; row++)
        {
            classIndices[row] = mapping.ClassOf(all[row], table, row);
        }

        return new ViewLabels(table, mapping, classIndices);
    }

    public ClassCounts Count() => ClassCounts.Of(ClassIndices, new ClassIndexRows(Mapping.Classes));

    public RowIndex Index() => RowIndex.Build(ClassIndices, new ClassIndexRows(Mapping.Classes));
}

using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace BalanceGen.ML.Tests.Contract;

/// <summary>Reads all columns of a cursor's current row as text.</summary>
internal static class RowReader
{
    public static Func<string> Of(DataViewRowCursor cursor, IEnumerable<DataViewSchema.Column> columns)
    {
        Func<string>[] readers = [.. columns.Select(column => Reader(cursor, column))];
        return () => string.Join('|', readers.Select(read => read()));
    }

    public static List<TValue> Column<TValue>(IDataView view, string name)
    {
        DataViewSchema.Column column = view.Schema[name];
        using DataViewRowCursor cursor = view.GetRowCursor([column]);
        ValueGetter<TValue> getter = cursor.GetGetter<TValue>(column);
        var values = new List<TValue>();
        while (cursor.MoveNext())
        {
            TValue value = default!;
            getter(ref value);
            values.Add(value);
        }

        return values;
    }

    private static Func<string> Reader(DataViewRowCursor cursor, DataViewSchema.Column column) => column.Type.RawType switch
    {
        Type raw when raw == typeof(VBuffer<float>) => Reader<VBuffer<float>>(cursor, column, value => string.Join(' ', value.DenseValues().Select(Text))),
        Type raw when raw == typeof(float) => Reader<float>(cursor, column, Text),
        Type raw when raw == typeof(double) => Reader<double>(cursor, column, value => value.ToString("R", CultureInfo.InvariantCulture)),
        Type raw when raw == typeof(int) => Reader<int>(cursor, column, value => value.ToString(CultureInfo.InvariantCulture)),
        Type raw when raw == typeof(long) => Reader<long>(cursor, column, value => value.ToString(CultureInfo.InvariantCulture)),
        Type raw when raw == typeof(uint) => Reader<uint>(cursor, column, value => value.ToString(CultureInfo.InvariantCulture)),
        Type raw when raw == typeof(bool) => Reader<bool>(cursor, column, value => value.ToString()),
        Type raw when raw == typeof(ReadOnlyMemory<char>) => Reader<ReadOnlyMemory<char>>(cursor, column, value => value.ToString()),
        Type raw => throw new NotSupportedException(raw.ToString()),
    };

    private static Func<string> Reader<TValue>(DataViewRowCursor cursor, DataViewSchema.Column column, Func<TValue, string> text)
    {
        ValueGetter<TValue> getter = cursor.GetGetter<TValue>(column);
        TValue value = default!;
        return () =>
        {
            getter(ref value);
            return text(value);
        };
    }

    private static string Text(float value) => value.ToString("R", CultureInfo.InvariantCulture);
}

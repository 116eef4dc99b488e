namespace BalanceGen.Files;

/// <summary>Decoded columns of consecutive rows of a <see cref="ColumnFile"/>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ColumnGroup
{
    private readonly string[] _columns;
    private readonly Array[] _values;
    private readonly bool[]?[] _nulls;

    internal ColumnGroup(long firstRow, int count, string[] columns, Array[] values, bool[]?[] nulls)
    {
        FirstRow = firstRow;
        Count = count;
        _columns = columns;
        _values = values;
        _nulls = nulls;
    }

    /// <summary>The number of the first row in the file.</summary>
    public long FirstRow { get; }

    /// <summary>The number of rows.</summary>
    public int Count { get; }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Columns => _columns;

    /// <summary>The values of a column, one for each row. A row without a value has the default value of the type.</summary>
    /// <typeparam name="T">The type that the column is stored as; text is <see cref="string"/>.</typeparam>
    /// <param name="column">The name of the column.</param>
    /// <exception cref="ArgumentException">The column was not read, or it has another type.</exception>
    public ReadOnlySpan<T> Values<T>(string column) => Values<T>(PlaceOf(column));

    /// <summary>The values of a column, by the index of the column. No names are compared, which saves time if rows of many columns are read.</summary>
    /// <typeparam name="T">The type that the column is stored as; text is <see cref="string"/>.</typeparam>
    /// <param name="column">The index of the column in <see cref="Columns"/>. The columns are in the order in which they were asked for.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    /// <exception cref="ArgumentException">The column has another type.</exception>
    public ReadOnlySpan<T> Values<T>(int column)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)_values.Length, nameof(column));
        return _values[column] is T[] values
            ? values
            : throw new ArgumentException($"Column '{_columns[column]}' has values of {_values[column].GetType().GetElementType()!.Name}, not of {typeof(T).Name}.", nameof(column));
    }

    /// <summary>The type of a column's values.</summary>
    /// <param name="column">The name of the column.</param>
    /// <exception cref="ArgumentException">The column was not read.</exception>
    public Type TypeOf(string column) => _values[PlaceOf(column)].GetType().GetElementType()!;

    /// <summary>Whether a row has no value in a column.</summary>
    /// <param name="column">The name of the column.</param>
    /// <param name="index">The index of the row in the group, of [0, <see cref="Count"/>).</param>
    /// <exception cref="ArgumentException">The column was not read, or the index is outside that range.</exception>
    public bool IsNull(string column, int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
        return _nulls[PlaceOf(column)]?[index] ?? false;
    }

    private int PlaceOf(string column)
    {
        int place = Array.IndexOf(_columns, column);
        return place >= 0 ? place : throw new ArgumentException($"Column '{column}' was not read.", nameof(column));
    }
}

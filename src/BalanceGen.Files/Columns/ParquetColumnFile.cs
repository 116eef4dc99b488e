using Parquet;
using Parquet.Data;
using Parquet.Schema;

namespace BalanceGen.Files;

/// <summary>A Parquet file, which Parquet.Net reads. Only flat columns are read.</summary>
internal sealed class ParquetColumnFile : ColumnFile
{
    private readonly FileStream _stream;
    private readonly ParquetReader _reader;
    private readonly Dictionary<string, DataField> _fields;

    public ParquetColumnFile(string path)
        : base(path)
    {
        _stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            ParquetFooter.Verify(_stream, path);
            _reader = ParquetReader.CreateAsync(_stream, leaveStreamOpen: true).GetAwaiter().GetResult();
            _fields = _reader.Schema.GetDataFields()
                .Where(field => field.MaxRepetitionLevel == 0 && field.MaxDefinitionLevel <= 1)
                .ToDictionary(field => field.Path.ToString(), StringComparer.Ordinal);
            Columns = [.. _fields.Keys];
            var firstRows = new long[_reader.RowGroupCount + 1];
            for (int group = 0; group < _reader.RowGroupCount; group++)
            {
                using ParquetRowGroupReader rows = _reader.OpenRowGroupReader(group);
                firstRows[group + 1] = firstRows[group] + rows.RowCount;
            }

            FirstRows = firstRows;
        }
        catch
        {
            _stream.Dispose();
            throw;
        }
    }

    public override IReadOnlyList<string> Columns { get; }

    public override IReadOnlyList<long> FirstRows { get; }

    internal override void ReadLabels(int group, string column, LabelNumbers labels, Span<int> numbers)
    {
        using ParquetRowGroupReader rows = _reader.OpenRowGroupReader(group);
        using RawColumnData data = rows.ReadRawColumnDataBaseAsync(_fields[column], CancellationToken.None).AsTask().GetAwaiter().GetResult();
        LabelFileException? problem = data switch
        {
            RawColumnData<ReadOnlyMemory<char>> texts => Number(texts, group, column, text => text.IsEmpty ? -1 : labels.Of(text.Span), numbers),
            RawColumnData<bool> truths => Number(truths, group, column, truth => labels.Of(truth ? "true" : "false"), numbers),
            RawColumnData<sbyte> integers => Number(integers, group, column, value => labels.Of(value), numbers),
            RawColumnData<byte> integers => Number(integers, group, column, value => labels.Of((long)value), numbers),
            RawColumnData<short> integers => Number(integers, group, column, value => labels.Of(value), numbers),
            RawColumnData<ushort> integers => Number(integers, group, column, value => labels.Of((long)value), numbers),
            RawColumnData<int> integers => Number(integers, group, column, value => labels.Of(value), numbers),
            RawColumnData<uint> integers => Number(integers, group, column, value => labels.Of(value), numbers),
            RawColumnData<long> integers => Number(integers, group, column, value => labels.Of(value), numbers),
            _ => NoKindOfLabel(_fields[column].ClrType.Name, column),
        };
        if (problem is not null)
        {
            throw problem;
        }
    }

    private protected override ColumnGroup ReadGroupCore(int group, string[] columns)
    {
        int count = checked((int)(FirstRows[group + 1] - FirstRows[group]));
        var values = new Array[columns.Length];
        var nulls = new bool[]?[columns.Length];
        using ParquetRowGroupReader rows = _reader.OpenRowGroupReader(group);
        for (int place = 0; place < columns.Length; place++)
        {
            string name = columns[place];
            using RawColumnData data = rows.ReadRawColumnDataBaseAsync(_fields[name], CancellationToken.None).AsTask().GetAwaiter().GetResult();
            values[place] = data switch
            {
                RawColumnData<ReadOnlyMemory<char>> texts => Spread(texts, name, count, text => text.ToString(), out nulls[place]),
                RawColumnData<ReadOnlyMemory<byte>> bytes => Spread(bytes, name, count, one => one.ToArray(), out nulls[place]),
                RawColumnData<bool> column => Spread(column, name, count, value => value, out nulls[place]),
                RawColumnData<sbyte> column => Spread(column, name, count, value => value, out nulls[place]),
                RawColumnData<byte> column => Spread(column, name, count, value => value, out nulls[place]),
                RawColumnData<short> column => Spread(column, name, count, value => value, out nulls[place]),
                RawColumnData<ushort> column => Spread(column, name, count, value => value, out nulls[place]),
                RawColumnData<int> column => Spread(column, name, count, value => value, out nulls[place]),
                RawColumnData<uint> column => Spread(column, name, count, value => value, out nulls[place]),
                RawColumnData<long> column => Spread(column, name, count, value => value, out nulls[place]),
                RawColumnData<ulong> column => Spread(column, name, count, value => value, out nulls[place]),
                RawColumnData<float> column => Spread(column, name, count, value => value, out nulls[place]),
                RawColumnData<double> column => Spread(column, name, count, value => value, out nulls[place]),
                RawColumnData<decimal> column => Spread(column, name, count, value => value, out nulls[place]),
                RawColumnData<DateTime> column => Spread(column, name, count, value => value, out nulls[place]),
                _ => throw new LabelFileException(Path, $"columns of the kind {_fields[name].ClrType.Name} are not read", column: name),
            };
        }

        return new ColumnGroup(FirstRows[group], count, columns, values, nulls);
    }

    private protected override void Dispose(bool disposing)
    {
        _reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _stream.Dispose();
    }

    /// <summary>Writes the number of each row's label. Returns what is wrong with a row that has none.</summary>
    private LabelFileException? Number<T>(RawColumnData<T> data, int group, string column, Func<T, int> numberOf, Span<int> numbers)
        where T : struct
    {
        ReadOnlySpan<T> values = data.Values;
        ReadOnlySpan<int> defined = DefinitionLevels(data, column);
        ThrowIfTorn(values.Length, defined, numbers.Length);
        int next = 0;
        int last = -1;
        for (int place = 0; place < numbers.Length; place++)
        {
            if (!defined.IsEmpty && defined[place] == 0)
            {
                return NoLabel(group, place, column);
            }

            T value = values[next++];

            // Equal labels often follow each other, and a dictionary's values are the same object.
            int number = last >= 0 && next > 1 && EqualityComparer<T>.Default.Equals(value, values[next - 2]) ? last : numberOf(value);
            if (number < 0)
            {
                return NoLabel(group, place, column);
            }

            numbers[place] = last = number;
        }

        return null;
    }

    private TResult[] Spread<T, TResult>(RawColumnData<T> data, string column, int count, Func<T, TResult> convert, out bool[]? nulls)
        where T : struct
    {
        ReadOnlySpan<T> values = data.Values;
        ReadOnlySpan<int> defined = DefinitionLevels(data, column);
        ThrowIfTorn(values.Length, defined, count);
        var spread = new TResult[count];
        nulls = defined.Contains(0) ? new bool[count] : null;
        int next = 0;
        for (int place = 0; place < count; place++)
        {
            if (nulls is not null && defined[place] == 0)
            {
                nulls[place] = true;
            }
            else
            {
                spread[place] = convert(values[next++]);
            }
        }

        return spread;
    }

    /// <summary>Says which rows have a value. Empty if the column is declared to have a value in every row.</summary>
    private ReadOnlySpan<int> DefinitionLevels(RawColumnData data, string column) => _fields[column].MaxDefinitionLevel == 0 ? [] : data.DefinitionLevels;

    private void ThrowIfTorn(int values, ReadOnlySpan<int> defined, int rows)
    {
        // Values of rows that have one come first; what is behind them has no meaning.
        int expected = defined.IsEmpty ? rows : rows - defined.Count(0);
        if ((!defined.IsEmpty && defined.Length != rows) || values < expected)
        {
            throw new LabelFileException(Path, $"a row group has {values} values for {rows} rows");
        }
    }
}

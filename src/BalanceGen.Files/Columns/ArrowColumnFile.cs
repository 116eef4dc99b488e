using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;

namespace BalanceGen.Files;

/// <summary>
/// An Arrow IPC file, which Apache.Arrow reads. Its record batches must not be compressed. The format has no list of the lengths of the batches, so the reader goes over
/// the whole file when the lengths are first asked for.
/// </summary>
internal sealed class ArrowColumnFile : ColumnFile
{
    private readonly ArrowFileReader _reader;
    private readonly Schema _schema;
    private long[]? _firstRows;

    public ArrowColumnFile(string path)
        : base(path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            _reader = new ArrowFileReader(stream, leaveOpen: false);
            _reader.RecordBatchCountAsync().AsTask().GetAwaiter().GetResult();
            _schema = _reader.Schema;
            Columns = [.. _schema.FieldsList.Select(field => field.Name)];
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    public override IReadOnlyList<string> Columns { get; }

    public override IReadOnlyList<long> FirstRows => _firstRows ??= ReadLengths();

    internal override void ReadLabels(int group, string column, LabelNumbers labels, Span<int> numbers)
    {
        using RecordBatch batch = Batch(group);
        IArrowArray array = batch.Column(_schema.GetFieldIndex(column));
        ArrowTexts.Verify(array);
        if (array is DictionaryArray coded)
        {
            // Each value of the dictionary is looked up once.
            var known = new int[coded.Dictionary.Length];
            known.AsSpan().Fill(-1);
            for (int place = 0; place < numbers.Length; place++)
            {
                int code = coded.IsNull(place) ? throw NoLabel(group, place, column) : Code(coded.Indices, place);
                int number = known[code] >= 0 ? known[code] : known[code] = NumberOf(coded.Dictionary, code, labels, column);
                numbers[place] = number >= 0 ? number : throw NoLabel(group, place, column);
            }

            return;
        }

        for (int place = 0; place < numbers.Length; place++)
        {
            int number = NumberOf(array, place, labels, column);
            numbers[place] = number >= 0 ? number : throw NoLabel(group, place, column);
        }
    }

    private protected override ColumnGroup ReadGroupCore(int group, string[] columns)
    {
        using RecordBatch batch = Batch(group);
        var values = new System.Array[columns.Length];
        var nulls = new bool[]?[columns.Length];
        for (int place = 0; place < columns.Length; place++)
        {
            IArrowArray array = batch.Column(_schema.GetFieldIndex(columns[place]));
            ArrowTexts.Verify(array);
            values[place] = array switch
            {
                StringArray texts => Texts(texts.Length, row => texts.GetString(row)),
                LargeStringArray texts => Texts(texts.Length, row => texts.GetString(row)),
                DictionaryArray { Dictionary: StringArray texts } coded => Texts(coded.Length, row => coded.IsNull(row) ? null : texts.GetString(Code(coded.Indices, row))),
                BooleanArray truths => Truths(truths),
                PrimitiveArray<sbyte> column => column.Values.ToArray(),
                PrimitiveArray<byte> column => column.Values.ToArray(),
                PrimitiveArray<short> column => column.Values.ToArray(),
                PrimitiveArray<ushort> column => column.Values.ToArray(),
                PrimitiveArray<int> column => column.Values.ToArray(),
                PrimitiveArray<uint> column => column.Values.ToArray(),
                PrimitiveArray<long> column => column.Values.ToArray(),
                PrimitiveArray<ulong> column => column.Values.ToArray(),
                PrimitiveArray<float> column => column.Values.ToArray(),
                PrimitiveArray<double> column => column.Values.ToArray(),
                _ => throw new LabelFileException(Path, $"columns of the kind {array.Data.DataType.Name} are not read", column: columns[place]),
            };
            nulls[place] = array.NullCount == 0 ? null : [.. Enumerable.Range(0, array.Length).Select(row => array.IsNull(row))];
        }

        return new ColumnGroup(FirstRows[group], batch.Length, columns, values, nulls);
    }

    private protected override void Dispose(bool disposing) => _reader.Dispose();

    private static string[] Texts(int length, Func<int, string?> read) => [.. Enumerable.Range(0, length).Select(row => read(row)!)];

    private static bool[] Truths(BooleanArray truths) => [.. Enumerable.Range(0, truths.Length).Select(row => truths.GetValue(row) ?? false)];

    private static int Code(IArrowArray codes, int place) => codes switch
    {
        PrimitiveArray<sbyte> array => array.Values[place],
        PrimitiveArray<byte> array => array.Values[place],
        PrimitiveArray<short> array => array.Values[place],
        PrimitiveArray<ushort> array => array.Values[place],
        PrimitiveArray<int> array => array.Values[place],
        PrimitiveArray<uint> array => checked((int)array.Values[place]),
        PrimitiveArray<long> array => checked((int)array.Values[place]),
        _ => throw new InvalidDataException($"a dictionary has indices of the kind {codes.Data.DataType.Name}"),
    };

    private long[] ReadLengths()
    {
        int batches = _reader.RecordBatchCountAsync().AsTask().GetAwaiter().GetResult();
        var firstRows = new long[batches + 1];
        for (int batch = 0; batch < batches; batch++)
        {
            using RecordBatch rows = Batch(batch);
            firstRows[batch + 1] = firstRows[batch] + rows.Length;
        }

        return firstRows;
    }

    private RecordBatch Batch(int number) =>
        _reader.ReadRecordBatchAsync(number, CancellationToken.None).AsTask().GetAwaiter().GetResult() ?? throw new InvalidDataException($"record batch {number} is missing");

    private int NumberOf(IArrowArray array, int place, LabelNumbers labels, string column) => array switch
    {
        _ when array.IsNull(place) => -1,
        StringArray texts => TextNumber(texts.GetBytes(place), labels),
        LargeStringArray texts => TextNumber(Encoding.UTF8.GetBytes(texts.GetString(place)), labels),
        BooleanArray truths => labels.Of(truths.GetValue(place) == true ? "true" : "false"),
        PrimitiveArray<sbyte> integers => labels.Of(integers.Values[place]),
        PrimitiveArray<byte> integers => labels.Of((long)integers.Values[place]),
        PrimitiveArray<short> integers => labels.Of(integers.Values[place]),
        PrimitiveArray<ushort> integers => labels.Of((long)integers.Values[place]),
        PrimitiveArray<int> integers when array.Data.DataType.TypeId == ArrowTypeId.Int32 => labels.Of(integers.Values[place]),
        PrimitiveArray<uint> integers => labels.Of(integers.Values[place]),
        PrimitiveArray<long> integers when array.Data.DataType.TypeId == ArrowTypeId.Int64 => labels.Of(integers.Values[place]),
        _ => throw NoKindOfLabel(array.Data.DataType.Name, column),
    };

    private static int TextNumber(ReadOnlySpan<byte> text, LabelNumbers labels) => text.IsEmpty ? -1 : labels.Of(text);
}

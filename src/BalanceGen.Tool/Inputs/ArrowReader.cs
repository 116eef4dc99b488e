using Apache.Arrow;
using Apache.Arrow.Compression;
using Apache.Arrow.Ipc;
using BalanceGen.Files;
using ArrowSchema = Apache.Arrow.Schema;

namespace BalanceGen.Tool.Inputs;

/// <summary>Arrow IPC files, streams and Feather version 2, record batch by record batch.</summary>
internal static class ArrowReader
{
    /// <summary>Reads the files into a table of text and returns its name.</summary>
    public static string Load(IReadOnlyList<string> files, Database database)
    {
        string name = database.NewTableName("arrow");
        TemporaryTable? table = null;
        try
        {
            foreach (string file in files)
            {
                Load(file, name, database, ref table);
            }
        }
        finally
        {
            table?.Dispose();
        }

        return name;
    }

    private static void Load(string file, string name, Database database, ref TemporaryTable? table)
    {
        using FileStream stream = File.OpenRead(file);
        bool isFile = stream.ReadByte() == 'A';
        stream.Position = 0;
        var codecs = new CompressionCodecFactory();
        using ArrowStreamReader reader = OfLibrary(file, () => isFile ? new ArrowFileReader(stream, codecs) : new ArrowStreamReader(stream, codecs));
        ArrowSchema schema = OfLibrary(file, () => reader.Schema);
        table ??= new TemporaryTable(database, name, [.. schema.FieldsList.Select(field => field.Name)]);
        var cells = new string?[schema.FieldsList.Count];
        while (OfLibrary(file, reader.ReadNextRecordBatch) is { } batch)
        {
            using (batch)
            {
                Func<int, string?>[] columns = OfLibrary<Func<int, string?>[]>(file, () => [.. batch.Arrays.Select(TextOf)]);
                int row = 0;
                Func<bool> readRow = () =>
                {
                    for (int column = 0; column < cells.Length; column++)
                    {
                        cells[column] = columns[column](row);
                    }

                    return true;
                };
                for (; row < batch.Length; row++)
                {
                    OfLibrary(file, readRow);
                    table.Add(cells);
                }
            }
        }
    }

    /// <summary>
    /// Calls the library, and nothing else: it trusts what it reads, and a damaged file fails wherever the damage leads, also at objects that are not there.
    /// </summary>
    private static TResult OfLibrary<TResult>(string file, Func<TResult> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or ArgumentException or IndexOutOfRangeException or InvalidOperationException
            or NotSupportedException or NotImplementedException or OverflowException or NullReferenceException)
        {
            throw new InputException($"this is no readable Arrow file: {error.Message}", file, advice: "write it again as Arrow IPC or Parquet", inner: error);
        }
    }

    private static Func<int, string?> TextOf(IArrowArray array)
    {
        ArrowTexts.Verify(array);
        CultureInfo culture = CultureInfo.InvariantCulture;
        return array switch
        {
            StringArray texts => row => texts.GetString(row),
            LargeStringArray texts => row => texts.GetString(row),
            StringViewArray texts => row => texts.GetString(row),
            BooleanArray values => row => values.GetValue(row) is { } value ? (value ? "true" : "false") : null,
            DictionaryArray codes => Dictionary(codes),
            Int8Array values => row => values.GetValue(row)?.ToString(culture),
            Int16Array values => row => values.GetValue(row)?.ToString(culture),
            Int32Array values => row => values.GetValue(row)?.ToString(culture),
            Int64Array values => row => values.GetValue(row)?.ToString(culture),
            UInt8Array values => row => values.GetValue(row)?.ToString(culture),
            UInt16Array values => row => values.GetValue(row)?.ToString(culture),
            UInt32Array values => row => values.GetValue(row)?.ToString(culture),
            UInt64Array values => row => values.GetValue(row)?.ToString(culture),
            FloatArray values => row => values.GetValue(row)?.ToString(culture),
            DoubleArray values => row => values.GetValue(row)?.ToString(culture),

            // Other types are no labels; their columns are there, without values.
            _ => _ => null,
        };
    }

    private static Func<int, string?> Dictionary(DictionaryArray array)
    {
        Func<int, string?> values = TextOf(array.Dictionary);
        Func<int, string?> codes = TextOf(array.Indices);
        return row => codes(row) is { } code ? values(int.Parse(code, CultureInfo.InvariantCulture)) : null;
    }
}

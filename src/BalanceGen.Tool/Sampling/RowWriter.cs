using DuckDB.NET.Data;

namespace BalanceGen.Tool.Sampling;

/// <summary>
/// Writes chosen rows of an input, in a given order and as often as they are chosen: as a file of the input's kind, or as row numbers. The rows
/// go from file to file inside DuckDB, which spills to disk what does not fit in memory; here only their numbers are held.
/// </summary>
internal sealed class RowWriter(LabelledData data, CancellationToken cancellation) : IDisposable
{
    private const int RowNumbersInBuffer = 1 << 16;

    private readonly List<AtomicFile> _files = [];

    /// <summary>What files of rows are called: .csv, .tsv, .parquet or .jsonl, as the input is written.</summary>
    public string Extension => data.Input switch
    {
        TextInput { Text.Dialect.Delimiter: "\t" or "whitespace" } => ".tsv",
        TextInput => ".csv",
        _ when data.Input.Files is [var file, ..] && File.Exists(file) && InputFiles.FormatOf(file) == InputFormat.Parquet => ".parquet",
        _ when data.Input.Files is [var file, ..] && File.Exists(file) && InputFiles.FormatOf(file) == InputFormat.Json => ".jsonl",
        _ => ".csv",
    };

    /// <summary>Writes row numbers from 0, one a line.</summary>
    public void WriteNumbers(string path, Action<Action<ReadOnlySpan<int>>> produce)
    {
        AtomicFile file = Add(path);
        using var writer = new StreamWriter(file.TemporaryPath);
        produce(rows =>
        {
            cancellation.ThrowIfCancellationRequested();
            Span<char> digits = stackalloc char[12];
            foreach (int row in rows)
            {
                row.TryFormat(digits, out int length, provider: CultureInfo.InvariantCulture);
                digits[length++] = '\n';
                writer.Write(digits[..length]);
            }
        });
    }

    /// <summary>
    /// Writes the rows themselves, in the order of the draws. One pass over the input repeats each row as often as it was drawn, and adds a
    /// column of the places where it was drawn. Then the rows are sorted by place; the engine sorts on the disk what does not fit in
    /// memory. The list of draws takes four bytes a row of the input. Draws in the order of the input are not sorted.
    /// </summary>
    public void WriteRows(string path, Action<Action<ReadOnlySpan<int>>> produce)
    {
        Relation rows = data.Input.Rows ?? throw new InputException("a table of counts has no rows to write", advice: "give the rows themselves");
        Database database = data.Input.Database;
        string drawn = database.NewTableName("drawn");
        database.Execute($"CREATE TEMP TABLE {drawn} (place BIGINT, number INTEGER)", cancellation);
        var times = new int[checked((int)data.Cells.Rows)];
        bool isInOrder = true;
        long place = 0;
        using (DuckDBAppender appender = database.CreateAppender(drawn))
        {
            int last = 0;
            produce(some =>
            {
                cancellation.ThrowIfCancellationRequested();
                foreach (int row in some)
                {
                    appender.CreateRow().AppendValue(place++).AppendValue(row).EndRow();
                    times[row]++;
                    isInOrder &= row >= last;
                    last = row;
                }
            });
        }

        string repeated = Repeated(rows, times);
        AtomicFile file = Add(path);
        if (isInOrder)
        {
            database.Execute($"DROP TABLE {drawn}", cancellation);
            database.Execute($"COPY (SELECT {Sql.Names(rows.Columns)} FROM ({repeated})) TO {Sql.Text(file.TemporaryPath)} ({Format})", cancellation);
            return;
        }

        string places = database.NewTableName("places");
        database.Execute($"CREATE TEMP TABLE {places} AS SELECT place AS {RowSort.Place} FROM {drawn} ORDER BY number, place", cancellation);
        database.Execute($"DROP TABLE {drawn}", cancellation);
        new RowSort(database, rows.Columns, Format, cancellation).Write($"SELECT * FROM ({repeated}) POSITIONAL JOIN {places}", $"SELECT * FROM {rows.From}", place, file.TemporaryPath);
    }

    /// <summary>The rows of the input in its order, each as often as it is to be written.</summary>
    private string Repeated(Relation rows, int[] times)
    {
        Database database = data.Input.Database;
        string repeats = database.NewTableName("repeats");
        database.Execute($"CREATE TEMP TABLE {repeats} (balancegen_times INTEGER)", cancellation);
        using (DuckDBAppender appender = database.CreateAppender(repeats))
        {
            foreach (int number in times)
            {
                appender.CreateRow().AppendValue(number).EndRow();
            }
        }

        return $"SELECT {Sql.Names(rows.Columns)}, unnest(range(balancegen_times)) FROM (SELECT {Sql.Names(rows.Columns)} FROM {rows.From}) POSITIONAL JOIN {repeats} WHERE balancegen_times > 0";
    }

    /// <summary>
    /// Writes the rows of a subset in the order of the input: one pass over it, beside a column that says which rows they are. No rows are
    /// kept. The memory is one byte a row.
    /// </summary>
    public void WriteSubset(string path, RowIndex subset)
    {
        Relation rows = data.Input.Rows ?? throw new InputException("a table of counts has no rows to write", advice: "give the rows themselves");
        Database database = data.Input.Database;
        string chosen = database.NewTableName("chosen");
        database.Execute($"CREATE TEMP TABLE {chosen} (balancegen_chosen BOOLEAN)", cancellation);
        using (DuckDBAppender appender = database.CreateAppender(chosen))
        {
            for (int row = 0; row < data.Cells.Rows; row++)
            {
                appender.CreateRow().AppendValue(subset.Contains(row)).EndRow();
            }
        }

        cancellation.ThrowIfCancellationRequested();
        AtomicFile file = Add(path);
        database.Execute($"COPY (SELECT {Sql.Names(rows.Columns)} FROM (SELECT {Sql.Names(rows.Columns)} FROM {rows.From}) POSITIONAL JOIN {chosen} WHERE balancegen_chosen) TO {Sql.Text(file.TemporaryPath)} ({Format})", cancellation);
        database.Execute($"DROP TABLE {chosen}", cancellation);
    }

    /// <summary>Puts all files in their places.</summary>
    public void Commit() => _files.ForEach(file => file.Commit());

    public void Dispose() => _files.ForEach(file => file.Dispose());

    /// <summary>Hands the rows of an index over in the order of the data set.</summary>
    public static Action<Action<ReadOnlySpan<int>>> RowsOf(RowIndex index) => write => write(index.ToArray());

    /// <summary>Hands the draws of a sampler over.</summary>
    public static Action<Action<ReadOnlySpan<int>>> DrawsOf(Sampler sampler, long first, long count, ProgressLine progress) => write =>
    {
        progress.Begin("drawing rows");
        var buffer = new int[(int)Math.Min(RowNumbersInBuffer, count)];
        for (long draw = 0; draw < count; draw += buffer.Length)
        {
            Span<int> rows = buffer.AsSpan(0, (int)Math.Min(buffer.Length, count - draw));
            sampler.Fill(first + draw, rows);
            write(rows);
            progress.Report(draw, count, "rows");
        }

        progress.End();
    };

    private string Format => (Extension, data.Input) switch
    {
        (".parquet", _) => "FORMAT parquet",
        (".jsonl", _) => "FORMAT json",
        (".tsv", _) => $"FORMAT csv, DELIMITER '\t', {TextFormat}",
        (_, TextInput text) => $"FORMAT csv, DELIMITER {Sql.Text(text.Text.Dialect.Delimiter)}, {TextFormat}",
        _ => "FORMAT csv, HEADER true",
    };

    private string TextFormat => data.Input is TextInput { Text.Dialect: var dialect }
        ? $"HEADER {(dialect.HasHeader ? "true" : "false")}, {(dialect.Quoting ? "QUOTE '\"', ESCAPE '\"'" : "QUOTE '', ESCAPE ''")}"
        : "HEADER true";

    private AtomicFile Add(string path)
    {
        var file = new AtomicFile(path);
        _files.Add(file);
        return file;
    }
}

using DuckDB.NET.Data;

namespace BalanceGen.Tool.Tables;

/// <summary>An embedded DuckDB that lives as long as the command. What does not fit in memory goes to its own temporary folder.</summary>
internal sealed class Database : IDisposable
{
    private static readonly string[] Units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB"];

    private readonly DuckDBConnection _connection;
    private readonly List<string> _temporary = [];
    private int _tables;
    private bool _isDisposed;

    public Database()
    {
        string spill = NewTemporaryPath(".duckdb");
        _connection = new DuckDBConnection("DataSource=:memory:");
        _connection.Open();
        Execute($"SET temp_directory = {Sql.Text(spill)}");
        Execute("SET autoinstall_known_extensions = false");
        Execute("SET preserve_insertion_order = true");
    }

    /// <summary>Lets the engine take no more memory than this; what does not fit goes to the temporary folder.</summary>
    /// <param name="size">A size as DuckDB writes it: 512MB, 2GB.</param>
    public void LimitMemory(string size)
    {
        if (!System.Text.RegularExpressions.Regex.IsMatch(size, "^[0-9]+ ?(MB|GB|MiB|GiB)$", System.Text.RegularExpressions.RegexOptions.IgnoreCase | System.Text.RegularExpressions.RegexOptions.NonBacktracking))
        {
            throw new InputException($"'{size}' is no size", advice: "write --memory 512MB or 2GB");
        }

        Execute($"SET memory_limit = {Sql.Text(size)}");
    }

    /// <summary>The most memory that the engine takes, in bytes.</summary>
    public double MemoryLimit()
    {
        // "488.2 MiB"
        string[] parts = Texts("SELECT current_setting('memory_limit')")[0].Split(' ');
        return double.Parse(parts[0], CultureInfo.InvariantCulture) * Math.Pow(1024, Array.IndexOf(Units, parts[^1]));
    }

    /// <summary>A file or folder that is removed when the command ends.</summary>
    public string NewTemporaryPath(string extension)
    {
        string path = Path.Combine(Path.GetTempPath(), $"balancegen-{Guid.NewGuid():N}{extension}");
        _temporary.Add(path);
        return path;
    }

    /// <summary>A name that no other table has.</summary>
    public string NewTableName(string stem) => string.Create(CultureInfo.InvariantCulture, $"{stem}_{++_tables}");

    public DuckDBAppender CreateAppender(string table) => _connection.CreateAppender(table);

    public void Execute(string sql, CancellationToken cancellation = default)
    {
        using DuckDBCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        Run(() => command.ExecuteNonQuery(), command, cancellation);
    }

    /// <summary>Runs a query and hands each row to <paramref name="read"/>.</summary>
    public void Query(string sql, Action<DuckDBDataReader> read, CancellationToken cancellation = default, ProgressLine? progress = null)
    {
        using DuckDBCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        using Timer? timer = progress is null ? null : new Timer(_ => progress.Report(Percentage()), null, 500, 250);
        Run(
            () =>
            {
                using DuckDBDataReader reader = command.ExecuteReader();
                while (reader.Read())
                {
                    read(reader);
                }
            },
            command,
            cancellation);
    }

    /// <summary>The first column of a query's rows, as text.</summary>
    public List<string> Texts(string sql, CancellationToken cancellation = default)
    {
        var texts = new List<string>();
        Query(sql, reader => texts.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture) ?? ""), cancellation);
        return texts;
    }

    /// <summary>The single number that a query gives.</summary>
    public long Number(string sql, CancellationToken cancellation = default)
    {
        long number = 0;
        Query(sql, reader => number = reader.IsDBNull(0) ? 0 : Convert.ToInt64(reader.GetValue(0), CultureInfo.InvariantCulture), cancellation);
        return number;
    }

    /// <summary>The names and types of a relation's columns.</summary>
    public List<(string Name, string Type)> Describe(string from)
    {
        var columns = new List<(string, string)>();
        Query($"DESCRIBE SELECT * FROM {from}", reader => columns.Add((reader.GetString(0), reader.GetString(1))));
        return columns;
    }

    /// <summary>Inputs may share a database: only the first call does something.</summary>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        _connection.Dispose();
        foreach (string path in _temporary)
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }

            File.Delete(path);
        }
    }

    private double Percentage()
    {
        try
        {
            return _connection.GetQueryProgress().Percentage;
        }
        catch (Exception error) when (error is InvalidOperationException or NullReferenceException or ObjectDisposedException)
        {
            // The query has ended, or has not begun.
            return -1;
        }
    }

    private static void Run(Action action, DuckDBCommand command, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using CancellationTokenRegistration registration = cancellation.Register(command.Cancel);
        try
        {
            action();
        }
        catch (DuckDBException error)
        {
            cancellation.ThrowIfCancellationRequested();
            throw DatabaseError.Translate(error);
        }
    }
}

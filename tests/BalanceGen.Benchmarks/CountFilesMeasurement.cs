using System.Globalization;
using DuckDB.NET.Data;

namespace BalanceGen.Benchmarks;

/// <summary>
/// <c>balancegen count</c> on delimited text and on Parquet, beside DuckDB's library, <c>cut | sort | uniq -c</c> and pandas. Every program runs
/// in a process of its own, by turns, and must find the same counts. The smaller files show what the memory depends on.
/// </summary>
internal static class CountFilesMeasurement
{
    private const int Rounds = 3;
    private const int Smaller = 10;
    private const long RowsOfText = 13_600_000;
    private const long RowsOfParquet = 100_000_000;
    private const string Python = "/usr/bin/python3";

    /// <summary>A long tail of 37 classes: row numbers are hashed, so that no class lies together.</summary>
    private const string Breed = "'breed_' || lpad((37 * pow((hash(i) % 1000003) / 1000003.0, 3))::INT::VARCHAR, 2, '0')";

    public static int Run(string[] arguments)
    {
        if (arguments is ["duckdb", var reader, var named])
        {
            PrintCounts(reader, named);
            return 0;
        }

        (long text, long parquet) = (RowsOfText, RowsOfParquet);
        string[] programs = arguments;
        if (arguments is ["--rows", var rowsOfText, var rowsOfParquet, ..])
        {
            (text, parquet) = (long.Parse(rowsOfText, CultureInfo.InvariantCulture), long.Parse(rowsOfParquet, CultureInfo.InvariantCulture));
            programs = arguments[3..];
        }

        string folder = Directory.CreateTempSubdirectory("count-files-").FullName;
        try
        {
            return Compare("csv", folder, text, programs) + Compare("parquet", folder, parquet, programs);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Compare(string format, string folder, long rows, string[] programs)
    {
        string file = Path.Combine(folder, $"rows.{format}");
        string small = Path.Combine(folder, $"fewer.{format}");
        Write(file, format, rows);
        Write(small, format, rows / Smaller);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{format}: {rows:N0} rows, {new FileInfo(file).Length / 1e6:N0} MB; fewer rows: {rows / Smaller:N0}"));
        (string Name, Func<string, string> Command)[] cases = [.. Cases(format, programs)];
        var runs = new Dictionary<string, List<ProgramRun>>(StringComparer.Ordinal);
        int differences = 0;
        string? counts = null;
        for (int round = 0; round < Rounds; round++)
        {
            foreach ((string name, Func<string, string> command) in cases)
            {
                ProgramRun run = ProgramRun.Of(command(file));
                if (run.Sorted() != (counts ??= run.Sorted()))
                {
                    differences++;
                    Console.WriteLine($"{name}: its counts differ\n{run.Output}");
                }

                (runs.TryGetValue(name, out List<ProgramRun>? some) ? some : runs[name] = []).Add(run);
            }
        }

        double fastest = runs.Values.Min(some => some.Min(run => run.Seconds));
        foreach ((string name, Func<string, string> command) in cases)
        {
            List<ProgramRun> some = runs[name];
            double seconds = some.Min(run => run.Seconds);
            double ofFewer = ProgramRun.Of(command(small)).Megabytes;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {name,-34} {seconds,7:F2} s  {some.Min(run => run.ProcessorSeconds),7:F2} s of processors  {seconds / fastest,6:F2} x  {some.Max(run => run.Megabytes),6:F0} MB  of fewer rows {ofFewer,6:F0} MB"));
        }

        File.Delete(file);
        File.Delete(small);
        return differences == 0 ? 0 : 1;
    }

    /// <summary>Each writes "class,count" a line, in any order.</summary>
    private static IEnumerable<(string Name, Func<string, string> Command)> Cases(string format, string[] programs)
    {
        foreach (string program in programs)
        {
            string call = program.EndsWith(".dll", StringComparison.Ordinal) ? $"dotnet {program}" : program;
            yield return ($"balancegen{(call == program ? "" : ", portable")}", file => $"{call} count {file} -l breed --csv --quiet | tail -n +2");
        }

        string own = Path.Combine(AppContext.BaseDirectory, "BalanceGen.Benchmarks.dll");
        yield return ("DuckDB's library", file => $"dotnet {own} count-files duckdb read_{format} {file}");
        if (format == "csv")
        {
            yield return ("DuckDB's library, one thread", file => $"DUCKDB_THREADS=1 dotnet {own} count-files duckdb read_csv {file}");
            yield return ("cut | sort | uniq -c", file => $"tail -n +2 {file} | cut -d, -f9 | LC_ALL=C sort | uniq -c | awk '{{print $2\",\"$1}}'");
        }

        if (File.Exists(Python) && (format == "csv" || ProgramRun.Of($"{Python} -c 'import pyarrow' 2>&1 || true").Output.Length == 0))
        {
            yield return ("pandas", file => $"{Python} -c 'import pandas; pandas.read_{format}(\"{file}\")[\"breed\"].value_counts().to_csv(\"/dev/stdout\", header=False)'");
            if (format == "csv")
            {
                yield return ("pandas, usecols", file => $"{Python} -c 'import pandas; pandas.read_csv(\"{file}\", usecols=[\"breed\"])[\"breed\"].value_counts().to_csv(\"/dev/stdout\", header=False)'");
            }
        }
    }

    private static void PrintCounts(string reader, string file)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        if (Environment.GetEnvironmentVariable("DUCKDB_THREADS") is { } threads)
        {
            command.CommandText = $"SET threads = {threads}";
            command.ExecuteNonQuery();
        }

        command.CommandText = $"SELECT breed, count(*) FROM {reader}('{file}') GROUP BY breed";
        using DuckDBDataReader rows = command.ExecuteReader();
        while (rows.Read())
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows.GetString(0)},{rows.GetInt64(1)}"));
        }
    }

    private static void Write(string file, string format, long rows)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        string columns = format == "csv"
            ? $"i AS id, 'photos/cat_' || lpad(i::VARCHAR, 8, '0') || '.jpg' AS file, i * 31 % 4000 AS width, i * 17 % 4000 AS height, i % 20 AS age, i % 8 + 0.125 AS weight, 'grey' AS colour, (i % 1000000) / 1000000.0 AS score, {Breed} AS breed, 'train' AS split"
            : $"i AS id, {Breed} AS breed";
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"COPY (SELECT {columns} FROM range({rows}) rows(i)) TO '{file}' (FORMAT {format})");
        command.ExecuteNonQuery();
    }
}

using System.Diagnostics;
using System.Globalization;
using BalanceGen.Files;
using DuckDB.NET.Data;

namespace BalanceGen.Sharding.Tests;

/// <summary>
/// Building an index beside what else gives the k-th row of each class, over the same Parquet shards: <c>dotnet run -c Release --project tests/BalanceGen.Sharding.Tests -- measure build folder</c>.
/// </summary>
internal static class BuildMeasurement
{
    private const int Shards = 8;

    /// <summary>So often the same shards are built by one process and by two: with 8 shards the start of a process would be a good part of the time.</summary>
    private const int Copies = 5;
    private const int RowsPerShard = 10_000_000;
    private const int Rounds = 3;

    private static readonly string[] Names = [.. Enumerable.Range(0, 20).Select(number => string.Create(CultureInfo.InvariantCulture, $"class {number:D2}"))];

    public static ShardLabels Labels => new ClassSet(Names).ShardLabels("label");

    public static void Run(string folder)
    {
        Directory.CreateDirectory(folder);
        string pattern = Path.Combine(folder, "part-*.parquet");
        string manifest = Path.Combine(folder, "train.bgix");
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        for (int shard = 0; shard < Shards; shard++)
        {
            string path = Path.Combine(folder, $"part-{shard}.parquet");
            if (!File.Exists(path))
            {
                Execute(connection, string.Create(
                    CultureInfo.InvariantCulture,
                    $"copy (select range as id, random() as a, 'class ' || lpad(cast(cast(floor(20 * power(random(), 3)) as int) as text), 2, '0') as label from range({RowsPerShard})) to '{path}' (format parquet)"));
            }
        }

        for (int round = 0; round < Rounds; round++)
        {
            double read = Seconds(() =>
            {
                foreach (ShardFile file in ShardSet.Matching(pattern).Files)
                {
                    using LabelReader reader = LabelFile.Open(file.Path, Labels.Options);
                    var numbers = new int[65_536];
                    while (reader.Read(numbers) > 0)
                    {
                    }
                }
            });
            Forget(folder);
            double one = Seconds(() => ShardedIndexBuilder.Build(ShardSet.Matching(pattern), Labels, manifest).Dispose());
            Say($"labels read {read:F2} s; index by one process {one:F2} s ({one / read:F2} times reading)");
        }

        string many = Path.Combine(folder, "many");
        Directory.CreateDirectory(many);
        for (int shard = 0; shard < Shards * Copies; shard++)
        {
            File.Copy(Path.Combine(folder, $"part-{shard % Shards}.parquet"), Path.Combine(many, $"part-{shard}.parquet"), overwrite: true);
        }

        string patternOfMany = Path.Combine(many, "part-*.parquet");
        for (int round = 0; round < Rounds - 1; round++)
        {
            double[] times = [.. ((int[])[1, 2]).Select(processes =>
            {
                Forget(many);
                return Seconds(() =>
                {
                    Process[] parts = [.. Enumerable.Range(0, processes).Select(part => Process.Start(
                        Environment.ProcessPath!, ["exec", typeof(ChildProgram).Assembly.Location, "measured-part", patternOfMany, $"{part}", $"{processes}"]))];
                    Array.ForEach(parts, part => part.WaitForExit());
                    ShardedIndexBuilder.Merge(ShardSet.Matching(patternOfMany), Labels, Path.Combine(many, "train.bgix")).Dispose();
                });
            })];
            Say($"index of {Shards * Copies} shards by one process {times[0]:F2} s, by two {times[1]:F2} s ({times[0] / times[1]:F2} times as fast)");
        }

        Directory.Delete(many, recursive: true);

        string table = Path.Combine(folder, "places.parquet.out");
        double duck = Seconds(() => Execute(connection, $"copy (select label, row_number() over (partition by label order by filename, file_row_number) as place, filename, file_row_number from read_parquet('{pattern}', filename = true, file_row_number = true)) to '{table}' (format parquet)"));
        double argsort = NumPy(folder, connection, pattern);
        Say($"DuckDB's row_number, all threads {duck:F2} s; NumPy's argsort of class numbers in memory, the order written {argsort:F2} s");
    }

    /// <summary>A stable sort of the class numbers, which are given to it as a file of bytes; its own time, with the start of no interpreter.</summary>
    private static double NumPy(string folder, DuckDBConnection connection, string pattern)
    {
        string labels = Path.Combine(folder, "labels.bin");
        if (!File.Exists(labels))
        {
            using DuckDBCommand command = connection.CreateCommand();
            command.CommandText = $"select cast(substr(label, 7) as utinyint) from read_parquet('{pattern}')";
            using DuckDBDataReader reader = command.ExecuteReader();
            using var stream = new BufferedStream(File.Create(labels), 1 << 20);
            while (reader.Read())
            {
                stream.WriteByte(reader.GetByte(0));
            }
        }

        string program = $"import numpy, time, os; a = numpy.fromfile('{labels}', dtype='uint8'); t = time.time(); order = numpy.argsort(a, kind='stable').astype('uint32'); f = open('{labels}.order', 'wb'); order.tofile(f); f.flush(); os.fsync(f.fileno()); print(time.time() - t)";
        try
        {
            using Process python = Process.Start(new ProcessStartInfo(File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3", ["-c", program]) { RedirectStandardOutput = true })!;
            return double.TryParse(python.StandardOutput.ReadToEnd(), CultureInfo.InvariantCulture, out double seconds) ? seconds : double.NaN;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return double.NaN;
        }
    }

    private static void Forget(string folder)
    {
        foreach (string path in Directory.GetFiles(folder, "*.bgix"))
        {
            File.Delete(path);
        }
    }

    private static void Execute(DuckDBConnection connection, string statement)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    private static double Seconds(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}

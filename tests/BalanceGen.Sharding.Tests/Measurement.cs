using System.Diagnostics;
using System.Globalization;
using BalanceGen.Files;

namespace BalanceGen.Sharding.Tests;

/// <summary>
/// What docs/scale.md quotes: <c>dotnet run -c Release --project tests/BalanceGen.Sharding.Tests -- measure rows folder shards rows-of-a-shard</c>, <c>… counts</c> and
/// <c>… window folder numbers-of-a-row</c>.
/// </summary>
internal static class Measurement
{
    private const int Classes = 10;

    /// <summary>Raw label shards of a byte a row: reading, building, opening, drawing.</summary>
    public static void Rows(string folder, int shards, int rows)
    {
        Directory.CreateDirectory(folder);
        for (int shard = 0; shard < shards; shard++)
        {
            string path = Path.Combine(folder, $"part-{shard:D5}.labels");
            if (!File.Exists(path) || new FileInfo(path).Length != rows)
            {
                WriteLabels(path, shard, rows);
            }
        }

        ShardSet set = ShardSet.Matching(Path.Combine(folder, "part-*.labels"));
        ShardLabels labels = ClassSet.Numbered(Classes).ShardLabels();
        string manifest = Path.Combine(folder, "train.bgix");
        double read = Seconds(() => set.Files.Sum(file => Read(file.Path)));
        foreach (ShardFile file in set.Files)
        {
            File.Delete(file.IndexPath);
        }

        double build = Seconds(() => ShardedIndexBuilder.Build(set, labels, manifest).Counts.Total);
        double again = Seconds(() => ShardedIndexBuilder.Build(set, labels, manifest).Counts.Total);
        Say($"labels read {read:F2} s, index built {build:F2} s ({build / read:F2} times), nothing to be built {again:F3} s");
        Draw(manifest);
    }

    /// <summary>Drawing from an index that is there: start, memory, nanoseconds a draw.</summary>
    public static void Draw(string manifest)
    {
        long before = PrivateMemory();
        long opening = Stopwatch.GetTimestamp();
        using ShardedIndex index = ShardedIndex.Open(manifest);
        double open = Stopwatch.GetElapsedTime(opening).TotalSeconds;
        ShardedSampler sampler = index.BalancedSampler(seed: 42);
        var rows = new ShardRow[1 << 16];
        double start = Seconds(() => sampler.RowAt(0).Row);
        Say($"{index.Counts.Total:N0} rows, {index.ShardCount} shards: manifest opened {1000 * open:F1} ms, first draw {1000 * start:F1} ms later");

        // The first passes bring the index into the page cache and check its pages.
        double cold = Time(sampler.EpochLength, first => sampler.Fill(first, rows), 400) * 1e9 / rows.Length;
        double warm = Time(sampler.EpochLength, first => sampler.Fill(first, rows), 400) * 1e9 / rows.Length;
        double places = Time(sampler.EpochLength, first => sampler.Places.Fill(first, new ClassPlace[rows.Length]), 100) * 1e9 / rows.Length;
        Say($"a draw {warm:F1} ns (first passes {cold:F1} ns), of which class and place {places:F1} ns; private memory {(PrivateMemory() - before) / 1e6:F0} MB more, {PrivateMemory() / 1e6:F0} MB in all, of which index {index.PrivateBytes / 1e6:F1} MB");
        if (index.Counts.Total < 1_200_000_000)
        {
            // The sampler of rows, over an index of as many rows in the same mixed order.
            var classOfRow = new byte[index.Counts.Total];
            int next = 0;
            for (int shard = 0; shard < index.ShardCount; shard++)
            {
                byte[] bytes = File.ReadAllBytes(index.PathOf(shard));
                bytes.CopyTo(classOfRow, next);
                next += bytes.Length;
            }

            var inMemory = new BalancedSampler(RowIndex.Build(index.Classes, classOfRow), 42);
            var drawn = new int[rows.Length];
            Time(sampler.EpochLength, first => inMemory.Fill(first, drawn), 100);
            double memory = Time(sampler.EpochLength, first => inMemory.Fill(first, drawn), 400) * 1e9 / rows.Length;
            double files = Time(sampler.EpochLength, first => sampler.Fill(first, rows), 400) * 1e9 / rows.Length;
            Say($"in memory a draw {memory:F1} ns, from files {files:F1} ns: {files / memory:F2} times");
        }
    }

    /// <summary>Draws by counts alone, for more rows than any disk here has.</summary>
    public static void Counts()
    {
        foreach ((long rows, int classes) in ((long, int)[])[(1_000_000_000, 1000), (10_000_000_000, 1000), (1_000_000_000_000, 1000), (1_000_000_000_000, 100_000), (1_000_000_000_000, 1_000_000)])
        {
            long[] counts = [.. Enumerable.Range(0, classes).Select(index => Math.Max(1, (long)(rows / (double)classes * 2 * (classes - index) / (classes + 1))))];
            var all = new ClassCounts(ClassSet.Numbered(classes), counts);
            long before = PrivateMemory();
            long starting = Stopwatch.GetTimestamp();
            var sampler = new BalancedPlaceSampler(all, 42);
            sampler.DrawAt(0);
            double start = Stopwatch.GetElapsedTime(starting).TotalSeconds;
            var places = new ClassPlace[1 << 16];
            Time(rows, first => sampler.Fill(first, places), 20);
            double single = Time(rows, first => sampler.Fill(first, places), 50) * 1e9 / places.Length;
            foreach (int ranks in (int[])[64, 1024, 10_000])
            {
                PlaceSampler part = sampler.Shard(ranks / 2, ranks, 32);
                double ofRank = Time(rows / ranks, first => part.Fill(first / 32 * 32, places.AsSpan(0, 8192)), 10) * 1e9 / 8192;
                Say($"{rows:N0} rows, {classes:N0} classes: start {1000 * start:F0} ms, {(PrivateMemory() - before) / 1e6:F0} MB; a draw {single:F1} ns, of one of {ranks:N0} ranks {ofRank:F1} ns");
            }
        }
    }

    /// <summary>Windowed order over Parquet at 100:1 and a uniform target, a sequential pass, and row by row; rows of <paramref name="numbers"/> numbers.</summary>
    public static void Window(string folder, int numbers)
    {
        const int RowsPerShard = 1_000_000;
        const int Shards = 4;
        string pattern = Path.Combine(folder, "part-*.parquet");
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            ColumnShards.WriteMeasured(folder, Shards, RowsPerShard, numbers);
        }

        using ShardedIndex index = ShardedIndexBuilder.Build(ShardSet.Matching(pattern), new ClassSet("frequent", "rare").ShardLabels("label"), Path.Combine(folder, "train.bgix"));
        RowGroups groups = RowGroups.OfFiles(index);
        Say($"{index.Counts.Total:N0} rows in {groups.Count} row groups, {index.Counts.ImbalanceRatio:F0}:1");
        string[] columns = ColumnShards.MeasuredColumns(numbers);
        for (int round = 0; round < 3; round++)
        {
            double sum = 0;
            double scan = Seconds(() =>
            {
                for (int shard = 0; shard < index.ShardCount; shard++)
                {
                    using ColumnFile file = ColumnFile.Open(index.PathOf(shard));
                    for (int group = 0; group < file.GroupCount; group++)
                    {
                        ColumnGroup rows = file.ReadGroup(group, columns);
                        for (int place = 0; place < rows.Count; place++)
                        {
                            sum += Row(rows, place);
                        }
                    }
                }

                return index.Counts.Total;
            });
            double scanned = index.Counts.Total / scan;

            var places = (WindowedPlaceSampler)index.WindowedSampler(groups, 42, new WindowOptions { Groups = 4, MemoryRows = 100_000 }).Places;
            using var reader = new ColumnShardReader<double>(index, Row, columns, groups: 8, wholeGroups: true);
            double preload = Seconds(() =>
            {
                reader.Preload(places.ClassesInMemory);
                return reader.RowsPreloaded;
            });
            long draws = 2 * index.Counts.Total;
            double windowed = draws / Seconds(() => Consume(new ShardedSampler(index, places), reader, draws));

            using var random = new ColumnShardReader<double>(index, Row, columns, groups: 8);
            const long Few = 200;
            double byRow = Few / Seconds(() => Consume(index.BalancedSampler(42), random, Few));
            Say($"rows/s: sequential pass {scanned:N0}, windowed {windowed:N0} ({windowed / scanned:F2} times; preload once {preload:F2} s, {places.RowsDecodedPerDraw:F2} rows decoded a draw, {reader.GroupsDecoded} groups in all), row by row {byRow:N0} ({byRow / scanned:F4} times)");
        }
    }

    private static double Row(ColumnGroup rows, int place)
    {
        double sum = 0;
        for (int column = 0; column < rows.Columns.Count; column++)
        {
            sum += rows.Values<double>(column)[place];
        }

        return sum;
    }

    private static long Consume(ShardedSampler sampler, ColumnShardReader<double> reader, long draws)
    {
        double sum = 0;
        foreach (ShardBatch batch in sampler.Batches(256, draws: draws))
        {
            foreach (ShardRow row in batch.Rows)
            {
                sum += reader.ReadAsync(row, default).Result;
            }
        }

        return (long)sum;
    }

    private static void WriteLabels(string path, int seed, int rows)
    {
        var random = new Random(seed);
        var odds = new byte[256];
        for (int ticket = 0; ticket < odds.Length; ticket++)
        {
            odds[ticket] = (byte)Math.Min(Classes - 1, (int)(Classes * Math.Pow(ticket / 256.0, 3)));
        }

        using FileStream stream = File.Create(path);
        var block = new byte[1 << 20];
        for (int left = rows; left > 0; left -= block.Length)
        {
            random.NextBytes(block);
            Span<byte> part = block.AsSpan(0, Math.Min(left, block.Length));
            foreach (ref byte one in part)
            {
                one = odds[one];
            }

            stream.Write(part);
        }
    }

    private static long Read(string path)
    {
        using LabelReader reader = LabelFile.Open(path);
        var numbers = new int[65_536];
        while (reader.Read(numbers) > 0)
        {
        }

        return reader.RowsRead;
    }

    /// <summary>The median seconds of a run at places that are spread over an epoch.</summary>
    private static double Time(long epoch, Action<long> run, int runs)
    {
        var times = new double[runs];
        for (int number = 0; number < runs; number++)
        {
            long start = Stopwatch.GetTimestamp();
            run((long)(epoch / (double)runs * number));
            times[number] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        Array.Sort(times);
        return times[runs / 2];
    }

    private static double Seconds(Func<long> work)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Memory that no other process shares, as Linux counts it.</summary>
    private static long PrivateMemory()
    {
        GC.Collect();
        string line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("RssAnon", StringComparison.Ordinal));
        return 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}

using Parquet;
using Parquet.Schema;

namespace Sharded;

/// <summary>Makes Parquet shards of invented measurements: 90 % noise, 9 % blasts, 1 % quakes.</summary>
internal static class ShardGenerator
{
    private const int RowsPerGroup = 1000;

    public static async Task WriteAsync(string folder, int shards, int rows)
    {
        Directory.CreateDirectory(folder);
        for (int shard = 0; shard < shards; shard++)
        {
            await WriteAsync(Path.Combine(folder, $"part-{shard:D5}.parquet"), new Random(shard), rows + (shard * 37));
        }
    }

    private static async Task WriteAsync(string path, Random random, int rows)
    {
        DataField<double>[] features = [.. Record.Columns[..3].Select(name => new DataField<double>(name))];
        var label = new DataField<string>(Record.Columns[3]);
        await using FileStream stream = File.Create(path);
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(new ParquetSchema([.. features, label]), stream);
        for (int first = 0; first < rows; first += RowsPerGroup)
        {
            Record[] records = [.. Enumerable.Range(0, Math.Min(RowsPerGroup, rows - first)).Select(_ => Invent(random))];
            using ParquetRowGroupWriter group = writer.CreateRowGroup();
            await group.WriteAsync<double>(features[0], records.Select(record => record.Energy).ToArray().AsMemory());
            await group.WriteAsync<double>(features[1], records.Select(record => record.Pitch).ToArray().AsMemory());
            await group.WriteAsync<double>(features[2], records.Select(record => record.Length).ToArray().AsMemory());
            await group.WriteAsync(label, [.. records.Select(record => record.Event.ToString())]);
        }
    }

    private static Record Invent(Random random)
    {
        Event what = random.NextDouble() switch { < 0.9 => Event.Noise, < 0.99 => Event.Blast, _ => Event.Quake };
        double Around(double middle) => middle + random.NextDouble() + random.NextDouble() - 1;
        return new Record(Around((int)what), Around(what == Event.Blast ? 1.2 : 0), Around(what == Event.Quake ? 1.5 : 0.2), what);
    }
}

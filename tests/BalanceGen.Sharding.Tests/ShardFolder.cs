using System.Globalization;

namespace BalanceGen.Sharding.Tests;

/// <summary>A folder with shard files of known labels.</summary>
internal sealed class ShardFolder : IDisposable
{
    public static readonly ClassSet Classes = new("siamese", "birman", "bengal", "sphynx", "ragdoll");

    private static readonly int[] Odds = [160, 80, 20, 5, 1];

    private readonly TemporaryFolder _folder = new();

    /// <summary>Rows per shard of the usual data set: also shards without rows, and with one.</summary>
    public static int[] UsualRows => [3000, 0, 1, 5011, 700, 4096, 12, 2048, 900, 33];

    public string Manifest => _folder.File("train.bgix");

    public ShardLabels Labels { get; init; } = Classes.ShardLabels("breed");

    /// <summary>The shards' labels, in the order of the shards.</summary>
    public List<int[]> Truth { get; } = [];

    public string PathOf(int shard) => _folder.File(NameOf(shard));

    /// <summary>Names whose ordinal order is the order of their numbers, but not that of a directory.</summary>
    public string NameOf(int shard) => string.Create(CultureInfo.InvariantCulture, $"part-{shard:D5}{Extension}");

    public string Extension { get; init; } = ".csv";

    public static ShardFolder Usual()
    {
        var folder = new ShardFolder();
        folder.Add(UsualRows);
        return folder;
    }

    /// <summary>Raw labels of a byte a row.</summary>
    public static ShardFolder Raw(params int[] rows)
    {
        var folder = new ShardFolder { Extension = ".labels", Labels = Classes.ShardLabels() };
        folder.Add(rows);
        return folder;
    }

    public void Add(params int[] rows)
    {
        foreach (int count in rows)
        {
            Truth.Add(LabelsOf(Truth.Count, count));
            Write(Truth.Count - 1);
        }
    }

    public static int[] LabelsOf(int shard, int rows)
    {
        var random = new Random(1000 + shard);
        var labels = new int[rows];
        foreach (ref int label in labels.AsSpan())
        {
            int ticket = random.Next(Odds.Sum());
            while (ticket >= Odds[label])
            {
                ticket -= Odds[label++];
            }
        }

        // A shard of one class, and one that is sorted.
        return shard switch
        {
            6 => [.. labels.Select(_ => 3)],
            7 => [.. labels.Order()],
            _ => labels,
        };
    }

    public void Write(int shard, string? lastLine = null)
    {
        if (Extension == ".labels")
        {
            File.WriteAllBytes(PathOf(shard), [.. Truth[shard].Select(label => (byte)label)]);
        }
        else
        {
            File.WriteAllText(PathOf(shard), "id,breed\n" + string.Concat(Truth[shard].Select((label, row) => $"{row},{Classes[label]}\n")) + lastLine);
        }
    }

    public ShardSet Shards() => ShardSet.Of(Enumerable.Range(0, Truth.Count).Reverse().Select(PathOf));

    public ShardedIndex Build() => ShardedIndexBuilder.Build(Shards(), Labels, Manifest);

    public ClassCounts Counts => ClassCounts.Of(Classes, [.. Truth.SelectMany(labels => labels)]);

    /// <summary>The rows of each class in order, by definition.</summary>
    public ShardRow[][] Places => [.. Enumerable.Range(0, Classes.Count).Select(classIndex => Truth
        .SelectMany((labels, shard) => labels.Select((label, row) => (Label: label, Row: new ShardRow(shard, row, label))))
        .Where(entry => entry.Label == classIndex)
        .Select(entry => entry.Row)
        .ToArray())];

    /// <summary>All index files and the manifest, by name.</summary>
    public Dictionary<string, byte[]> IndexFiles() =>
        Directory.GetFiles(_folder.Path, "*.bgix").Order(StringComparer.Ordinal).ToDictionary(path => Path.GetFileName(path)!, File.ReadAllBytes);

    /// <summary>How many of them there are, also while others write them.</summary>
    public int CountIndexFiles() => Directory.GetFiles(_folder.Path, "*.bgix").Length;

    public void DeleteIndices()
    {
        foreach (string path in Directory.GetFiles(_folder.Path, "*.bgix*"))
        {
            File.Delete(path);
        }
    }

    public string[] FileNames() => [.. Directory.GetFiles(_folder.Path).Select(path => Path.GetFileName(path)!)];

    public void Dispose() => _folder.Dispose();
}

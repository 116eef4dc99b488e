using BalanceGen.Files;

namespace BalanceGen.Sharding.Tests;

public sealed class ShardedIndexTests
{
    [Fact]
    public void Every_place_of_a_class_is_the_row_that_a_list_of_all_rows_has()
    {
        using var folder = ShardFolder.Usual();
        using ShardedIndex index = folder.Build();
        AssertIsOf(folder, index);
        Assert.Equal(ShardFolder.UsualRows.Length, index.ShardCount);
        Assert.Equal(folder.PathOf(3), index.PathOf(3));
        Assert.Equal(folder.NameOf(3), index.RelativePathOf(3));
        Assert.Equal(5011, index.RowsOf(3));
        index.Verify();
    }

    [Fact]
    public void Raw_labels_are_class_indices()
    {
        using var folder = ShardFolder.Raw(5000, 70_001, 0, 12);
        using ShardedIndex index = folder.Build();
        AssertIsOf(folder, index);
    }

    [Fact]
    public void More_rows_than_are_sorted_at_a_time_give_the_same_index()
    {
        using var folder = ShardFolder.Raw(70_001);
        folder.Build().Dispose();
        byte[] expected = folder.IndexFiles()[folder.NameOf(0) + ".bgix"];
        folder.DeleteIndices();
        new ShardIndexer(folder.Labels, () => false, rowsAtOnce: 4096).Index(ShardFile.Of(folder.PathOf(0)), 0);

        Assert.Equal(expected, folder.IndexFiles()[folder.NameOf(0) + ".bgix"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(64)]
    public void Any_number_of_ranks_writes_the_same_files_to_the_byte(int ranks)
    {
        using var folder = ShardFolder.Usual();
        folder.Build().Dispose();
        Dictionary<string, byte[]> expected = folder.IndexFiles();
        folder.DeleteIndices();
        object?[] results = ThreadWorld.Run(ranks, world =>
        {
            using ShardedIndex index = ShardedIndexBuilder.Build(world, folder.Shards(), folder.Labels, folder.Manifest);
            return index.Counts.ToString();
        });

        Assert.All(results, result => Assert.Equal(folder.Counts.ToString(), result));
        Assert.Equal(expected, folder.IndexFiles());
        Assert.Equal(expected.Count + folder.Truth.Count, folder.FileNames().Length);
    }

    [Fact]
    public void Unrelated_processes_and_a_merge_write_the_same_files_to_the_byte()
    {
        using var folder = ShardFolder.Usual();
        folder.Build().Dispose();
        Dictionary<string, byte[]> expected = folder.IndexFiles();
        folder.DeleteIndices();
        Assert.Throws<ShardIndexFormatException>(() => ShardedIndexBuilder.Merge(folder.Shards(), folder.Labels, folder.Manifest));
        int indexed = Enumerable.Range(0, 4).Sum(part => ShardedIndexBuilder.BuildFor(folder.Shards(), folder.Labels, new WorldRank(part, 4)));
        using ShardedIndex merged = ShardedIndexBuilder.Merge(folder.Shards(), folder.Labels, folder.Manifest);

        Assert.Equal(folder.Truth.Count, indexed);
        Assert.Equal(expected, folder.IndexFiles());
    }

    [Fact]
    public void Shards_that_are_added_are_the_only_ones_that_are_indexed()
    {
        using var folder = ShardFolder.Usual();
        folder.Build().Dispose();
        DateTime before = File.GetLastWriteTimeUtc(folder.PathOf(3) + ".bgix");
        folder.Add(77, 1234);
        File.SetLastWriteTimeUtc(folder.PathOf(3) + ".bgix", before.AddDays(-1));
        using ShardedIndex index = folder.Build();

        AssertIsOf(folder, index);
        Assert.Equal(before.AddDays(-1), File.GetLastWriteTimeUtc(folder.PathOf(3) + ".bgix"));
    }

    [Fact]
    public void Another_class_set_another_column_or_a_changed_shard_is_indexed_again()
    {
        using var folder = ShardFolder.Usual();
        folder.Build().Dispose();
        folder.Truth[3] = ShardFolder.LabelsOf(77, 5011);
        folder.Write(3);
        using (ShardedIndex changed = folder.Build())
        {
            AssertIsOf(folder, changed);
        }

        var more = new ClassSet([.. ShardFolder.Classes.Names, "persian"]);
        using ShardedIndex other = ShardedIndexBuilder.Build(folder.Shards(), more.ShardLabels("breed"), folder.Manifest);
        Assert.Equal(6, other.Counts.Classes.Count);
        Assert.Equal(0, other.Counts[5]);
        Assert.Throws<ShardException>(() => ShardedIndexBuilder.Build(folder.Shards(), more.ShardLabels("id"), folder.Manifest));
    }

    [Fact]
    public void Ignored_labels_leave_rows_out()
    {
        using var folder = ShardFolder.Usual();
        var labels = new ShardLabels(new ClassSet("siamese", "bengal"), new LabelFileOptions { LabelColumn = "breed" }, "birman", "sphynx", "ragdoll");
        using ShardedIndex index = ShardedIndexBuilder.Build(folder.Shards(), labels, folder.Manifest);

        Assert.Equal(folder.Places[0], Enumerable.Range(0, (int)index.Counts[0]).Select(place => index.RowAt(0, place)));
        Assert.Equal(folder.Places[2].Select(row => row with { ClassIndex = 1 }), Enumerable.Range(0, (int)index.Counts[1]).Select(place => index.RowAt(1, place)));
    }

    [Fact]
    public void More_classes_than_a_byte_or_two_bytes_have_room_for()
    {
        foreach (int classes in (int[])[300, 70_000])
        {
            using var folder = new TemporaryFolder();
            int[] labels = [.. Enumerable.Range(0, 5000).Select(row => row * 17 % classes)];
            string path = folder.Write("a.i32", [.. labels.SelectMany(BitConverter.GetBytes)]);
            using ShardedIndex index = ShardedIndexBuilder.Build(ShardSet.Of([path]), ClassSet.Numbered(classes).ShardLabels(), folder.File("m"));
            Assert.Equal(Enumerable.Range(0, classes).Select(label => (long)labels.Count(other => other == label)).Take(40), index.Counts.Values[..40].ToArray());
            Assert.All(Enumerable.Range(0, 300), row => Assert.Equal(labels[row], labels[index.RowAt(labels[row], 0).Row]));
        }
    }

    [Fact]
    public void A_pattern_names_files_and_never_indices()
    {
        using var folder = ShardFolder.Usual();
        folder.Build().Dispose();
        string root = Path.GetDirectoryName(folder.Manifest)!;
        Assert.Equal(folder.Truth.Count, ShardSet.Matching(Path.Combine(root, "part-*")).Files.Count);
        Assert.Equal(folder.PathOf(0), ShardSet.Matching(Path.Combine(root, "part-*.csv")).Files[0].Path);
        Directory.CreateDirectory(Path.Combine(root, "deep", "er"));
        File.Copy(folder.PathOf(2), Path.Combine(root, "deep", "er", "part-x.csv"));
        Assert.Equal(folder.Truth.Count + 1, ShardSet.Matching(Path.Combine(root, "**", "part-*.csv")).Files.Count);
        Assert.Throws<EmptyDatasetException>(() => ShardSet.Matching(Path.Combine(root, "*.parquet")));
        Assert.Throws<StaleShardException>(() => ShardSet.Of([Path.Combine(root, "missing.csv")]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Shards_are_assigned_evenly_and_all_of_them(int workers)
    {
        using var folder = ShardFolder.Usual();
        ShardSet shards = folder.Shards();
        int[] assigned = shards.Assign(workers);
        long[] bytes = [.. Enumerable.Range(0, workers).Select(worker => shards.Files.Where((_, file) => assigned[file] == worker).Sum(file => file.Length))];

        Assert.All(assigned, worker => Assert.InRange(worker, 0, workers - 1));
        Assert.True(bytes.Max() - bytes.Min() <= shards.Files.Max(file => file.Length), string.Join(' ', bytes));
    }

    [Fact]
    public void A_folder_can_be_moved()
    {
        using var folder = ShardFolder.Usual();
        folder.Build().Dispose();
        using var other = new TemporaryFolder();
        foreach (string name in folder.FileNames())
        {
            File.Copy(Path.Combine(Path.GetDirectoryName(folder.Manifest)!, name), other.File(name));
            File.SetLastWriteTimeUtc(other.File(name), File.GetLastWriteTimeUtc(Path.Combine(Path.GetDirectoryName(folder.Manifest)!, name)));
        }

        using ShardedIndex index = ShardedIndex.Open(other.File("train.bgix"));
        AssertIsOf(folder, index);
    }

    private static void AssertIsOf(ShardFolder folder, ShardedIndex index)
    {
        ShardRow[][] places = folder.Places;
        Assert.Equal(folder.Counts.ToString(), index.Counts.ToString());
        for (int classIndex = 0; classIndex < places.Length; classIndex++)
        {
            ClassPlace[] asked = [.. Enumerable.Range(0, places[classIndex].Length).Select(place => new ClassPlace(classIndex, place))];
            var rows = new ShardRow[asked.Length];
            index.Fill(asked, rows);
            Assert.Equal(places[classIndex], rows);
            Assert.Throws<ArgumentOutOfRangeException>(() => index.RowAt(classIndex, asked.Length));
        }
    }
}

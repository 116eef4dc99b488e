using System.Globalization;

namespace BalanceGen.Sharding.Tests;

/// <summary>Whatever happens to the files: a typed error or the right rows. BALANCEGEN_SHARD_FAULTS is the number of faults of each kind; 60 by default.</summary>
public sealed class FaultTests
{
    private static readonly int Faults =
        int.TryParse(Environment.GetEnvironmentVariable("BALANCEGEN_SHARD_FAULTS"), CultureInfo.InvariantCulture, out int faults) ? faults : 60;

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void A_label_that_is_no_class_is_the_same_error_on_every_rank(int ranks)
    {
        using var folder = ShardFolder.Usual();
        folder.Build().Dispose();
        byte[] manifest = File.ReadAllBytes(folder.Manifest);
        folder.Write(3, "5011,lion\n");
        object?[] results = ThreadWorld.Run(ranks, world => ShardedIndexBuilder.Build(world, folder.Shards(), folder.Labels, folder.Manifest));

        var first = Assert.IsType<ShardException>(results[0]);
        Assert.All(results, result => Assert.Equal(first.Message, Assert.IsType<ShardException>(result).Message));
        Assert.Equal((folder.PathOf(3), 5011L), (first.Path, first.Row));
        Assert.Contains("lion", first.Message, StringComparison.Ordinal);
        Assert.Contains(folder.PathOf(3), first.Message, StringComparison.Ordinal);
        Assert.StartsWith($"Rank {first.Rank}:", first.Message, StringComparison.Ordinal);
        Assert.Equal(manifest, File.ReadAllBytes(folder.Manifest));
        Assert.DoesNotContain(folder.FileNames(), name => name.EndsWith(".failed", StringComparison.Ordinal) || name.EndsWith(".tmp", StringComparison.Ordinal));

        // The next run continues.
        folder.Write(3);
        using ShardedIndex index = folder.Build();
        Assert.Equal(folder.Counts.ToString(), index.Counts.ToString());
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_the_same_error_on_every_rank()
    {
        using var folder = ShardFolder.Usual();
        File.WriteAllText(folder.PathOf(5), "id,breed\n1\n");
        object?[] results = ThreadWorld.Run(3, world => ShardedIndexBuilder.Build(world, folder.Shards(), folder.Labels, folder.Manifest));

        Assert.All(results, result => Assert.Contains("line 2, column 'breed': the row ends after 1 of 2 fields", Assert.IsType<ShardException>(result).Message, StringComparison.Ordinal));
        Assert.False(File.Exists(folder.Manifest));
    }

    [DiskFact]
    public void A_full_disk_is_the_same_error_on_every_rank_and_the_next_build_completes_it()
    {
        using var folder = new ShardFolder();
        using SmallDisk disk = SmallDisk.TryMount(Path.GetDirectoryName(folder.Manifest)!, 2048)!;
        folder.Add([.. ShardFolder.UsualRows]);
        folder.Build().Dispose();
        Dictionary<string, byte[]> expected = folder.IndexFiles();

        // From no room at all to room for all but the last one, the manifest or an index.
        for (long left = 0; left < 128 * 1024; left += 16 * 1024)
        {
            folder.DeleteIndices();
            string filler = disk.FillUpTo(left);
            object?[] results = ThreadWorld.Run(3, world => ShardedIndexBuilder.Build(world, folder.Shards(), folder.Labels, folder.Manifest));
            if (results[0] is ShardedIndex)
            {
                Assert.All(results, result => ((ShardedIndex)result!).Dispose());
                Assert.True(left > 0, "Files were written to a full disk.");
            }
            else
            {
                var first = Assert.IsType<ShardException>(results[0]);
                Assert.All(results, result => Assert.Equal(first.Message, Assert.IsType<ShardException>(result).Message));
                Assert.Contains("No space left", first.Message, StringComparison.Ordinal);
                Assert.Contains(Path.GetDirectoryName(folder.Manifest)!, first.Message, StringComparison.Ordinal);
                Assert.False(File.Exists(folder.Manifest));
            }

            Assert.All(folder.IndexFiles(), file => Assert.Equal(expected[file.Key], file.Value));
            Assert.DoesNotContain(folder.FileNames(), name => name.EndsWith(".tmp", StringComparison.Ordinal) || name.EndsWith(".failed", StringComparison.Ordinal));
            File.Delete(filler);
            folder.Build().Dispose();
            Assert.Equal(expected, folder.IndexFiles());
        }
    }

    [Fact]
    public void Ranks_with_other_classes_or_other_shards_all_say_so()
    {
        using var folder = ShardFolder.Usual();
        var other = new ClassSet("a", "b");
        object?[] results = ThreadWorld.Run(3, world =>
            ShardedIndexBuilder.Build(world, folder.Shards(), world.Rank.Rank == 1 ? other.ShardLabels("breed") : folder.Labels, folder.Manifest));
        Assert.All(results, result => Assert.Equal(("the class set", 1), result is WorldDisagreementException error ? (error.What, error.Rank) : default));

        results = ThreadWorld.Run(3, world => ShardedIndexBuilder.Build(
            world, world.Rank.Rank == 2 ? ShardSet.Of([folder.PathOf(0)]) : folder.Shards(), folder.Labels, folder.Manifest));
        Assert.All(results, result => Assert.Equal(("the list of shards", 2), result is WorldDisagreementException error ? (error.What, error.Rank) : default));
        Assert.False(File.Exists(folder.Manifest));
    }

    [Theory]
    [InlineData("manifest")]
    [InlineData("shard")]
    public void A_torn_or_changed_index_is_a_typed_error_or_the_right_rows(string kind)
    {
        using var folder = ShardFolder.Usual();
        folder.Build().Dispose();
        ShardRow[] expected = Draws(folder);
        string path = kind == "manifest" ? folder.Manifest : folder.PathOf(3) + ".bgix";
        byte[] good = File.ReadAllBytes(path);
        var random = new Random(31);
        int errors = 0;
        for (int fault = 0; fault < Faults; fault++)
        {
            byte[] damaged = [.. good];
            int place = fault % 3 == 0 ? random.Next(256) : random.Next(good.Length);
            damaged[place] ^= (byte)(1 << random.Next(8));
            byte[] written = fault % 2 == 0 ? damaged : fault % 4 == 1 ? good[..place] : [.. good, 1];
            File.WriteAllBytes(path, written);
            try
            {
                Assert.Equal(expected, Draws(folder));
            }
            catch (ShardIndexFormatException error)
            {
                Assert.Equal(path, error.Path);
                errors++;
            }
        }

        Assert.InRange(errors, Faults / 2, Faults);
        File.WriteAllBytes(path, good);
        Assert.Equal(expected, Draws(folder));
    }

    [Fact]
    public void A_damaged_or_missing_index_of_a_shard_is_built_again()
    {
        using var folder = ShardFolder.Usual();
        folder.Build().Dispose();
        Dictionary<string, byte[]> expected = folder.IndexFiles();
        byte[] damaged = [.. expected[folder.NameOf(3) + ".bgix"]];
        damaged[200] ^= 1;
        File.WriteAllBytes(folder.PathOf(3) + ".bgix", damaged);
        File.Delete(folder.PathOf(0) + ".bgix");
        Assert.Throws<ShardIndexFormatException>(() => Draws(folder));
        folder.Build().Dispose();

        Assert.Equal(expected, folder.IndexFiles());
    }

    [Fact]
    public void Verification_finds_a_changed_byte_in_any_page_of_rows()
    {
        using var folder = ShardFolder.Raw(70_001);
        using ShardedIndex index = folder.Build();
        index.Verify();
        string path = folder.PathOf(0) + ".bgix";
        byte[] bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 0x80;
        File.WriteAllBytes(path, bytes);
        Assert.Contains("page 68", Assert.Throws<ShardIndexFormatException>(index.Verify).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_changed_and_touched_shards_are_errors_when_they_are_drawn_from()
    {
        using var folder = ShardFolder.Usual();
        folder.Build().Dispose();
        string path = folder.PathOf(3);
        byte[] good = File.ReadAllBytes(path);
        DateTime time = File.GetLastWriteTimeUtc(path);

        File.SetLastWriteTimeUtc(path, time.AddSeconds(1));
        Assert.Contains(path, Assert.Throws<StaleShardException>(() => Draws(folder)).Message, StringComparison.Ordinal);
        File.WriteAllBytes(path, [.. good, .. "1,siamese\n"u8]);
        File.SetLastWriteTimeUtc(path, time);
        Assert.Contains("bytes", Assert.Throws<StaleShardException>(() => Draws(folder)).Message, StringComparison.Ordinal);
        File.Delete(path);
        Assert.Contains("missing", Assert.Throws<StaleShardException>(() => Draws(folder)).Message, StringComparison.Ordinal);
        using (ShardedIndex unchecked_ = ShardedIndex.Open(folder.Manifest, checkShards: false))
        {
            Assert.Throws<StaleShardException>(unchecked_.Verify);
            Assert.Equal(3, unchecked_.RowAt(0, folder.Places[0].ToList().FindIndex(row => row.Shard == 3)).Shard);
        }

        File.WriteAllBytes(path, good);
        File.SetLastWriteTimeUtc(path, time);
        Draws(folder);
    }

    [Fact]
    public void An_index_of_another_build_than_the_manifest_is_an_error()
    {
        using var folder = ShardFolder.Usual();
        folder.Build().Dispose();
        byte[] manifest = File.ReadAllBytes(folder.Manifest);
        folder.Truth[3] = ShardFolder.LabelsOf(77, 5011);
        folder.Write(3);
        folder.Build().Dispose();
        File.WriteAllBytes(folder.Manifest, manifest);
        using ShardedIndex index = ShardedIndex.Open(folder.Manifest, checkShards: false);

        Assert.Contains("not the one", Assert.Throws<ShardIndexFormatException>(() => Fill(index)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_builds_of_one_shard_at_a_time_are_an_error_of_the_second()
    {
        using var folder = ShardFolder.Usual();
        using FileStream other = new(folder.PathOf(3) + ".bgix.tmp", FileMode.Create, FileAccess.Write, FileShare.None);
        Assert.Contains(".bgix.tmp", Assert.Throws<ShardException>(folder.Build).Message, StringComparison.Ordinal);
    }

    private static ShardRow[] Draws(ShardFolder folder)
    {
        using ShardedIndex index = ShardedIndex.Open(folder.Manifest);
        return Fill(index);
    }

    private static ShardRow[] Fill(ShardedIndex index)
    {
        var rows = new ShardRow[8000];
        index.BalancedSampler(9, TargetDistribution.AsSource).Fill(0, rows);
        return rows;
    }
}

using System.Diagnostics;
using System.Globalization;

namespace BalanceGen.Sharding.Tests;

/// <summary>Builds in processes that are killed. BALANCEGEN_SHARD_KILLS is the number of kills; 4 by default.</summary>
public sealed class ProcessTests
{
    private static readonly int Kills =
        int.TryParse(Environment.GetEnvironmentVariable("BALANCEGEN_SHARD_KILLS"), CultureInfo.InvariantCulture, out int kills) ? kills : 4;

    [Fact]
    public void A_killed_build_leaves_no_half_index_and_the_next_one_completes_it()
    {
        using var folder = new ShardFolder();
        folder.Add([.. Enumerable.Repeat(40_000, 12)]);
        folder.Build().Dispose();
        Dictionary<string, byte[]> expected = folder.IndexFiles();
        var random = new Random(5);
        int interrupted = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            folder.DeleteIndices();
            using Process process = Start("build", Pattern(folder), folder.Manifest);

            // From before the first index to behind the last one.
            int files = random.Next(0, 13);
            var waited = Stopwatch.StartNew();
            while (!process.HasExited && folder.CountIndexFiles() < files && waited.Elapsed < TimeSpan.FromSeconds(60))
            {
                Thread.Sleep(1);
            }

            Thread.Sleep(random.Next(20));
            process.Kill();
            process.WaitForExit();
            Dictionary<string, byte[]> left = folder.IndexFiles();
            interrupted += left.Count < expected.Count ? 1 : 0;
            Assert.All(left, file => Assert.Equal(expected[file.Key], file.Value));
            folder.Build().Dispose();
            Assert.Equal(expected, folder.IndexFiles());
            Assert.DoesNotContain(folder.FileNames(), name => name.EndsWith(".tmp", StringComparison.Ordinal));
        }

        Assert.True(interrupted > 0, "No build was interrupted.");
    }

    [Fact]
    public void The_elements_of_a_job_array_and_a_merge_build_the_same_files()
    {
        using var folder = ShardFolder.Usual();
        folder.Build().Dispose();
        Dictionary<string, byte[]> expected = folder.IndexFiles();
        folder.DeleteIndices();
        Process[] parts = [.. Enumerable.Range(0, 2).Select(part => Start("part", Pattern(folder), $"{part}", "2"))];
        foreach (Process part in parts)
        {
            Assert.True(part.WaitForExit(TimeSpan.FromSeconds(60)));
            Assert.Equal(0, part.ExitCode);
            part.Dispose();
        }

        ShardedIndexBuilder.Merge(folder.Shards(), folder.Labels, folder.Manifest).Dispose();
        Assert.Equal(expected, folder.IndexFiles());
    }

    private static string Pattern(ShardFolder folder) => Path.Combine(Path.GetDirectoryName(folder.Manifest)!, "part-*.csv");

    private static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["exec", typeof(ChildProgram).Assembly.Location, .. arguments]))!;
}

using System.Diagnostics;
using System.Globalization;

namespace BalanceGen.Mpi.Tests;

/// <summary>Real ranks under both launchers. BALANCEGEN_MPI_KILLS is the number of killed ranks; 2 by default for each family.</summary>
public sealed class MpiTests
{
    internal static readonly int Kills =
        int.TryParse(Environment.GetEnvironmentVariable("BALANCEGEN_MPI_KILLS"), CultureInfo.InvariantCulture, out int kills) ? kills : 2;

    public static TheoryData<string, int> Worlds()
    {
        var worlds = new TheoryData<string, int>();
        foreach (string family in (string[])["Open MPI", "MPICH"])
        {
            foreach (int ranks in Environment.GetEnvironmentVariable("BALANCEGEN_MPI_KILLS") is null ? (int[])[1, 3] : [1, 2, 3, 5, 8])
            {
                worlds.Add(family, ranks);
            }
        }

        return worlds;
    }

    [MpiTheory]
    [MemberData(nameof(Worlds))]
    public void Sums_maxima_prefixes_and_messages_are_right(string family, int ranks)
    {
        foreach (string size in (string[])["operations", "small"])
        {
            (int exitCode, string[] lines, string errors) = Launcher.Run(family, ranks, [size]);
            Assert.True(exitCode == 0, errors);
            Assert.Equal(Enumerable.Range(0, ranks).Select(rank => $"{rank} right"), lines.Order());
        }
    }

    [MpiTheory]
    [InlineData("Open MPI")]
    [InlineData("MPICH")]
    public void The_library_is_the_launchers(string family)
    {
        (int exitCode, string[] lines, string errors) = Launcher.Run(family, 2, ["who"]);
        Assert.True(exitCode == 0, errors);
        Assert.Equal(2, lines.Length);
        Assert.All(lines, line => Assert.Contains(family == "MPICH" ? $"of 2 {MpiFamily.Mpich} MPICH" : $"of 2 {MpiFamily.OpenMpi} Open MPI", line, StringComparison.Ordinal));
    }

    [MpiTheory]
    [InlineData("Open MPI", "libmpich.so.12")]
    [InlineData("MPICH", "libmpi.so.40")]
    public void The_other_launchers_library_is_an_error_that_names_both(string family, string library)
    {
        (int exitCode, string[] lines, string errors) = Launcher.Run(family, 2, ["operations"], ("BALANCEGEN_MPI", library));
        Assert.NotEqual(0, exitCode);
        string error = lines.First(line => line.StartsWith("error", StringComparison.Ordinal));
        Assert.Contains(nameof(MpiException), error, StringComparison.Ordinal);
        Assert.Contains(library, error, StringComparison.Ordinal);
        Assert.Contains(family, error + errors, StringComparison.Ordinal);
        Assert.Contains("started 2 processes", error, StringComparison.Ordinal);
    }

    [MpiTheory]
    [MemberData(nameof(Worlds))]
    public void Ranks_build_the_files_of_one_process_and_draw_its_order(string family, int ranks)
    {
        using var folder = ShardFolder.Usual();
        folder.Build().Dispose();
        Dictionary<string, byte[]> expected = folder.IndexFiles();
        folder.DeleteIndices();
        (int exitCode, string[] lines, string errors) = Launcher.Run(family, ranks, ["build", Pattern(folder), folder.Manifest]);
        Assert.True(exitCode == 0, errors + string.Join('\n', lines));
        Assert.Equal(expected, folder.IndexFiles());

        // 6 batches, then 4 more by one rank fewer.
        string[] first = Draw(family, ranks, folder, 6, null, out string state);
        string[] second = Draw(family, Math.Max(1, ranks - 1), folder, 4, state, out _);
        using ShardedIndex index = ShardedIndex.Open(folder.Manifest);
        var rows = new ShardRow[first.Length + second.Length];
        index.BalancedSampler(seed: 42).Fill(0, rows);
        Assert.Equal(rows.Select(row => $"{row.Shard}/{row.Row}/{row.ClassIndex}"), [.. first, .. second]);
    }

    [TraceFact]
    public void Drawing_sends_nothing()
    {
        using var folder = ShardFolder.Usual();
        folder.Build().Dispose();
        string[] draw = ["silent", folder.Manifest, "50000"];
        Assert.All(Launcher.Trace(3, draw), calls => Assert.Empty(MessagesBetweenMarks(calls)));

        // What is looked for is there where the ranks do speak.
        Assert.All(Launcher.Trace(3, [.. draw, "sum"]), calls => Assert.NotEmpty(MessagesBetweenMarks(calls)));
    }

    [MpiTheory]
    [InlineData("Open MPI")]
    [InlineData("MPICH")]
    public void A_bad_shard_ends_all_ranks_with_the_same_error(string family)
    {
        using var folder = ShardFolder.Usual();
        folder.Write(3, "5011,lion\n");
        var time = Stopwatch.StartNew();
        (int exitCode, string[] lines, _) = Launcher.Run(family, 3, ["build", Pattern(folder), folder.Manifest]);

        Assert.NotEqual(0, exitCode);
        string[] told = [.. lines.Where(line => line.StartsWith("error", StringComparison.Ordinal))];

        // The launcher ends the other ranks when the first ends with an error; whoever had time to speak says the same.
        Assert.NotEmpty(told);
        Assert.Single(told.Distinct());
        Assert.Contains($"{folder.PathOf(3)}", told[0], StringComparison.Ordinal);
        Assert.Contains("Row 5011", told[0], StringComparison.Ordinal);
        Assert.False(File.Exists(folder.Manifest));
        Assert.True(time.Elapsed < TimeSpan.FromSeconds(60), "The error took a minute.");
    }

    [MpiTheory]
    [InlineData("Open MPI")]
    [InlineData("MPICH")]
    public void Ranks_of_another_program_end_the_job(string family)
    {
        using var folder = ShardFolder.Usual();
        (int exitCode, string[] lines, _) = Launcher.Run(family, 3, ["build", Pattern(folder), folder.Manifest, "2"]);
        Assert.NotEqual(0, exitCode);
        Assert.Contains(lines, line => line.Contains("the class set of rank 2", StringComparison.Ordinal));
        Assert.False(File.Exists(folder.Manifest));
    }

    [MpiTheory]
    [InlineData("Open MPI")]
    [InlineData("MPICH")]
    public void An_exception_on_one_rank_ends_the_job(string family)
    {
        (int exitCode, _, string errors) = Launcher.Run(family, 3, ["throw", "1"]);
        Assert.NotEqual(0, exitCode);
        Assert.Contains("Rank 1: System.InvalidOperationException: lost on one rank only", errors, StringComparison.Ordinal);
    }

    [MpiTheory]
    [InlineData("Open MPI")]
    [InlineData("MPICH")]
    public void A_killed_rank_ends_the_job_and_the_next_build_completes_it(string family)
    {
        using var folder = new ShardFolder();
        folder.Add([.. Enumerable.Repeat(30_000, 12)]);
        folder.Build().Dispose();
        Dictionary<string, byte[]> expected = folder.IndexFiles();
        var random = new Random(19);
        for (int kill = 0; kill < Kills; kill++)
        {
            folder.DeleteIndices();
            using Process job = Launcher.Start(family, 3, ["build", Pattern(folder), folder.Manifest]);
            int files = random.Next(1, 9);
            var waited = Stopwatch.StartNew();
            while (!job.HasExited && folder.CountIndexFiles() < files && waited.Elapsed < TimeSpan.FromSeconds(60))
            {
                Thread.Sleep(1);
            }

            if (RankProcesses.Of(folder.Manifest).FirstOrDefault() is { } rank)
            {
                rank.Kill();
                rank.Dispose();
            }

            Launcher.End(job);

            // A launcher may end a little before the ranks that it ends.
            Assert.True(SpinWait.SpinUntil(() => RankProcesses.Of(folder.Manifest).Count == 0, TimeSpan.FromSeconds(20)), "A rank outlives its job.");
            Assert.All(folder.IndexFiles(), file => Assert.Equal(expected[file.Key], file.Value));
            (int exitCode, _, string errors) = Launcher.Run(family, 2, ["build", Pattern(folder), folder.Manifest]);
            Assert.True(exitCode == 0, errors);
            Assert.Equal(expected, folder.IndexFiles());
        }
    }

    [Fact]
    public void A_process_by_itself_needs_no_library() => Assert.IsType<SingleProcess>(WithoutLauncher(Collective.World));

    /// <summary>System calls on sockets between the marks of <see cref="ChildProgram"/>.</summary>
    private static string[] MessagesBetweenMarks(string[] calls)
    {
        int begin = Array.FindIndex(calls, call => call.Contains(ChildProgram.BeginMark, StringComparison.Ordinal));
        int end = Array.FindIndex(calls, call => call.Contains(ChildProgram.EndMark, StringComparison.Ordinal));
        Assert.InRange(begin, 0, end);
        return [.. calls[begin..end].Where(call => call.Contains("<TCP", StringComparison.Ordinal) || call.Contains("<UNIX", StringComparison.Ordinal))];
    }

    private static string[] Draw(string family, int ranks, ShardFolder folder, int batches, string? state, out string next)
    {
        const int BatchSize = 16;
        string[] arguments = ["draw", folder.Manifest, $"{batches}", $"{BatchSize}", .. state is null ? Array.Empty<string>() : [state]];
        (int exitCode, string[] lines, string errors) = Launcher.Run(family, ranks, arguments);
        Assert.True(exitCode == 0, errors + string.Join('\n', lines));
        Assert.Equal(ranks * batches, lines.Length);

        // Batches of a rank follow each other in the output; in the global order those of a step do.
        string[][] parts = [.. lines.Select(line => line.Split('|'))];
        next = parts[batches - 1][1];
        Assert.All(Enumerable.Range(0, ranks), rank => Assert.Equal(parts[batches - 1][1], parts[(rank * batches) + batches - 1][1]));
        return [.. Enumerable.Range(0, batches).SelectMany(step => Enumerable.Range(0, ranks).SelectMany(rank => parts[(rank * batches) + step][0].Split(' ')))];
    }

    private static string Pattern(ShardFolder folder) => Path.Combine(Path.GetDirectoryName(folder.Manifest)!, "part-*.csv");

    private static ICollective WithoutLauncher(Func<ICollective> open) =>
        MpiLauncher.Find(Environment.GetEnvironmentVariable) is null ? open() : new SingleProcess();
}

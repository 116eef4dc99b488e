using System.Diagnostics;
using System.Globalization;

namespace BalanceGen.Mpi.Tests;

/// <summary>Ranks are killed while they train, and others go on from the checkpoint. BALANCEGEN_MPI_KILLS is the number of kills; 2 by default for each family.</summary>
public sealed class TrainingKillTests
{
    [MpiTheory]
    [InlineData("Open MPI")]
    [InlineData("MPICH")]
    public void Killed_ranks_end_their_job_and_any_number_of_ranks_goes_on_without_a_row_lost_or_repeated(string family)
    {
        using var folder = new ShardFolder();
        folder.Add(3000, 0, 1, 5011, 700);
        using ShardedIndex index = folder.Build();
        ShardedSampler sampler = index.BalancedSampler(seed: 42);
        string logs = Directory.CreateTempSubdirectory("balancegen-training-").FullName;
        var random = new Random(23);
        var starts = new List<long>();
        int killed = 0;
        while (killed < MpiTests.Kills)
        {
            long start = Start(sampler, logs);
            using Process job = Launcher.Start(family, random.Next(1, 5), ["train", folder.Manifest, logs, $"{starts.Count}", $"{long.MaxValue}"]);
            starts.Add(start);
            KillOneAfterSomeSteps(folder.Manifest, logs, starts.Count - 1, random, job);
            var waited = Stopwatch.StartNew();
            Launcher.End(job);
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(20), $"The job went on for {waited.Elapsed} after the kill.");
            Assert.True(SpinWait.SpinUntil(() => RankProcesses.Of(folder.Manifest).Count == 0, TimeSpan.FromSeconds(20)), "A rank outlives its job.");
            killed++;
        }

        long last = Start(sampler, logs);
        long draws = last + 400;
        starts.Add(last);
        (int exitCode, _, string errors) = Launcher.Run(family, 3, ["train", folder.Manifest, logs, $"{starts.Count - 1}", $"{draws}"]);
        Assert.True(exitCode == 0, errors);

        for (int run = 0; run < starts.Count; run++)
        {
            Dictionary<long, string> seen = Seen(logs, run);
            Assert.All(seen, draw => Assert.Equal(Text(sampler.RowAt(draw.Key)), draw.Value));

            // What counts is what was trained before the checkpoint from which the next run started.
            long end = run + 1 < starts.Count ? starts[run + 1] : draws;
            Assert.All(Enumerable.Range(0, (int)(end - starts[run])), offset => Assert.True(seen.ContainsKey(starts[run] + offset), $"Run {run} has no draw {starts[run] + offset}."));
        }

        Directory.Delete(logs, recursive: true);
    }

    /// <summary>Kills when some lines are written, at whatever the rank does then.</summary>
    private static void KillOneAfterSomeSteps(string manifest, string logs, int run, Random random, Process job)
    {
        long length = random.Next(1, 40_000);
        var waited = Stopwatch.StartNew();
        string first = TrainingRun.Log(logs, $"{run}", 0);
        while (!job.HasExited && !(File.Exists(first) && new FileInfo(first).Length >= length) && waited.Elapsed < TimeSpan.FromSeconds(60))
        {
            Thread.Sleep(1);
        }

        List<Process> ranks = RankProcesses.Of(manifest);
        Assert.NotEmpty(ranks);
        ranks[random.Next(ranks.Count)].Kill();
        ranks.ForEach(rank => rank.Dispose());
    }

    private static long Start(ShardedSampler sampler, string logs) => File.Exists(TrainingRun.Checkpoint(logs))
        ? sampler.ResumeFrom(SamplerState.FromJson(File.ReadAllText(TrainingRun.Checkpoint(logs))))
        : 0;

    /// <summary>The rows of a run by draw; a draw that two ranks have seen is an error. The last line of a killed rank may be torn.</summary>
    private static Dictionary<long, string> Seen(string logs, int run)
    {
        var seen = new Dictionary<long, string>();
        foreach (string[] words in Directory.GetFiles(logs, $"{run}-*.log").SelectMany(File.ReadAllLines).Select(line => line.Split(' ')).Where(words => words[^1] == "."))
        {
            long first = long.Parse(words[0], CultureInfo.InvariantCulture);
            for (int place = 0; place < TrainingRun.BatchSize; place++)
            {
                seen.Add(first + place, words[place + 1]);
            }
        }

        return seen;
    }

    private static string Text(ShardRow row) => $"{row.Shard}/{row.Row}/{row.ClassIndex}";
}

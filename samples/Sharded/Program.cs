using System.CommandLine;
using System.Diagnostics;

namespace Sharded;

/// <summary>A data set in many files, trained by ranks that come and go: index, train, kill, resume on fewer ranks, prove that nothing was lost or repeated.</summary>
public static class Program
{
    /// <summary>
    /// Runs the sample: <c>dotnet run -c Release --project samples/Sharded</c> does all of it; <c>generate</c>, <c>train</c> and <c>prove</c> are its steps, <c>mpirun -n 4 … train folder</c> a job of your own.
    /// </summary>
    public static int Main(string[] args)
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "The folder of the shards." };
        var run = new Option<string>("--run") { Description = "The name of the run in its logs.", DefaultValueFactory = _ => "first" };
        var slow = new Option<bool>("--slow") { Description = "Waits after each step, so that there is time to kill the job." };
        var shards = new Option<int>("--shards") { DefaultValueFactory = _ => 8 };
        var rows = new Option<int>("--rows") { Description = "Rows of a shard.", DefaultValueFactory = _ => 2500 };
        var at = new Option<long>("--at") { Description = "The draw from which the second run went on." };

        var generate = new Command("generate", "Writes Parquet shards.") { folder, shards, rows };
        generate.SetAction((arguments, _) => ShardGenerator.WriteAsync(arguments.GetValue(folder)!.FullName, arguments.GetValue(shards), arguments.GetValue(rows)));
        var train = new Command("train", "Trains as one rank of a job.") { folder, run, slow };
        train.SetAction((arguments, _) => Trainer.RunAsync(arguments.GetValue(folder)!.FullName, arguments.GetValue(run)!, arguments.GetValue(slow)));
        var prove = new Command("prove", "Compares the logs of two runs with the order of one process.") { folder, at };
        prove.SetAction(arguments => Proof.Check(arguments.GetValue(folder)!.FullName, arguments.GetValue(at)) ? 0 : 1);
        var all = new RootCommand("Trains four ranks, kills them, and goes on with three.") { generate, train, prove };
        all.SetAction((_, _) => AllAsync());
        return all.Parse(args).Invoke();
    }

    private static async Task<int> AllAsync()
    {
        (int before, int after) = Job.HasLauncher ? (4, 3) : (1, 1);
        if (!Job.HasLauncher)
        {
            Console.WriteLine("There is no mpirun; one process takes the place of the ranks.");
        }

        string folder = Directory.CreateTempSubdirectory("sharded-").FullName;
        string single = Directory.CreateTempSubdirectory("sharded-").FullName;
        try
        {
            await ShardGenerator.WriteAsync(folder, shards: 8, rows: 2500);
            await ShardGenerator.WriteAsync(single, shards: 8, rows: 2500);

            // Four ranks, of which all are killed in the middle of the epoch.
            using (Process first = Job.Start(before, "train", folder, "--run", "first", "--slow"))
            {
                while (!first.HasExited && (Checkpoint.Read(folder)?.State.Draw ?? 0) < 5000)
                {
                    await Task.Delay(10);
                }

                first.Kill(entireProcessTree: true);
                await first.WaitForExitAsync();
            }

            long resumedAt = Checkpoint.Read(folder)?.State.Draw ?? throw new InvalidOperationException("The first run left no checkpoint.");
            Console.WriteLine($"killed; the last checkpoint is of draw {resumedAt:N0}");
            int exitCode = await EndAsync(Job.Start(after, "train", folder, "--run", "second"));
            exitCode += await EndAsync(Job.Start(1, "train", single, "--run", "single"));
            bool isProven = Proof.Check(folder, resumedAt);
            bool isSameModel = Checkpoint.Read(folder)!.Model == Checkpoint.Read(single)!.Model;
            Console.WriteLine(isSameModel ? "proof: the model is that of a single process to the last bit" : "proof failed: the models differ");
            return exitCode == 0 && isProven && isSameModel ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            Directory.Delete(single, recursive: true);
        }
    }

    private static async Task<int> EndAsync(Process process)
    {
        using (process)
        {
            await process.WaitForExitAsync();
            return process.ExitCode;
        }
    }
}

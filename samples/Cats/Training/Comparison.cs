using Spectre.Console;

namespace Cats.Training;

/// <summary>Trains by every method with every seed.</summary>
internal static class Comparison
{
    /// <summary>The results of each method, in the order of the seeds. All methods get the same pictures for the same seed.</summary>
    public static IReadOnlyDictionary<Method, RunResult[]> Run(Trainer trainer, IReadOnlyList<Method> methods, Settings settings)
    {
        var results = methods.ToDictionary(method => method, _ => new RunResult[settings.Seeds]);
        AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).Start(progress =>
        {
            ProgressTask task = progress.AddTask("Trainings", maxValue: methods.Count * settings.Seeds);
            for (int seed = 0; seed < settings.Seeds; seed++)
            {
                foreach (Method method in methods)
                {
                    results[method][seed] = trainer.Run(method, seed);
                    task.Increment(1);
                }
            }
        });
        return results;
    }
}

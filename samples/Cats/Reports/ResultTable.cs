using BalanceGen.Evaluation;
using Cats.Training;

namespace Cats.Reports;

/// <summary>The results as a table in Markdown, for the console and for a document.</summary>
internal static class ResultTable
{
    private static readonly string[] Head = ["method", "best F1", "at epoch", "accuracy", "recall", "last F1", "calibration error", "corrected", "last F1, corrected"];

    /// <summary>Writes one line a method: mean and standard deviation over the seeds.</summary>
    public static void Write(TextWriter output, IReadOnlyDictionary<Method, RunResult[]> results)
    {
        var lines = new List<string[]> { Head, Array.ConvertAll(Head, _ => "---") };
        foreach ((Method method, RunResult[] runs) in results)
        {
            lines.Add(
            [
                method.Name,
                Spread.Of(runs.Select(run => run.Best.F1)).ToString("F3"),
                Spread.Of(runs.Select(run => (double)run.BestEpoch)).ToString("F1"),
                Spread.Of(runs.Select(run => run.Best.Accuracy)).ToString("F3"),
                Spread.Of(runs.Select(run => run.Best.Recall)).ToString("F3"),
                Spread.Of(runs.Select(run => run.Last.F1)).ToString("F3"),
                Spread.Of(runs.Select(run => run.CalibrationError)).ToString("F3"),
                Spread.Of(runs.Select(run => run.CorrectedCalibrationError)).ToString("F3"),
                Spread.Of(runs.Select(run => run.Corrected.F1)).ToString("F3"),
            ]);
        }

        int[] widths = [.. Head.Index().Select(column => lines.Max(line => line[column.Index].Length))];
        foreach (string[] line in lines)
        {
            output.WriteLine($"| {string.Join(" | ", line.Index().Select(cell => cell.Item.PadRight(widths[cell.Index])))} |");
        }
    }

    /// <summary>Writes the confusion matrix of all seeds together, after the last epoch.</summary>
    public static void WriteMatrices(TextWriter output, IReadOnlyDictionary<Method, RunResult[]> results)
    {
        foreach ((Method method, RunResult[] runs) in results)
        {
            var all = new ConfusionMatrix(runs[0].Last.Matrix.Classes);
            foreach (RunResult run in runs)
            {
                all.Merge(run.Last.Matrix);
            }

            output.WriteLine();
            output.WriteLine($"{method.Name}, last epoch, all seeds:");
            output.WriteLine(all);
        }
    }
}

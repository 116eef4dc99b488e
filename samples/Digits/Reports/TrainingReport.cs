using Digits.Loading;
using Digits.Training;

namespace Digits.Reports;

/// <summary>What it changes: the same network with and without oversampling, with and without augmentation.</summary>
public static class TrainingReport
{
    private static readonly int[] StepCounts = [50, 150, 500, 1500];
    private const int DetailedSteps = 500;

    /// <summary>Writes the section.</summary>
    public static void Write(Page page, Digit[] images, ImbalancedDigits digits, Settings settings)
    {
        page.Heading("6. What does it change?");
        page.Say($"A network with {Trainer.HiddenUnits} hidden units, batches of {settings.BatchSize}, plain gradient descent. Scored on the "
            + $"untouched {digits.Test.Length} test images; {Numeral.Eight} counts as positive. Each way of training is repeated "
            + $"{settings.Trainings} times, with another split, other {settings.RareRows} images of {Numeral.Eight} and other "
            + "first weights each time. In each repetition all ways share these and make the same number of gradient steps. "
            + "F1 gained, better in: against shuffled draws, repetition by repetition. Shifted: each drawn image is moved by at most "
            + "one pixel.");

        Dictionary<(Arm Arm, int Steps), ArmResult> results = [];
        foreach (Arm arm in Arm.All)
        {
            foreach (int steps in StepCounts)
            {
                results[(arm, steps)] = Experiment.Run(images, arm, steps, settings);
            }
        }

        foreach (bool shifts in new[] { false, true })
        {
            page.Say($"{(shifts ? "Shifted images" : "Images as they are")}, after {Cell.Count(DetailedSteps)} steps (mean ± standard deviation):");
            page.Show(Detailed(results, shifts, settings));
        }

        page.Say("F1 after fewer and after more steps:");
        page.Show(BySteps(results));
        page.Say("The images of this set are normalised to the same box: shifts train for positions that the test does not have.");
    }

    private static Lines Detailed(Dictionary<(Arm Arm, int Steps), ArmResult> results, bool shifts, Settings settings)
    {
        var lines = new Lines("training", "F1", "accuracy", $"recall of {Numeral.Eight}", "F1 gained", "better in");
        foreach (Arm arm in Arm.All.Where(arm => arm.Shifts == shifts))
        {
            ArmResult result = results[(arm, DetailedSteps)];
            ArmResult baseline = results[(arm.Baseline, DetailedSteps)];
            string[] scores =
            [
                arm.Name,
                Cell.MeanAndDeviation(result.Of(scores => scores.F1), 3),
                Cell.MeanAndDeviation(result.Of(scores => scores.Accuracy), 3),
                Cell.MeanAndDeviation(result.Of(scores => scores.Recall), 3),
            ];
            lines.Add(arm == arm.Baseline
                ? scores
                : [.. scores, Cell.MeanAndDeviation(result.F1Above(baseline), 3), $"{result.WinsOver(baseline)} of {settings.Trainings}"]);
        }

        return lines;
    }

    private static Lines BySteps(Dictionary<(Arm Arm, int Steps), ArmResult> results)
    {
        var lines = new Lines(["training", "shifted", .. StepCounts.Select(steps => $"{Cell.Count(steps)} steps")]);
        foreach (Arm arm in Arm.All)
        {
            IEnumerable<string> scores = StepCounts.Select(steps => Cell.MeanAndDeviation(results[(arm, steps)].Of(scores => scores.F1), 2));
            lines.Add([arm.Name, arm.Shifts ? "yes" : "no", .. scores]);
        }

        return lines;
    }
}

using BalanceGen;
using Digits.Loading;

namespace Digits.Training;

/// <summary>Repeats a training with other splits, other rare rows, other first weights and other draws.</summary>
public static class Experiment
{
    /// <summary>Trains and scores one arm.</summary>
    /// <param name="images">All images; each repetition splits them anew.</param>
    /// <param name="arm">The way to train.</param>
    /// <param name="steps">The number of gradient steps.</param>
    /// <param name="settings">The seeds and the number of repetitions.</param>
    public static ArmResult Run(Digit[] images, Arm arm, int steps, Settings settings)
    {
        var scores = new Scores[settings.Trainings];
        for (int repetition = 0; repetition < scores.Length; repetition++)
        {
            long seed = settings.Seed + repetition;
            ImbalancedDigits digits = ImbalancedDigits.Prepare(images, settings, seed);
            Sampler sampler = arm.Scheme.Create(digits.Training, seed);
            Network network = Trainer.Train(digits.Training, sampler, arm, new Schedule(settings.BatchSize, steps), seed);
            scores[repetition] = Scores.Of(network, digits.Test);
        }

        return new ArmResult(scores);
    }
}

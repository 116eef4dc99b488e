using BalanceGen;

namespace Digits.Training;

/// <summary>Trains a network on the batches of a sampler.</summary>
public static class Trainer
{
    /// <summary>The number of hidden units.</summary>
    public const int HiddenUnits = 16;

    /// <summary>Trains a network.</summary>
    /// <param name="rows">The training rows.</param>
    /// <param name="sampler">A sampler of them.</param>
    /// <param name="arm">Whether the loss is weighted and whether the images are shifted.</param>
    /// <param name="schedule">How long and how fast.</param>
    /// <param name="seed">The seed of the first weights and of the shifts.</param>
    public static Network Train(IndexedDataset<Digit> rows, Sampler sampler, Arm arm, Schedule schedule, long seed)
    {
        var network = new Network(HiddenUnits, seed);
        var shifts = new Noise(~seed);
        float[] shifted = new float[Digit.PixelCount];
        ClassWeights weights = ClassWeights.Balanced(rows.Counts);
        Batches<Digit> batches = rows.Batches(sampler, schedule.BatchSize, dropLast: true);
        for (long step = 0; step < schedule.Steps;)
        {
            foreach (Batch<Digit> batch in batches.Epoch(step / batches.Count))
            {
                for (int place = 0; place < batch.Count; place++)
                {
                    ref readonly Digit digit = ref batch[place];
                    ReadOnlySpan<float> pixels = digit.Pixels;
                    if (arm.Shifts)
                    {
                        PixelShift.Apply(pixels, shifts.Below(PixelShift.Count, (step * batch.Count) + place), shifted);
                        pixels = shifted;
                    }

                    float weight = arm.WeightedLoss ? (float)weights[Digit.Classes.IndexOf(digit)] : 1;
                    network.Accumulate(pixels, digit.Numeral == Numeral.Eight, weight);
                }

                network.Step(schedule.LearningRate, batch.Count);
                if (++step == schedule.Steps)
                {
                    break;
                }
            }
        }

        return network;
    }
}

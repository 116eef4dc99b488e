using Digits;
using Digits.Loading;
using Digits.Training;

namespace BalanceGen.Tests.Samples;

public class DigitsTrainingTests
{
    private static readonly Digit[] Images = DigitFile.ReadNumerals();

    [Fact]
    public void Gradient_is_the_slope_of_the_loss()
    {
        var network = new Network(units: 4, seed: 1);
        Digit digit = Images[0];
        const float weight = 3;
        network.Accumulate(digit.Pixels, isRare: true, weight);
        float[] gradient = network.Gradient.ToArray();

        // Central differences in single precision are good to about 1e-3; the largest slopes here are above 0.1.
        const float step = 1e-2f;
        for (int parameter = 0; parameter < gradient.Length; parameter++)
        {
            float value = network.Parameters[parameter];
            network.Parameters[parameter] = value + step;
            double above = Loss();
            network.Parameters[parameter] = value - step;
            double below = Loss();
            network.Parameters[parameter] = value;
            Assert.Equal((above - below) / (2 * step), gradient[parameter], 5e-3);
        }

        Assert.True(gradient.Max(Math.Abs) > 0.1f);

        double Loss() => weight * Math.Log(1 + Math.Exp(-network.LogOdds(digit.Pixels)));
    }

    [Fact]
    public void Step_goes_down_the_mean_gradient_and_starts_anew()
    {
        var network = new Network(units: 4, seed: 1);
        network.Accumulate(Images[0].Pixels, isRare: true);
        network.Accumulate(Images[1].Pixels, isRare: false);
        float[] before = network.Parameters.ToArray();
        float[] gradient = network.Gradient.ToArray();
        network.Step(rate: 0.5f, batchSize: 2);

        for (int parameter = 0; parameter < before.Length; parameter++)
        {
            Assert.Equal(before[parameter] - (0.25f * gradient[parameter]), network.Parameters[parameter], 1e-6f);
        }

        Assert.All(network.Gradient.ToArray(), slope => Assert.Equal(0, slope));
    }

    [Fact]
    public void Shift_moves_every_pixel_and_fills_with_background()
    {
        float[] pixels = [.. Enumerable.Range(1, 64).Select(pixel => (float)pixel)];
        var shifted = new float[64];
        for (int shift = 0; shift < PixelShift.Count; shift++)
        {
            PixelShift.Apply(pixels, shift, shifted);
            (int right, int down) = ((shift % 3) - 1, (shift / 3) - 1);
            for (int y = 0; y < 8; y++)
            {
                for (int x = 0; x < 8; x++)
                {
                    (int fromX, int fromY) = (x - right, y - down);
                    bool inside = fromX is >= 0 and < 8 && fromY is >= 0 and < 8;
                    Assert.Equal(inside ? pixels[(8 * fromY) + fromX] : 0, shifted[(8 * y) + x]);
                }
            }
        }
    }

    [Fact]
    public void Scores_follow_their_definitions()
    {
        var scores = new Scores(TruePositives: 6, FalsePositives: 2, FalseNegatives: 4, TrueNegatives: 8);
        const double precision = 6.0 / 8, recall = 6.0 / 10;
        Assert.Equal(14.0 / 20, scores.Accuracy, 1e-12);
        Assert.Equal(recall, scores.Recall, 1e-12);
        Assert.Equal(2 * precision * recall / (precision + recall), scores.F1, 1e-12);
        Assert.Equal(0, new Scores(0, 0, 10, 10).F1);
    }

    [Fact]
    public void Trained_network_tells_the_numerals_apart_better_with_balanced_draws()
    {
        var settings = new Settings(Seed: 1, Trainings: 5);
        ArmResult shuffled = Experiment.Run(Images, new Arm(SamplingScheme.Shuffled, false, false), 150, settings);
        Assert.InRange(shuffled.Of(scores => scores.Accuracy).Mean, 0.5, 0.9);
        foreach (Arm arm in Arm.All.Where(arm => !arm.Shifts && arm != arm.Baseline))
        {
            ArmResult balanced = Experiment.Run(Images, arm, 150, settings);
            Assert.InRange(balanced.Of(scores => scores.F1).Mean, 0.85, 1);
            Assert.Equal(settings.Trainings, balanced.WinsOver(shuffled));
            Assert.True(balanced.F1Above(shuffled).Mean > 0.1);
        }
    }

    [Fact]
    public void Training_stops_after_exactly_the_steps_that_were_asked_for()
    {
        ImbalancedDigits digits = ImbalancedDigits.Prepare(Images, new Settings(1), 1);
        Sampler sampler = SamplingScheme.Shuffled.Create(digits.Training, 1);
        var arm = new Arm(SamplingScheme.Shuffled, WeightedLoss: false, Shifts: false);

        // 15 full batches an epoch: 20 steps end within the second one.
        Network trained = Trainer.Train(digits.Training, sampler, arm, new Schedule(10, 20), 1);

        var expected = new Network(Trainer.HiddenUnits, 1);
        for (int step = 0; step < 20; step++)
        {
            long firstDraw = (step / 15 * sampler.EpochLength) + (step % 15 * 10);
            foreach (int row in sampler.Draws(firstDraw, 10))
            {
                Digit digit = digits.Training.Rows[row];
                expected.Accumulate(digit.Pixels, digit.Numeral == Numeral.Eight);
            }

            expected.Step(0.1f, 10);
        }

        Assert.Equal(expected.Parameters.ToArray(), trained.Parameters.ToArray());
    }
}

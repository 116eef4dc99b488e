using BalanceGen.Weights;
using BalanceGen;

namespace DynamicWeights;

/// <summary>A way to weigh the rows of a batch.</summary>
/// <param name="Name">What the tables call it.</param>
/// <param name="Weigh">Writes one weight per row of the batch.</param>
public sealed record WeightingScheme(string Name, WeightingScheme.Weighing Weigh)
{
    /// <summary>Writes one weight per row of a batch.</summary>
    public delegate void Weighing(Batch<DigitImage> batch, Span<double> weights);

    /// <summary>
    /// positives / positiveRatio + negatives / negativeRatio, written down as it is found in answers about Keras. A batch of one class makes
    /// one of the ratios 0.
    /// </summary>
    public static WeightingScheme AsInKerasAnswers { get; } = new("positives / positiveRatio + …, as written", (batch, weights) =>
    {
        int positives = 0;
        foreach (ref readonly DigitImage image in batch)
        {
            positives += image.IsEight ? 1 : 0;
        }

        double positiveRatio = (double)positives / batch.Count;
        double negativeRatio = 1 - positiveRatio;
        for (int place = 0; place < batch.Count; place++)
        {
            double label = batch[place].IsEight ? 1 : 0;
            weights[place] = (label / positiveRatio) + ((1 - label) / negativeRatio);
        }
    });

    /// <summary>Every way that is compared.</summary>
    /// <param name="counts">The counts of the training rows.</param>
    public static IReadOnlyList<WeightingScheme> All(ClassCounts counts)
    {
        ClassWeights classWeights = ClassWeights.Balanced(counts);
        var running = new RunningClassCounts(counts.Classes, decay: 0.98);
        return
        [
            new("no weights", (batch, weights) => weights[..batch.Count].Fill(1)),
            AsInKerasAnswers,
            new("DynamicWeighting.InverseShare", (batch, weights) => batch.DynamicSampleWeights(weights, DynamicWeighting.InverseShare)),
            new("… with SingleClassBatch = ZeroWeight", (batch, weights) =>
                batch.DynamicSampleWeights(weights, DynamicWeighting.InverseShare with { SingleClassBatch = SingleClassBatchPolicy.ZeroWeight })),
            new("DynamicWeighting.Balanced", (batch, weights) => batch.DynamicSampleWeights(weights)),
            new("… with Smoothing = 1", (batch, weights) => batch.DynamicSampleWeights(weights, DynamicWeighting.Balanced with { Smoothing = 1 })),
            new("RunningClassCounts, decay 0.98", (batch, weights) => Running(running, batch, weights)),
            new("ClassWeights.Balanced of the data set", (batch, weights) => batch.SampleWeights(classWeights, weights)),
        ];
    }

    private static void Running(RunningClassCounts running, Batch<DigitImage> batch, Span<double> weights)
    {
        batch.ObserveBy(running);
        Span<int> classIndices = stackalloc int[batch.Count];
        batch.CopyClassIndices(classIndices);
        running.SampleWeights(classIndices, weights, ZeroCountPolicy.Smooth(0.1));
    }
}

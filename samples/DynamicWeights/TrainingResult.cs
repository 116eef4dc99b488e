namespace DynamicWeights;

/// <summary>What a training led to.</summary>
/// <param name="Batches">The number of batches.</param>
/// <param name="SingleClassBatches">How many of them held rows of one class only.</param>
/// <param name="RuinedAtBatch">The batch after which a parameter was no number any more; null if none.</param>
/// <param name="Recall">The part of the eights that was found.</param>
/// <param name="Precision">The part of what was found that is an eight.</param>
public sealed record TrainingResult(int Batches, int SingleClassBatches, int? RuinedAtBatch, double Recall, double Precision)
{
    /// <summary>The harmonic mean of recall and precision.</summary>
    public double F1 => Recall + Precision == 0 ? 0 : 2 * Recall * Precision / (Recall + Precision);

    /// <summary>Tests a model.</summary>
    public static TrainingResult Of(LogisticModel model, DigitImage[] test, int batches, int singleClassBatches, int? ruinedAtBatch)
    {
        int found = test.Count(image => image.IsEight && model.Probability(image.Pixels) > 0.5);
        int claimed = test.Count(image => model.Probability(image.Pixels) > 0.5);
        return new TrainingResult(
            batches, singleClassBatches, ruinedAtBatch, (double)found / test.Count(image => image.IsEight), claimed == 0 ? 0 : (double)found / claimed);
    }
}

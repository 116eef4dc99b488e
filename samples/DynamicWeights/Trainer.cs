using BalanceGen;

namespace DynamicWeights;

/// <summary>The training loop of all schemes; they differ in the weights only.</summary>
public static class Trainer
{
    private const int BatchSize = 32;
    private const int Epochs = 30;
    private const double Rate = 0.5;

    /// <summary>Trains a model and tests it.</summary>
    /// <param name="training">The training rows.</param>
    /// <param name="test">The rows to score with.</param>
    /// <param name="scheme">The weights.</param>
    /// <param name="seed">The seed of the order of the rows.</param>
    public static TrainingResult Train(IndexedDataset<DigitImage> training, DigitImage[] test, WeightingScheme scheme, long seed)
    {
        var model = new LogisticModel();
        Batches<DigitImage> batches = training.Batches(training.RandomSampler(seed), BatchSize);
        Span<double> weights = stackalloc double[BatchSize];
        Span<long> counts = stackalloc long[training.Classes.Count];
        int batchNumber = 0;
        int singleClassBatches = 0;
        int? ruined = null;
        foreach (Batches<DigitImage> epoch in batches.Epochs(0, Epochs))
        {
            foreach (Batch<DigitImage> batch in epoch)
            {
                batchNumber++;
                batch.CountClasses(counts);
                singleClassBatches += counts.Contains(0) ? 1 : 0;
                scheme.Weigh(batch, weights);
                for (int place = 0; place < batch.Count; place++)
                {
                    model.Accumulate(in batch[place], weights[place]);
                }

                // The divisor is the batch size: a row's share of the step does not depend on its neighbours.
                model.Step(Rate / batch.Count);
                ruined ??= model.IsFinite ? null : batchNumber;
            }
        }

        return TrainingResult.Of(model, test, batchNumber, singleClassBatches, ruined);
    }
}

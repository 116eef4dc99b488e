using BalanceGen;

namespace Corpus;

public enum Sentiment
{
    Negative,
    Neutral,
    Positive,
}

[BalancedDataset]
[ClassCount(Sentiment.Negative, 40), ClassCount(Sentiment.Neutral, 900), ClassCount(Sentiment.Positive, 60)]
public readonly partial record struct Review(string Text, [ClassLabel] Sentiment Sentiment);

/// <summary>An experiment as it should be written.</summary>
public sealed class Experiment(IndexedDataset<Review> training, IndexedDataset<Review> validation)
{
    private readonly float[] _rowWeights = new float[64];

    public void Compare()
    {
        ClassWeights weights = ClassWeights.Balanced(training.Counts, ZeroCountPolicy.ZeroWeight);
        Console.WriteLine(weights);
        Console.WriteLine(training.BalancedSampler(seed: 1).Period);

        for (int epoch = 0; epoch < 5; epoch++)
        {
            double loss = 0;
            foreach (Batch<Review> batch in training.Batches(training.BalancedSampler(seed: 1), batchSize: 64).Epoch(epoch))
            {
                loss += batch.Count;
            }

            foreach (Batch<Review> batch in training.Batches(training.RandomSampler(seed: 1), batchSize: 64).Epoch(epoch))
            {
                batch.SampleWeights(weights, _rowWeights);
                loss += _rowWeights[0];
            }

            Console.WriteLine($"{epoch}: {loss / training.Index.RowCount}");
        }
    }

    public double[] Recall(long[] hits)
    {
        ClassCounts counts = validation.Counts;
        var recall = new double[counts.Classes.Count];
        for (int c = 0; c < recall.Length; c++)
        {
            recall[c] = counts[c] > 0 ? (double)hits[c] / counts[c] : 0;
        }

        return recall;
    }

    public double MacroRecall(long[] hits)
    {
        double sum = 0;
        int present = 0;
        for (int c = 0; c < hits.Length; c++)
        {
            long n = validation.Counts[c];
            if (n == 0)
            {
                continue;
            }

            sum += (double)hits[c] / n;
            present++;
        }

        return sum / present;
    }

    public SamplerState Interrupted(SamplerState state)
    {
        WeightedRandomSampler sampler = training.WeightedRandomSampler(seed: 3, target: TargetDistribution.Of(0.3, 0.4, 0.3));
        foreach (Batch<Review> batch in training.Batches(sampler, batchSize: 32).ResumeFrom(state))
        {
            state = batch.State;
        }

        return state;
    }

    public int[] OneDraw() => [training.WeightedRandomSampler(seed: 5, epochLength: 10, replacement: false).RowAt(0)];
}

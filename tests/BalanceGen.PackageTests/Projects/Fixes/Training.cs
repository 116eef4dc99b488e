using BalanceGen;

namespace Fixes;

public enum Breed { Siamese, Birman, Burmese }

[BalancedDataset]
public record struct Dog([ClassLabel] bool IsOld);

[BalancedDataset]
public partial record struct Bird(bool IsBlue);

[BalancedDataset]
[ClassCount(Breed.Siamese, 160), ClassCount(Breed.Birman, 10), ClassCount(Breed.Burmese, 0)]
public partial record struct Cat([ClassLabel] Breed Breed);

[BalancedDataset]
[ClassCount("ham", 4827), ClassCount("spma", 747)]
public partial record struct Sms([ClassLabel("ham", "spam")] string Label);

[BalancedDataset]
[ClassCount(false, 100), ClassCount(true, 100)]
public partial record struct Coin([ClassLabel] bool IsHead);

[BalancedDataset(ZeroCounts = ZeroCountRule.Throw)]
[ClassCount(Breed.Siamese, 3), ClassCount(Breed.Birman, 2), ClassCount(Breed.Burmese, 0)]
public partial record struct Kitten([ClassLabel] Breed Breed);

public static class Training
{
    public static ClassWeights Weights(IndexedDataset<Cat> cats) => ClassWeights.Balanced(cats.Counts);

    public static Sampler Draws(IndexedDataset<Dog> dogs) => dogs.WeightedRandomSampler(1, replacement: false);

    public static double Weight(ClassCounts counts, int classIndex) => 1.0 / counts[classIndex];

    public static SampleWeights RowWeights(IndexedDataset<Dog> dogs) => new SampleWeights(ClassWeights.Balanced(dogs.Counts).Values);

    public static Sampler Tosses(IndexedDataset<Coin> coins) => coins.WeightedRandomSampler(1);

    public static long Train(IndexedDataset<Dog> dogs)
    {
        long rows = 0;
        for (int epoch = 0; epoch < 3; epoch++)
        {
            foreach (Batch<Dog> batch in dogs.Batches(dogs.RandomSampler(1), 10))
            {
                rows += batch.Count;
            }
        }

        return rows;
    }

    public static long ResumeFrom(Batches<Dog> batches, SamplerState state)
    {
        long rows = 0;
        batches.ResumeFrom(state);
        foreach (Batch<Dog> batch in batches)
        {
            rows += batch.Count;
        }

        return rows;
    }

    public static Batches<Coin> Pairs(IndexedDataset<Coin> coins) => coins.Batches(coins.BalancedSampler(1), 1);

    public static Sampler Litter(IndexedDataset<Kitten> kittens) => kittens.BalancedSampler(1, TargetDistribution.Of(0.5, 0.3, 0.2));

    public static TargetDistribution Target() => TargetDistribution.Of(1, 2);
}

using BalanceGen;

namespace Fixes;

public enum Breed { Siamese, Birman, Burmese }

[BalancedDataset]
public record struct Dog([ClassLabel] bool IsOld);

[BalancedDataset]
[ClassCount(Breed.Siamese, 160), ClassCount(Breed.Birman, 10), ClassCount(Breed.Burmese, 0)]
public partial record struct Cat([ClassLabel] Breed Breed);

public static class Training
{
    public static ClassWeights Weights(IndexedDataset<Cat> cats) => ClassWeights.Balanced(cats.Counts);

    public static Sampler Draws(IndexedDataset<Dog> dogs) => dogs.WeightedRandomSampler(1, replacement: false);

    public static double Weight(ClassCounts counts, int classIndex) => 1.0 / counts[classIndex];

    public static TargetDistribution Target() => TargetDistribution.Of(1, 2);
}

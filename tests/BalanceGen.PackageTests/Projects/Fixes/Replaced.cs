using BalanceGen;
using BalanceGen.Evaluation;

namespace Fixes;

[BalancedDataset]
public partial record struct Pet(string File, string PatientId, [ClassLabel] Breed Breed);

[BalancedDataset] // of a file
public partial record struct Species(string File, [ClassLabel] string Name);

[BalancedDataset(ClassCounts = "few.classcounts.csv", ZeroCounts = ZeroCountRule.ZeroWeight)]
public partial record struct Few([ClassLabel] Breed Breed);

[BalancedDataset(ClassCounts = "misspelt.classcounts.csv")]
public partial record struct Misspelt([ClassLabel("ham", "spam")] string Label);

[BalancedDataset(ClassCounts = "twice.classcounts.csv")]
public partial record struct Twice([ClassLabel("ham", "spam")] string Label);

[BalancedDataset]
public partial record struct Listed([ClassLabel(ClassesFrom = "listed.classes.txt", ClassOrder = "2:0000000000000000")] string Label);

public static class ByHand<T>
{
    public struct Nested
    {
        public static double Ratio(IReadOnlyList<Pet> pets)
        {
            // Counts.
            var counts = pets.GroupBy(pet => pet.Breed /* label */).ToDictionary(group => group.Key, group => group.Count());
            return counts[Breed.Siamese] > 3 ? 1 : 0;
        }

        public static bool AreMany(IReadOnlyList<Pet> pets)
        {
            var counts = pets.CountBy(pet => pet.Breed).ToDictionary();
            return counts[Breed.Birman] > 9;
        }

        public static int IndexOf(Pet pet) => pet.Breed switch
        {
            Breed.Siamese => 0, // the first
            Breed.Birman => 1,
            Breed.Burmese => 2,
            _ => throw new InvalidOperationException(),
        };

        public static double Weight(IndexedDataset<Pet> pets, int classIndex) => 1.0 / pets.Counts[classIndex];

        public static object Halves(IndexedDataset<Pet> pets) => pets.Split(0.2, 1);

        public static async Task Train(IndexedDataset<Pet> pets, Sampler sampler, Func<int, Task> step)
        {
            foreach (var batch in pets.Batches(sampler, 10))
            {
                await step(batch.Count);
            }
        }
    }

    public static double[] Corrected(IndexedDataset<Pet> pets, double[] probabilities)
    {
        ClassWeights used = ClassWeights.Balanced(pets.Counts);
        Fit(used);
        PosteriorCorrection correction = PosteriorCorrection.Of(pets.Counts, TargetDistribution.AsSource, TargetDistribution.AsSource);
        correction.Apply<double>(probabilities);
        return probabilities;
    }

    private static void Fit(ClassWeights weights) => Console.WriteLine(weights);
}

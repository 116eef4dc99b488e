using BalanceGen;
using BalanceGen.Randomness;
using Cats.Features;

namespace Cats.Training;

/// <summary>Which pictures are trained on and which judge the training. No picture is in both.</summary>
internal sealed record Partition(IndexedDataset<Animal> Training, IndexedDataset<Animal> Validation)
{
    /// <summary>Chooses by a seed.</summary>
    /// <exception cref="CatsException">There are too few pictures of a class.</exception>
    public static Partition Choose(FeatureTable pictures, Settings settings, int seed)
    {
        IndexedDataset<Animal> all = Animal.Classes.Index(pictures.Animals);
        var training = new List<int>();
        var validation = new List<int>();
        foreach (Rarity rarity in Enum.GetValues<Rarity>())
        {
            int wanted = rarity == Rarity.Rare ? settings.RareRows : settings.FrequentRows;
            int[] rows = Shuffled([.. pictures.Animals.Where(animal => animal.Rarity == rarity).Select(animal => animal.Number)], (2UL * (ulong)seed) + (ulong)rarity);
            if (rows.Length < settings.ValidationRows + settings.RareRows)
            {
                throw new CatsException($"There are {rows.Length} pictures of the {rarity.ToString().ToLowerInvariant()} class; {settings.ValidationRows + settings.RareRows} are needed.");
            }

            validation.AddRange(rows[..settings.ValidationRows]);
            training.AddRange(rows[settings.ValidationRows..].Take(wanted));
        }

        return new Partition(all.Subset(Sorted(training)), all.Subset(Sorted(validation)));
    }

    private static int[] Sorted(List<int> rows) => [.. rows.Order()];

    private static int[] Shuffled(int[] rows, ulong seed)
    {
        var random = new SplitMix64(seed);
        for (int last = rows.Length - 1; last > 0; last--)
        {
            int other = (int)BoundedInteger.Below(ref random, (uint)last + 1);
            (rows[last], rows[other]) = (rows[other], rows[last]);
        }

        return rows;
    }
}

using BalanceGen;
using BalanceGen.Sampling;
using Pets;

Cat[] cats = [.. Enumerable.Range(0, 6).Select(row => new Cat($"{row}.jpg", row % 3 == 0 ? Breed.Birman : Breed.Siamese))];
Print("cats", Cat.Classes.KnownCounts.Values, Cat.Classes.KnownCounts.BalancedWeights);
Console.WriteLine($"total {Cat.Classes.KnownCounts.Total}, ratio {Cat.Classes.KnownCounts.ImbalanceRatio}");
Tables("cats", Cat.Classes.KnownCounts.AliasThresholds, Cat.Classes.KnownCounts.AliasClasses);
Console.WriteLine($"as known: {Cat.Classes.VerifyCounts(cats).Count == 0}; one less: {string.Join("; ", Cat.Classes.VerifyCounts(cats.AsSpan(1)))}");
IndexedDataset<Cat> indexed = Cat.Classes.Index(cats);
Compare(indexed.BalancedSampler(seed: 42), indexed.BalancedSampler(seed: 42, Cat.Classes.KnownCounts.Tables));
Compare(indexed.WeightedRandomSampler(seed: 42), indexed.WeightedRandomSampler(seed: 42, Cat.Classes.KnownCounts.Tables));
try
{
    Cat.Classes.Index(cats[1..]).BalancedSampler(seed: 42, Cat.Classes.KnownCounts.Tables);
}
catch (ClassCountMismatchException error)
{
    Console.WriteLine($"refused: {string.Join("; ", error.Differences)}");
}

Dog[] dogs = [.. Enumerable.Range(0, 40).Select(row => new Dog($"{row}.jpg", row < 30 ? "Pug" : "Beagle"))];
Print("dogs", Dog.Classes.KnownCounts.Values, Dog.Classes.KnownCounts.MedianFrequencyWeights);
Tables("dogs", Dog.Classes.KnownCounts.AliasThresholds, Dog.Classes.KnownCounts.AliasClasses);
IndexedDataset<Dog> kennel = Dog.Classes.Index(dogs);
Compare(kennel.BalancedSampler(seed: 1, zeroCounts: Dog.Classes.ZeroCounts), kennel.BalancedSampler(seed: 1, Dog.Classes.KnownCounts.Tables));

Print("birds", Aviary.Bird.Classes.KnownCounts.Values, Aviary.Bird.Classes.KnownCounts.InverseFrequencyWeights);
Print("tags", Tagged.Classes.KnownCounts.Values, Tagged.Classes.KnownCounts.InverseFrequencyWeights);
Console.WriteLine($"labels {Tagged.Classes.KnownCounts.LabelCount}; {string.Join("; ", Tagged.Classes.VerifyCounts([new(Tags.Friendly | Tags.Loud), new(Tags.Loud)]))}");

static void Print(string name, ReadOnlySpan<long> counts, ReadOnlySpan<double> weights) =>
    Console.WriteLine($"{name} {string.Join(' ', counts.ToArray())}, weights {string.Join(' ', weights.ToArray())}");

static void Tables(string name, ReadOnlySpan<ulong> thresholds, ReadOnlySpan<byte> aliases) =>
    Console.WriteLine($"{name} aliases {string.Join(' ', thresholds.ToArray())}, {string.Join(' ', aliases.ToArray())}");

static void Compare(Sampler computed, Sampler baked)
{
    int same = Enumerable.Range(0, 10_000).Count(draw => computed.RowAt(draw) == baked.RowAt(draw));
    Console.WriteLine($"{baked.GetType().Name}: {same} of 10000 rows are the same, {(computed.ConfigurationHash == baked.ConfigurationHash ? "one configuration" : "another configuration")}");
}

using BalanceGen;
using Cats;

Cat[] rows = [.. Enumerable.Range(0, 170).Select(row => new Cat($"{row}.jpg", row % 17 == 0 ? Breed.Birman : Breed.Siamese))];
IndexedDataset<Cat> cats = Cat.Classes.Index(rows);
BalancedSampler sampler = cats.BalancedSampler(seed: 42, zeroCounts: ZeroCountPolicy.ZeroWeight);
int birmans = Enumerable.Range(0, 100).Count(draw => rows[sampler.RowAt(draw)].Breed == Breed.Birman);
Console.WriteLine($"classes {Cat.Classes.Count}");
Console.WriteLine($"counts {cats.Counts[0]} {cats.Counts[1]}");
Console.WriteLine($"birmans in 100 draws {birmans}");

namespace Cats
{
    public enum Breed
    {
        Siamese,
        Birman,
    }

    [BalancedDataset]
    [ClassCount(Breed.Siamese, 160)]
    [ClassCount(Breed.Birman, 0)]
    public readonly partial record struct Cat(string File, [ClassLabel] Breed Breed);
}

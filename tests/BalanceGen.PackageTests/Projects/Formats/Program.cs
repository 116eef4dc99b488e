using BalanceGen;
using Cats;

Print("lines", Line.Classes.KnownCounts.Values);
Print("directories", Folder.Classes.KnownCounts.Values);
Print("names", Name.Classes.KnownCounts.Values);
Print("columns", Column.Classes.KnownCounts.Values);

static void Print(string what, ReadOnlySpan<long> counts) => Console.WriteLine($"{what} {string.Join(' ', counts.ToArray())}");

namespace Cats
{
    [BalancedDataset(ZeroCounts = ZeroCountRule.ZeroWeight)]
    public readonly partial record struct Line([ClassLabel("Birman", "Siamese")] string Breed);

    [BalancedDataset(ZeroCounts = ZeroCountRule.ZeroWeight)]
    public readonly partial record struct Folder([ClassLabel("Birman", "Siamese")] string Breed);

    [BalancedDataset(ZeroCounts = ZeroCountRule.ZeroWeight)]
    public readonly partial record struct Name([ClassLabel("Birman", "Siamese")] string Breed);

    [BalancedDataset(ZeroCounts = ZeroCountRule.ZeroWeight)]
    public readonly partial record struct Column([ClassLabel("Birman", "Siamese")] string Breed);
}

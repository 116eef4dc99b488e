using BalanceGen;
using Pets;
using Pets.App;

// The library's internal record, its public one, and one of this project: each with its own generated classes.
Console.WriteLine(string.Join(' ', Cat.Classes.Set[1], Message.Classes.Set[0], Dog.Classes.Set[0]));
Console.WriteLine(Message.Classes.IndexOf(new Message("hello", "spam")));

namespace Pets.App
{
    internal enum Breed
    {
        Pug,
        Beagle,
    }

    [BalancedDataset]
    internal readonly partial record struct Dog(string File, [ClassLabel] Breed Breed);
}

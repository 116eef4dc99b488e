using BalanceGen;
using Pets;
using Xunit;

namespace Pets.Tests;

[BalancedDataset]
public readonly partial record struct Flag([ClassLabel] bool IsSet);

public sealed class CatTests
{
    [Fact]
    public void Class_index_is_the_enum_member() => Assert.Equal(1, Cat.Classes.IndexOf(new Cat("a.jpg", Breed.Birman)));

    [Fact]
    public void Tests_may_have_records_too() => Assert.Equal(2, Flag.Classes.Count);
}

namespace BalanceGen.Tests.Classes;

public sealed class NameTableTests
{
    [Fact]
    public void Names_are_those_between_line_feeds() =>
        Assert.Equal(["a, b", " c ", "\u00e9\r"], NameTable.ToClassSet("a, b\n c \n\u00e9\r").Names.ToArray());

    [Theory]
    [InlineData("")]
    [InlineData("a\n")]
    [InlineData("a\nb\na")]
    public void Names_that_are_empty_or_repeated_are_refused(string names) => Assert.Throws<ArgumentException>(() => NameTable.ToClassSet(names));

    [Fact]
    public void Null_is_refused() => Assert.Throws<ArgumentNullException>(() => NameTable.ToClassSet(null!));
}

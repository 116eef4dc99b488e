namespace BalanceGen.Tests.Classes;

public sealed class ClassSetTests
{
    private static readonly ClassSet Breeds = new("Siamese", "Birman");

    [Fact]
    public void Names_are_found_at_the_index_they_were_declared_with()
    {
        Assert.Equal(2, Breeds.Count);
        Assert.Equal(1, Breeds.IndexOf("Birman"));
        Assert.Equal("Siamese", Breeds[0]);
        Assert.True(Breeds.TryIndexOf("Siamese", out int found));
        Assert.Equal(0, found);
    }

    [Fact]
    public void Names_are_compared_ordinally()
    {
        Assert.False(Breeds.TryIndexOf("siamese", out int index));
        Assert.Equal(-1, index);
    }

    [Fact]
    public void An_unknown_name_is_refused_with_the_names_that_exist()
    {
        var error = Assert.Throws<UnknownLabelException>(() => Breeds.IndexOf("Persian"));
        Assert.Equal("The label 'Persian' is none of the declared classes: 'Siamese', 'Birman'.", error.Message);
        Assert.Equal(-1, error.Row);
    }

    [Fact]
    public void A_long_class_list_is_shortened_in_messages()
    {
        var error = Assert.Throws<UnknownLabelException>(() => ClassSet.Numbered(1000).IndexOf("x"));
        Assert.Equal("The label 'x' is none of the declared classes: '0', '1', '2', '3', '4', '5', '6', '7', … 990 more …, '998', '999'.", error.Message);
    }

    [Theory]
    [InlineData(new string[0], "at least one class")]
    [InlineData(new[] { "a", "" }, "class 1 is empty")]
    [InlineData(new[] { "a", "b", "a" }, "'a' is given twice: classes 0 and 2")]
    public void Empty_and_repeated_names_are_refused(string[] names, string part) =>
        Assert.Contains(part, Assert.Throws<ArgumentException>(() => new ClassSet(names)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void A_class_index_outside_the_set_is_refused(int classIndex) =>
        Assert.Equal(
            (uint)classIndex, Assert.IsType<uint>(Assert.Throws<ArgumentOutOfRangeException>(() => Breeds[classIndex]).ActualValue));
}

namespace BalanceGen.Repository.Tests;

/// <summary>What docs/coming-from says that something is here: its code is made of public types, members and parameters of the packages.</summary>
public sealed class ComingFromNamesTests
{
    private static readonly PublicNames Names = PublicNames.OfPackages();

    public static TheoryData<string> Pages => [.. PeerPage.All.Select(page => page.Name)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Code_in_the_column_of_this_library_names_what_is_there(string page)
    {
        string[] wrong = [.. PeerPage.All.Single(one => one.Name == page).CodeHere().SelectMany(code => CodeSpan.WrongNames(code.Text, Names).Select(what => $"{page}, line {code.Line}: `{code.Text}`: {what}"))];

        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Tables_are_found_in_every_page() =>
        Assert.All(PeerPage.All, page => Assert.True(page.CodeHere().Count() > 3, $"{page.Name} has too few rows in its tables '| there | here |'."));

    [Theory]
    [InlineData("RandomSamplr", "no public type, member or parameter 'RandomSamplr'")]
    [InlineData("SamplingStrategy.Eech(100)", "SamplingStrategy has no public member 'Eech'")]
    [InlineData("SubsetSize.Seed", "SubsetSize has no public member 'Seed'")]
    [InlineData("batch.SampleWeightz", "no type has a public member 'SampleWeightz'")]
    [InlineData("RandomSampler(seed, replacment: true)", "no parameter of RandomSampler is called 'replacment'")]
    [InlineData("Epochs(frist, count)", "no parameter of Epochs is called 'frist'")]
    [InlineData("epochLenght", "no public type, member or parameter 'epochLenght'")]
    [InlineData("[Groop]", "no public type, member or parameter 'Groop'")]
    [InlineData("Sampler.Fill(firstDraw, rows).Nothing", "no type has a public member 'Nothing'")]
    public void A_misspelt_name_is_named(string code, string expected) => Assert.Equal([expected], CodeSpan.WrongNames(code, Names));

    [Theory]
    [InlineData("SamplingStrategy.Each(100)")]
    [InlineData("RandomSampler(seed, replacement: true, epochLength: n)")]
    [InlineData("cats.Where(row => row.Fold == f)")]
    [InlineData("[Group]")]
    [InlineData("folds.Count")]
    [InlineData("IndexedDataset.Concat")]
    [InlineData("cats.Split(0.2, seed)")]
    [InlineData("DrawContext.Seed")]
    [InlineData("collate")]
    [InlineData("balancegen init")]
    public void A_name_that_is_there_is_not_reported(string code) => Assert.Empty(CodeSpan.WrongNames(code, Names));
}

using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class HeaderIsClassTests
{
    private const string Source = """
        using BalanceGen;
        public enum Breed { Siamese, Birman }
        [{|BALG0115:BalancedDataset|}] public partial record struct Cat([ClassLabel] Breed Breed);
        """;

    [Theory]
    [InlineData("Birman")]
    [InlineData("1")]
    public Task Header_that_is_a_class_is_reported(string header) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.HeaderIsClass,
            Source,
            Files(header),
            $"The first row of 'train.csv' was taken as its header, but its label '{header}' is a class of 'Cat', so that a row may be missing in the counts; set HasHeader on LabeledData, to false if this is a row, or to true if it is not");

    [Theory]
    [InlineData("breed")]
    [InlineData("Breed")]
    [InlineData("")]
    public Task Header_that_is_no_class_is_fine(string header) =>
        AnalyzerVerifier.VerifyAsync(Descriptors.HeaderIsClass, Source.Replace("{|BALG0115:BalancedDataset|}", "BalancedDataset", StringComparison.Ordinal), Files(header));

    [Fact]
    public Task Can_be_suppressed() => AnalyzerVerifier.VerifySuppressionAsync(Descriptors.HeaderIsClass, Source, Files("Birman"));

    private static ProjectFiles Files(string header) => new ProjectFiles()
        .With("/obj/Cat.classcounts.csv", "Birman,1\nSiamese,2\n", "Cat")
        .WithPlaces("/obj/Cat.classcounts.places", $"header,{header},/data/train.csv,1\nlabel,Birman,/data/train.csv,4\n", "Cat");
}

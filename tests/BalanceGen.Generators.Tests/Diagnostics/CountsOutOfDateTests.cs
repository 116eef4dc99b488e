using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class CountsOutOfDateTests
{
    private const string Source = """
        using BalanceGen;
        public enum Breed { Siamese, Birman }
        [{|BALG0118:BalancedDataset|}] public partial record struct Cat([ClassLabel] Breed Breed);
        """;

    private static string Unmarked => Source.Replace("{|BALG0118:BalancedDataset|}", "BalancedDataset", StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-11-22 10:11:12.3456789", "at 2026-11-22 10:11")]
    [InlineData("", "by the last build")]
    public Task Labelled_data_that_are_others_now_are_reported(string time, string expected) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.CountsOutOfDate,
            Source,
            Files(time, isOutdated: true),
            $"The labelled data of 'Cat' has changed since it was counted {expected}, so the counts in the editor are old; build the project to count again");

    [Fact]
    public async Task Counts_of_today_and_of_a_person_are_fine()
    {
        await AnalyzerVerifier.VerifyAsync(Descriptors.CountsOutOfDate, Unmarked, Files("2026-11-22 10:11:12.3456789", isOutdated: false));
        await AnalyzerVerifier.VerifyAsync(Descriptors.CountsOutOfDate, Unmarked, new ProjectFiles().With("/obj/Cat.classcounts.csv", "Birman,1\nSiamese,2\n", "Cat"));
    }

    [Fact]
    public void Hover_says_when_they_were_counted_and_a_build_that_compiles_has_no_date()
    {
        Assert.Contains("from Cat.classcounts.csv, counted 2026-11-22 10:11. Rarest first: Birman 1 row", Emitted(Files("2026-11-22 10:11:12.3456789", isOutdated: true)), StringComparison.Ordinal);
        Assert.Contains("from Cat.classcounts.csv. Rarest first: Birman 1 row", Emitted(Files("", isOutdated: false)), StringComparison.Ordinal);
    }

    [Fact]
    public Task Can_be_suppressed() => AnalyzerVerifier.VerifySuppressionAsync(Descriptors.CountsOutOfDate, Source, Files("", isOutdated: true));

    private static string Emitted(ProjectFiles files) => Assert.Single(GeneratorRun.Of(files, Unmarked).Result.GeneratedSources).SourceText.ToString();

    private static ProjectFiles Files(string time, bool isOutdated) =>
        new ProjectFiles().WithCounted("/obj/Cat.classcounts.csv", "Birman,1\nSiamese,2\n", "Cat", time, isOutdated);
}

using BalanceGen.Generators.Diagnostics;
using BalanceGen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class LabeledDataOfNoRecordTests
{
    private const string Source = """
        using BalanceGen;
        namespace Pets
        {
            [BalancedDataset] public partial record struct Cat([ClassLabel] bool Label);
            public partial class Outer { [BalancedDataset] public partial record struct Dog([ClassLabel] bool Label); }
        }
        """;

    [Theory]
    [InlineData("Cat", "write 'Pets.Cat', the nearest record, as Dataset of LabeledData")]
    [InlineData("Pets.Cats", "write 'Pets.Cat', the nearest record, as Dataset of LabeledData")]
    [InlineData("Zoo.Dog", "write 'Pets.Outer.Dog', the nearest record, as Dataset of LabeledData")]
    [InlineData("Quite.Another", "write the full name of a record as Dataset of LabeledData, which here is one of 'Pets.Cat', 'Pets.Outer.Dog'")]
    public async Task Dataset_that_is_no_record_is_reported_in_the_project_with_the_nearest(string dataset, string remedy)
    {
        Diagnostic reported = Assert.Single(await RunAsync(Source, dataset));

        Assert.Equal("/project/Pets.csproj", reported.Location.GetLineSpan().Path);
        Assert.Equal(
            $"The labels that the build counted for '{dataset}' are used by nobody, because no type with [BalancedDataset] has this full name; {remedy}", reported.GetMessage());
    }

    [Fact]
    public async Task Project_without_records_is_told_to_annotate_one() =>
        Assert.EndsWith(
            "; annotate the record with [BalancedDataset], or remove the LabeledData item",
            Assert.Single(await RunAsync("public record Cat(bool Label);", "Cat")).GetMessage(),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("Pets.Cat")]
    [InlineData("Pets.Outer.Dog")]
    [InlineData("Pets.Outer+Dog")]
    public async Task Record_that_is_there_is_fine(string dataset) => Assert.Empty(await RunAsync(Source, dataset));

    /// <summary>What is reported in no source file can only be set for the whole project.</summary>
    [Fact]
    public async Task Can_be_suppressed()
    {
        var compilation = TestCompilation.Of(Source);

        Assert.Empty(await AnalyzerVerifier.DiagnosticsAsync(
            compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions([new("BALG0114", ReportDiagnostic.Suppress)])),
            [new LabeledDataOfNoRecordAnalyzer()],
            Files("Other")));
    }

    private static async Task<IEnumerable<Diagnostic>> RunAsync(string source, string dataset) =>
        await AnalyzerVerifier.DiagnosticsAsync(TestCompilation.Of(source), [new LabeledDataOfNoRecordAnalyzer()], Files(dataset));

    private static ProjectFiles Files(string dataset) => new ProjectFiles()
        .With("/obj/counted.classcounts.csv", "true,3\nfalse,2\n", dataset)
        .WithBuildProperty("MSBuildProjectFullPath", "/project/Pets.csproj");
}

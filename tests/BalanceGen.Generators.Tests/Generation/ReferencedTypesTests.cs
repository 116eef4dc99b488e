using BalanceGen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BalanceGen.Generators.Tests.Generation;

/// <summary>Targets that have something to do with types of another assembly.</summary>
public sealed class ReferencedTypesTests
{
    [Theory]
    [InlineData("public record Base([ClassLabel] Breed Label);", "Base(Label)")]
    [InlineData("public record Base(string File, [ClassLabel] Breed Label) { public Base([ClassLabel] Breed label) : this(\"\", label) { } }", "Base(\"\", Label)")]
    public async Task Label_of_a_positional_record_of_another_assembly_is_read(string referenced, string baseCall)
    {
        MetadataReference library = Compiled("using BalanceGen; public enum Breed { Siamese, Birman } " + referenced.Replace("[ClassLabel] Breed label)", "Breed label)", StringComparison.Ordinal));
        GeneratorRun run = GeneratorRun.Start(TestCompilation.Of($"using BalanceGen; [BalancedDataset] public partial record Row(Breed Label, int Other) : {baseCall};").AddReferences(library));

        Assert.Empty(await AnalyzerVerifier.DiagnosticsAsync(run.Input, AnalyzerVerifier.AllAnalyzers));
        Assert.Empty(run.WarningsAndErrors());
        Assert.Contains("row.Label", run.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_a_label_of_another_assembly_is_reported_at_the_type()
    {
        MetadataReference library = Compiled("using BalanceGen; public class Base { [ClassLabel] public static bool Label => true; }");
        CSharpCompilation compilation = TestCompilation.Of("using BalanceGen; [BalancedDataset] public partial class Row : Base;").AddReferences(library);

        Diagnostic reported = Assert.Single(await AnalyzerVerifier.DiagnosticsAsync(compilation, AnalyzerVerifier.AllAnalyzers));

        Assert.Equal("BALG0005", reported.Id);
        Assert.Equal("Row", reported.Location.SourceTree!.ToString().Substring(reported.Location.SourceSpan.Start, reported.Location.SourceSpan.Length));
    }

    [Theory]
    [InlineData("namespace Pets; public enum Breed { Siamese, Birman } [BalancedDataset] public partial record Cat([ClassLabel] Breed Label);")]
    [InlineData("namespace Pets; public partial class Outer<T> { [BalancedDataset] public partial record struct Cat([ClassLabel] bool Label); }")]
    [InlineData("public enum Breed { Siamese, Birman } public class Cat { public Breed Breed; } [BalancedDataset<Cat>] public static partial class Cats { [ClassLabel] private static Breed Of(Cat cat) => cat.Breed; }")]
    public void Source_that_is_linked_into_a_referenced_project_too_gives_no_warning_in_generated_code(string shared)
    {
        MetadataReference library = Compiled("using BalanceGen; " + shared);
        GeneratorRun run = GeneratorRun.Start(TestCompilation.Of("#pragma warning disable CS0436\nusing BalanceGen; " + shared).AddReferences(library));

        Assert.Empty(run.WarningsAndErrors());
        Assert.Contains("#pragma warning disable CS0436", run.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_switched_off_where_a_name_is_there_once() =>
        Assert.DoesNotContain("CS0436", GeneratorRun.Of("using BalanceGen; [BalancedDataset] public partial record Cat([ClassLabel] bool Label);").Text(), StringComparison.Ordinal);

    private static PortableExecutableReference Compiled(string source)
    {
        CSharpCompilation compilation = GeneratorRun.Start(TestCompilation.Of(source)).Output.WithAssemblyName("Library");
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}

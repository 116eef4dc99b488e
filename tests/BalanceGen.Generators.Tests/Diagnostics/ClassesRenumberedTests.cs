using BalanceGen.CodeFixes;
using BalanceGen.Generators.ClassLists;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class ClassesRenumberedTests
{
    private static readonly string Kept = ClassOrder.Of(["a", "b"]);

    [Theory]
    [InlineData("b\na")]
    [InlineData("a")]
    [InlineData("x\na\nb")]
    [InlineData("ab\n\u0001")]
    public Task An_edit_that_gives_other_indices_is_reported(string list) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ClassesRenumbered,
            Source($"{{|BALG0117:ClassOrder = \"{Kept}\"|}}"),
            Files(list),
            $"A model that was saved before would confuse the classes of 'Cat': 'cats.classes.txt' gives other indices to the classes of ClassOrder '{Kept}'; undo the edit and append new classes at the end, or train again and set ClassOrder to '{ClassOrder.Of(list.Split('\n'))}'");

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\r\nb\r\nc\r\n")]
    public Task The_same_classes_and_new_ones_at_the_end_are_fine(string list) =>
        AnalyzerVerifier.VerifyAsync(Descriptors.ClassesRenumbered, Source($"ClassOrder = \"{Kept}\""), Files(list));

    [Theory]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("x:0123456789ABCDEF")]
    [InlineData("0:CBF29CE484222325")]
    public Task What_is_no_order_is_reported(string order) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ClassesRenumbered,
            Source($"{{|BALG0117:ClassOrder = \"{order}\"|}}"),
            Files("a\nb"),
            $"A model that was saved before would confuse the classes of 'Cat': ClassOrder '{order}' is not the order of any classes; set it to '{Kept}', the order of the file");

    /// <summary>FNV-1a of the UTF-16 units 'a', 0, 'b', 0, computed by hand with Python.</summary>
    [Fact]
    public void The_order_is_a_number_and_a_hash_that_no_platform_changes() => Assert.Equal("2:AB40D7820D408076", Kept);

    [Theory]
    [InlineData("x\na\nb")]
    [InlineData("b\na\nc")]
    public async Task Fix_sets_the_order_of_the_file(string list)
    {
        string source = Source($"ClassOrder = /* a */ \"{Kept}\" /* b */");
        using var workspace = new AdhocWorkspace();
        Document document = workspace.AddProject("UnderTest", LanguageNames.CSharp)
            .WithParseOptions(TestCompilation.ParseOptions)
            .WithCompilationOptions(TestCompilation.Options())
            .WithMetadataReferences(TestCompilation.References)
            .AddDocument("Source0.cs", source);
        Diagnostic diagnostic = Assert.Single(await AnalyzerVerifier.DiagnosticsAsync(Descriptors.ClassesRenumbered, await CompilationAsync(document), Files(list)));
        var actions = new List<CodeAction>();
        await new ClassesRenumberedFixer().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), default));

        CodeAction action = Assert.Single(actions);
        Assert.Equal($"Set ClassOrder to '{ClassOrder.Of(list.Split('\n'))}', for models that are trained again", action.Title);
        Document after = (await action.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        Assert.Equal(source.Replace(Kept, ClassOrder.Of(list.Split('\n')), StringComparison.Ordinal), (await after.GetTextAsync()).ToString());
        Assert.Empty(await AnalyzerVerifier.DiagnosticsAsync(await CompilationAsync(after), AnalyzerVerifier.AllAnalyzers, Files(list)));
    }

    [Fact]
    public Task Can_be_suppressed() => AnalyzerVerifier.VerifySuppressionAsync(Descriptors.ClassesRenumbered, Source($"{{|BALG0117:ClassOrder = \"{Kept}\"|}}"), Files("b\na"));

    private static async Task<CSharpCompilation> CompilationAsync(Document document) => (CSharpCompilation)(await document.Project.GetCompilationAsync())!;

    private static string Source(string argument) =>
        $"using BalanceGen; [BalancedDataset] public partial record Cat([ClassLabel(ClassesFrom = \"cats.classes.txt\", {argument})] string Breed);";

    private static ProjectFiles Files(string list) => new ProjectFiles().With("/project/cats.classes.txt", list);
}

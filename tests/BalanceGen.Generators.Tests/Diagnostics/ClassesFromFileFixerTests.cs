using BalanceGen.CodeFixes;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class ClassesFromFileFixerTests
{
    [Theory]
    [InlineData("[BalancedDataset]", "string", "[BalancedDataset(ClassCounts = \"names.classcounts.csv\")]", "names.classcounts.csv")]
    [InlineData("[BalancedDataset(/* a */ ZeroCounts = ZeroCountRule.ZeroWeight)]", "int", "[BalancedDataset(/* a */ ZeroCounts = ZeroCountRule.ZeroWeight, ClassCounts = \"ids.classcounts.csv\")]", "ids.classcounts.csv")]
    public async Task The_record_names_the_file(string attribute, string type, string expected, string file)
    {
        const string Record = "using BalanceGen;\n{0} // b\npublic partial record Row(\n    [ClassLabel] {1} Label);\n";
        using var workspace = new AdhocWorkspace();
        Document document = workspace.AddProject("UnderTest", LanguageNames.CSharp)
            .WithParseOptions(TestCompilation.ParseOptions)
            .WithCompilationOptions(TestCompilation.Options())
            .WithMetadataReferences(TestCompilation.References)
            .AddAdditionalDocument("names.classcounts.csv", SourceText.From("a,2\nb,3"), filePath: "/p/names.classcounts.csv").Project
            .AddAdditionalDocument("ids.classcounts.csv", SourceText.From("7,2\n9,3"), filePath: "/p/ids.classcounts.csv").Project
            .AddAdditionalDocument("broken.classcounts.csv", SourceText.From("7,x"), filePath: "/p/broken.classcounts.csv").Project
            .AddDocument("Source0.cs", string.Format(System.Globalization.CultureInfo.InvariantCulture, Record, attribute, type));
        ProjectFiles files = new ProjectFiles().With("/p/names.classcounts.csv", "a,2\nb,3").With("/p/ids.classcounts.csv", "7,2\n9,3");
        Diagnostic diagnostic = Assert.Single(
            await AnalyzerVerifier.DiagnosticsAsync(await CompilationAsync(document), [AnalyzerVerifier.AnalyzerOf(Descriptors.UnsupportedLabelType)], files),
            found => found.Id == Descriptors.UnsupportedLabelType.Id);

        var actions = new List<CodeAction>();
        await new ClassesFromFileFixer().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), default));

        Assert.Equal(type == "int" ? 1 : 2, actions.Count);
        Solution changed = (await actions.Single(action => action.Title == $"Take the classes from '{file}'").GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
        Document after = changed.GetDocument(document.Id)!;
        Assert.Equal(string.Format(System.Globalization.CultureInfo.InvariantCulture, Record, expected, type), (await after.GetTextAsync()).ToString());
        Assert.Empty(await AnalyzerVerifier.DiagnosticsAsync(await CompilationAsync(after), AnalyzerVerifier.AllAnalyzers, files));
    }

    private static async Task<CSharpCompilation> CompilationAsync(Document document) => (CSharpCompilation)(await document.Project.GetCompilationAsync())!;
}

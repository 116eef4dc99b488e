using BalanceGen.CodeFixes;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class CreateCountFileFixerTests
{
    [Fact]
    public async Task The_file_has_a_line_for_every_class()
    {
        (Project project, CodeAction action) = await OnlyActionAsync("data/cats.classcounts.csv", "\"a, b\", \" c \", \"say \\\"x\\\"\", \"d\"");

        Solution changed = (await action.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

        TextDocument file = Assert.Single(changed.GetProject(project.Id)!.AdditionalDocuments);
        string text = (await file.GetTextAsync()).ToString();
        Assert.Equal("Create 'data/cats.classcounts.csv' with all classes at 0", action.Title);
        Assert.Equal("label,count\n\"a, b\",0\n c ,0\n\"say \"\"x\"\"\",0\nd,0\n", text);
        Assert.Equal(Path.Combine("/p", "data/cats.classcounts.csv"), file.FilePath);

        // What is wrong now is what the file says: every class is empty.
        var files = new ProjectFiles().With(file.FilePath!, text);
        var compilation = (CSharpCompilation)(await project.GetCompilationAsync())!;
        Assert.Equal(
            ["BALG0101"],
            (await AnalyzerVerifier.DiagnosticsAsync(compilation, AnalyzerVerifier.AllAnalyzers, files)).Select(diagnostic => diagnostic.Id).Distinct());
    }

    [Theory]
    [InlineData("cats.csv")]
    [InlineData("../cats.classcounts.csv")]
    [InlineData("/cats.classcounts.csv")]
    public async Task A_file_that_the_package_would_not_find_is_not_created(string name) => Assert.Empty((await ActionsAsync(name, "\"a\", \"b\"")).Actions);

    private static async Task<(Project Project, CodeAction Action)> OnlyActionAsync(string name, string classes)
    {
        (Project project, IReadOnlyList<CodeAction> actions) = await ActionsAsync(name, classes);
        return (project, Assert.Single(actions));
    }

    private static async Task<(Project Project, IReadOnlyList<CodeAction> Actions)> ActionsAsync(string name, string classes)
    {
        var workspace = new AdhocWorkspace();
        Document document = workspace.AddProject(ProjectInfo.Create(ProjectId.CreateNewId(), VersionStamp.Default, "UnderTest", "UnderTest", LanguageNames.CSharp, filePath: "/p/UnderTest.csproj"))
            .WithParseOptions(TestCompilation.ParseOptions)
            .WithCompilationOptions(TestCompilation.Options())
            .WithMetadataReferences(TestCompilation.References)
            .AddDocument("Source0.cs", $"using BalanceGen; [BalancedDataset(ClassCounts = \"{name}\")] public partial record Cat([ClassLabel({classes})] string Breed);");
        var compilation = (CSharpCompilation)(await document.Project.GetCompilationAsync())!;
        Diagnostic diagnostic = Assert.Single(
            await AnalyzerVerifier.DiagnosticsAsync(compilation, [AnalyzerVerifier.AnalyzerOf(Descriptors.CountFileNotFound)]),
            found => found.Id == Descriptors.CountFileNotFound.Id);
        var actions = new List<CodeAction>();
        await new CreateCountFileFixer().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), default));
        return (document.Project, actions);
    }
}

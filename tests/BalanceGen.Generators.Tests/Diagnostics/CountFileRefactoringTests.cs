using System.Reflection;
using BalanceGen.CodeFixes;
using BalanceGen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Generators.Tests.Diagnostics;

/// <summary>What an editor offers in a class-count file.</summary>
public sealed class CountFileRefactoringTests
{
    private const string Path = "/project/cats.classcounts.csv";

    private const string Enum = "using BalanceGen;\npublic enum Breed { Siamese, Birman, Bengal }\npublic static partial class Outer<T> {\n[BalancedDataset(ClassCounts = \"cats.classcounts.csv\", ZeroCounts = ZeroCountRule.ZeroWeight)]\ninternal partial record Cat([ClassLabel] Breed Breed); }\n";

    private const string Text = "using BalanceGen;\n// before\n[BalancedDataset(ClassCounts = \"cats.classcounts.csv\")] // kept\npublic partial record Cat(\n    [ClassLabel(\"Siamese\", \"Birman\" /* b */)] string Breed);\n";

    /// <summary>From anywhere in the file what is wrong with the whole of it, and from its line what is wrong with a label.</summary>
    [Theory]
    [InlineData("label,count\n|Siamese,160\n", "label,count\nSiamese,160\nBirman,0\nBengal,0\n", "Add 2 classes with 0 rows to 'cats.classcounts.csv'")]
    [InlineData("Siamese,160\nBirm|ann,10\nBengal,1\n", "Siamese,160\nBirman,10\nBengal,1\n", "Rename 'Birmann' to 'Birman' in 'cats.classcounts.csv'")]
    [InlineData("Siamese;160\r\nBirman;10\r\nBengal;1\r\nBirman;5|\r\n", "Siamese;160\r\nBirman;15\r\nBengal;1\r\n", "Add up the lines of each label in 'cats.classcounts.csv'")]
    public async Task The_file_is_corrected_from_the_file(string before, string after, string title)
    {
        using var workspace = new AdhocWorkspace();
        TextDocument file = Open(workspace, Enum, before.Replace("|", "", StringComparison.Ordinal));

        CodeAction action = Assert.Single(await ActionsAsync(file, before.IndexOf('|', StringComparison.Ordinal)));
        Assert.Equal(title, action.Title);

        Solution changed = await ApplyAsync(action);
        Assert.Equal(after, (await changed.GetAdditionalDocument(file.Id)!.GetTextAsync()).ToString());
        await IsCleanAsync(changed.GetProject(file.Project.Id)!, after);
    }

    [Theory]
    [InlineData("Ignore rows with the label 'Birmen'", "[IgnoredClass(\"Birmen\")]")]
    [InlineData("Take the label 'Birmen' for the class 'Birman'", "[MergedClass(\"Birman\", \"Birman\", \"Birmen\")]")]
    public async Task The_record_is_changed_from_the_file(string title, string rule)
    {
        const string Counts = "Siamese,160\nBirman,10\nBirmen,2\n";
        using var workspace = new AdhocWorkspace();
        TextDocument file = Open(workspace, Text, Counts);

        Solution changed = await ApplyAsync(Assert.Single(await ActionsAsync(file, Counts.Length - 1), action => action.Title == title));

        Assert.Equal(
            Text.Replace("\")] // kept", $"\")] {rule} // kept", StringComparison.Ordinal).Replace("\"Birman\" /*", "\"Birman\", \"Birmen\" /*", StringComparison.Ordinal),
            (await changed.GetProject(file.Project.Id)!.Documents.Single().GetTextAsync()).ToString());
        await IsCleanAsync(changed.GetProject(file.Project.Id)!, Counts);
    }

    /// <summary>Two records that name the file are no two offers to do the same to it.</summary>
    [Fact]
    public async Task One_edit_of_the_file_is_offered_once()
    {
        using var workspace = new AdhocWorkspace();
        string second = Enum[Enum.IndexOf("public static", StringComparison.Ordinal)..].Replace("Outer<T>", "Other", StringComparison.Ordinal);

        Assert.Single(await ActionsAsync(Open(workspace, Enum + second, "Siamese,160\nBirman,10\n"), 0));
    }

    [Theory]
    [InlineData(Enum, "Siamese,160\nBirmann,10\nBengal,1\n", Path)]
    [InlineData(Enum, "Siamese,160\nBirman,10\nBengal,1\n", Path)]
    [InlineData(Enum, "Siamese,160\n", "/project/dogs.classcounts.csv")]
    [InlineData(Enum, "Siamese,160\n", "/project/cats.csv")]
    [InlineData("public class C { }", "Siamese,160\n", Path)]
    public async Task Nothing_is_offered_where_nothing_is_wrong_with_the_line_or_no_record_names_the_file(string source, string counts, string path)
    {
        using var workspace = new AdhocWorkspace();
        Assert.Empty(await ActionsAsync(Open(workspace, source, counts, path), 0));
    }

    /// <summary>What tells an editor to ask for it in such files.</summary>
    [Fact]
    public void It_is_for_additional_files_with_the_extension_of_class_count_files()
    {
        ExportCodeRefactoringProviderAttribute export = typeof(CountFileRefactoring).GetCustomAttribute<ExportCodeRefactoringProviderAttribute>()!;

        Assert.Equal(["AdditionalDocument"], export.DocumentKinds);
        Assert.Equal([".csv"], export.DocumentExtensions!);
        Assert.Equal([LanguageNames.CSharp], export.Languages);
    }

    private static async Task IsCleanAsync(Project project, string counts)
    {
        var compilation = (CSharpCompilation)(await project.GetCompilationAsync())!;
        ProjectFiles files = new ProjectFiles().With(Path, counts);
        Assert.Empty(GeneratorRun.Start(compilation, files).WarningsAndErrors());
        Assert.DoesNotContain(await AnalyzerVerifier.DiagnosticsAsync(compilation, AnalyzerVerifier.AllAnalyzers, files), diagnostic => diagnostic.Id is "BALG0106" or "BALG0107" or "BALG0110");
    }

    private static TextDocument Open(AdhocWorkspace workspace, string source, string counts, string path = Path)
    {
        Project project = workspace.AddProject("UnderTest", LanguageNames.CSharp)
            .WithParseOptions(TestCompilation.ParseOptions)
            .WithCompilationOptions(TestCompilation.Options())
            .WithMetadataReferences(TestCompilation.References)
            .AddDocument("Source0.cs", source).Project;
        TextDocument file = project.AddAdditionalDocument(System.IO.Path.GetFileName(path), SourceText.From(counts), filePath: path);
        Assert.True(workspace.TryApplyChanges(file.Project.Solution));
        return workspace.CurrentSolution.GetAdditionalDocument(file.Id)!;
    }

    private static async Task<IReadOnlyList<CodeAction>> ActionsAsync(TextDocument file, int position)
    {
        var actions = new List<CodeAction>();
        await new CountFileRefactoring().ComputeRefactoringsAsync(new CodeRefactoringContext(file, new TextSpan(position, 0), actions.Add, default));
        return actions;
    }

    private static async Task<Solution> ApplyAsync(CodeAction action) =>
        (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
}

using BalanceGen.CodeFixes;
using BalanceGen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class MakeBalancedDatasetRefactoringTests
{
    private const string Breeds = "public enum Breed { Siamese, Birman }\n";

    [Fact]
    public Task A_record_with_an_enum() => VerifyAsync(
        "namespace Pets;\n" + Breeds + "/// <summary>A cat.</summary>\npublic readonly record struct $$Cat(string File, Breed Breed); // comment\n",
        "using BalanceGen;\n\nnamespace Pets;\n" + Breeds + "/// <summary>A cat.</summary>\n[BalancedDataset]\npublic readonly partial record struct Cat(string File, [ClassLabel] Breed Breed); // comment\n",
        "Make this a balanced data set with the label 'Breed'");

    [Fact]
    public Task Types_around_it_become_partial_and_usings_are_kept() => VerifyAsync(
        "using System;\r\nusing BalanceGen;\r\npublic static class Outer<T>\r\n{\r\n    // before\r\n    internal sealed class Row$$\r\n    {\r\n        /* a */ public bool IsCat { get; init; } // b\r\n    }\r\n}\r\n",
        "using System;\r\nusing BalanceGen;\r\npublic static partial class Outer<T>\r\n{\r\n    // before\r\n    [BalancedDataset]\r\n    internal sealed partial class Row\r\n    {\r\n        /* a */ [ClassLabel] public bool IsCat { get; init; } // b\r\n    }\r\n}\r\n",
        "Make this a balanced data set with the label 'IsCat'");

    [Fact]
    public Task A_text_takes_its_classes_from_the_file_of_the_project() => VerifyAsync(
        "using BalanceGen;\npublic record Cat(string File, $$string Breed);\n",
        "using BalanceGen;\n[BalancedDataset(ClassCounts = \"cats.classcounts.csv\")]\npublic partial record Cat(string File, [ClassLabel] string Breed);\n",
        "Make this a balanced data set with the label 'Breed' and the classes of 'cats.classcounts.csv'",
        "cats.classcounts.csv");

    [Fact]
    public Task Without_a_file_the_classes_are_to_be_named() => VerifyAsync(
        "using BalanceGen;\npublic struct $$Cat { public string Breed; public string? Note; public double Weight; }\n",
        "using BalanceGen;\n[BalancedDataset]\npublic partial struct Cat { [ClassLabel(\"first\", \"second\")] public string Breed; public string? Note; public double Weight; }\n",
        "Make this a balanced data set with the label 'Breed' and two classes");

    /// <summary>The type is in another assembly, so that only a companion can say what its label is.</summary>
    [Theory]
    [InlineData(
        "namespace Pets\n{\n    public class Loader // a\n    {\n        public Foreign.$$Cat[] Load() => [];\n    }\n}\n",
        "using BalanceGen;\n\nnamespace Pets\n{\n    public class Loader // a\n    {\n        public Foreign.Cat[] Load() => [];\n    }\n\n    /// <summary>The classes of <see cref=\"Foreign.Cat\"/>.</summary>\n    [BalancedDataset<Foreign.Cat>]\n    internal static partial class CatRows\n    {\n        [ClassLabel]\n        private static Foreign.Breed LabelOf(Foreign.Cat row) => row.Breed;\n    }\n}\n",
        "Make rows of 'Cat' a balanced data set with the label 'Breed'",
        null)]
    [InlineData(
        "using BalanceGen;\nusing Foreign;\n\nnamespace Pets;\n\npublic class CatRows { public $$Cat[] Load() => []; }\n",
        "using BalanceGen;\nusing Foreign;\n\nnamespace Pets;\n\npublic class CatRows { public Cat[] Load() => []; }\n\n/// <summary>The classes of <see cref=\"Cat\"/>.</summary>\n[BalancedDataset<Cat>(ClassCounts = \"cats.classcounts.csv\")]\ninternal static partial class CatRows2\n{\n    [ClassLabel]\n    private static string LabelOf(Cat row) => row.Name;\n}\n",
        "Make rows of 'Cat' a balanced data set with the label 'Name' and the classes of 'cats.classcounts.csv'",
        "cats.classcounts.csv")]
    public Task A_type_of_another_assembly_gets_a_companion(string source, string expected, string title, string? file) =>
        VerifyAsync(source, expected, title, file);

    [Theory]
    [InlineData("public static class $$Cat { public static bool A; }")]
    [InlineData("public ref struct $$Cat { public bool A; }")]
    [InlineData("public class $$Cat { public double A; public bool? B; }")]
    [InlineData("public class Cat { public bool A; public bool B() { $$return A; } }")]
    [InlineData("[BalanceGen.BalancedDataset] public partial class $$Cat { [BalanceGen.ClassLabel] public bool A; }")]
    [InlineData("public class $$Cat { public bool A; public class Classes; }")]
    [InlineData("public class Cat { public System.Text.$$StringBuilder A() => new(); }")]
    [InlineData("public class Cat { public System.Collections.Generic.$$KeyValuePair<bool, bool>[] A() => []; }")]
    public async Task Nothing_is_offered_where_it_makes_no_sense(string source)
    {
        using var workspace = new AdhocWorkspace();
        Assert.Empty(await ActionsAsync(Open(workspace, source.Replace("$$", "", StringComparison.Ordinal)), source));
    }

    private static async Task VerifyAsync(string source, string expected, string title, string? file = null)
    {
        using var workspace = new AdhocWorkspace();
        Document document = Open(workspace, source.Replace("$$", "", StringComparison.Ordinal), file);
        CodeAction action = Assert.Single(await ActionsAsync(document, source), action => action.Title == title);

        Solution changed = (await action.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

        Assert.Equal(expected, (await changed.GetDocument(document.Id)!.GetTextAsync()).ToString());
        var compilation = (CSharpCompilation)(await changed.GetProject(document.Project.Id)!.GetCompilationAsync())!;
        ProjectFiles files = file is null ? new ProjectFiles() : new ProjectFiles().With("/p/" + file, Counts);
        Assert.Empty(GeneratorRun.Start(compilation, files).WarningsAndErrors());
        Assert.Empty(await AnalyzerVerifier.DiagnosticsAsync(compilation, AnalyzerVerifier.AllAnalyzers, files));
    }

    private static readonly MetadataReference Foreign = ForeignAssembly();

    private static PortableExecutableReference ForeignAssembly()
    {
        var stream = new MemoryStream();
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Foreign",
            [CSharpSyntaxTree.ParseText("namespace Foreign { public enum Breed { Siamese, Birman } public class Cat { public Breed Breed { get; set; } public string Name { get; set; } public int Age; private bool IsOld => Age > 9; } }")],
            TestCompilation.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Disable));
        Assert.True(compilation.Emit(stream).Success);
        stream.Position = 0;
        return MetadataReference.CreateFromStream(stream);
    }

    private const string Counts = "Siamese,160\nBirman,10\n";

    private static Document Open(AdhocWorkspace workspace, string source, string? file = null)
    {
        Project project = workspace.AddProject("UnderTest", LanguageNames.CSharp)
            .WithParseOptions(TestCompilation.ParseOptions)
            .WithCompilationOptions(TestCompilation.Options())
            .WithMetadataReferences(TestCompilation.References.Append(Foreign));
        if (file is not null)
        {
            project = project.AddAdditionalDocument(file, SourceText.From(Counts), filePath: "/p/" + file).Project;
        }

        Document document = project.AddDocument("Source0.cs", source);
        Assert.True(workspace.TryApplyChanges(document.Project.Solution));
        return workspace.CurrentSolution.GetDocument(document.Id)!;
    }

    private static async Task<IReadOnlyList<CodeAction>> ActionsAsync(Document document, string marked)
    {
        var actions = new List<CodeAction>();
        var span = new TextSpan(marked.IndexOf("$$", StringComparison.Ordinal), 0);
        await new MakeBalancedDatasetRefactoring().ComputeRefactoringsAsync(new CodeRefactoringContext(document, span, actions.Add, default));
        return actions;
    }
}

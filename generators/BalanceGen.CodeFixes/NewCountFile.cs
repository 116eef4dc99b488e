using System.Text;
using BalanceGen.Generators.CountFiles;
using BalanceGen.Generators.Model;
using BalanceGen.Generators.Parsing;
using BalanceGen.Generators.Parsing.Counts;

namespace BalanceGen.CodeFixes;

/// <summary>A class-count file that a record names and that does not exist.</summary>
/// <param name="Project">The project that it is added to.</param>
/// <param name="Name">Its path below the project, with forward slashes.</param>
/// <param name="Classes">The classes that get a line, each with the count 0.</param>
internal sealed record NewCountFile(ProjectId Project, string Name, IReadOnlyList<string> Classes)
{
    /// <summary>The file that the record at a place names, or null if it exists, or if the package would not find it.</summary>
    public static async Task<NewCountFile?> OfAsync(Document document, TextSpan place, CancellationToken token)
    {
        Project project = document.Project;
        return project.FilePath is not null
            && await document.GetSyntaxRootAsync(token).ConfigureAwait(false) is { } root
            && await document.GetSemanticModelAsync(token).ConfigureAwait(false) is { } model
            && root.FindNode(place).FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
            && model.GetDeclaredSymbol(declaration, token) is { } type
            && TargetValidator.Validate(type, token).Label is { } label
            && FileLabelModel.Of(label) is null
            && new DatasetAnnotation(type).FileName is { } name
            && IsPlainName(name)
            && !project.AdditionalDocuments.Any(other => GivenPath.IsEndOf((other.FilePath ?? other.Name).Replace('\\', '/'), GivenPath.Wanted(name)))
                ? new NewCountFile(project.Id, GivenPath.Wanted(name), [.. Enumerable.Range(0, label.ClassCount).Select(label.ClassName)])
                : null;
    }

    /// <summary>The solution with the file.</summary>
    public Solution AddTo(Solution solution)
    {
        Project project = solution.GetProject(Project)!;
        string[] parts = Name.Split('/');
        return project.AddAdditionalDocument(
            parts[parts.Length - 1],
            SourceText.From(Text(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)),
            parts.Take(parts.Length - 1),
            Path.Combine(Path.GetDirectoryName(project.FilePath)!, Name)).Project.Solution;
    }

    /// <summary>A file below the project that the package passes to the compiler by itself.</summary>
    private static bool IsPlainName(string name) =>
        name.EndsWith(CountFileReader.Extension, StringComparison.OrdinalIgnoreCase)
        && name.Length > CountFileReader.Extension.Length
        && !Path.IsPathRooted(name)
        && !name.Replace('\\', '/').Split('/').Contains("..");

    private string Text() => string.Concat(Classes.Select(name => $"{CountFileText.Field(name)},0\n").Prepend("label,count\n"));
}

using System.Composition;
using System.Text;
using BalanceGen.Generators.CountFiles;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Model;
using BalanceGen.Generators.Parsing;
using BalanceGen.Generators.Parsing.Counts;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.CodeFixes;

/// <summary>BALG0105: creates the class-count file that a record names, with every class at 0, beside the project.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CreateCountFileFixer)), Shared]
public sealed class CreateCountFileFixer() : RuleFixer(Descriptors.CountFileNotFound)
{
    private const string Extension = ".classcounts.csv";

    private static readonly char[] Quoted = [',', ';', '\t', '"', '\n', '\r'];

    /// <summary>There is no fix-all. Two records may name one file, and each would write its own.</summary>
    private protected override FixAllProvider? FixAll => null;

    private protected override async Task RegisterAsync(CodeFixContext context)
    {
        CancellationToken token = context.CancellationToken;
        Project project = context.Document.Project;
        if (project.FilePath is not { } projectFile
            || await context.Document.GetSyntaxRootAsync(token).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(token).ConfigureAwait(false) is not { } model
            || root.FindNode(context.Span).FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration
            || model.GetDeclaredSymbol(declaration, token) is not { } type
            || TargetValidator.Validate(type, token).Label is not { } label
            || FileLabelModel.Of(label) is not null
            || new DatasetAnnotation(type).FileName is not { } name
            || !IsPlainName(name)
            || project.AdditionalDocuments.Any(document => GivenPath.IsEndOf((document.FilePath ?? document.Name).Replace('\\', '/'), GivenPath.Wanted(name))))
        {
            return;
        }

        string file = GivenPath.Wanted(name);
        context.RegisterCodeFix(
            CodeAction.Create(
                $"Create '{file}' with all classes at 0",
                _ => Task.FromResult(project.AddAdditionalDocument(
                    file.Substring(file.LastIndexOf('/') + 1),
                    SourceText.From(Text(label), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)),
                    file.Split('/').Take(file.Count(character => character == '/')),
                    Path.Combine(Path.GetDirectoryName(projectFile)!, file)).Project.Solution),
                equivalenceKey: nameof(CreateCountFileFixer)),
            context.Diagnostics);
    }

    /// <summary>A file below the project that the package passes to the compiler by itself.</summary>
    private static bool IsPlainName(string name) =>
        name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)
        && name.Length > Extension.Length
        && !Path.IsPathRooted(name)
        && !name.Replace('\\', '/').Split('/').Contains("..");

    private static string Text(LabelModel label)
    {
        var text = new StringBuilder("label,count\n");
        for (int index = 0; index < label.ClassCount; index++)
        {
            string name = label.ClassName(index);
            text.Append(name.IndexOfAny(Quoted) >= 0 ? $"\"{name.Replace("\"", "\"\"")}\"" : name).Append(",0\n");
        }

        return text.ToString();
    }
}

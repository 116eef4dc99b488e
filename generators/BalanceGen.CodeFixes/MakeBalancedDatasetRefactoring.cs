using BalanceGen.Generators.Infrastructure;
using BalanceGen.Generators.Parsing;
using BalanceGen.Generators.Parsing.Labels;
using Microsoft.CodeAnalysis.CodeRefactorings;

namespace BalanceGen.CodeFixes;

/// <summary>Makes a record, class or struct a balanced data set: one action for each member that could be the label, and for each file that could list its classes.</summary>
/// <remarks>It inserts text and moves none, so comments stay where they are.</remarks>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(MakeBalancedDatasetRefactoring)), Shared]
public sealed class MakeBalancedDatasetRefactoring : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        CancellationToken token = context.CancellationToken;
        await RegisterCompanionsAsync(context, token).ConfigureAwait(false);
        if (await context.Document.GetSyntaxRootAsync(token).ConfigureAwait(false) is not { } root
            || DeclarationAt(root, context.Span) is not { } declaration
            || await context.Document.GetSemanticModelAsync(token).ConfigureAwait(false) is not { } model
            || model.Compilation.GetTypeByMetadataName(LibraryNames.BalancedDataset) is null
            || model.GetDeclaredSymbol(declaration, token) is not { } type
            || !CanBeDataset(type))
        {
            return;
        }

        foreach ((SyntaxNode member, TypeSyntax written, string name) in LabelCandidates.Of(declaration))
        {
            foreach ((string dataset, string label, string suffix) in
                await ArgumentsAsync(context.Document.Project, model.GetTypeInfo(written, token).Type, token).ConfigureAwait(false))
            {
                string title = $"Make this a balanced data set with the label '{name}'{suffix}";
                context.RegisterRefactoring(CodeAction.Create(
                    title,
                    cancellation => ChangeAsync(context.Document, declaration, member, dataset, label, cancellation),
                    equivalenceKey: title));
            }
        }
    }

    /// <summary>A type of another assembly cannot be annotated: a companion says which of its members is the label.</summary>
    private static async Task RegisterCompanionsAsync(CodeRefactoringContext context, CancellationToken token)
    {
        if (await context.Document.GetSyntaxRootAsync(token).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(token).ConfigureAwait(false) is not { } model
            || model.Compilation.GetTypeByMetadataName(LibraryNames.Companion) is null
            || CompanionText.ForeignTypeAt(root.FindNode(context.Span), model, token) is not { } type)
        {
            return;
        }

        int place = CompanionText.PlaceFor(root.FindNode(context.Span));
        foreach ((ISymbol member, ITypeSymbol memberType) in CompanionText.Candidates(type))
        {
            foreach ((string dataset, string label, string suffix) in await ArgumentsAsync(context.Document.Project, memberType, token).ConfigureAwait(false))
            {
                // Texts and numbers of a type that the user does not own are rarely labels. If a file lists their classes, this one is.
                if (label.Length == 0)
                {
                    string title = $"Make rows of '{type.Name}' a balanced data set with the label '{member.Name}'{suffix}";
                    context.RegisterRefactoring(CodeAction.Create(
                        title,
                        cancellation => AddCompanionAsync(context.Document, place, type, member, memberType, dataset, cancellation),
                        equivalenceKey: title));
                }
            }
        }
    }

    private static async Task<Document> AddCompanionAsync(
        Document document, int place, INamedTypeSymbol type, ISymbol member, ITypeSymbol memberType, string dataset, CancellationToken token)
    {
        SourceText text = await document.GetTextAsync(token).ConfigureAwait(false);
        SemanticModel model = (await document.GetSemanticModelAsync(token).ConfigureAwait(false))!;
        var root = (CompilationUnitSyntax)(await document.GetSyntaxRootAsync(token).ConfigureAwait(false))!;
        string newLine = NewLineOf(text);
        string indent = place < root.FullSpan.End ? IndentOf(text, root.FindToken(place > 0 ? place - 1 : 0).Parent?.AncestorsAndSelf().OfType<BaseTypeDeclarationSyntax>().LastOrDefault()?.SpanStart ?? place) : "";
        int inside = System.Math.Max(0, place - 1);
        string companion = CompanionText.Of(
            CompanionText.NameFor(type, model, inside),
            type.ToMinimalDisplayString(model, inside),
            memberType.ToMinimalDisplayString(model, inside),
            member.Name,
            dataset,
            label: "",
            newLine,
            indent);
        return document.WithText(text.WithChanges(
            [.. UsingOf(model, root, inside, newLine), Insert(place, companion + (place == root.FullSpan.End ? newLine : ""))]));
    }

    private static TextChange[] UsingOf(SemanticModel model, CompilationUnitSyntax unit, int position, string newLine) =>
        model.LookupNamespacesAndTypes(position, name: "BalancedDatasetAttribute").IsEmpty
            ? [Insert(unit.Usings.Count > 0 ? unit.Usings[0].SpanStart : unit.GetFirstToken().SpanStart, $"using BalanceGen;{newLine}{(unit.Usings.Count > 0 ? "" : newLine)}")]
            : [];

    private static string NewLineOf(SourceText text) =>
        text.Lines[0] is { } line && line.EndIncludingLineBreak > line.End ? text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) : "\n";

    private static string IndentOf(SourceText text, int position)
    {
        string indent = text.ToString(TextSpan.FromBounds(text.Lines.GetLineFromPosition(position).Start, position));
        return indent.All(char.IsWhiteSpace) ? indent : "";
    }

    /// <summary>The type whose name, positional parameters or members the cursor is at, and not the inside of a method.</summary>
    private static TypeDeclarationSyntax? DeclarationAt(SyntaxNode root, TextSpan span)
    {
        SyntaxNode node = root.FindNode(span);
        return node.AncestorsAndSelf().Any(ancestor => ancestor is BlockSyntax or ArrowExpressionClauseSyntax or AttributeListSyntax)
            ? null
            : node.FirstAncestorOrSelf<TypeDeclarationSyntax>();
    }

    private static bool CanBeDataset(INamedTypeSymbol type) =>
        type is { IsStatic: false, IsRefLikeType: false, IsFileLocal: false, TypeKind: TypeKind.Class or TypeKind.Struct, Name: not LibraryNames.GeneratedClasses }
        && Annotations.BalancedDataset(type) is null
        && type.GetMembers(LibraryNames.GeneratedClasses).IsEmpty
        && !type.GetMembers().Any(member => Annotations.ClassLabel(member) is not null);

    /// <summary>What the two attributes are given for a label of a type, and what the title says of it; nothing for a type that is no label.</summary>
    private static async Task<IReadOnlyList<(string Dataset, string Label, string Suffix)>> ArgumentsAsync(Project project, ITypeSymbol? type, CancellationToken token)
    {
        bool isEnum = type is { TypeKind: TypeKind.Enum } && type.GetMembers().OfType<IFieldSymbol>().Any(field => field.HasConstantValue);
        if (isEnum || type?.SpecialType == SpecialType.System_Boolean)
        {
            return [("", "", "")];
        }

        bool isInteger = type is not null && IntegerTypes.RangeOf(type.SpecialType) is not null;
        if ((!isInteger && type?.SpecialType != SpecialType.System_String) || LabelKinds.IsNullable(type!))
        {
            return [];
        }

        IReadOnlyList<string> files = await ClassFiles.NamesAsync(project, isInteger, token).ConfigureAwait(false);
        IEnumerable<(string, string, string)> byFile = files.Select(file => ($"(ClassCounts = {CSharpLiteral.Of(file)})", "", $" and the classes of '{file}'"));
        return files.Count > 0 ? [.. byFile]
            : isInteger ? [("", "(Min = 0, Max = 9)", " and the classes 0 to 9")]
            : [("", "(\"first\", \"second\")", " and two classes")];
    }

    private static async Task<Document> ChangeAsync(
        Document document, TypeDeclarationSyntax declaration, SyntaxNode member, string dataset, string label, CancellationToken token)
    {
        SourceText text = await document.GetTextAsync(token).ConfigureAwait(false);
        SemanticModel model = (await document.GetSemanticModelAsync(token).ConfigureAwait(false))!;
        string newLine = NewLineOf(text);
        TextChange[] changes =
        [
            .. UsingOf(model, (CompilationUnitSyntax)declaration.SyntaxTree.GetRoot(token), declaration.SpanStart, newLine),
            Insert(declaration.SpanStart, $"[BalancedDataset{dataset}]{newLine}{IndentOf(text, declaration.SpanStart)}"),
            .. declaration.AncestorsAndSelf().OfType<TypeDeclarationSyntax>()
                .Where(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword))
                .Select(type => Insert(type.Keyword.SpanStart, "partial ")),
            Insert(member.SpanStart, $"[ClassLabel{label}] "),
        ];

        // Insertions at one place are one: their order is that of this list.
        IEnumerable<TextChange> merged = changes
            .GroupBy(change => change.Span.Start)
            .OrderBy(place => place.Key)
            .Select(place => Insert(place.Key, string.Concat(place.Select(change => change.NewText))));
        return document.WithText(text.WithChanges(merged));
    }

    private static TextChange Insert(int position, string inserted) => new(new TextSpan(position, 0), inserted);
}

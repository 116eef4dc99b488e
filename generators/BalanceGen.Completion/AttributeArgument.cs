using BalanceGen.Generators.Infrastructure;
using BalanceGen.Generators.Rules;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Completion;

/// <summary>Where the cursor is: an argument of an attribute of the library.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="AttributeName">The name of its class.</param>
/// <param name="Target">The annotated type, or that of the annotated member.</param>
/// <param name="Name">The name of the argument, or an empty string for one that is given by its place.</param>
/// <param name="Place">Its place among the arguments; for an element of an array as if it were an argument itself.</param>
internal sealed record AttributeArgument(AttributeSyntax Attribute, string AttributeName, INamedTypeSymbol Target, string Name, int Place)
{
    private const string Suffix = "Attribute";

    /// <summary>The type of the member that has the attribute, or null.</summary>
    public ITypeSymbol? Marked { get; init; }

    /// <summary>What of the text is replaced: the inside of a string, or null where the cursor is in none.</summary>
    public TextSpan? Inside { get; init; }

    /// <summary>The token that the string is.</summary>
    public SyntaxToken Literal { get; init; }

    /// <summary>The expression before the dot that the cursor is behind, or null.</summary>
    public ExpressionSyntax? Qualifier { get; init; }

    /// <summary>The argument that a position is in, or null.</summary>
    public static async Task<AttributeArgument?> AtAsync(Document document, int position, CancellationToken token)
    {
        if (await document.GetSyntaxRootAsync(token).ConfigureAwait(false) is not { } root)
        {
            return null;
        }

        SyntaxToken left = root.FindToken(Math.Max(0, position - 1));
        if (left.Parent?.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { Parent.Parent: AttributeSyntax attribute } argument
            || !MayBeOurs(attribute.Name)
            || attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration
            || await document.GetSemanticModelAsync(token).ConfigureAwait(false) is not { } model
            || model.GetTypeInfo(attribute, token).Type is not { ContainingNamespace: { Name: LibraryNames.Library, ContainingNamespace.IsGlobalNamespace: true } } type
            || model.GetDeclaredSymbol(declaration, token) is not { } target)
        {
            return null;
        }

        int place = attribute.ArgumentList!.Arguments.IndexOf(argument) + ElementBefore(argument, left);
        var found = new AttributeArgument(
            attribute, type.Name, target, argument.NameEquals?.Name.Identifier.ValueText ?? argument.NameColon?.Name.Identifier.ValueText ?? "", place)
        {
            Marked = TypeOf(attribute.Parent!.Parent) is { } written ? model.GetTypeInfo(written, token).Type : null,
        };
        return Inner(left, position) is { } inside ? found with { Inside = inside, Literal = left }
            : left.IsKind(SyntaxKind.StringLiteralToken) ? null
            : found with { Qualifier = left.Parent?.FirstAncestorOrSelf<MemberAccessExpressionSyntax>()?.Expression };
    }

    /// <summary>A glance at the name, before anything is bound for every string of a file.</summary>
    private static bool MayBeOurs(NameSyntax name)
    {
        string written = Identifier.LastOf(name);
        string full = written.EndsWith(Suffix, StringComparison.Ordinal) ? written : written + Suffix;
        return full is "BalancedDatasetAttribute" or "ClassLabelAttribute" or "ClassColumnsAttribute" or "ClassCountAttribute" or "IgnoredClassAttribute" or "MergedClassAttribute";
    }

    private static TypeSyntax? TypeOf(SyntaxNode? member) => member switch
    {
        ParameterSyntax parameter => parameter.Type,
        PropertyDeclarationSyntax property => property.Type,
        FieldDeclarationSyntax field => field.Declaration.Type,
        MethodDeclarationSyntax method => method.ReturnType,
        _ => null,
    };

    private static int ElementBefore(AttributeArgumentSyntax argument, SyntaxToken token) => argument.Expression switch
    {
        CollectionExpressionSyntax collection => Math.Max(0, collection.Elements.IndexOf(element => element.Span.Contains(token.Span))),
        ImplicitArrayCreationExpressionSyntax array => Math.Max(0, array.Initializer.Expressions.IndexOf(element => element.Span.Contains(token.Span))),
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => Math.Max(0, initializer.Expressions.IndexOf(element => element.Span.Contains(token.Span))),
        _ => 0,
    };

    /// <summary>The text between the quotes, where the cursor is between them.</summary>
    private static TextSpan? Inner(SyntaxToken token, int position)
    {
        int quotes = token.Kind() switch
        {
            SyntaxKind.StringLiteralToken => 1,
            SyntaxKind.SingleLineRawStringLiteralToken => token.Text.TakeWhile(character => character == '"').Count(),
            _ => 0,
        };
        int start = token.SpanStart + quotes + (token.IsVerbatimStringLiteral() ? 1 : 0);
        if (quotes == 0 || position < start)
        {
            return null;
        }

        // An open string goes on to the end of the line, over what comes after the cursor.
        bool isOpen = token.Span.End - quotes < start || !token.Text.EndsWith(new string('"', quotes), StringComparison.Ordinal) || token.ContainsDiagnostics;
        int end = isOpen ? position : token.Span.End - quotes;
        return position <= end ? TextSpan.FromBounds(start, end) : null;
    }
}

using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>
/// Code outside the method that is looked at: the body of a helper that it calls, the value that a field is given. Each is bound once for a compilation, and only
/// where a rule asks for it.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class SourceBodies(Compilation compilation, CancellationToken token)
{
    private readonly ConcurrentDictionary<ISymbol, IOperation?> _bodies = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, IOperation?> _values = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<IOperation>> _uses = new(SymbolEqualityComparer.Default);

    /// <summary>The body of a method, a local function or the getter of a property. Null if it has no source or may be overridden.</summary>
    public IOperation? BodyOf(ISymbol member)
    {
        ISymbol? method = member is IPropertySymbol property ? property.GetMethod : member;
        return method is null or { IsAbstract: true } or { IsVirtual: true } or { IsOverride: true } or { DeclaringSyntaxReferences.Length: 0 }
            ? null
            : _bodies.GetOrAdd(method.OriginalDefinition, FindBody);
    }

    /// <summary>The one value that a field or a property without a body is given in its type, or null if it has none or several.</summary>
    public IOperation? ValueOf(ISymbol member) =>
        member.DeclaringSyntaxReferences.Length == 1 && member is IFieldSymbol { IsConst: false } or IPropertySymbol { IsIndexer: false }
            ? _values.GetOrAdd(member.OriginalDefinition, FindValue)
            : null;

    /// <summary>The elements of a field that its type assigns or counts up: <c>_n[c]++</c>.</summary>
    public IReadOnlyList<IOperation> AssignedElementsOf(IFieldSymbol field) => _uses.GetOrAdd(field.OriginalDefinition, FindAssignedElements);

    private IOperation? FindBody(ISymbol method)
    {
        SyntaxNode syntax = method.DeclaringSyntaxReferences[0].GetSyntax(token);
        return Operation(syntax) ?? (syntax is ArrowExpressionClauseSyntax arrow ? Operation(arrow.Expression) : null);
    }

    private IOperation? FindValue(ISymbol member)
    {
        ExpressionSyntax? initializer = member.DeclaringSyntaxReferences[0].GetSyntax(token) switch
        {
            VariableDeclaratorSyntax { Initializer.Value: var value } => value,
            PropertyDeclarationSyntax { Initializer.Value: var value } => value,
            _ => null,
        };
        ExpressionSyntax[] values =
        [
            .. initializer is null ? [] : new[] { initializer },
            .. DeclarationsOf(member).SelectMany(type => type.DescendantNodes()).OfType<AssignmentExpressionSyntax>()
                .Where(assignment => IsNamed(assignment.Left, member.Name))
                .Select(assignment => assignment.Right),
        ];
        return values.Length == 1 ? Operation(values[0]) : null;
    }

    private IReadOnlyList<IOperation> FindAssignedElements(ISymbol field) =>
    [
        .. DeclarationsOf(field).SelectMany(type => type.DescendantNodes()).OfType<ElementAccessExpressionSyntax>()
            .Where(element => IsNamed(element.Expression, field.Name)
                && element.Parent is AssignmentExpressionSyntax or PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax)
            .Select(Operation)
            .OfType<IOperation>(),
    ];

    private IEnumerable<SyntaxNode> DeclarationsOf(ISymbol member) =>
        member.ContainingType.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(token));

    private static bool IsNamed(ExpressionSyntax expression, string name) => expression switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText == name,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member => member.Name.Identifier.ValueText == name,
        _ => false,
    };

    private IOperation? Operation(SyntaxNode syntax) =>
        compilation.ContainsSyntaxTree(syntax.SyntaxTree) ? compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, token) : null;
}

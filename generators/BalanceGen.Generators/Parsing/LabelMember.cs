using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BalanceGen.Generators.Parsing;

/// <summary>A property, field or positional parameter with [ClassLabel], and what the attribute says.</summary>
internal sealed class LabelMember
{
    private readonly AttributeData _attribute;

    public LabelMember(ISymbol symbol, AttributeData attribute)
    {
        Symbol = symbol;
        _attribute = attribute;
        Type = symbol switch
        {
            IPropertySymbol property => property.Type,
            IFieldSymbol field => field.Type,
            _ => ((IParameterSymbol)symbol).Type,
        };
    }

    /// <summary>The annotated symbol; a parameter only where no property or field can be read for it.</summary>
    public ISymbol Symbol { get; }

    public string Name => Symbol.Name;

    public ITypeSymbol Type { get; }

    /// <summary>The declared names, with null for a constant that is null or does not compile.</summary>
    public ImmutableArray<string?> ClassNames =>
        _attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Array, IsNull: false } names
            ? [.. names.Values.Select(name => name.Value as string)]
            : [];

    public long? Min => Bound("Min");

    public long? Max => Bound("Max");

    /// <summary>Where the attribute stands.</summary>
    public Location AttributeLocation(CancellationToken token) => LocationOf(_attribute.ApplicationSyntaxReference?.GetSyntax(token));

    /// <summary>Where the named argument stands, or the attribute if it has none of that name.</summary>
    public Location ArgumentLocation(string name, CancellationToken token) =>
        Arguments(token).FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name) is { } found
            ? found.GetLocation()
            : AttributeLocation(token);

    /// <summary>Where one of the class names stands, or the attribute if the names are given as one array.</summary>
    public Location ClassNameLocation(int index, CancellationToken token)
    {
        AttributeArgumentSyntax[] names = [.. Arguments(token).Where(argument => argument.NameEquals is null)];
        return names.Length == ClassNames.Length ? names[index].GetLocation() : AttributeLocation(token);
    }

    /// <summary>Where the member's type is written, or its name where the syntax gives no type.</summary>
    public Location TypeLocation(CancellationToken token)
    {
        SyntaxNode? declaration = Symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(token);
        SyntaxNode? type = declaration switch
        {
            PropertyDeclarationSyntax property => property.Type,
            ParameterSyntax parameter => parameter.Type,
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax variables } => variables.Type,
            _ => null,
        };
        return type?.GetLocation() ?? NameLocation;
    }

    public Location NameLocation => Symbol.Locations.FirstOrDefault() ?? Location.None;

    private static Location LocationOf(SyntaxNode? node) => node?.GetLocation() ?? Location.None;

    private SeparatedSyntaxList<AttributeArgumentSyntax> Arguments(CancellationToken token) =>
        (_attribute.ApplicationSyntaxReference?.GetSyntax(token) as AttributeSyntax)?.ArgumentList?.Arguments ?? default;

    private long? Bound(string name)
    {
        foreach (var argument in _attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Value is long value)
            {
                return value;
            }
        }

        return null;
    }
}

using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BalanceGen.Generators.Parsing;

/// <summary>The members of a target, and of what it inherits from, that attributes of the library mark. The attributes of each member are read once.</summary>
internal sealed class MarkedMembers
{
    private readonly List<MarkedMember> _members = [];

    public MarkedMembers(INamedTypeSymbol target)
    {
        int level = 0;
        for (INamedTypeSymbol? type = target; type is { SpecialType: SpecialType.None }; type = type.BaseType)
        {
            Read(type, level++);
        }

        foreach (INamedTypeSymbol inherited in target.TypeKind == TypeKind.Interface ? target.AllInterfaces : [])
        {
            Read(inherited, level);
        }
    }

    /// <summary>The members with a mark of the type itself, or else those of the nearest base type that has some; of an interface, or else those of all that it inherits from.</summary>
    public IReadOnlyList<MarkedMember> Nearest(Mark mark)
    {
        MarkedMember? nearest = _members.Find(member => member.Mark == mark);
        return nearest is null ? [] : _members.FindAll(member => member.Mark == mark && member.Level == nearest.Level);
    }

    /// <summary>The property (or the field that the user declared in its place) of a record's positional parameter.</summary>
    private static ISymbol? PropertyOf(IParameterSymbol parameter, INamedTypeSymbol target) =>
        target.IsRecord && IsOfPrimaryConstructor(parameter, target)
            ? target.GetMembers(parameter.Name).FirstOrDefault(member => member is IPropertySymbol or IFieldSymbol)
            : null;

    private void Read(INamedTypeSymbol type, int level)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            switch (member)
            {
                case IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary, IsImplicitlyDeclared: false }:
                    Add(member, member.GetAttributes(), level);
                    break;
                case IFieldSymbol field:
                    // [field: ClassLabel] puts the attribute on a backing field, which has no name; its property has.
                    Add(field.AssociatedSymbol ?? field, field.GetAttributes(), level);
                    break;
                case IMethodSymbol { MethodKind: MethodKind.Constructor, IsImplicitlyDeclared: false } constructor:
                    foreach (IParameterSymbol parameter in constructor.Parameters)
                    {
                        Add(parameter, parameter.GetAttributes(), level);
                    }

                    break;
            }
        }
    }

    private void Add(ISymbol symbol, ImmutableArray<AttributeData> attributes, int level)
    {
        foreach (AttributeData attribute in attributes)
        {
            if (Annotations.MarkOf(attribute) is { } mark)
            {
                ISymbol read = symbol is IParameterSymbol parameter ? PropertyOf(parameter, parameter.ContainingType) ?? parameter : symbol;
                _members.Add(new MarkedMember(read, mark, attribute, level));
            }
        }
    }

    /// <summary>
    /// Metadata do not mark the primary constructor of a record of another assembly. It is the one whose parameters are those of Deconstruct, which the
    /// compiler writes for it alone.
    /// </summary>
    private static bool IsOfPrimaryConstructor(IParameterSymbol parameter, INamedTypeSymbol record)
    {
        var constructor = (IMethodSymbol)parameter.ContainingSymbol;
        return constructor.DeclaringSyntaxReferences.IsEmpty && constructor.Locations.All(location => !location.IsInSource)
            ? record.GetMembers(WellKnownMemberNames.DeconstructMethodName).OfType<IMethodSymbol>().Any(method =>
                method.Parameters.Length == constructor.Parameters.Length
                && method.Parameters.Zip(constructor.Parameters, (part, argument) =>
                    part.RefKind == RefKind.Out && part.Name == argument.Name && SymbolEqualityComparer.Default.Equals(part.Type, argument.Type)).All(isSame => isSame))
            : constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is RecordDeclarationSyntax);
    }
}

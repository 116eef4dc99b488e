namespace BalanceGen.Generators.Parsing;

/// <summary>Finds the one member of a target that is marked to be read from each row, besides the label.</summary>
/// <param name="rule">What is reported where it cannot be read.</param>
/// <param name="noun">What the member holds, in messages.</param>
/// <param name="markOf">The mark of a member or parameter, or null.</param>
/// <param name="problemOf">Why a type is none for it, and the remedy; a null reason where it is one.</param>
internal sealed class RowMemberSearch(
    DiagnosticDescriptor rule, string noun, Func<ISymbol, AttributeData?> markOf, Func<ITypeSymbol, (string? Reason, string Remedy)> problemOf)
{
    /// <summary>The member. Null if there is none, or if it cannot be used, which is then noted.</summary>
    public ISymbol? Find(INamedTypeSymbol target, ICollection<Violation> violations, CancellationToken token)
    {
        List<(ISymbol Symbol, AttributeData Attribute)> marked = Marked(target);
        foreach ((ISymbol symbol, AttributeData attribute) in marked.Skip(1))
        {
            Refuse(symbol, attribute, $"'{marked[0].Symbol.Name}' is a {noun} already", "keep one of them");
        }

        if (marked.Count == 0)
        {
            return null;
        }

        (string? reason, string remedy) = Problem(marked[0].Symbol, target);
        if (reason is not null)
        {
            Refuse(marked[0].Symbol, marked[0].Attribute, reason, remedy);
        }

        return reason is null && marked.Count == 1 ? marked[0].Symbol : null;

        void Refuse(ISymbol symbol, AttributeData attribute, string problem, string toDo) => violations.Add(new Violation(
            rule,
            attribute.ApplicationSyntaxReference?.GetSyntax(token).GetLocation() ?? Location.None,
            symbol.Name,
            TypeNames.Short(target),
            problem,
            toDo));
    }

    /// <summary>The marked members of the type itself, or else those of the nearest base type or interface that has some.</summary>
    private List<(ISymbol Symbol, AttributeData Attribute)> Marked(INamedTypeSymbol target) =>
        new[] { target }.Concat(TypeNames.BaseTypes(target))
            .Select(type => Declared(type).ToList())
            .Append([.. target.TypeKind == TypeKind.Interface ? target.AllInterfaces.SelectMany(Declared) : []])
            .FirstOrDefault(marked => marked.Count > 0) ?? [];

    private (string? Reason, string Remedy) Problem(ISymbol symbol, INamedTypeSymbol target) => symbol switch
    {
        IParameterSymbol => ("it is a parameter and not a property or field", "mark a property or field, or a positional parameter of a record"),
        IMethodSymbol { IsStatic: true, Parameters.Length: 1, TypeParameters.Length: 0 } method when CompanionRow.IsCompanionMethod(method, target) =>
            problemOf(method.ReturnType),
        _ when CompanionRow.IsCompanion(target) => (
            "it is no method that takes a row", $"mark a static method with one parameter of type '{TypeNames.Short(CompanionRow.RowType(target))}'"),
        { IsStatic: true } => ("it is static, and so the same for every row", "remove 'static'"),
        IMethodSymbol { Parameters.Length: > 0 } => ("it is a method with parameters", $"let it compute the {noun} from the row alone"),
        IMethodSymbol { TypeParameters.Length: > 0 } => ("it is a generic method", "remove its type parameters"),
        IPropertySymbol { IsWriteOnly: true } => ("it is a property without 'get'", "add 'get'"),
        IPropertySymbol { ExplicitInterfaceImplementations.Length: > 0 } => (
            "it is an explicit interface implementation", "mark a property of the type itself"),
        IPropertySymbol { IsIndexer: true } => ("it is an indexer", "mark a property without parameters"),
        _ when !LabelMemberSearch.IsVisible(symbol, target) => (
            $"it is not accessible in '{TypeNames.Short(target)}'", "make it accessible, or mark a member of the type itself"),
        _ when LabelMemberSearch.HidingMember(symbol, target) is { } hiding => (
            $"it is hidden by '{TypeNames.Short(hiding.ContainingType)}.{hiding.Name}'", "mark that member, or rename it"),
        IMethodSymbol method => problemOf(method.ReturnType),
        IPropertySymbol property => problemOf(property.Type),
        IFieldSymbol field => problemOf(field.Type),
        _ => (null, ""),
    };

    private IEnumerable<(ISymbol, AttributeData)> Declared(INamedTypeSymbol target)
    {
        foreach (ISymbol member in target.GetMembers())
        {
            if (member is IPropertySymbol or IFieldSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary }
                && markOf(member) is { } attribute)
            {
                yield return ((member as IFieldSymbol)?.AssociatedSymbol ?? member, attribute);
            }
            else if (member is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor)
            {
                foreach (IParameterSymbol parameter in constructor.Parameters)
                {
                    if (markOf(parameter) is { } onParameter)
                    {
                        yield return (LabelMemberSearch.PropertyOf(parameter, target) ?? parameter, onParameter);
                    }
                }
            }
        }
    }
}

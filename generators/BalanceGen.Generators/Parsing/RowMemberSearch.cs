namespace BalanceGen.Generators.Parsing;

/// <summary>Finds the one member of a target that is marked to be read from each row, besides the label.</summary>
/// <param name="mark">How the member is marked.</param>
/// <param name="rule">What is reported where it cannot be read.</param>
/// <param name="noun">What the member holds, in messages.</param>
/// <param name="problemOf">Why a type is none for it, and the remedy; a null reason where it is one.</param>
internal sealed class RowMemberSearch(
    Mark mark, DiagnosticDescriptor rule, string noun, Func<ITypeSymbol, (string? Reason, string Remedy)> problemOf)
{
    /// <summary>The member. Null if there is none, or if it cannot be used, which is then noted.</summary>
    public ISymbol? Find(INamedTypeSymbol target, MarkedMembers marked, ICollection<Violation> violations, CancellationToken token)
    {
        IReadOnlyList<MarkedMember> members = marked.Nearest(mark);
        if (members.Count == 0)
        {
            return null;
        }

        foreach (MarkedMember further in members.Skip(1))
        {
            Refuse(further, $"'{members[0].Symbol.Name}' is a {noun} already", "keep one of them");
        }

        (string? reason, string remedy) = Problem(members[0].Symbol, target);
        if (reason is not null)
        {
            Refuse(members[0], reason, remedy);
        }

        return reason is null && members.Count == 1 ? members[0].Symbol : null;

        void Refuse(MarkedMember member, string problem, string toDo) => violations.Add(new Violation(
            rule,
            member.Attribute.ApplicationSyntaxReference?.GetSyntax(token).GetLocation() ?? Location.None,
            member.Symbol.Name,
            TypeNames.Short(target),
            problem,
            toDo));
    }

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
}

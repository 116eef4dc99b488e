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
    public ISymbol? Find(INamedTypeSymbol target, MarkedMembers marked, Findings findings)
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

        void Refuse(MarkedMember member, string problem, string toDo) => findings.Add(
            rule, Annotations.Place(member.Attribute, findings.Token), member.Symbol.Name, TypeNames.Short(target), problem, toDo);
    }

    private (string? Reason, string Remedy) Problem(ISymbol symbol, INamedTypeSymbol target) => symbol switch
    {
        IMethodSymbol { IsStatic: true, Parameters.Length: 1, TypeParameters.Length: 0 } method when CompanionRow.IsCompanionMethod(method, target) =>
            problemOf(method.ReturnType),
        _ when CompanionRow.IsCompanion(target) => (
            "it is no method that takes a row", $"mark a static method with one parameter of type '{TypeNames.Short(CompanionRow.RowType(target))}'"),
        _ when LabelMemberSearch.Obstacle(symbol, target, noun) is ({ } reason, var remedy) => ($"it is {reason}", remedy),
        _ => problemOf(TypeNames.OfMember(symbol)!),
    };
}

namespace BalanceGen.Generators.Parsing;

/// <summary>What the validator found out about a type.</summary>
/// <param name="Violations">The rules that it breaks.</param>
/// <param name="Member">The label's member, or null if it is not the only one or cannot be read.</param>
/// <param name="Label">The label's classes, or null if they are not known.</param>
/// <param name="Weight">The member that holds the row's own weight, or null if there is none.</param>
/// <param name="Group">The member that says which rows belong together, or null if there is none.</param>
internal sealed record TargetVerdict(
    IReadOnlyList<Violation> Violations, LabelMember? Member, LabelModel? Label, ISymbol? Weight, ISymbol? Group)
{
    public bool PreventsGeneration => Violations.Any(violation => violation.PreventsGeneration);
}

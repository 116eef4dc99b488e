namespace BalanceGen.Generators.Parsing;

/// <summary>What the validator found out about a type.</summary>
internal sealed class TargetVerdict
{
    public TargetVerdict(IReadOnlyList<Violation> violations, LabelMember? member, LabelModel? label, ISymbol? weight, ISymbol? group)
    {
        Violations = violations;
        Member = member;
        Label = label;
        Weight = weight;
        Group = group;
    }

    public IReadOnlyList<Violation> Violations { get; }

    /// <summary>The label's member, or null if it is not the only one or cannot be read.</summary>
    public LabelMember? Member { get; }

    /// <summary>The label's classes, or null if they are not known.</summary>
    public LabelModel? Label { get; }

    /// <summary>The member that holds the row's own weight, or null if there is none.</summary>
    public ISymbol? Weight { get; }

    /// <summary>The member that says which rows belong together, or null if there is none.</summary>
    public ISymbol? Group { get; }

    public bool PreventsGeneration => Violations.Any(violation => violation.PreventsGeneration);
}

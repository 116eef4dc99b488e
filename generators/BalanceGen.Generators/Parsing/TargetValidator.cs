using System.Runtime.CompilerServices;

namespace BalanceGen.Generators.Parsing;

/// <summary>Decides whether code can be generated for a type. The generator and the analyzers both ask here, so they cannot disagree.</summary>
internal static class TargetValidator
{
    // The generator and several analyzers ask about the same symbol. A symbol lives no longer than its compilation.
    private static readonly ConditionalWeakTable<INamedTypeSymbol, TargetVerdict> Verdicts = new();

    public static TargetVerdict Validate(INamedTypeSymbol target, CancellationToken token) =>
        Verdicts.TryGetValue(target, out TargetVerdict? verdict) ? verdict : Verdicts.GetValue(target, symbol => Find(symbol, token));

    private static TargetVerdict Find(INamedTypeSymbol target, CancellationToken token)
    {
        var findings = new Findings(token);
        TargetStructure.Check(target, findings);
        token.ThrowIfCancellationRequested();

        var marked = new MarkedMembers(target);
        LabelMember? member = LabelMemberSearch.FindOnly(target, marked, findings);
        token.ThrowIfCancellationRequested();

        LabelModel? label = member is null ? null : LabelKinds.Parse(target, member, findings);
        ISymbol? weight = SampleWeightSearch.Find(target, marked, findings);
        ISymbol? group = GroupSearch.Find(target, marked, findings);
        return new TargetVerdict(
            [.. findings.Violations.Select(violation => violation.InSource(TargetStructure.NameLocation(target, token)))], member, label, weight, group);
    }
}

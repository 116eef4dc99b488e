namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>The member of a record whose name says which rows belong together. It is looked for if no member is marked.</summary>
internal static class GroupCandidate
{
    /// <summary>Words for persons and things that usually have several rows.</summary>
    private static readonly HashSet<string> Subjects = new(StringComparer.OrdinalIgnoreCase)
    {
        "Patient", "Subject", "Participant", "Donor", "Person", "Session", "Recording", "Speaker", "Singer", "User", "Customer", "Client", "Account", "Visitor", "Author", "Driver",
        "Video", "Movie", "Scene", "Household", "Family", "Animal", "Plot", "Device", "Sensor", "Machine", "Engine", "Group",
    };

    /// <summary>Words that need no Id behind them. Some words do need it: a Subject may be that of a mail, and a Video may be the row itself.</summary>
    private static readonly HashSet<string> Alone = new(StringComparer.OrdinalIgnoreCase) { "Patient", "Participant", "Speaker", "Donor" };

    private static readonly string[] Endings = ["Id", "Identifier", "Number", "No", "Key", "Code", "Uuid", "Guid"];

    /// <summary>The first such member of an annotated record of the project, or null.</summary>
    public static ISymbol? In(INamedTypeSymbol rows, CancellationToken token)
    {
        INamedTypeSymbol definition = rows.OriginalDefinition;
        if (Annotations.BalancedDataset(definition) is null || CompanionRow.IsCompanion(definition) || !definition.Locations.Any(place => place.IsInSource))
        {
            return null;
        }

        TargetVerdict verdict = TargetValidator.Validate(definition, token);
        return verdict.Group is not null || verdict.Violations.Any(violation => violation.Rule == Descriptors.InvalidGroup)
            ? null
            : definition.GetMembers().FirstOrDefault(member => IsCandidate(member) && !IsLabel(member, verdict));
    }

    private static bool IsCandidate(ISymbol member) =>
        member is { IsStatic: false } and (IPropertySymbol { IsIndexer: false, IsWriteOnly: false } or IFieldSymbol { IsConst: false, AssociatedSymbol: null })
        && IsName(member.Name.Replace("_", ""))
        && TypeNames.OfMember(member) is { } type
        && GroupSearch.IsKey(type)
        && !type.IsFloatingPoint();

    private static bool IsFloatingPoint(this ITypeSymbol type) => type.SpecialType is SpecialType.System_Single or SpecialType.System_Double;

    private static bool IsName(string name) =>
        Alone.Contains(name)
        || Endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && Subjects.Contains(name.Substring(0, name.Length - ending.Length)));

    private static bool IsLabel(ISymbol member, TargetVerdict verdict) => verdict.Member?.Named.Contains(member, SymbolEqualityComparer.Default) ?? false;
}

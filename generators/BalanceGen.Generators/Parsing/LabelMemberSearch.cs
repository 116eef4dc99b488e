namespace BalanceGen.Generators.Parsing;

/// <summary>Finds the member of a target that holds the label.</summary>
internal static class LabelMemberSearch
{
    /// <summary>The one readable label. Null if there is none, which is then noted with the reason.</summary>
    public static LabelMember? FindOnly(INamedTypeSymbol target, MarkedMembers marked, Findings findings)
    {
        List<LabelMember> labels = [.. marked.Nearest(Mark.Label).Select(label => new LabelMember(label.Symbol, label.Attribute))];
        if (Annotations.ClassColumns(target) is { } columns)
        {
            foreach (LabelMember further in labels.Where(label => IsOf(label, target)))
            {
                findings.Add(Descriptors.SeveralLabels, further.AttributeLocation(findings.Token), further.Name, TypeNames.Short(target), "[ClassColumns]");
            }

            return ColumnSearch.Find(target, columns, findings);
        }

        if (labels.Count == 0)
        {
            findings.Add(Descriptors.NoLabel, TargetStructure.NameLocation(target, findings.Token), TypeNames.Short(target));
            return null;
        }

        foreach (LabelMember further in labels.Skip(1))
        {
            findings.Add(Descriptors.SeveralLabels, further.AttributeLocation(findings.Token), further.Name, TypeNames.Short(target), labels[0].Name);
        }

        Violation[] unreadable = [.. labels.Select(label => Unreadable(label, target)).OfType<Violation>()];
        findings.Violations.AddRange(unreadable);
        return labels.Count == 1 && unreadable.Length == 0 ? LabelPath.Follow(labels[0], target, findings) : null;
    }

    private static bool IsOf(LabelMember label, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(label.Symbol.ContainingType, type) || label.Symbol is IParameterSymbol;

    private static Violation? Unreadable(LabelMember label, INamedTypeSymbol target)
    {
        (string? reason, string remedy) = label.Symbol switch
        {
            IMethodSymbol { IsStatic: true, Parameters.Length: 1, TypeParameters.Length: 0, ReturnsVoid: false } method
                when CompanionRow.IsCompanionMethod(method, target) => (null, ""),
            _ when CompanionRow.IsCompanion(target) => (
                "not a method that takes a row", $"mark a static method with one parameter of type '{TypeNames.Short(CompanionRow.RowType(target))}'"),
            IMethodSymbol { IsStatic: false, Parameters.Length: 0, TypeParameters.Length: 0, ReturnsVoid: true } => (
                "a method without a result", "let it return the label"),
            var symbol => Obstacle(symbol, target, "label"),
        };
        return reason is null
            ? null
            : new Violation(Descriptors.UnreadableLabel, label.NameLocation, label.Name, TypeNames.Short(target), reason, remedy);
    }

    /// <summary>What keeps a marked member from being read from a row, and the remedy; a null reason where nothing does.</summary>
    /// <param name="symbol">The member.</param>
    /// <param name="target">The target.</param>
    /// <param name="noun">What the member holds, in messages.</param>
    public static (string? Reason, string Remedy) Obstacle(ISymbol symbol, INamedTypeSymbol target, string noun) => symbol switch
    {
        IParameterSymbol => ("a parameter and not a property or field", "mark a property or field, or a positional parameter of a record"),
        { IsStatic: true } => ("static, and so the same for every row", "remove 'static'"),
        IMethodSymbol { Parameters.Length: > 0 } => ("a method with parameters", $"let it compute the {noun} from the row alone"),
        IMethodSymbol { TypeParameters.Length: > 0 } => ("a generic method", "remove its type parameters"),
        IPropertySymbol { IsIndexer: true } => ("an indexer", "mark a property without parameters"),
        IPropertySymbol { IsWriteOnly: true } => ("a property without 'get'", "add 'get'"),
        IPropertySymbol { ExplicitInterfaceImplementations.Length: > 0 } => ("an explicit interface implementation", "mark a property of the type itself"),
        _ when !IsVisible(symbol, target) => (
            $"not accessible in '{TypeNames.Short(target)}'", "make it accessible, or mark a member of the type itself"),
        _ when HidingMember(symbol, target) is { } hiding => (
            $"hidden by '{TypeNames.Short(hiding.ContainingType)}.{hiding.Name}'", "mark that member, or rename it"),
        _ => (null, ""),
    };

    /// <summary>Whether an inherited member can be read in the target; a property by its <c>get</c>.</summary>
    public static bool IsVisible(ISymbol member, INamedTypeSymbol target) =>
        SymbolEqualityComparer.Default.Equals(member.ContainingType, target) || AccessOf(member) switch
        {
            Accessibility.Private => false,
            Accessibility.Internal or Accessibility.ProtectedAndInternal =>
                SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, target.ContainingAssembly),
            _ => true,
        };

    /// <summary>The accessibility of what is read: the <c>get</c> of a property may be less accessible than the property.</summary>
    public static Accessibility AccessOf(ISymbol member) =>
        (member as IPropertySymbol)?.GetMethod?.DeclaredAccessibility ?? member.DeclaredAccessibility;

    /// <summary>The member of a derived type that the name would mean instead of an inherited label.</summary>
    public static ISymbol? HidingMember(ISymbol label, INamedTypeSymbol target)
    {
        for (INamedTypeSymbol? type = target; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, label.ContainingType))
            {
                return null;
            }

            if (type.GetMembers(label.Name).FirstOrDefault(member => !member.IsOverride) is { } hiding)
            {
                return hiding;
            }
        }

        return null;
    }
}

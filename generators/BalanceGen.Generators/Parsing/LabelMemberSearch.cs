using BalanceGen.Generators.Rules;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BalanceGen.Generators.Parsing;

/// <summary>Finds the member of a target that holds the label.</summary>
internal static class LabelMemberSearch
{
    /// <summary>The one readable label. Null if there is none, which is then noted with the reason.</summary>
    public static LabelMember? FindOnly(INamedTypeSymbol target, ICollection<Violation> violations, CancellationToken token)
    {
        List<LabelMember> labels = [.. Labels(target)];
        if (Annotations.ClassColumns(target) is { } columns)
        {
            foreach (LabelMember further in labels.Where(label => IsOf(label, target)))
            {
                violations.Add(new Violation(
                    Descriptors.SeveralLabels, further.AttributeLocation(token), further.Name, TypeNames.Short(target), "[ClassColumns]"));
            }

            return ColumnSearch.Find(target, columns, violations, token);
        }

        if (labels.Count == 0)
        {
            violations.Add(new Violation(
                Descriptors.NoLabel, TargetStructure.NameLocation(target, token), TypeNames.Short(target)));
            return null;
        }

        foreach (LabelMember further in labels.Skip(1))
        {
            violations.Add(new Violation(
                Descriptors.SeveralLabels, further.AttributeLocation(token), further.Name, TypeNames.Short(target), labels[0].Name));
        }

        List<Violation> unreadable = [.. labels.Select(label => Unreadable(label, target, token)).OfType<Violation>()];
        foreach (Violation violation in unreadable)
        {
            violations.Add(violation);
        }

        return labels.Count == 1 && unreadable.Count == 0 ? LabelPath.Follow(labels[0], target, violations, token) : null;
    }

    /// <summary>The labels of the type itself, or else those of the nearest base type or interface that has some.</summary>
    private static IEnumerable<LabelMember> Labels(INamedTypeSymbol target)
    {
        for (INamedTypeSymbol? type = target; type is not null; type = type.BaseType)
        {
            List<LabelMember> labels = [.. Declared(type)];
            if (labels.Count > 0)
            {
                return labels;
            }
        }

        return target.TypeKind == TypeKind.Interface ? target.AllInterfaces.SelectMany(Declared) : [];
    }

    private static bool IsOf(LabelMember label, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(label.Symbol.ContainingType, type) || label.Symbol is IParameterSymbol;

    private static IEnumerable<LabelMember> Declared(INamedTypeSymbol target)
    {
        foreach (ISymbol member in target.GetMembers())
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } && Annotations.ClassLabel(member) is { } onMethod)
            {
                yield return new LabelMember(member, onMethod);
                continue;
            }

            if (member is IPropertySymbol or IFieldSymbol && Annotations.ClassLabel(member) is { } attribute)
            {
                // [field: ClassLabel] puts the attribute on a backing field, which has no name; its property has.
                yield return new LabelMember((member as IFieldSymbol)?.AssociatedSymbol ?? member, attribute);
            }
            else if (member is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor)
            {
                foreach (IParameterSymbol parameter in constructor.Parameters)
                {
                    if (Annotations.ClassLabel(parameter) is { } onParameter)
                    {
                        yield return new LabelMember(PropertyOf(parameter, target) ?? parameter, onParameter);
                    }
                }
            }
        }
    }

    /// <summary>The property (or the field that the user declared in its place) of a record's positional parameter.</summary>
    public static ISymbol? PropertyOf(IParameterSymbol parameter, INamedTypeSymbol target)
    {
        return target.IsRecord && IsOfPrimaryConstructor(parameter, target)
            ? target.GetMembers(parameter.Name).FirstOrDefault(member => member is IPropertySymbol or IFieldSymbol)
            : null;
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

    private static Violation? Unreadable(LabelMember label, INamedTypeSymbol target, CancellationToken token)
    {
        (string? reason, string remedy) = label.Symbol switch
        {
            IParameterSymbol => (
                "a parameter and not a property or field",
                "mark a property or field, or a positional parameter of a record"),
            IMethodSymbol { IsStatic: true, Parameters.Length: 1, TypeParameters.Length: 0, ReturnsVoid: false } method
                when CompanionRow.IsCompanionMethod(method, target) => (null, ""),
            _ when CompanionRow.IsCompanion(target) => (
                "not a method that takes a row", $"mark a static method with one parameter of type '{TypeNames.Short(CompanionRow.RowType(target))}'"),
            { IsStatic: true } => ("static, and so the same for every row", "remove 'static'"),
            IMethodSymbol { Parameters.Length: > 0 } => ("a method with parameters", "let it compute the label from the row alone"),
            IMethodSymbol { TypeParameters.Length: > 0 } => ("a generic method", "remove its type parameters"),
            IMethodSymbol { ReturnsVoid: true } => ("a method without a result", "let it return the label"),
            IPropertySymbol { IsIndexer: true } => ("an indexer", "mark a property without parameters"),
            IPropertySymbol { IsWriteOnly: true } => ("a property without 'get'", "add 'get'"),
            IPropertySymbol { ExplicitInterfaceImplementations.Length: > 0 } => (
                "an explicit interface implementation",
                "mark a property of the type itself"),
            var symbol when !IsVisible(symbol, target) => (
                $"not accessible in '{TypeNames.Short(target)}'", "make it accessible, or mark a member of the type itself"),
            var symbol when HidingMember(symbol, target) is { } hiding => (
                $"hidden by '{TypeNames.Short(hiding.ContainingType)}.{hiding.Name}'", "mark that member, or rename it"),
            _ => ((string?)null, ""),
        };
        return reason is null
            ? null
            : new Violation(
                Descriptors.UnreadableLabel, label.NameLocation, label.Name, TypeNames.Short(target), reason, remedy);
    }

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

using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BalanceGen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BalanceGen.Generators.Parsing;

/// <summary>Finds the member of a target that holds the label.</summary>
internal static class LabelMemberSearch
{
    /// <summary>The one readable label, or null after noting why there is none.</summary>
    public static LabelMember? FindOnly(INamedTypeSymbol target, ICollection<Violation> violations, CancellationToken token)
    {
        List<LabelMember> labels = [.. Labels(target)];
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

        return labels.Count == 1 && unreadable.Count == 0 ? labels[0] : null;
    }

    private static IEnumerable<LabelMember> Labels(INamedTypeSymbol target)
    {
        foreach (ISymbol member in target.GetMembers())
        {
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
    private static ISymbol? PropertyOf(IParameterSymbol parameter, INamedTypeSymbol target)
    {
        bool isPositional = target.IsRecord
            && parameter.ContainingSymbol.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is RecordDeclarationSyntax);
        return isPositional
            ? target.GetMembers(parameter.Name).FirstOrDefault(member => member is IPropertySymbol or IFieldSymbol)
            : null;
    }

    private static Violation? Unreadable(LabelMember label, INamedTypeSymbol target, CancellationToken token)
    {
        (string? reason, string remedy) = label.Symbol switch
        {
            IParameterSymbol => (
                "a parameter and not a property or field",
                "mark a property or field, or a positional parameter of a record"),
            { IsStatic: true } => ("static, and so the same for every row", "remove 'static'"),
            IPropertySymbol { IsIndexer: true } => ("an indexer", "mark a property without parameters"),
            IPropertySymbol { IsWriteOnly: true } => ("a property without 'get'", "add 'get'"),
            IPropertySymbol { ExplicitInterfaceImplementations.Length: > 0 } => (
                "an explicit interface implementation",
                "mark a property of the type itself"),
            _ => ((string?)null, ""),
        };
        return reason is null
            ? null
            : new Violation(
                Descriptors.UnreadableLabel, label.NameLocation, label.Name, TypeNames.Short(target), reason, remedy);
    }
}

using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BalanceGen.Generators.Diagnostics;
using BalanceGen.Generators.Parsing.Labels;
using Microsoft.CodeAnalysis;

namespace BalanceGen.Generators.Parsing;

/// <summary>Finds the member of a target that holds the row's own weight.</summary>
internal static class SampleWeightSearch
{
    /// <summary>The weight, or null if there is none, or after noting why it is none.</summary>
    public static ISymbol? Find(INamedTypeSymbol target, ICollection<Violation> violations, CancellationToken token)
    {
        List<(ISymbol Symbol, AttributeData Attribute)> weights = [.. Declared(target)];
        foreach ((ISymbol symbol, AttributeData attribute) in weights.Skip(1))
        {
            Refuse(symbol, attribute, $"'{weights[0].Symbol.Name}' is a weight already", "keep one of them");
        }

        if (weights.Count == 0)
        {
            return null;
        }

        (string? reason, string remedy) = weights[0].Symbol switch
        {
            IParameterSymbol => ("it is a parameter and not a property or field", "mark a property or field, or a positional parameter of a record"),
            { IsStatic: true } => ("it is static, and so the same for every row", "remove 'static'"),
            IPropertySymbol { IsWriteOnly: true } => ("it is a property without 'get'", "add 'get'"),
            IPropertySymbol { IsIndexer: true } => ("it is an indexer", "mark a property without parameters"),
            IPropertySymbol property when !IsNumber(property.Type) => Number(property.Type),
            IFieldSymbol field when !IsNumber(field.Type) => Number(field.Type),
            _ => ((string?)null, ""),
        };
        if (reason is not null)
        {
            Refuse(weights[0].Symbol, weights[0].Attribute, reason, remedy);
        }

        return reason is null && weights.Count == 1 ? weights[0].Symbol : null;

        void Refuse(ISymbol symbol, AttributeData attribute, string problem, string toDo) => violations.Add(new Violation(
            Descriptors.InvalidSampleWeight,
            attribute.ApplicationSyntaxReference?.GetSyntax(token).GetLocation() ?? Location.None,
            symbol.Name,
            TypeNames.Short(target),
            problem,
            toDo));
    }

    private static (string, string) Number(ITypeSymbol type) =>
        ($"'{TypeNames.Short(type)}' is no number type", "use 'double', 'float', 'decimal', Half or an integer type");

    private static bool IsNumber(ITypeSymbol type) =>
        IntegerTypes.RangeOf(type.SpecialType) is not null
        || type.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal
        || type is { Name: "Half", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static IEnumerable<(ISymbol, AttributeData)> Declared(INamedTypeSymbol target)
    {
        foreach (ISymbol member in target.GetMembers())
        {
            if (member is IPropertySymbol or IFieldSymbol && Annotations.SampleWeight(member) is { } attribute)
            {
                yield return ((member as IFieldSymbol)?.AssociatedSymbol ?? member, attribute);
            }
            else if (member is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor)
            {
                foreach (IParameterSymbol parameter in constructor.Parameters)
                {
                    if (Annotations.SampleWeight(parameter) is { } onParameter)
                    {
                        yield return (LabelMemberSearch.PropertyOf(parameter, target) ?? parameter, onParameter);
                    }
                }
            }
        }
    }
}

using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BalanceGen.Generators.Parsing.Labels;
using BalanceGen.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace BalanceGen.Generators.Parsing;

/// <summary>Finds the member of a target that holds the row's own weight.</summary>
internal static class SampleWeightSearch
{
    /// <summary>The weight, or null if there is none, or after noting why it is none.</summary>
    public static ISymbol? Find(INamedTypeSymbol target, ICollection<Violation> violations, CancellationToken token)
    {
        List<(ISymbol Symbol, AttributeData Attribute)> weights = Weights(target);
        foreach ((ISymbol symbol, AttributeData attribute) in weights.Skip(1))
        {
            Refuse(symbol, attribute, $"'{weights[0].Symbol.Name}' is a weight already", "keep one of them");
        }

        if (weights.Count == 0)
        {
            return null;
        }

        (string? reason, string remedy) = Problem(weights[0].Symbol, target);
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

    /// <summary>The weights of the type itself, or else those of the nearest base type or interface that has some.</summary>
    private static List<(ISymbol Symbol, AttributeData Attribute)> Weights(INamedTypeSymbol target) =>
        new[] { target }.Concat(TypeNames.BaseTypes(target))
            .Select(type => Declared(type).ToList())
            .Append([.. target.TypeKind == TypeKind.Interface ? target.AllInterfaces.SelectMany(Declared) : []])
            .FirstOrDefault(weights => weights.Count > 0) ?? [];

    private static (string? Reason, string Remedy) Problem(ISymbol symbol, INamedTypeSymbol target) => symbol switch
    {
        IParameterSymbol => ("it is a parameter and not a property or field", "mark a property or field, or a positional parameter of a record"),
        IMethodSymbol { IsStatic: true, Parameters.Length: 1, TypeParameters.Length: 0 } method when CompanionRow.IsCompanionMethod(method, target) =>
            Number(method.ReturnType),
        _ when CompanionRow.IsCompanion(target) => (
            "it is no method that takes a row", $"mark a static method with one parameter of type '{TypeNames.Short(CompanionRow.RowType(target))}'"),
        { IsStatic: true } => ("it is static, and so the same for every row", "remove 'static'"),
        IMethodSymbol { Parameters.Length: > 0 } => ("it is a method with parameters", "let it compute the weight from the row alone"),
        IMethodSymbol { TypeParameters.Length: > 0 } => ("it is a generic method", "remove its type parameters"),
        IPropertySymbol { IsWriteOnly: true } => ("it is a property without 'get'", "add 'get'"),
        IPropertySymbol { ExplicitInterfaceImplementations.Length: > 0 } => (
            "it is an explicit interface implementation", "mark a property of the type itself"),
        IPropertySymbol { IsIndexer: true } => ("it is an indexer", "mark a property without parameters"),
        _ when !LabelMemberSearch.IsVisible(symbol, target) => (
            $"it is not accessible in '{TypeNames.Short(target)}'", "make it accessible, or mark a member of the type itself"),
        _ when LabelMemberSearch.HidingMember(symbol, target) is { } hiding => (
            $"it is hidden by '{TypeNames.Short(hiding.ContainingType)}.{hiding.Name}'", "mark that member, or rename it"),
        IMethodSymbol method => Number(method.ReturnType),
        IPropertySymbol property => Number(property.Type),
        IFieldSymbol field => Number(field.Type),
        _ => (null, ""),
    };

    private static (string? Reason, string Remedy) Number(ITypeSymbol type) => IsNumber(type)
        ? (null, "")
        : ($"'{TypeNames.Short(type)}' is no number type", "use 'double', 'float', 'decimal', Half or an integer type");

    private static bool IsNumber(ITypeSymbol type) =>
        IntegerTypes.RangeOf(type.SpecialType) is not null
        || type.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal
        || type is { Name: "Half", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static IEnumerable<(ISymbol, AttributeData)> Declared(INamedTypeSymbol target)
    {
        foreach (ISymbol member in target.GetMembers())
        {
            if (member is IPropertySymbol or IFieldSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary }
                && Annotations.SampleWeight(member) is { } attribute)
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

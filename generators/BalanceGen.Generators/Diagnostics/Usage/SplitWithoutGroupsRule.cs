using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>BALG0221: a record that says of which patient, session or user a row is, is split row by row.</summary>
internal sealed class SplitWithoutGroupsRule() : UsageRule(Descriptors.SplitWithoutGroups)
{
    private const int LongestPath = 16;

    public override void Check(UsageContext context)
    {
        foreach (IOperation operation in context.Operations)
        {
            if (SplitRows(operation, context) is { } rows
                && GroupCandidate.In(rows, context.Token) is { } member
                && member.Locations.FirstOrDefault(place => place.IsInSource) is { } place)
            {
                context.ReportWithPlace(Rule, OperationReading.NameOf(operation), place, FixData.None, NameOf(operation), member.Name, rows.Name);
            }
        }
    }

    private static string NameOf(IOperation operation) => operation is IInvocationOperation call ? call.TargetMethod.Name : "Split";

    /// <summary>The record whose rows are split one by one, or null.</summary>
    private static INamedTypeSymbol? SplitRows(IOperation operation, UsageContext context) => operation switch
    {
        IInvocationOperation { TargetMethod.Name: "Split" or "KFold", Instance: { Type: INamedTypeSymbol { TypeArguments: [INamedTypeSymbol rows] } } data } call
            when IsDataset(data.Type, context.Types) && IsByRow(call, context) && !HasOwnGroups(data, context) => rows,
        IInvalidOperation { Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Split" or "KFold" } split } call }
            when !MentionsGroups(call) => RowsOfUnknown(split.Expression, operation.SemanticModel),
        _ => null,
    };

    private static bool IsDataset(ITypeSymbol? type, KnownTypes types) => KnownTypes.Is(type, types.IndexedDataset) || KnownTypes.Is(type, types.MultiLabelDataset);

    /// <summary>Whether the options are not given, or are written here without groups and not in the order of time.</summary>
    private static bool IsByRow(IInvocationOperation call, UsageContext context) =>
        call.Arguments.Written("options") is not { } options
        || (context.Locals.Origin(options) is IObjectCreationOperation created
            && !(created.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().Any(IsGroupsOrInOrder) ?? false));

    private static bool IsGroupsOrInOrder(ISimpleAssignmentOperation assignment) =>
        assignment.Target is IPropertyReferenceOperation { Property.Name: var name }
        && (name == "Groups" || (name == "Order" && assignment.Value.Unwrap() is not IFieldReferenceOperation { Field.Name: not "InOrder" }));

    /// <summary>Whether the data set was given other groups, or none on purpose, or comes from code in which that cannot be seen.</summary>
    private static bool HasOwnGroups(IOperation data, UsageContext context)
    {
        IOperation? current = data;
        for (int step = 0; current is not null && step < LongestPath; step++)
        {
            var call = context.Locals.Origin(current) as IInvocationOperation;
            if (call?.TargetMethod.Name is "WithGroups" or "WithoutGroups")
            {
                return true;
            }

            current = call?.Instance;
        }

        return false;
    }

    private static bool MentionsGroups(InvocationExpressionSyntax call) =>
        call.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText is "Groups" or "WithGroups" or "WithoutGroups");

    /// <summary>The record of <c>Scan.Classes.Index(rows).Split(…)</c> in an editor that has not run the generator yet.</summary>
    private static INamedTypeSymbol? RowsOfUnknown(ExpressionSyntax data, SemanticModel? model) =>
        data is InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: "Index",
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: LibraryNames.GeneratedClasses, Expression: var type },
            },
        }
            ? model?.GetSymbolInfo(type).Symbol as INamedTypeSymbol
            : null;
}

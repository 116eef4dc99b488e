namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>Finds where a body uses a value, or a variable that was made from it.</summary>
internal sealed class Derivation
{
    private readonly LocalValues _locals;
    private readonly SyntaxNode _source;
    private readonly HashSet<ISymbol> _variables = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, bool> _members = new(SymbolEqualityComparer.Default);

    public Derivation(IOperation source, UsageContext context)
    {
        _source = source.Syntax;
        _locals = context.Locals;

        // Declarations come before uses, so one pass in the order of the source follows every chain.
        foreach (IOperation operation in context.Operations)
        {
            if (operation is IVariableDeclaratorOperation declarator
                && declarator.GetVariableInitializer() is { Value: var value }
                && declarator.Symbol.Type.SpecialType != SpecialType.System_String
                && Uses(value))
            {
                _variables.Add(declarator.Symbol);
            }
            else if (operation is ISimpleAssignmentOperation { Target: ILocalReferenceOperation local, Value: var assigned } && Uses(assigned))
            {
                _variables.Add(local.Local);
            }
        }
    }

    /// <summary>Whether an operation uses the value for anything but showing it.</summary>
    public bool Uses(IOperation operation) => FirstUse(operation) is not null;

    /// <summary>Where an operation uses the value first, or null.</summary>
    public IOperation? FirstUse(IOperation operation) =>
        operation.DescendantsAndSelf().FirstOrDefault(part => IsValue(part) && !IsShown(part, operation));

    // The operations of a field's initializer are bound anew for the method that reads the field.
    private bool IsValue(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local: var local } => _variables.Contains(local),
        IFieldReferenceOperation { Field: var field } => IsMember(operation, field),
        IPropertyReferenceOperation { Property: { IsIndexer: false } property } => IsMember(operation, property) || property.DeclaringSyntaxReferences.Length == 0 && IsSource(operation),
        _ => IsSource(operation),
    };

    private bool IsSource(IOperation operation) => operation.Syntax == _source && operation is not (IConversionOperation or IArgumentOperation);

    private bool IsMember(IOperation reference, ISymbol member)
    {
        if (member.DeclaringSyntaxReferences.Length == 0)
        {
            return false;
        }

        if (!_members.TryGetValue(member, out bool isMade))
        {
            _members[member] = false;
            isMade = _locals.ValueOf(reference) is { } value && value.DescendantsAndSelf().Any(IsValue);
            _members[member] = isMade;
        }

        return isMade;
    }

    private static bool IsShown(IOperation value, IOperation within)
    {
        for (IOperation? part = value.Parent; part is not null && part != within.Parent; part = part.Parent)
        {
            bool shows = part is IInterpolatedStringOperation
                || part is IPropertyReferenceOperation { Property.Name: "Plan" }
                || (part is IInvocationOperation { TargetMethod: { } method }
                    && (method.Name == "ToString" || method.ContainingType.Name is "Console" or "TextWriter" or "StreamWriter" || method.Name.StartsWith("Log", System.StringComparison.Ordinal)));
            if (shows)
            {
                return true;
            }
        }

        return false;
    }
}

namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>What variables stand for: locals and fields that are given one value and never another.</summary>
internal sealed class LocalValues
{
    // Longer chains of variables than this are not followed.
    private const int LongestChain = 16;

    private readonly SourceBodies _bodies;
    private readonly Dictionary<ISymbol, LocalRole> _roles = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _reassigned = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IOperation> _read = [];

    public LocalValues(IEnumerable<IOperation> operations, SourceBodies bodies)
    {
        _bodies = bodies;
        Read(operations);
    }

    /// <summary>The only value of the variable that an operation reads, or null.</summary>
    public IOperation? ValueOf(IOperation reference) => reference switch
    {
        ILocalReferenceOperation local => RoleOf(local) is { Kind: LocalRoleKind.Value, Operation: var value } ? value.Unwrap() : ReachingValue.Of(local)?.Unwrap(),
        IFieldReferenceOperation { Field: { IsConst: false, ContainingType.IsTupleType: false } field } => _bodies.ValueOf(field)?.Unwrap(),
        IPropertyReferenceOperation { Property: { IsIndexer: false } property } => _bodies.ValueOf(property)?.Unwrap(),
        _ => null,
    };

    /// <summary>How a local variable gets its value, or null if it gets several or that cannot be seen.</summary>
    public LocalRole? RoleOf(ILocalReferenceOperation reference)
    {
        // A field may be set to a local of the constructor, which is another body.
        if (!_roles.ContainsKey(reference.Local) && reference.Ancestors().LastOrDefault() is { } root && _read.Add(root))
        {
            Read(root.DescendantsAndSelf());
        }

        return !_reassigned.Contains(reference.Local) && _roles.TryGetValue(reference.Local, out LocalRole? role) ? role : null;
    }

    /// <summary>The sequence whose elements the variable of a foreach loop takes, or null.</summary>
    public IOperation? SequenceOf(ILocalReferenceOperation reference) =>
        RoleOf(reference) is { Kind: LocalRoleKind.Element, Operation: var sequence } ? Origin(sequence) : null;

    /// <summary>The operation behind conversions and variables.</summary>
    public IOperation Origin(IOperation operation) => Chain(operation).Last();

    /// <summary>The operation, what the variable that it reads was set to, and so on.</summary>
    public IEnumerable<IOperation> Chain(IOperation operation)
    {
        IOperation? current = operation.Unwrap();
        for (int length = 0; current is not null && length < LongestChain; length++)
        {
            yield return current;
            current = ValueOf(current);
        }
    }

    private void Read(IEnumerable<IOperation> operations)
    {
        foreach (IOperation operation in operations)
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer:
                    Set(declarator.Symbol, LocalRoleKind.Value, initializer.Value);
                    break;
                case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation variable } loop:
                    Set(variable.Symbol, LocalRoleKind.Element, loop.Collection);
                    break;
                case IForEachLoopOperation { LoopControlVariable: { } parts } loop:
                    SetParts(parts, LocalRoleKind.ElementPart, loop.Collection);
                    break;
                case IDeconstructionAssignmentOperation deconstruction when deconstruction.Target.DescendantsAndSelf().Any(IsDeclaration):
                    SetParts(deconstruction.Target, LocalRoleKind.Part, deconstruction.Value);
                    break;
                case IIsPatternOperation pattern:
                    SetPattern(pattern.Pattern, pattern.Value);
                    break;
                case ISwitchExpressionOperation choice:
                    foreach (ISwitchExpressionArmOperation arm in choice.Arms)
                    {
                        SetPattern(arm.Pattern, choice.Value);
                    }

                    break;
                case IAssignmentOperation assignment:
                    Note(assignment.Target);
                    break;
                case IIncrementOrDecrementOperation increment:
                    Note(increment.Target);
                    break;
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                    if (argument.Value.Unwrap() is IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared })
                    {
                        Set(declared.Local, LocalRoleKind.Out, argument.Parent!);
                    }

                    Note(argument.Value);
                    break;
            }
        }
    }

    private void Set(ISymbol local, LocalRoleKind kind, IOperation operation, int part = 0) => _roles[local] = new LocalRole(kind, operation, part);

    private void SetParts(IOperation target, LocalRoleKind kind, IOperation value)
    {
        ITupleOperation? tuple = target as ITupleOperation ?? (target as IDeclarationExpressionOperation)?.Expression as ITupleOperation;
        for (int part = 0; part < (tuple?.Elements.Length ?? 0); part++)
        {
            if (tuple!.Elements[part].DescendantsAndSelf().OfType<ILocalReferenceOperation>().FirstOrDefault() is { } local)
            {
                Set(local.Local, kind, value, part);
            }
        }
    }

    private void SetPattern(IPatternOperation pattern, IOperation value)
    {
        // The value inside a property pattern is another value.
        if (pattern is IBinaryPatternOperation both)
        {
            SetPattern(both.LeftPattern, value);
            SetPattern(both.RightPattern, value);
        }
        else if (((pattern as IDeclarationPatternOperation)?.DeclaredSymbol ?? (pattern as IRecursivePatternOperation)?.DeclaredSymbol) is { } declared)
        {
            Set(declared, LocalRoleKind.Value, value);
        }
    }

    private static bool IsDeclaration(IOperation operation) =>
        operation is IDeclarationExpressionOperation or ILocalReferenceOperation { IsDeclaration: true };

    private void Note(IOperation target)
    {
        foreach (IOperation part in target.DescendantsAndSelf())
        {
            // In a deconstruction every part is a target. The index of an assigned element is not a target, but it does no harm to take it for one.
            if (part is ILocalReferenceOperation { IsDeclaration: false } reference
                && part.Parent is not (IArrayElementReferenceOperation or IPropertyReferenceOperation or IFieldReferenceOperation))
            {
                _reassigned.Add(reference.Local);
            }
        }
    }
}

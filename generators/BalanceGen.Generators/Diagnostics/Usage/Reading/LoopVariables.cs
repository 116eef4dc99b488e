namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>What may change from one turn of a loop to the next.</summary>
internal sealed class LoopVariables
{
    private readonly HashSet<ISymbol> _assigned = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _declared = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _called = new(SymbolEqualityComparer.Default);

    // Variables that are passed to code outside the library, which may change their order.
    private readonly HashSet<ISymbol> _passed = new(SymbolEqualityComparer.Default);

    private readonly UsageContext _context;

    public LoopVariables(ILoopOperation loop, UsageContext context)
    {
        _context = context;

        // A function of the method may run in every turn, wherever it is written.
        IEnumerable<IOperation> functions = context.Operations
            .Where(operation => operation is IAnonymousFunctionOperation or ILocalFunctionOperation)
            .Except(loop.Ancestors())
            .SelectMany(function => function.Descendants());
        foreach (IOperation operation in loop.DescendantsAndSelf().Concat(functions))
        {
            IOperation? target = operation switch
            {
                IAssignmentOperation assignment => assignment.Target,
                IIncrementOrDecrementOperation increment => increment.Target,
                IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => argument.Value,
                _ => null,
            };
            foreach (IOperation part in target?.DescendantsAndSelf() ?? [])
            {
                if (VariableOf(part) is { } assigned)
                {
                    _assigned.Add(assigned);
                }
            }

            if (operation is IVariableDeclaratorOperation declarator)
            {
                _declared.Add(declarator.Symbol);
            }

            if (operation is IInvocationOperation { TargetMethod.ContainingType: var type } call)
            {
                _called.Add(type);
                if (!IsLibrary(type) && !IsIndexing(call))
                {
                    _passed.UnionWith(VariablesIn(call));
                }
            }

            if (operation is IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation variable })
            {
                _assigned.Add(variable.Symbol);
            }
        }
    }

    /// <summary>
    /// Whether the operation may have another value in another turn: a variable that the loop assigns, a field of a type whose
    /// methods the loop calls, or a call of code that is not the library's and may return anything.
    /// </summary>
    public bool Changes(IOperation operation) => operation switch
    {
        IInvocationOperation call when IsIndexing(call) => VariablesIn(call).Any(_passed.Contains),
        IInvocationOperation { TargetMethod.ContainingType: var type } => !IsLibrary(type),
        IPropertyReferenceOperation { Property: { IsIndexer: false } property } when !IsLibrary(property.ContainingType) =>
            _assigned.Contains(property) || !property.IsReadOnly,
        IFieldReferenceOperation { Field: { IsReadOnly: false, IsConst: false } field } when _called.Contains(field.ContainingType) => true,
        _ => VariableOf(operation) is { } variable && _assigned.Contains(variable),
    };

    /// <summary>Whether a local variable is set anew in each turn. A variable that was set before the loop keeps its value.</summary>
    public bool Declares(ILocalSymbol local) => _declared.Contains(local);

    /// <summary>Whether this is the generated method that makes a data set of rows. The same rows give the same data set.</summary>
    private static bool IsIndexing(IInvocationOperation call) => call.TargetMethod is { Name: "Index", ContainingType: { Name: LibraryNames.GeneratedClasses, ContainingType: not null } };

    private static IEnumerable<ISymbol> VariablesIn(IInvocationOperation call) => call.Descendants().Select(VariableOf).OfType<ISymbol>();

    private static ISymbol? VariableOf(IOperation operation) => operation.Variable() ?? (operation as IPropertyReferenceOperation)?.Property;

    private bool IsLibrary(INamedTypeSymbol type) =>
        _context.Types.IsOfLibrary(type) || type.ContainingNamespace?.Name == "Linq" || type.Name == "TaskAsyncEnumerableExtensions";
}

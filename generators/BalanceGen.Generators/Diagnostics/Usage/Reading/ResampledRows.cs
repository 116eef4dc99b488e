namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>Which variables of a body hold rows that a sampler or a stream gives more than once.</summary>
internal sealed class ResampledRows
{
    private readonly UsageContext _context;

    // The variable, and the name of the sampler that its rows come from.
    private readonly Dictionary<ISymbol, string> _held = new(SymbolEqualityComparer.Default);

    public ResampledRows(UsageContext context)
    {
        _context = context;

        // A loop may read a variable above the line that fills it. So the pass is repeated until it finds nothing new.
        int before;
        do
        {
            before = _held.Count;
            foreach (IOperation operation in context.Operations)
            {
                Follow(operation);
            }
        }
        while (_held.Count > before);
    }

    /// <summary>The sampler whose draws an expression holds, or null if no row comes twice as far as can be seen.</summary>
    public string? SourceOf(IOperation expression)
    {
        string? source = null;
        foreach (IOperation part in expression.DescendantsAndSelf())
        {
            if (part is IInvocationOperation { TargetMethod.Name: "Distinct" or "DistinctBy" or "ToHashSet" })
            {
                return null;
            }

            source ??= IsNumberOfSampler(part) ? null : SourceOfPart(part);
        }

        return source;
    }

    private string? SourceOfPart(IOperation part)
    {
        if (SamplerCreation.Of(part, _context.Types) is { } creation)
        {
            return creation.RepeatsRows(_context) ? creation.Sampler.Name : null;
        }

        switch (part)
        {
            case IInvocationOperation call when _context.Facts.RepeatsRows(call.TargetMethod):
                return call.TargetMethod.Name;
            case IInvocationOperation helper when !_context.Types.IsOfLibrary(helper.TargetMethod) && _context.Bodies.BodyOf(helper.TargetMethod) is { } body:
                return CountReading.Returned(body).Select(SourceOfReturned).FirstOrDefault(source => source is not null);
            case ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation:
                return VariableOf(part) is { } variable && _held.TryGetValue(variable, out string? held) ? held
                    : part.Type is { } type && _context.Types.IsSampler(type) && _context.Locals.ValueOf(part) is null && _context.Facts.RepeatsRows(type) ? type.Name
                    : part is IFieldReferenceOperation && _context.Locals.ValueOf(part) is { } value ? SourceOfReturned(value)
                    : null;
            default:
                return null;
        }
    }

    /// <summary>Looks for a sampler, and for variables that are set to one, in what a helper returns or a field is set to.</summary>
    private string? SourceOfReturned(IOperation value) =>
        value.DescendantsAndSelf()
            .Where(part => !IsNumberOfSampler(part))
            .SelectMany(part => part is ILocalReferenceOperation ? _context.Locals.Chain(part).Last().DescendantsAndSelf() : [part])
            .Select(part => SamplerCreation.Of(part, _context.Types))
            .FirstOrDefault(creation => creation is not null && creation.RepeatsRows(_context))?.Sampler.Name;

    private void Follow(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer:
                Hold(declarator.Symbol, initializer.Value);
                break;
            case ISimpleAssignmentOperation assignment when VariableOf(assignment.Target) is { } target:
                Hold(target, assignment.Value);
                break;
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation variable } loop:
                Hold(variable.Symbol, loop.Collection);
                break;
            case IInvocationOperation { TargetMethod.Name: "Add" or "AddRange" or "Insert" or "Enqueue" or "Push" or "Append", Instance: { } list } call when VariableOf(list) is { } collection:
                foreach (IArgumentOperation argument in call.Arguments)
                {
                    Hold(collection, argument.Value);
                }

                break;
            case IInvocationOperation { TargetMethod.Name: "Fill" or "CopyTo", Instance: { } source } fill:
                foreach (ISymbol destination in fill.Arguments.Select(argument => VariableOf(argument.Value)).OfType<ISymbol>())
                {
                    Hold(destination, source);
                }

                break;
        }
    }

    private void Hold(ISymbol variable, IOperation value)
    {
        if (!_held.ContainsKey(variable) && SourceOf(value) is { } source)
        {
            _held.Add(variable, source);
        }
    }

    /// <summary>Whether the code reads a property of a sampler, such as the length of an epoch or the plan. Such a value is not rows.</summary>
    private bool IsNumberOfSampler(IOperation operation) =>
        operation.Parent is IPropertyReferenceOperation { Property.IsIndexer: false } property && property.Instance == operation && _context.Types.IsSampler(operation.Type);

    private static ISymbol? VariableOf(IOperation operation) => operation.Unwrap() switch
    {
        IArrayElementReferenceOperation element => VariableOf(element.ArrayReference),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list } => VariableOf(list),
        var variable => variable.Variable(),
    };
}

namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>Lists of counts: the library's, copies, what LINQ makes of them, and arrays that the program fills.</summary>
internal sealed partial class CountReading
{
    /// <summary>Whether the elements of a sequence, or the values of a dictionary, are counts.</summary>
    public bool IsCounts(IOperation expression)
    {
        bool areCounts = _steps++ < MostSteps && IsCountsOf(expression.Unwrap());
        _steps--;
        return areCounts;
    }

    private bool IsCountsOf(IOperation operation) =>
        KnownTypes.Is(operation.Type, _context.Types.ClassCounts) || operation switch
        {
            ILocalReferenceOperation local => _context.FilledArrays.Variables.Contains(local.Local) || (Locals.ValueOf(local) is { } value && IsCounts(value)),
            IParameterReferenceOperation { Parameter: var parameter } => _parameters.Contains(parameter) || _context.FilledArrays.Variables.Contains(parameter),
            IPropertyReferenceOperation property => IsCountsProperty(property),
            IFieldReferenceOperation field => _context.FilledArrays.IsFilled(field.Field) || (Locals.ValueOf(field) is { } value && IsCounts(value)),
            IInvocationOperation call => IsCountsCall(call),
            ITranslatedQueryOperation query => IsCounts(query.Operation),
            ICollectionExpressionOperation collection => collection.Elements.Any(element => element is ISpreadOperation spread ? IsCounts(spread.Operand) : IsCount(element)),
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues.Any(IsCount),
            IObjectCreationOperation { Arguments: [{ Value: var source }, ..] } => IsCollection(operation.Type) && IsCounts(source),
            IConditionalOperation { WhenFalse: { } otherwise } choice => IsCounts(choice.WhenTrue) || IsCounts(otherwise),
            ICoalesceOperation coalesce => IsCounts(coalesce.Value),
            IImplicitIndexerReferenceOperation range => IsCounts(range.Instance),
            _ => false,
        };

    private bool IsCountsProperty(IPropertyReferenceOperation property)
    {
        if (_context.Facts.MayBeZero(property.Property) || IsKnownValues(property))
        {
            return property.Property.IsIndexer || !IsKnownAboveZero(property, null);
        }

        if (property.Instance is { } map && property.Property.Name == "Values")
        {
            return IsCounts(map);
        }

        return !property.Property.IsIndexer
            && ((_context.Bodies.ValueOf(property.Property) is { } value && IsCounts(value))
                || (_context.Bodies.BodyOf(property.Property) is { } body && Returned(body).Any(IsCounts)));
    }

    private bool IsCountsCall(IInvocationOperation call)
    {
        if (_context.Facts.MayBeZero(call.TargetMethod))
        {
            return true;
        }

        // A method of the program may do anything, whatever its name.
        string name = call.TargetMethod.DeclaringSyntaxReferences.Length == 0 ? call.TargetMethod.Name : "";
        IOperation? source = call.Receiver() ?? call.Arguments.FirstOrDefault()?.Value;
        switch (name)
        {
            // If a filter lets no count of 0 pass, the numbers that are left can be divided by.
            case "Where" or "TakeWhile":
                return source is not null && IsCounts(source) && !IsFilter(call);
            case "Select" or "ConvertAll" or "SelectMany":
                return Selector(call) is { } selector ? Returned(selector).Any(value => IsCount(value) && !new CountGuards(this, value).Protect(value)) : false;
            case "ToDictionary" or "ToFrozenDictionary" or "ToImmutableDictionary" or "ToLookup":
                return call.Arguments.Select(argument => LambdaOf(argument.Value)).OfType<IAnonymousFunctionOperation>().ToArray() is var lambdas
                    && (lambdas.Length > 1 ? Returned(lambdas[lambdas.Length - 1]).Any(IsCount) : source is not null && IsCounts(source));
            case "ToArray" or "ToList" or "AsSpan" or "AsMemory" or "AsEnumerable" or "AsParallel" or "Cast" or "OfType" or "Order" or "OrderBy" or "OrderDescending" or "OrderByDescending"
                or "ThenBy" or "ThenByDescending" or "Reverse" or "Skip" or "SkipLast" or "Take" or "TakeLast" or "Slice" or "ToImmutableArray" or "ToImmutableList" or "ToHashSet" or "Concat"
                or "Append" or "Prepend" or "Distinct" or "DefaultIfEmpty" or "Clone" or "GetRange" or "AsReadOnly" or "ToFrozenSet" or "MinBy" or "Chunk":
                return source is not null && IsCounts(source);
            default:
                return call.Type is not null
                    && !IsTooDeep
                    && !IsNumber(call.Type)
                    && _context.Bodies.BodyOf(call.TargetMethod) is { } body
                    && new CountReading(this, CountParameters(call)) is var helper
                    && Returned(body).Any(helper.IsCounts);
        }
    }

    /// <summary>A member of an element that a query made: <c>x.Count</c> of <c>Select(c => new { Count = counts[c] })</c>.</summary>
    private bool IsCountMember(IOperation element, string member)
    {
        IOperation origin = Locals.Origin(element);
        IOperation? sequence = origin switch
        {
            ILocalReferenceOperation local => Locals.SequenceOf(local),
            IParameterReferenceOperation parameter => ElementsOf(parameter),
            _ => null,
        };
        return MemberOf(origin, member) is { } value ? IsCount(value) : sequence is not null && IsCountMemberOfElement(sequence, member);
    }

    private bool IsCountMemberOfElement(IOperation sequence, string member) => Source(sequence) switch
    {
        IInvocationOperation { TargetMethod.Name: "Select" } select when Selector(select) is { } selector =>
            Returned(selector).Any(made => MemberOf(made.Unwrap(), member) is { } value && IsCount(value)),
        IInvocationOperation { TargetMethod.Name: "Zip", Arguments: [{ Value: var first }, { Value: var second }] } =>
            (member is "First" or "Item1" && IsCounts(first)) || (member is "Second" or "Item2" && IsCounts(second)),
        IInvocationOperation { TargetMethod.Name: "Index", Arguments: [{ Value: var indexed }] } => member is "Item" or "Item2" && IsCounts(indexed),
        { } map => (member == "Value" || (member is "Item2" or "Count" && KnownTypes.Is(map.Type, _context.Types.ClassCounts))) && IsCounts(map),
    };

    private bool IsCountPart(IOperation value, int part) => Locals.Origin(value) switch
    {
        ITupleOperation tuple => part < tuple.Elements.Length && IsCount(tuple.Elements[part]),
        var origin => IsCountMember(origin, $"Item{part + 1}") || (part == 1 && IsCountMember(origin, "Value")),
    };

    private bool IsCountPartOfElement(IOperation sequence, int part) => Source(sequence) switch
    {
        IInvocationOperation { TargetMethod.Name: "Select" } select when Selector(select) is { } selector =>
            Returned(selector).Any(made => made.Unwrap() is ITupleOperation tuple && part < tuple.Elements.Length && IsCount(tuple.Elements[part])),
        var source => IsCountMemberOfElement(source, $"Item{part + 1}") || (part == 1 && IsCounts(source)),
    };

    /// <summary>The call behind copies that keep the elements.</summary>
    private IOperation Source(IOperation sequence)
    {
        IOperation current = Locals.Origin(sequence);
        while (current is ITranslatedQueryOperation query)
        {
            current = query.Operation.Unwrap();
        }

        while (current is IInvocationOperation { TargetMethod.Name: "ToArray" or "ToList" or "OrderBy" or "OrderByDescending" or "Where" or "AsEnumerable" or "Skip" or "Take" or "Reverse" } copy
            && copy.Receiver() is { } source
            && !(copy.TargetMethod.Name == "Where" && IsFilter(copy)))
        {
            current = Locals.Origin(source);
        }

        return current;
    }

    private static IOperation? MemberOf(IOperation made, string member) => made switch
    {
        IAnonymousObjectCreationOperation anonymous => anonymous.Initializers.OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(assignment => assignment.Target is IPropertyReferenceOperation property && property.Property.Name == member)?.Value,
        ITupleOperation { Type: INamedTypeSymbol type } tuple => type.TupleElements
            .Select((element, index) => (element, index))
            .Where(item => item.element.Name == member || item.element.CorrespondingTupleField?.Name == member)
            .Select(item => tuple.Elements[item.index])
            .FirstOrDefault(),
        IObjectCreationOperation creation => creation.Arguments.Written(member)
            ?? creation.Arguments.FirstOrDefault(argument => string.Equals(argument.Parameter?.Name, member, System.StringComparison.OrdinalIgnoreCase))?.Value
            ?? creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
                .FirstOrDefault(assignment => assignment.Target is IPropertyReferenceOperation property && property.Property.Name == member)?.Value,
        _ => null,
    };

    /// <summary>Whether the filter of a query lets only counts above 0 pass.</summary>
    public bool IsFilter(IInvocationOperation where) =>
        Selector(where) is { } predicate
            ? Returned(predicate).Any(condition => CountConditions.ExcludesZero(condition, this) || IsLookedUp(condition, predicate.Symbol.Parameters))
            : where.DescendantsAndSelf().OfType<IMethodReferenceOperation>().Any();

    /// <summary><c>models[c] is not null</c>: what is kept for each class, other than its name and its count, says which classes take part.</summary>
    private bool IsLookedUp(IOperation condition, IReadOnlyList<IParameterSymbol> parameters) => condition.DescendantsAndSelf().Any(part =>
    {
        IOperation? index = part switch
        {
            IArrayElementReferenceOperation { Indices: [var only] } => only,
            IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [{ Value: var only }] } => only,
            _ => null,
        };
        return index?.Unwrap() is IParameterReferenceOperation { Parameter: { Type.SpecialType: SpecialType.System_Int32 } parameter }
            && parameters.Contains(parameter, SymbolEqualityComparer.Default)
            && (part.Parent is IIsPatternOperation or IBinaryOperation || part.Type?.SpecialType == SpecialType.System_Boolean)
            && !_context.Types.IsOfLibrary((part as IPropertyReferenceOperation)?.Property)
            && !IsCount(part);
    });

    private static IAnonymousFunctionOperation? Selector(IInvocationOperation call) =>
        call.Arguments.Select(argument => LambdaOf(argument.Value)).FirstOrDefault(lambda => lambda is not null);

    private static IAnonymousFunctionOperation? LambdaOf(IOperation value) =>
        value.Unwrap() is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } ? lambda : value.Unwrap() as IAnonymousFunctionOperation;

    private static bool IsCollection(ITypeSymbol? type) => type?.Name is "List" or "HashSet" or "Dictionary" or "SortedDictionary" or "Queue" or "Stack" or "ReadOnlyCollection" or "SortedSet" or "Memory"
        or "ReadOnlyMemory" or "Span" or "ReadOnlySpan" or "ArraySegment";

    /// <summary>The list that is generated beside a record: <c>Cat.Classes.KnownCounts.Values</c>.</summary>
    private static bool IsKnownValues(IPropertyReferenceOperation property) =>
        property.Property is { Name: "Values", ContainingType: { Name: LibraryNames.KnownCounts, ContainingType.Name: LibraryNames.GeneratedClasses } };

    /// <summary>Whether the compiler knows that a count, or each of them, is above 0.</summary>
    /// <param name="counts">The counts.</param>
    /// <param name="classIndex">The class, or null for all.</param>
    private bool IsKnownAboveZero(IOperation counts, IOperation? classIndex)
    {
        int? index = classIndex is not null && ConstantValues.Number(classIndex, Locals) is { } number ? (int)number : null;
        return KnownPositive.Holds(counts, index, _context);
    }
}

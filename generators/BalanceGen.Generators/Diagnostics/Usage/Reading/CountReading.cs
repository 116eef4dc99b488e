namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>Whether an expression is 0 for a class without rows. Such an expression is a count, a share, or something that is made of one without adding to it.</summary>
internal sealed partial class CountReading
{
    // Deeper expressions than this are not followed.
    private const int MostSteps = 40;

    // Helpers of helpers.
    private const int DeepestHelper = 2;

    private readonly UsageContext _context;

    // The parameters of a helper whose body is read, because the code passes counts to it.
    private readonly HashSet<ISymbol> _parameters = new(SymbolEqualityComparer.Default);
    private readonly int _depth;
    private int _steps;

    public CountReading(UsageContext context)
    {
        _context = context;
        Locals = context.Locals;
    }

    /// <summary>The reading of a helper one of whose parameters is a count or a list of counts.</summary>
    private CountReading(CountReading caller, IEnumerable<IParameterSymbol> parameters)
        : this(caller._context)
    {
        _parameters.UnionWith(caller._parameters);
        _parameters.UnionWith(parameters);
        _steps = caller._steps;
        _depth = caller._depth + 1;
    }

    public LocalValues Locals { get; }

    public SourceBodies Bodies => _context.Bodies;

    public KnownTypes Types => _context.Types;

    /// <summary>Whether the bodies of further helpers are not read. There must be an end, because a method may call itself.</summary>
    public bool IsTooDeep => _depth > DeepestHelper;

    /// <summary>The reading of the body of a method whose parameters are counts.</summary>
    public CountReading Of(params IParameterSymbol[] parameters) => new(this, parameters);

    /// <summary>The factors of a product that are counts.</summary>
    public IEnumerable<IOperation> CountsIn(IOperation product)
    {
        IOperation operation = product.Unwrap();
        return operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } factors
            ? CountsIn(factors.LeftOperand).Concat(CountsIn(factors.RightOperand))
            : IsCount(operation) ? [operation] : [];
    }

    /// <summary>Whether the value is 0 for a class without rows.</summary>
    public bool IsCount(IOperation expression)
    {
        bool isCount = _steps++ < MostSteps && IsCountOf(expression.Unwrap());
        _steps--;
        return isCount;
    }

    private bool IsCountOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => IsCountVariable(local),
        IParameterReferenceOperation { Parameter: var parameter } reference => _parameters.Contains(parameter) || (ElementsOf(reference) is { } sequence && IsCounts(sequence)),
        IPropertyReferenceOperation property => IsCountProperty(property),
        IFieldReferenceOperation { Field.ContainingType.IsTupleType: true, Instance: { } tuple } field => IsCountMember(tuple, field.Field.Name),
        IFieldReferenceOperation field => Locals.ValueOf(field) is { } value && IsCount(value),
        IArrayElementReferenceOperation element => IsCounts(element.ArrayReference) && !IsKnownAboveZero(element.ArrayReference, element.Indices[0]),
        IImplicitIndexerReferenceOperation element => IsNumber(element.Type) && IsCounts(element.Instance) && !IsKnownAboveZero(element.Instance, element.Argument),
        IInvocationOperation call => IsCountCall(call),
        IConditionalOperation { WhenFalse: { } otherwise } choice => !Mentions(choice.Condition) && (IsCount(choice.WhenTrue) || IsCount(otherwise)),
        ICoalesceOperation coalesce => IsCount(coalesce.Value),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus or UnaryOperatorKind.Plus } unary => IsCount(unary.Operand),
        IBinaryOperation binary => IsCountResult(binary),
        IAssignmentOperation assignment => IsCount(assignment.Value),
        _ => false,
    };

    private bool IsCountResult(IBinaryOperation binary) => binary.OperatorKind switch
    {
        BinaryOperatorKind.Multiply => IsCount(binary.LeftOperand) || IsCount(binary.RightOperand),

        // A share of the rows.
        BinaryOperatorKind.Divide => IsCount(binary.LeftOperand) && !IsCount(binary.RightOperand),

        // The effective number of rows, 1 - beta^n.
        BinaryOperatorKind.Subtract => binary.LeftOperand.Unwrap().ConstantValue.Value is 1 or 1f or 1d
            && binary.RightOperand.Unwrap() is IInvocationOperation { TargetMethod.Name: "Pow", Arguments: [_, { Value: var exponent }] }
            && IsCount(exponent),
        _ => false,
    };

    private bool IsCountVariable(ILocalReferenceOperation local) => Locals.RoleOf(local) switch
    {
        { Kind: LocalRoleKind.Value, Operation: var value } => IsCount(value),
        { Kind: LocalRoleKind.Element, Operation: var sequence } => IsCounts(sequence),
        { Kind: LocalRoleKind.Part, Operation: var value, Part: var part } => IsCountPart(value, part),
        { Kind: LocalRoleKind.ElementPart, Operation: var sequence, Part: var part } => IsCountPartOfElement(sequence, part),
        { Kind: LocalRoleKind.Out, Operation: IInvocationOperation { TargetMethod.Name: "TryGetValue", Instance: { } map } } => IsCounts(map),
        _ => ReachingValue.Of(local) is { } value && IsCount(value),
    };

    private bool IsCountProperty(IPropertyReferenceOperation property)
    {
        if (property.Instance is not { } instance)
        {
            return IsNumber(property.Type) && IsCountGetter(property.Property);
        }

        if (property.Property.IsIndexer)
        {
            return IsNumber(property.Type)
                && (_context.Facts.MayBeZero(property.Property) || IsCounts(instance))
                && !IsKnownAboveZero(instance, property.Arguments[0].Value);
        }

        return (_context.Facts.MayBeZero(property.Property) && IsNumber(property.Type))
            || (property.Property.Name == "Value" && instance.Type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T && IsCount(instance))
            || IsCountMember(instance, property.Property.Name)
            || (IsNumber(property.Type) && IsCountGetter(property.Property));
    }

    /// <summary>A property of the program: its one value, or what its getter returns.</summary>
    private bool IsCountGetter(IPropertySymbol property) =>
        (_context.Bodies.ValueOf(property) is { } value && IsCount(value))
        || (_context.Bodies.BodyOf(property) is { } body && Returned(body).Any(IsCount));

    private bool IsCountCall(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (_context.Facts.MayBeZero(method) && IsNumber(call.Type))
        {
            return call.Instance is not { } instance || !IsKnownAboveZero(instance, call.Arguments.FirstOrDefault()?.Value);
        }

        if (!IsNumber(call.Type))
        {
            return false;
        }

        switch (method.ContainingType.Name, method.Name)
        {
            case ("Math" or "MathF" or "Double" or "Single" or "Decimal", "Sqrt" or "Cbrt" or "Abs" or "Floor" or "Ceiling" or "Round" or "Truncate"):
            case ("Convert", _):
            case (_, "CreateChecked" or "CreateSaturating" or "CreateTruncating"):
                return call.Arguments.Length > 0 && IsCount(call.Arguments[0].Value);
            case ("Math" or "MathF" or "Double" or "Single", "Pow"):
                return !IsNegative(call.Arguments[1].Value) && IsCount(call.Arguments[0].Value);
            case ("Math" or "MathF" or "Double" or "Single" or "Int64" or "Int32", "Max"):
                return call.Arguments.Any(argument => IsCount(argument.Value)) && call.Arguments.Any(argument => ConstantValues.Number(argument.Value, Locals) is <= 0);
            case ("Math" or "MathF" or "Double" or "Single" or "Int64" or "Int32", "Min"):
                return call.Arguments.Any(argument => IsCount(argument.Value));
            case (_, "First" or "FirstOrDefault" or "Last" or "LastOrDefault" or "Single" or "SingleOrDefault" or "ElementAt" or "ElementAtOrDefault" or "Min" or "GetValueOrDefault" or "Peek"
                or "GetValue" or "Find"):
                return call.Receiver() is { } sequence
                    && (Selector(call) is { } selector ? Returned(selector).Any(IsCount) : IsCounts(sequence))
                    && !IsKnownAboveZero(sequence, null);
            default:
                return IsCountOfHelper(call);
        }
    }

    /// <summary>Whether a method of the program returns a count, given what it is passed.</summary>
    private bool IsCountOfHelper(IInvocationOperation call) =>
        !IsTooDeep
        && _context.Bodies.BodyOf(call.TargetMethod) is { } body
        && new CountReading(this, CountParameters(call)) is var helper
        && Returned(body).Any(value => helper.IsCount(value) && !new CountGuards(helper, value).Protect(value));

    /// <summary>The parameters that a call passes counts to.</summary>
    private IEnumerable<IParameterSymbol> CountParameters(IInvocationOperation call) =>
        call.Arguments.Where(argument => argument.Parameter is not null && IsCountOrCounts(argument.Value)).Select(argument => argument.Parameter!.OriginalDefinition);

    /// <summary>
    /// Whether an expression is a count or a list of counts. The library's own ClassCounts are excluded, because the body of a helper that takes them is read like any
    /// other body.
    /// </summary>
    public bool IsCountOrCounts(IOperation value) => !KnownTypes.Is(value.Unwrap().Type, _context.Types.ClassCounts) && (IsCount(value) || IsCounts(value));

    /// <summary>The sequence whose elements a lambda's parameter takes, or null.</summary>
    public IOperation? ElementsOf(IParameterReferenceOperation reference)
    {
        if (reference.Ancestors().OfType<IAnonymousFunctionOperation>().FirstOrDefault(function => function.Symbol.Parameters.Contains(reference.Parameter, SymbolEqualityComparer.Default)) is not { } lambda
            || lambda.Ancestors().OfType<IInvocationOperation>().FirstOrDefault() is not { } call
            || !call.Arguments.Any(argument => argument.Value.DescendantsAndSelf().Contains(lambda)))
        {
            return null;
        }

        IOperation? source = call.Receiver() ?? call.Arguments[0].Value;
        return (call.TargetMethod.Name, reference.Parameter.Ordinal) switch
        {
            ("Zip", 1) => call.Arguments[1].Value,
            ("Aggregate", 1) => source,
            ("Aggregate", 0) when lambda.Symbol.Parameters.Length == 2 => null,
            (_, 0) => source,
            _ => null,
        };
    }

    /// <summary>Whether a condition asks anything about a count.</summary>
    public bool Mentions(IOperation condition) => condition.DescendantsAndSelf().Any(part => part is not ILiteralOperation && IsCount(part));

    /// <summary>The values that a lambda or a body returns.</summary>
    public static IEnumerable<IOperation> Returned(IOperation body)
    {
        return body is IBlockOperation or IMethodBodyOperation or IAnonymousFunctionOperation or ILocalFunctionOperation
            ? body.Descendants().OfType<IReturnOperation>()
                .Where(statement => statement.Ancestors().TakeWhile(outer => outer != body).All(outer => outer is not (IAnonymousFunctionOperation or ILocalFunctionOperation)))
                .Select(statement => statement.ReturnedValue)
                .OfType<IOperation>()
            : [body];
    }

    /// <summary>Whether an exponent is below zero: a constant, or a variable with a minus before it.</summary>
    public bool IsNegative(IOperation exponent) =>
        ConstantValues.Number(exponent, Locals) is { } value ? value < 0 : exponent.Unwrap() is IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus };

    private static bool IsNumber(ITypeSymbol? type) => type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double
        || (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && IsNumber(nullable.TypeArguments[0]));
}

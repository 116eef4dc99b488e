namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>What a condition says about a count: that the count is not 0 if the condition holds, or that it is not 0 if the condition does not hold.</summary>
/// <remarks>
/// A test is recognised by the text of what it tests, and every test of the count that is not known to be of the wrong kind
/// counts as a guard: a missed report costs less than a false one.
/// </remarks>
internal sealed class CountConditions
{
    // Tests of all counts at once. A test of the number of classes or of all rows is not one of them.
    private static readonly HashSet<string> TestsOfAll = new(StringComparer.Ordinal)
    {
        "All", "Any", "Contains", "IndexOf", "IndexOfAny", "LastIndexOf", "Exists", "TrueForAll", "FindIndex", "BinarySearch", "ContainsAny", "ContainsAnyExcept", "Min",
    };

    private readonly CountReading _reading;
    private readonly HashSet<string>? _names;
    private readonly HashSet<string> _classes;

    /// <param name="reading">What is a count.</param>
    /// <param name="count">The count that is asked about, or null for any.</param>
    public CountConditions(CountReading reading, IOperation? count)
    {
        _reading = reading;
        _names = count is null ? null : [.. NamesOf(count)];
        _classes = count is null ? [] : [.. ClassesOf(count)];
    }

    private enum Knowledge
    {
        Nothing,
        NotZeroIfTrue,
        NotZeroIfFalse,
        Tested,
    }

    /// <summary>Whether a condition of a filter keeps counts of 0 out, whichever class they are of.</summary>
    public static bool ExcludesZero(IOperation condition, CountReading reading) =>
        new CountConditions(reading, count: null).HoldsIf(true, condition);

    /// <summary>Whether the count is not 0 where the condition has a value.</summary>
    public bool HoldsIf(bool value, IOperation condition) =>
        Learn(condition) is var known && (known == Knowledge.Tested || known == (value ? Knowledge.NotZeroIfTrue : Knowledge.NotZeroIfFalse));

    /// <summary>
    /// Whether the operation is the count, or something else of the same class: <c>share[c] == 0 ? 0 : share[c] / counts[c]</c> relies on
    /// classes without rows having no share.
    /// </summary>
    public bool IsCount(IOperation operation) =>
        _names is null
            ? _reading.IsCount(operation)
            : NamesOf(operation).Any(_names.Contains) || ClassesOf(operation).Any(_classes.Contains);

    /// <summary>Whether an expression is the class whose count is asked about.</summary>
    public bool IsClass(IOperation operation) => _classes.Contains(operation.Unwrap().Syntax.ToString());

    /// <summary>Whether something is looked up by the class whose count is asked about: the rows of the class, of which there are none where the count is 0.</summary>
    public bool LooksUp(IOperation operation) => operation.DescendantsAndSelf().SelectMany(_reading.Locals.Chain).Any(part => !_reading.IsCount(part) && part switch
    {
        IArrayElementReferenceOperation element => element.Indices.Any(IsClass),
        IPropertyReferenceOperation { Property.IsIndexer: true } element => element.Arguments.Any(argument => IsClass(argument.Value)),
        IInvocationOperation call => call.Arguments.Any(argument => IsClass(argument.Value)),
        _ => false,
    });

    /// <summary>Whether a loop makes as many turns as the count: <c>row &lt; start + counts[c]</c>.</summary>
    public bool IsBound(IOperation condition) => condition.Descendants().SelectMany(_reading.Locals.Chain)
        .Any(part => part is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum && (IsCount(sum.LeftOperand) || IsCount(sum.RightOperand)))
        || (_names is not null && LooksUp(condition));

    /// <summary>The library's own list of what a test is for.</summary>
    public static bool IsEmptyClasses(IOperation operation) => operation is IPropertyReferenceOperation { Property.Name: "EmptyClasses" };

    private Knowledge Learn(IOperation condition) => _reading.Locals.Origin(condition) switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Opposite(Learn(not.Operand)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } both =>
            Either(Learn(both.LeftOperand), Learn(both.RightOperand), Knowledge.NotZeroIfTrue),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } either =>
            Either(Learn(either.LeftOperand), Learn(either.RightOperand), Knowledge.NotZeroIfFalse),
        IBinaryOperation comparison when IsCount(comparison.LeftOperand) => Compare(comparison.OperatorKind, comparison.RightOperand),
        IBinaryOperation comparison when IsCount(comparison.RightOperand) => Compare(Mirror(comparison.OperatorKind), comparison.LeftOperand),
        IIsPatternOperation pattern when IsCount(pattern.Value) => Knowledge.Tested,
        var other => other.DescendantsAndSelf().Any(IsTestOfAll) || IsAnswerOfHelper(other) || IsFlagOfClass(other) ? Knowledge.Tested : Knowledge.Nothing,
    };

    /// <summary><c>counts.Values.Contains(0)</c>, <c>n.All(x => x > 0)</c>, <c>EmptyClasses.Count > 0</c>.</summary>
    private bool IsTestOfAll(IOperation operation) =>
        IsEmptyClasses(operation)
        || (operation is IInvocationOperation call
            && TestsOfAll.Contains(call.TargetMethod.Name)
            && (call.Arguments.Any(argument => _reading.IsCounts(argument.Value)) || (call.Instance is { } list && _reading.IsCounts(list)) || TestsEach(call)));

    private bool TestsEach(IInvocationOperation call) =>
        call.Descendants().OfType<IAnonymousFunctionOperation>()
            .SelectMany(CountReading.Returned)
            .Any(condition => new CountConditions(_reading, count: null).Learn(condition) != Knowledge.Nothing);

    /// <summary><c>IsEmpty(counts, c)</c> or <c>empty.Contains(c)</c>: what another piece of code says about the class.</summary>
    private bool IsAnswerOfHelper(IOperation condition) =>
        condition is IInvocationOperation { Type.SpecialType: SpecialType.System_Boolean } call
        && !_reading.Types.IsOfLibrary(call.TargetMethod)
        && call.TargetMethod.Name != "TryIndexOf"
        && call.Arguments.Any(argument => IsClass(argument.Value) || (_names is not null && IsCount(argument.Value)));

    /// <summary><c>isUsed[c]</c>: a list of the program that says of each class whether it takes part.</summary>
    private bool IsFlagOfClass(IOperation condition) => condition.Type?.SpecialType == SpecialType.System_Boolean && condition switch
    {
        IArrayElementReferenceOperation { Indices: [var index] } => IsClass(index),
        IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [{ Value: var index }] } => IsClass(index),
        _ => false,
    };

    private static Knowledge Either(Knowledge left, Knowledge right, Knowledge wanted) =>
        left == Knowledge.Tested || right == Knowledge.Tested ? Knowledge.Tested
        : left == wanted || right == wanted ? wanted
        : Knowledge.Nothing;

    private static Knowledge Opposite(Knowledge known) => known switch
    {
        Knowledge.NotZeroIfTrue => Knowledge.NotZeroIfFalse,
        Knowledge.NotZeroIfFalse => Knowledge.NotZeroIfTrue,
        _ => known,
    };

    private Knowledge Compare(BinaryOperatorKind comparison, IOperation other)
    {
        double? bound = ConstantValues.Number(other, _reading.Locals);
        return comparison switch
        {
            _ when bound is null => Knowledge.Tested,
            BinaryOperatorKind.Equals => bound == 0 ? Knowledge.NotZeroIfFalse : Knowledge.NotZeroIfTrue,
            BinaryOperatorKind.NotEquals => bound == 0 ? Knowledge.NotZeroIfTrue : Knowledge.NotZeroIfFalse,
            BinaryOperatorKind.GreaterThan when bound >= 0 => Knowledge.NotZeroIfTrue,
            BinaryOperatorKind.GreaterThanOrEqual when bound > 0 => Knowledge.NotZeroIfTrue,
            BinaryOperatorKind.LessThan when bound > 0 => Knowledge.NotZeroIfFalse,
            BinaryOperatorKind.LessThanOrEqual when bound >= 0 => Knowledge.NotZeroIfFalse,
            _ => Knowledge.Nothing,
        };
    }

    private static BinaryOperatorKind Mirror(BinaryOperatorKind comparison) => comparison switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => comparison,
    };

    private IEnumerable<string> ClassesOf(IOperation operation) => Parts(operation).SelectMany(link => link switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true } element => element.Arguments.Select(argument => argument.Value.Unwrap().Syntax.ToString()),
        IArrayElementReferenceOperation element => element.Indices.Select(index => index.Unwrap().Syntax.ToString()),
        IInvocationOperation { TargetMethod.Name: "ShareOf" } share => share.Arguments.Select(argument => argument.Value.Unwrap().Syntax.ToString()),
        _ => [],
    });

    private IEnumerable<string> NamesOf(IOperation operation) =>
        Parts(operation)
            .Where(link => link is ILocalReferenceOperation or IParameterReferenceOperation or IPropertyReferenceOperation
                or IFieldReferenceOperation or IInvocationOperation or IArrayElementReferenceOperation)
            .Select(link => link.Syntax.ToString());

    /// <summary>What a variable stands for, and the count inside of a root or a power of it.</summary>
    private IEnumerable<IOperation> Parts(IOperation operation)
    {
        foreach (IOperation link in _reading.Locals.Chain(operation))
        {
            yield return link;
            IOperation? inner = link switch
            {
                IInvocationOperation { TargetMethod.ContainingType.Name: "Math" or "MathF" or "Convert", Arguments: [{ Value: var value }, ..] } => value,
                IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } share => share.LeftOperand,
                IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract, RightOperand: IInvocationOperation { TargetMethod.Name: "Pow", Arguments: [_, { Value: var exponent }] } } => exponent,
                IUnaryOperation unary => unary.Operand,
                IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product => _reading.IsCount(product.LeftOperand) ? product.LeftOperand : product.RightOperand,
                _ => null,
            };
            foreach (IOperation part in inner is null ? [] : Parts(inner))
            {
                yield return part;
            }
        }
    }
}

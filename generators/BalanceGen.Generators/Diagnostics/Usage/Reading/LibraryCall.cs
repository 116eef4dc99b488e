namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>A call of a method or a constructor of the library.</summary>
internal sealed class LibraryCall
{
    private readonly UsageContext _context;
    private readonly IMethodSymbol _method;

    private LibraryCall(IOperation operation, IMethodSymbol method, IOperation? receiver, ImmutableArray<IArgumentOperation> arguments, UsageContext context)
    {
        Operation = operation;
        Receiver = receiver;
        Arguments = arguments;
        _method = method;
        _context = context;
    }

    public IOperation Operation { get; }

    /// <summary>What the method is called on, or null for a static method and a constructor.</summary>
    public IOperation? Receiver { get; }

    public ImmutableArray<IArgumentOperation> Arguments { get; }

    /// <summary>The name in the program, of the method or of the type that is made.</summary>
    public string Name => _method.MethodKind == MethodKind.Constructor ? _method.ContainingType.Name : _method.Name;

    public static IEnumerable<LibraryCall> In(UsageContext context)
    {
        foreach (IOperation operation in context.Operations)
        {
            LibraryCall? call = operation switch
            {
                IInvocationOperation { TargetMethod: var method } invocation => new LibraryCall(invocation, method, invocation.Instance, invocation.Arguments, context),
                IObjectCreationOperation { Constructor: { } constructor } creation => new LibraryCall(creation, constructor, null, creation.Arguments, context),
                _ => null,
            };
            if (call is not null && context.Types.IsOfLibrary(call._method))
            {
                yield return call;
            }
        }
    }

    /// <summary>What is written for the parameter of a type, or null.</summary>
    public IOperation? Argument(INamedTypeSymbol? type) =>
        Arguments.FirstOrDefault(argument => argument.ArgumentKind != ArgumentKind.DefaultValue && KnownTypes.Is(argument.Parameter?.Type, type))?.Value;

    /// <summary>Whether an argument is a list with one element for each class.</summary>
    public bool IsPerClass(IArgumentOperation argument) => Marked(argument).Any(_context.Facts.IsPerClass);

    /// <summary>The values that the parameter of an argument takes, or null if the library says nothing about it.</summary>
    public ValueRange? RangeOf(IArgumentOperation argument) => Marked(argument).Select(_context.Facts.RangeOf).FirstOrDefault(range => range is not null);

    /// <summary>The parameter, and those of the same name of the constructors of the sampler that a data set's method makes.</summary>
    private IEnumerable<IParameterSymbol> Marked(IArgumentOperation argument)
    {
        if (argument.Parameter is not { } parameter || argument.ArgumentKind == ArgumentKind.DefaultValue)
        {
            return [];
        }

        IEnumerable<IParameterSymbol> twins = _method.MethodKind != MethodKind.Constructor && _context.Types.IsSampler(_method.ReturnType)
            ? ((INamedTypeSymbol)_method.ReturnType).InstanceConstructors.SelectMany(constructor => constructor.Parameters).Where(twin => twin.Name == parameter.Name)
            : [];
        return twins.Prepend(parameter.OriginalDefinition);
    }
}

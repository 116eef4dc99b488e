namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>A call of a method or a constructor of the library.</summary>
/// <param name="Operation">The call.</param>
/// <param name="Method">What is called.</param>
/// <param name="Receiver">What the method is called on, or null for a static method and a constructor.</param>
/// <param name="Arguments">What is passed.</param>
/// <param name="Context">The body.</param>
internal sealed record LibraryCall(
    IOperation Operation, IMethodSymbol Method, IOperation? Receiver, ImmutableArray<IArgumentOperation> Arguments, UsageContext Context)
{
    /// <summary>The name in the program, of the method or of the type that is made.</summary>
    public string Name => Method.MethodKind == MethodKind.Constructor ? Method.ContainingType.Name : Method.Name;

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
            if (call is not null && context.Types.IsOfLibrary(call.Method))
            {
                yield return call;
            }
        }
    }

    /// <summary>What is written for the parameter of a type, or null.</summary>
    public IOperation? Argument(INamedTypeSymbol? type) =>
        Arguments.FirstOrDefault(argument => argument.ArgumentKind != ArgumentKind.DefaultValue && KnownTypes.Is(argument.Parameter?.Type, type))?.Value;

    /// <summary>Whether an argument is a list with one element for each class.</summary>
    public bool IsPerClass(IArgumentOperation argument) => Marked(argument).Any(Context.Facts.IsPerClass);

    /// <summary>The values that the parameter of an argument takes, or null if the library says nothing about it.</summary>
    public ValueRange? RangeOf(IArgumentOperation argument) => Marked(argument).Select(Context.Facts.RangeOf).FirstOrDefault(range => range is not null);

    /// <summary>The parameter, and those of the same name of the constructors of the sampler that a data set's method makes.</summary>
    private IEnumerable<IParameterSymbol> Marked(IArgumentOperation argument)
    {
        if (argument.Parameter is not { } parameter || argument.ArgumentKind == ArgumentKind.DefaultValue)
        {
            return [];
        }

        IEnumerable<IParameterSymbol> twins = Method.MethodKind != MethodKind.Constructor && Context.Types.IsSampler(Method.ReturnType)
            ? ((INamedTypeSymbol)Method.ReturnType).InstanceConstructors.SelectMany(constructor => constructor.Parameters).Where(twin => twin.Name == parameter.Name)
            : [];
        return twins.Prepend(parameter.OriginalDefinition);
    }
}

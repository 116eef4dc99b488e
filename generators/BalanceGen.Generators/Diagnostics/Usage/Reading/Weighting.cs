namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>Weights of a loss that favour rare classes: made in the body, by a helper that it calls, or in a field that it reads.</summary>
/// <param name="Source">What stands for the weights in the program.</param>
/// <param name="Name">The scheme, <c>ClassWeights.Balanced</c>, or the loss whose weights are made by hand.</param>
/// <param name="Dataset">The data set whose counts they are made from.</param>
/// <param name="Location">Where to report: the name of the method, or where the body reads a field.</param>
internal sealed record Weighting(IOperation Source, string Name, ISymbol Dataset, Location Location)
{
    public static IReadOnlyList<Weighting> In(UsageContext context)
    {
        var found = new List<Weighting>();
        var fields = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (IOperation operation in context.Operations)
        {
            switch (operation)
            {
                case IInvocationOperation call when FavoursRare(call, context):
                    Add(call, call.TargetMethod.FullName(), context.Datasets.RootOf(call.Arguments[0].Value), OperationReading.NameOf(call));
                    break;
                case IObjectCreationOperation { Arguments.Length: > 0 } loss when context.Facts.CorrectsImbalance(loss.Constructor):
                    Add(loss, loss.Type!.Name, context.Datasets.RootOf(loss.Arguments[0].Value), OperationReading.NameOf(loss));
                    break;
                case IInvocationOperation or IObjectCreationOperation when TorchWeight.Of(operation, context) is { } torch:
                    Add(operation, torch.Loss, torch.Dataset, torch.Location);
                    break;
                case IInvocationOperation helper when IsWeights(helper.Type) && context.Bodies.BodyOf(helper.TargetMethod) is { } body:
                    if (CountReading.Returned(body).Select(value => MadeIn(value, context)).FirstOrDefault(made => made is not null) is { } inside)
                    {
                        Add(helper, inside.TargetMethod.FullName(), RootOfHelper(helper, inside, context), OperationReading.NameOf(helper));
                    }

                    break;
                case IFieldReferenceOperation or IPropertyReferenceOperation when operation is IMemberReferenceOperation { Member: { DeclaringSyntaxReferences.Length: > 0 } member }
                    && operation.Parent is not ISimpleAssignmentOperation
                    && context.Locals.ValueOf(operation) is { } value
                    && MadeIn(value, context) is { } made
                    && fields.Add(member):
                    Add(made, made.TargetMethod.FullName(), context.Datasets.RootOf(made.Arguments[0].Value), operation.Syntax.GetLocation());
                    break;
            }
        }

        return found;

        void Add(IOperation source, string name, ISymbol? dataset, Location location)
        {
            if (dataset is not null)
            {
                found.Add(new Weighting(source, name, dataset, location));
            }
        }
    }

    private static IInvocationOperation? MadeIn(IOperation value, UsageContext context) =>
        value.DescendantsAndSelf().OfType<IInvocationOperation>().FirstOrDefault(call => FavoursRare(call, context));

    private static bool FavoursRare(IInvocationOperation call, UsageContext context) =>
        call.Arguments.Length > 0 && IsWeights(call.Type) && context.Facts.CorrectsImbalance(call.TargetMethod);

    private static bool IsWeights(ITypeSymbol? type) => type?.Name is "ClassWeights" or "LogitPriors" or "SampleWeights";

    /// <summary>The data set that the caller passes to the helper.</summary>
    private static ISymbol? RootOfHelper(IInvocationOperation helper, IInvocationOperation made, UsageContext context)
    {
        ISymbol? root = context.Datasets.RootOf(made.Arguments[0].Value);
        IArgumentOperation? passed = helper.Arguments.FirstOrDefault(argument => SymbolEqualityComparer.Default.Equals(argument.Parameter?.OriginalDefinition, root));
        return passed is null ? root : context.Datasets.RootOf(passed.Value);
    }
}

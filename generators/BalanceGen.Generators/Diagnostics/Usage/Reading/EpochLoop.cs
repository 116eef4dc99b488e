namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>The loop over epochs around an operation.</summary>
internal static class EpochLoop
{
    /// <summary>The innermost loop around, if it does not go through data sets, folds or settings.</summary>
    public static ILoopOperation? Around(IOperation operation)
    {
        IOperation inner = operation;
        foreach (IOperation outer in operation.Ancestors())
        {
            switch (outer)
            {
                case IForLoopOperation loop when inner == loop.Body || inner != loop.Before.FirstOrDefault():
                    return IsOverList(loop) ? null : loop;
                case IWhileLoopOperation loop:
                    return loop;
                case IForEachLoopOperation { Collection: var collection } repeated when inner == repeated.Body:
                    // A loop over anything but a plain sequence of numbers goes through data sets, folds or settings.
                    return collection.Unwrap() is IInvocationOperation { TargetMethod: { Name: "Range", ContainingType.Name: "Enumerable" } }
                        ? repeated
                        : null;
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return null;
            }

            inner = outer;
        }

        return null;
    }

    /// <summary><c>for (int i = 0; i &lt; rates.Length; i++)</c> goes through a list of settings.</summary>
    private static bool IsOverList(IForLoopOperation loop) =>
        loop.Condition is IBinaryOperation condition
        && new[] { condition.LeftOperand, condition.RightOperand }.Any(side => side.Unwrap() is IPropertyReferenceOperation { Property.Name: "Length" or "Count", Instance: not null });
}

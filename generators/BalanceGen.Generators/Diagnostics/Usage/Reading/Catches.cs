namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>Finds the exceptions that the code around an operation expects.</summary>
internal static class Catches
{
    /// <summary>Whether the operation stands in a <c>try</c> whose <c>catch</c> takes an exception of the type, or of one that it derives from.</summary>
    /// <param name="operation">What may throw.</param>
    /// <param name="exception">The type's name.</param>
    /// <param name="bases">The names of the types that it derives from, apart from <c>Exception</c> and <c>SystemException</c>.</param>
    public static bool Around(IOperation operation, string exception, params string[] bases)
    {
        IOperation inner = operation;
        foreach (IOperation outer in operation.Ancestors())
        {
            if (outer is IAnonymousFunctionOperation { Parent.Parent.Parent: IInvocationOperation { TargetMethod.Name: var name } } && IsExpectation(name))
            {
                return true;
            }

            if (outer is ITryOperation attempt && inner == attempt.Body && attempt.Catches.Any(clause => Takes(clause, exception, bases)))
            {
                return true;
            }

            inner = outer;
        }

        return false;
    }

    /// <summary><c>Assert.Throws&lt;EmptyClassException&gt;(() => …)</c> and its like.</summary>
    private static bool IsExpectation(string method) => method.StartsWith("Throws", System.StringComparison.Ordinal) || method is "Catch" or "Throw" or "ThrowAsync" or "Exception" or "ExceptionAsync";

    private static bool Takes(ICatchClauseOperation clause, string exception, string[] bases)
    {
        string caught = clause.ExceptionType?.Name ?? "Exception";
        return caught == exception || caught is "Exception" or "SystemException" or "Object" || bases.Contains(caught)
            || (exception == "DivideByZeroException" && caught == "ArithmeticException");
    }
}

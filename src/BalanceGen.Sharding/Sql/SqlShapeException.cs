namespace BalanceGen.Sharding;

/// <summary>The result of a query does not have the expected form: other columns, values that are not numbers, missing places.</summary>
public sealed class SqlShapeException : BalanceGenException
{
    internal SqlShapeException(string message)
        : base(message)
    {
    }
}

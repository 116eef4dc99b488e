namespace BalanceGen.Sharding;

/// <summary>A query whose result is not what is expected: other columns, numbers that are none, places that are missing.</summary>
public sealed class SqlShapeException : BalanceGenException
{
    internal SqlShapeException(string message)
        : base(message)
    {
    }
}

namespace BalanceGen.Streaming;

/// <summary>An enumeration of an operator, whatever its rows are.</summary>
internal interface IOperatorPosition
{
    OperatorState Save();
}

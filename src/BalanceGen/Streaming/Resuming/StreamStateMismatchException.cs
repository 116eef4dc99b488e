namespace BalanceGen.Streaming;

/// <summary>A saved state belongs to another stream. The message says what differs.</summary>
public sealed class StreamStateMismatchException : BalanceGenArgumentException
{
    internal StreamStateMismatchException(string difference)
        : base($"The state belongs to another stream: {difference}. Go on with the operators, seeds and sources that the state was taken of.")
    {
    }
}

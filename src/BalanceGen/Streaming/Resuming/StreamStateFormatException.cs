namespace BalanceGen.Streaming;

/// <summary>Bytes or text are not a stream state, or the state is damaged or of another version.</summary>
public sealed class StreamStateFormatException : BalanceGenArgumentException
{
    internal StreamStateFormatException(string message)
        : base(message)
    {
    }
}

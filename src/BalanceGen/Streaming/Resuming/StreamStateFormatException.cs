namespace BalanceGen.Streaming;

/// <summary>Bytes or a text that are no stream state, or one that is damaged or of another version.</summary>
public sealed class StreamStateFormatException : BalanceGenArgumentException
{
    internal StreamStateFormatException(string message)
        : base(message)
    {
    }
}

namespace Cats;

/// <summary>What the user of the sample can mend; its message is all that is printed.</summary>
internal sealed class CatsException(string message) : Exception(message);

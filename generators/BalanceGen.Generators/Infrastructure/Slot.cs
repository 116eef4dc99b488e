namespace BalanceGen.Generators.Infrastructure;

/// <summary>A place for the value that was found last, which several threads may ask for and replace.</summary>
internal sealed class Slot<T>
    where T : class
{
    public volatile T? Value;
}

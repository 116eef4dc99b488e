namespace BalanceGen.Sampling;

/// <summary>Reads keys by a function. Equal where the functions are.</summary>
internal readonly record struct FunctionGrouper<T, TKey>(Func<T, TKey> KeyOf) : ISplitGrouper<T, TKey>
{
    public TKey GroupOf(in T row) => KeyOf(row);
}

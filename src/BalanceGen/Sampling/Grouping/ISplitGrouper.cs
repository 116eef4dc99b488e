namespace BalanceGen.Sampling;

/// <summary>Reads the key of a row's group. The generator emits one for records with a member marked [Group].</summary>
/// <typeparam name="T">The record type of a row.</typeparam>
/// <typeparam name="TKey">The type of the keys, compared by its default equality.</typeparam>
/// <remarks>Implement it as a stateless <c>readonly struct</c>. Implementations must be pure and thread-safe and must not allocate.</remarks>
public interface ISplitGrouper<T, out TKey>
{
    /// <summary>The key of a row's group; null is refused by the library.</summary>
    /// <param name="row">The row, not null.</param>
    TKey GroupOf(in T row);
}

namespace BalanceGen.Classes;

/// <summary>Maps a row to its class index. The generator emits one as a struct for every annotated record.</summary>
/// <typeparam name="T">The record type of a row.</typeparam>
/// <remarks>
/// Implement it as a stateless <c>readonly struct</c>: library code is generic over the implementation, so that the calls are
/// specialised and inlined by the JIT. Implementations must be pure and thread-safe and must not allocate in <see cref="IndexOf"/>.
/// </remarks>
public interface IClassIndexer<T>
{
    /// <summary>The class set, known without looking at any row.</summary>
    ClassSet Classes { get; }

    /// <summary>The class index of a row.</summary>
    /// <param name="row">The row.</param>
    /// <returns>
    /// A value of [0, <see cref="ClassSet.Count"/>); <see cref="ClassIndex.Unknown"/> if the row's label is none of the classes, which is
    /// an error; <see cref="ClassIndex.Ignored"/> if the row is to be left out of counts and index.
    /// </returns>
    int IndexOf(in T row);

    /// <summary>The row's label as text, for error messages. May allocate; never called for rows whose label is a class.</summary>
    /// <param name="row">The row.</param>
    string DescribeLabel(in T row);
}

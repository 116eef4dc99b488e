namespace BalanceGen.Classes;

/// <summary>Maps a row to its label set: the classes that it belongs to. The generator emits one for records with several labels a row.</summary>
/// <typeparam name="T">The record type of a row.</typeparam>
/// <remarks>Implementations must be pure and thread-safe and must not allocate in <see cref="ClassesOf"/>.</remarks>
public interface IMultiLabelIndexer<T>
{
    /// <summary>The class set, known without looking at any row.</summary>
    ClassSet Classes { get; }

    /// <summary>The classes of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="classIndices">Where the class indices go, each once and in ascending order; at least as long as there are classes.</param>
    /// <returns>How many classes the row has, 0 or more, or <see cref="ClassIndex.Unknown"/> if one of its labels is none of the classes.</returns>
    int ClassesOf(in T row, Span<int> classIndices);

    /// <summary>The row's labels as text, for error messages. May allocate; never called for rows whose labels are classes.</summary>
    /// <param name="row">The row.</param>
    string DescribeLabels(in T row);
}

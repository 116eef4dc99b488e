namespace BalanceGen.Batching;

/// <summary>
/// Reads the class indices of chosen rows. One virtual call per batch keeps the indexer's type out of the types that users
/// name, while the loop over the rows stays specialised.
/// </summary>
internal abstract class ClassExtractor<T>
{
    /// <summary>Writes the class index of each chosen row; every label was checked when the data set was indexed.</summary>
    public abstract void ClassesOf(ReadOnlySpan<T> rows, ReadOnlySpan<int> chosen, Span<int> classIndices);

    /// <summary>Adds the chosen rows to the counts of their classes.</summary>
    public abstract void Count(ReadOnlySpan<T> rows, ReadOnlySpan<int> chosen, Span<long> counts);

    /// <summary>Whether it finds in rows of another data set, under whatever number, what that data set's own extractor finds.</summary>
    public virtual bool ReadsLike(ClassExtractor<T> other) => false;
}

namespace BalanceGen.Batching;

/// <summary>Reads class indices by the indexer that the generator emitted.</summary>
internal sealed class IndexerClassExtractor<T, TIndexer>(TIndexer indexer) : ClassExtractor<T>
    where TIndexer : struct, IClassIndexer<T>
{
    private readonly TIndexer _indexer = indexer;

    public override void ClassesOf(ReadOnlySpan<T> rows, ReadOnlySpan<int> chosen, Span<int> classIndices)
    {
        for (int place = 0; place < chosen.Length; place++)
        {
            classIndices[place] = Checked(in rows[chosen[place]], chosen[place]);
        }
    }

    public override void Count(ReadOnlySpan<T> rows, ReadOnlySpan<int> chosen, Span<long> counts)
    {
        foreach (int row in chosen)
        {
            counts[Checked(in rows[row], row)]++;
        }
    }

    public override bool ReadsLike(ClassExtractor<T> other) =>
        other is IndexerClassExtractor<T, TIndexer> same && EqualityComparer<TIndexer>.Default.Equals(_indexer, same._indexer);

    /// <summary>Mutable rows may have got another label since they were indexed.</summary>
    private int Checked(in T row, int number)
    {
        int classIndex = _indexer.IndexOf(in row);
        if (classIndex < 0)
        {
            UnknownLabelException.Throw(_indexer.DescribeLabel(in row), _indexer.Classes, number);
        }

        return classIndex;
    }
}

namespace BalanceGen.Batching;

/// <summary>Class indices that were stored when the data set was indexed, because a row by itself does not tell them.</summary>
internal sealed class RowClassExtractor<T>(MultiLabelIndex index, int[] classOfSet) : ClassExtractor<T>
{
    public override void ClassesOf(ReadOnlySpan<T> rows, ReadOnlySpan<int> chosen, Span<int> classIndices)
    {
        for (int place = 0; place < chosen.Length; place++)
        {
            classIndices[place] = classOfSet[index.SetOfRow[chosen[place]]];
        }
    }

    public override void Count(ReadOnlySpan<T> rows, ReadOnlySpan<int> chosen, Span<long> counts)
    {
        foreach (int row in chosen)
        {
            counts[classOfSet[index.SetOfRow[row]]]++;
        }
    }
}

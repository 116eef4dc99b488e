namespace BalanceGen.Batching;

/// <summary>Reads the class indices of data sets that lie one after the other, each as it is read by itself.</summary>
/// <param name="extractors">The extractor of each data set.</param>
/// <param name="ends">The row number after the last row of each.</param>
internal sealed class ConcatenatedClassExtractor<T>(ClassExtractor<T>[] extractors, int[] ends) : ClassExtractor<T>
{
    public override void ClassesOf(ReadOnlySpan<T> rows, ReadOnlySpan<int> chosen, Span<int> classIndices)
    {
        for (int place = 0; place < chosen.Length; place++)
        {
            int source = 0;
            while (chosen[place] >= ends[source])
            {
                source++;
            }

            int start = source == 0 ? 0 : ends[source - 1];
            extractors[source].ClassesOf(rows[start..ends[source]], [chosen[place] - start], classIndices.Slice(place, 1));
        }
    }

    public override void Count(ReadOnlySpan<T> rows, ReadOnlySpan<int> chosen, Span<long> counts)
    {
        int classIndex = 0;
        for (int place = 0; place < chosen.Length; place++)
        {
            ClassesOf(rows, chosen.Slice(place, 1), new Span<int>(ref classIndex));
            counts[classIndex]++;
        }
    }
}

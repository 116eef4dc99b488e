using System.Buffers;

namespace BalanceGen.Sampling;

/// <summary>The rows of every class in a random order that depends on nothing but the seed: what stratified splits deal out.</summary>
internal static class StratifiedShuffle
{
    /// <summary>Decides by the position in the shuffled class.</summary>
    internal delegate bool SideRule(int classIndex, int position);

    /// <summary>Splits an index. Rows of a class stay in ascending order in both subsets. O(rows).</summary>
    /// <param name="index">The index.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="isTest">Whether the row that is shuffled to a position of its class is in the test subset.</param>
    public static RowSplit Split(RowIndex index, long seed, SideRule isTest)
    {
        var train = new RowIndexSubsetBuilder(index);
        var test = new RowIndexSubsetBuilder(index);
        int largest = (int)Math.Max(1, index.Counts.Values.ToArray().Max());
        int[] orderBuffer = ArrayPool<int>.Shared.Rent(largest);
        bool[] testBuffer = ArrayPool<bool>.Shared.Rent(largest);
        for (int classIndex = 0; classIndex < index.Classes.Count; classIndex++)
        {
            int count = (int)index.Counts[classIndex];
            if (count == 0)
            {
                continue;
            }

            Span<int> order = orderBuffer.AsSpan(0, count);
            Span<bool> onTestSubset = testBuffer.AsSpan(0, count);
            KeyedPermutation.Fill(count, seed, DrawStreams.SplitRows(classIndex), 0, 0, order);
            for (int position = 0; position < count; position++)
            {
                onTestSubset[order[position]] = isTest(classIndex, position);
            }

            for (int place = 0; place < count; place++)
            {
                (onTestSubset[place] ? test : train).Add(classIndex, index.RowOf(classIndex, place));
            }
        }

        ArrayPool<int>.Shared.Return(orderBuffer);
        ArrayPool<bool>.Shared.Return(testBuffer);
        return new RowSplit(train.ToIndex(), test.ToIndex());
    }
}

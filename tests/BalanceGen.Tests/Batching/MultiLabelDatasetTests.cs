namespace BalanceGen.Tests.Batching;

/// <summary>Data sets whose rows belong to several classes, of which the rarest stands for the row.</summary>
public sealed class MultiLabelDatasetTests
{
    private static readonly int[][] Rows = [[0], [0, 1], [], [0, 1], [1, 2], [0], [0, 2]];

    /// <summary>The rarest class of each row: 0 is in five rows, 1 in three, 2 in two; the third row has none.</summary>
    private static readonly int[] Rarest = [0, 1, -1, 1, 2, 0, 2];

    [Fact]
    public void Arrays_memory_and_lists_give_the_same_data_set()
    {
        foreach (MultiLabelDataset<int[]> data in (MultiLabelDataset<int[]>[])
            [
                MultiLabelDataset.Create(Rows, default(SetIndexer)),
                MultiLabelDataset.Create<int[], SetIndexer>(Rows.AsMemory(), default),
                MultiLabelDataset.Create(Rows.ToList(), default(SetIndexer)),
            ])
        {
            Assert.Same(SetIndexer.Set, data.Classes);
            Assert.Equal([5, 3, 2], data.Counts.RowsWithClass.Values.ToArray());
            Assert.Equal(SampleWeights.RepeatFactors(data.Index, 0.5).Values.ToArray(), data.RepeatFactors(0.5).Values.ToArray());
            IndexedDataset<int[]> byRarest = data.ByRarestClass();
            Assert.Equal(Rows.Where(row => row.Length > 0), byRarest.Rows);
            AssertClasses(byRarest, Rarest);
        }
    }

    [Fact]
    public void Concatenated_data_sets_keep_the_classes_that_their_rows_had()
    {
        // In the second data set 0 is the rarest class of a row that has 0 and 1.
        int[][] others = [[0, 1], [1], [1]];
        IndexedDataset<int[]> one = MultiLabelDataset.Create(Rows, default(SetIndexer)).ByRarestClass();
        IndexedDataset<int[]> other = MultiLabelDataset.Create(others, default(SetIndexer)).ByRarestClass();
        IndexedDataset<int[]> none = IndexedDataset.Create(Array.Empty<int[]>(), default(FirstIndexer));
        AssertClasses(IndexedDataset.Concat(one, other), [.. Rarest, 0, 1, 1]);
        AssertClasses(IndexedDataset.Concat(one, none, one), [.. Rarest, .. Rarest]);
        AssertClasses(IndexedDataset.Concat(other), [0, 1, 1]);
    }

    [Fact]
    public void Each_of_several_indexers_reads_its_own_rows()
    {
        // The same rows by their first class and by their last one.
        int[][] rows = [[0, 2], [1, 2], [1]];
        IndexedDataset<int[]> first = IndexedDataset.Create(rows, default(FirstIndexer));
        IndexedDataset<int[]> last = IndexedDataset.Create(rows, default(LastIndexer));
        AssertClasses(IndexedDataset.Concat(first, last), [0, 1, 1, 2, 2, 1]);
        AssertClasses(IndexedDataset.Concat(first, first), [0, 1, 1, 0, 1, 1]);
    }

    /// <summary>The classes of the rows by the index, and by the batches of a sampler that draws every row once.</summary>
    private static void AssertClasses(IndexedDataset<int[]> data, int[] expected)
    {
        Assert.Equal(Enumerable.Range(0, 3).Select(classIndex => (long)expected.Count(one => one == classIndex)), data.Counts.Values.ToArray());
        int[] seen = [.. Enumerable.Repeat(-1, expected.Length)];
        var counted = new long[3];
        foreach (Batch<int[]> batch in data.Batches(data.RandomSampler(seed: 3), batchSize: 4))
        {
            var classIndices = new int[batch.Count];
            batch.CopyClassIndices(classIndices);
            var counts = new long[3];
            batch.CountClasses(counts);
            for (int place = 0; place < batch.Count; place++)
            {
                seen[batch.RowNumbers[place]] = classIndices[place];
            }

            for (int classIndex = 0; classIndex < 3; classIndex++)
            {
                counted[classIndex] += counts[classIndex];
            }
        }

        Assert.Equal(expected, seen);
        Assert.Equal(data.Counts.Values.ToArray(), counted);
    }

    private readonly struct SetIndexer : IMultiLabelIndexer<int[]>
    {
        public static readonly ClassSet Set = ClassSet.Numbered(3);

        public ClassSet Classes => Set;

        public int ClassesOf(in int[] row, Span<int> classIndices)
        {
            row.CopyTo(classIndices);
            return row.Length;
        }

        public string DescribeLabels(in int[] row) => string.Join(',', row);
    }

    private readonly struct FirstIndexer : IClassIndexer<int[]>
    {
        public ClassSet Classes => SetIndexer.Set;

        public int IndexOf(in int[] row) => row[0];

        public string DescribeLabel(in int[] row) => string.Join(',', row);
    }

    private readonly struct LastIndexer : IClassIndexer<int[]>
    {
        public ClassSet Classes => SetIndexer.Set;

        public int IndexOf(in int[] row) => row[^1];

        public string DescribeLabel(in int[] row) => string.Join(',', row);
    }
}

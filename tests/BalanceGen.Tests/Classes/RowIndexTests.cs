namespace BalanceGen.Tests.Classes;

public sealed class RowIndexTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(1000, 5)]
    [InlineData(1000, 400)]
    public void Rows_of_a_class_are_those_with_its_label_in_ascending_order(int rows, int classCount)
    {
        int[] classIndices = [.. Enumerable.Range(0, rows).Select(row => (int)((long)row * row * 7919 % 10007 % classCount))];
        RowIndex index = RowIndex.Build(ClassSet.Numbered(classCount), classIndices);
        for (int classIndex = 0; classIndex < classCount; classIndex++)
        {
            int[] expected = [.. Enumerable.Range(0, rows).Where(row => classIndices[row] == classIndex)];
            Assert.Equal(expected, Enumerable.Range(0, (int)index.Counts[classIndex]).Select(place => index.RowOf(classIndex, place)));
        }
    }

    [Fact]
    public void Every_length_and_width_of_class_index_gives_the_rows_in_order()
    {
        var random = new Xorshift(19);
        foreach (int classCount in (int[])[1, 2, 3, 37, 254, 255, 256, 300, 70_000])
        {
            ClassSet classes = ClassSet.Numbered(classCount);
            for (int rows = 0; rows < 40; rows++)
            {
                // Seed 19: half of the rows are like the row before, so that equal classes meet within a step.
                int[] classIndices = new int[rows];
                for (int row = 0; row < rows; row++)
                {
                    classIndices[row] = row > 0 && random.Below(2) == 0 ? classIndices[row - 1] : random.Below(classCount);
                }

                AssertSorted(classIndices, RowIndex.Build(classes, classIndices));
                AssertSorted(classIndices, RowIndex.Build<int, NumberIndexer>(classIndices, new NumberIndexer(classes)));
            }
        }
    }

    /// <summary>From two million rows on their memory is asked for in another way.</summary>
    [Fact]
    public void Millions_of_rows_are_indexed_as_few_are()
    {
        var random = new Xorshift(23);
        int[] classIndices = [.. Enumerable.Range(0, 2_100_001).Select(_ => random.Below(5))];
        AssertSorted(classIndices, RowIndex.Build(ClassSet.Numbered(5), classIndices));
    }

    [Theory]
    [InlineData(new[] { 0, 0, 1, 1, 1, 2 }, true)]
    [InlineData(new[] { 2, 0, 0, 1, 1, 1 }, true)]
    [InlineData(new[] { 2, 2, 0 }, true)]
    [InlineData(new int[0], true)]
    [InlineData(new[] { 0, 1, 0 }, false)]
    [InlineData(new[] { 0, 0, 1, 0 }, false)]
    [InlineData(new[] { 1, 2, 2, 1 }, false)]
    public void Nothing_is_stored_per_row_where_every_class_is_one_run(int[] classIndices, bool sorted)
    {
        RowIndex index = RowIndex.Build(ClassSet.Numbered(3), classIndices);
        Assert.Equal(sorted, index.IsClassSorted);
        for (int classIndex = 0; classIndex < 3; classIndex++)
        {
            for (int place = 0; place < index.Counts[classIndex]; place++)
            {
                Assert.Equal(classIndex, classIndices[index.RowOf(classIndex, place)]);
            }
        }
    }

    [Fact]
    public void An_index_of_rows_reads_the_labels_through_the_indexer()
    {
        string[] rows = ["ham", "spam", "ham", "ham"];
        RowIndex index = RowIndex.Build<string, TextIndexer>(rows, default);
        Assert.Equal([3, 1], index.Counts.Values.ToArray());
        Assert.Equal(1, index.RowOf(1, 0));
        Assert.Equal(3, index.RowOf(0, 2));
    }

    [Fact]
    public void An_unknown_label_is_refused_with_its_row_and_text()
    {
        string[] rows = [.. Enumerable.Repeat("ham", 17), "eggs", "ham"];
        var error = Assert.Throws<UnknownLabelException>(() => RowIndex.Build<string, TextIndexer>(rows, default));
        Assert.Equal("Row 17: the label 'eggs' is none of the declared classes: 'ham', 'spam'.", error.Message);
    }

    [OptimizedFact]
    public void Building_keeps_four_bytes_a_row_and_the_tables_of_the_classes()
    {
        int[] classIndices = [.. Enumerable.Range(0, 1_000_000).Select(row => row % 37)];
        ClassSet classes = ClassSet.Numbered(37);
        long least = long.MaxValue;

        // A collection in between may count the rest of the thread's allocation buffer as used: the least of a few builds is what one takes.
        for (int build = 0; build < 5; build++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            RowIndex index = RowIndex.Build(classes, classIndices);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.False(index.IsClassSorted);
        }

        Assert.InRange(least, 4_000_000, 4_000_000 + 4096);
    }

    [Fact]
    public void Sorted_rows_need_only_their_counts()
    {
        RowIndex index = RowIndex.OfSortedRows(new ClassCounts(ClassSet.Numbered(3), 2, 0, 3));
        Assert.Equal(5, index.RowCount);
        Assert.Equal([0, 1], [index.RowOf(0, 0), index.RowOf(0, 1)]);
        Assert.Equal([2, 3, 4], [index.RowOf(2, 0), index.RowOf(2, 1), index.RowOf(2, 2)]);
        Assert.Throws<ArgumentOutOfRangeException>(() => index.RowOf(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => index.RowOf(0, -1));
    }

    [Fact]
    public void More_rows_than_32_bit_numbers_are_refused_while_counts_and_weights_still_work()
    {
        var counts = new ClassCounts(ClassSet.Numbered(2), int.MaxValue, 1);
        var error = Assert.Throws<TooManyRowsException>(() => RowIndex.OfSortedRows(counts));
        Assert.Equal(2147483648, error.Rows);
        Assert.Equal(2147483648.0 / 2, ClassWeights.Balanced(counts)[1]);
    }

    /// <summary>Takes the rows as they come and asks that each is the next of its class.</summary>
    private static void AssertSorted(int[] classIndices, RowIndex index)
    {
        var places = new int[index.Classes.Count];
        for (int row = 0; row < classIndices.Length; row++)
        {
            if (index.RowOf(classIndices[row], places[classIndices[row]]++) != row)
            {
                Assert.Fail($"Row {row} of {classIndices.Length} is not where it should be, with {places.Length} classes.");
            }
        }

        Assert.Equal(places.Select(place => (long)place), index.Counts.Values.ToArray());
    }

    private readonly struct NumberIndexer(ClassSet classes) : IClassIndexer<int>
    {
        public ClassSet Classes { get; } = classes;

        public int IndexOf(in int row) => row;

        public string DescribeLabel(in int row) => row.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private readonly struct TextIndexer : IClassIndexer<string>
    {
        private static readonly ClassSet TextClasses = new("ham", "spam");

        public ClassSet Classes => TextClasses;

        public int IndexOf(in string row) => row switch { "ham" => 0, "spam" => 1, _ => -1 };

        public string DescribeLabel(in string row) => row;
    }
}

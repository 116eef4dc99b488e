namespace BalanceGen.Tests.Classes;

/// <summary>What class sets, counts and indices refuse, with the message that a user reads, and the ends of every range.</summary>
public sealed class ClassErrorTests
{
    private static readonly ClassSet Two = new("a", "b");

    [Theory]
    [InlineData(0, "'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'")]
    [InlineData(1, "'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'")]
    [InlineData(2, "'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', … 3 more …, 'l', 'm'")]
    public void Up_to_twelve_names_are_spelled_out(int more, string names)
    {
        string[] classes = [.. Enumerable.Range(0, 11 + more).Select(index => $"{(char)('a' + index)}")];
        var error = new UnknownLabelException("x", new ClassSet(classes));
        Assert.Equal($"The label 'x' is none of the declared classes: {names}.", error.Message);
        Assert.Equal(classes, error.Classes.Names.ToArray());
        Assert.Equal(-1, error.Row);
        Assert.StartsWith("Row 0: the label 'x'", new UnknownLabelException("x", Two, 0).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_empty_class_and_several_are_told_in_the_right_number()
    {
        var counts = new ClassCounts(new ClassSet("a", "b", "c"), 0, 5, 0);
        const string remedy = "Add rows, or choose ZeroCountPolicy.ZeroWeight or ZeroCountPolicy.Smooth(alpha).";
        Assert.Equal($"The class 'c' has no rows: it is missed. {remedy}", new EmptyClassException(counts, "it is missed", 2).Message);
        var error = new EmptyClassException(counts, "they are missed", 0, 2);
        Assert.Equal($"The classes 'a', 'c' have no rows: they are missed. {remedy}", error.Message);
        Assert.Equal([0, 2], error.ClassIndices);
        Assert.Same(counts, error.Counts);
    }

    [Fact]
    public void Too_many_rows_are_told_with_the_way_out()
    {
        var error = Assert.Throws<TooManyRowsException>(() => RowIndex.OfSortedRows(new ClassCounts(Two, int.MaxValue, 1)));
        Assert.Equal("A row index holds at most 2147483647 rows, these counts have 2147483648. Counts, weights and target distributions work beyond that; index the data in parts.", error.Message);
        RowIndex most = RowIndex.OfSortedRows(new ClassCounts(Two, int.MaxValue, 0));
        Assert.Equal((int.MaxValue, int.MaxValue - 1), (most.RowCount, most.RowOf(0, int.MaxValue - 1)));
    }

    [Fact]
    public void Numbered_classes_and_ranges_run_from_end_to_end()
    {
        Assert.Equal(["0"], ClassSet.Numbered(1).Names.ToArray());
        Assert.Equal(["-2", "-1", "0", "1"], ClassSet.Range(-2, 1).Names.ToArray());
        Assert.Equal(["9223372036854775807"], ClassSet.Range(long.MaxValue, long.MaxValue).Names.ToArray());
        Assert.Equal("0, 1, 2", ClassSet.Numbered(3).ToString());
        Assert.Equal("count", Assert.Throws<ArgumentOutOfRangeException>(() => ClassSet.Numbered(0)).ParamName);
        Assert.Equal("max", Assert.Throws<ArgumentOutOfRangeException>(() => ClassSet.Range(1, 0)).ParamName);
        Assert.Equal("max", Assert.Throws<ArgumentOutOfRangeException>(() => ClassSet.Range(0, Array.MaxLength)).ParamName);
        Assert.Equal("max", Assert.Throws<ArgumentOutOfRangeException>(() => ClassSet.Range(long.MinValue, long.MaxValue)).ParamName);
    }

    [Fact]
    public void Names_that_name_nothing_are_refused_by_their_class()
    {
        Assert.StartsWith("A class set needs at least one class.", Assert.Throws<ArgumentException>("names", () => new ClassSet()).Message, StringComparison.Ordinal);
        Assert.StartsWith("The name of class 1 is empty.", Assert.Throws<ArgumentException>("names", () => new ClassSet("a", null!)).Message, StringComparison.Ordinal);
        Assert.StartsWith("The class name 'a' is given twice: classes 0 and 1.", Assert.Throws<ArgumentException>("names", () => new ClassSet("a", "a")).Message, StringComparison.Ordinal);
        string[] names = ["a", "b"];
        var set = new ClassSet(names);
        names[0] = "z";
        Assert.Equal("a", set[0]);
        Assert.Equal("classIndex", Assert.Throws<ArgumentOutOfRangeException>(() => set[2]).ParamName);
    }

    [Fact]
    public void Counts_are_refused_by_class_and_looked_up_within_the_set()
    {
        var counts = new ClassCounts(Two, 3, 0);
        Assert.Equal("counts", Assert.Throws<ArgumentOutOfRangeException>(() => new ClassCounts(Two, -1, 1)).ParamName);
        Assert.Equal("The list of counts is for 1 classes, the data set has 2: 'a', 'b'.", Assert.Throws<ClassMismatchException>(() => new ClassCounts(Two, 1)).Message);
        Assert.Equal(long.MaxValue, new ClassCounts(Two, long.MaxValue, 0).Total);
        foreach (int index in (int[])[-1, 2])
        {
            Assert.Equal("classIndex", Assert.Throws<ArgumentOutOfRangeException>(() => counts[index]).ParamName);
            Assert.Throws<ArgumentOutOfRangeException>(() => counts.ShareOf(index));
            Assert.Throws<ArgumentOutOfRangeException>(() => new ClassCounts(Two, 0, 0).ShareOf(index));
        }

        Assert.DoesNotContain("without rows", new ClassCounts(Two, 1, 1).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Differences_are_listed_class_by_class_from_what_was_expected()
    {
        var expected = new ClassCounts(new ClassSet("a", "b", "c"), 5, 10, 1);
        var actual = new ClassCounts(new ClassSet("a", "b", "c"), 5, 9, 0);
        IReadOnlyList<ClassCountDifference> differences = actual.DifferencesFrom(expected);
        Assert.Equal([new ClassCountDifference(1, "b", 10, 9), new ClassCountDifference(2, "c", 1, 0)], differences);
        Assert.Equal("'b': 9 rows, 10 expected", differences[0].ToString());
        Assert.Empty(actual.DifferencesFrom(actual));
        Assert.Equal("The list of expected counts is for 2 classes, the data set has 3: 'a', 'b', 'c'.", Assert.Throws<ClassMismatchException>(() => actual.DifferencesFrom(new ClassCounts(Two, 1, 1))).Message);
    }

    [Fact]
    public void Subsets_are_refused_with_the_row_and_the_reason()
    {
        RowIndex index = RowIndex.Build(Two, (int[])[0, 1, 0, 1]);
        RowIndex part = index.Subset([3, 0]);
        AssertOutside(4, "The data set has 4 rows.", () => index.Subset([0, 4]));
        AssertOutside(-1, "The data set has 4 rows.", () => index.Subset([-1]));
        AssertOutside(1, "The row is not in this subset of the data set.", () => part.Subset([3, 2, 1]));
        Assert.StartsWith("The row 3 is given twice; a subset has a row once. To show rows more often, sample them.", Assert.Throws<ArgumentException>("rows", () => index.Subset([3, 3])).Message, StringComparison.Ordinal);
        Assert.Same(index, index.Subset([3, 2, 1, 0]));
        Assert.Equal(0, index.Subset([]).RowCount);

        static void AssertOutside(int row, string message, Action call)
        {
            var error = Assert.Throws<ArgumentOutOfRangeException>("rows", call);
            Assert.Equal(row, error.ActualValue);
            Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Concatenations_are_refused_with_the_classes_that_differ()
    {
        Assert.StartsWith("At least one index is needed.", Assert.Throws<ArgumentException>("indices", () => RowIndex.Concat()).Message, StringComparison.Ordinal);
        RowIndex one = RowIndex.Build(Two, (int[])[0, 1]);
        RowIndex other = RowIndex.Build(new ClassSet("b", "a"), (int[])[0]);
        Assert.StartsWith("The data sets have different classes: 'a', 'b'; and 'b', 'a'.", Assert.Throws<ArgumentException>("indices", () => RowIndex.Concat(one, other)).Message, StringComparison.Ordinal);
        Assert.Equal(2, RowIndex.Concat(RowIndex.OfSortedRows(new ClassCounts(Two, 0, 0)), one).RowCount);
    }

    [Fact]
    public void A_place_outside_its_class_is_refused_by_name()
    {
        RowIndex index = RowIndex.Build(Two, (byte[])[1, 0, 1]);
        Assert.Equal((1, 0, 2), (index.RowOf(0, 0), index.RowOf(1, 0), index.RowOf(1, 1)));
        Assert.Equal("place", Assert.Throws<ArgumentOutOfRangeException>(() => index.RowOf(0, 1)).ParamName);
        Assert.Equal("classIndex", Assert.Throws<ArgumentOutOfRangeException>(() => index.RowOf(2, 0)).ParamName);
        var error = Assert.Throws<UnknownLabelException>(() => RowIndex.Build(Two, (byte[])[1, 7]));
        Assert.Equal((1, "7"), (error.Row, error.Label));
    }

    [Fact]
    public void Rows_of_a_part_come_class_by_class()
    {
        var part = new RowIndexSubsetBuilder(RowIndex.Build(Two, (int[])[0, 1, 0]));
        part.Add(1, 1);
        Assert.Equal("Rows must be added class by class.", Assert.Throws<InvalidOperationException>(() => part.Add(0, 0)).Message);
    }

    [Fact]
    public void Labels_of_a_lookup_are_refused_by_name()
    {
        Assert.StartsWith("At least one label is needed.", Assert.Throws<ArgumentException>("labels", () => new LabelLookup(LabelComparison.Ordinal)).Message, StringComparison.Ordinal);
        Assert.StartsWith("The label ' a' equals the label 'a' by this comparison.", Assert.Throws<ArgumentException>("labels", () => new LabelLookup(LabelComparison.Trim, "a", " a")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_that_is_too_long_in_bytes_is_none_of_the_labels()
    {
        // Three bytes a unit of UTF-16 is the most that a label of this length can have.
        var lookup = new LabelLookup(LabelComparison.Ordinal, "日", new string('日', 90));
        Assert.Equal(1, lookup.IndexOf(System.Text.Encoding.UTF8.GetBytes(new string('日', 90))));
        Assert.Equal(-1, lookup.IndexOf(System.Text.Encoding.UTF8.GetBytes(new string('日', 91))));
        Assert.Equal(-1, lookup.IndexOf(new byte[271]));
        Assert.Equal(0, lookup.IndexOf("日"u8));
    }

    [Fact]
    public void Label_sets_are_looked_up_within_the_classes()
    {
        MultiLabelCounts counts = MultiLabelIndex.Build<int[], SetIndexer>([[0], [0, 1]], default).Counts;
        Assert.Equal(1, counts.RarestOf([0, 1]));
        Assert.Equal(1, counts.RarestOf([1, 0]));
        Assert.Equal(ClassIndex.Unknown, counts.RarestOf([]));
        foreach (int index in (int[])[-1, 2])
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => counts.RarestOf([index]));
            Assert.Throws<ArgumentOutOfRangeException>(() => counts.RarestOf([0, index]));
            Assert.Equal("first", Assert.Throws<ArgumentOutOfRangeException>(() => counts.CoOccurrence(index, 0)).ParamName);
            Assert.Equal("second", Assert.Throws<ArgumentOutOfRangeException>(() => counts.CoOccurrence(0, index)).ParamName);
        }

        Assert.Equal("row", Assert.Throws<ArgumentOutOfRangeException>(() => MultiLabelIndex.Build<int[], SetIndexer>([[0]], default).ClassesOf(1).Length).ParamName);
        Assert.Equal(0, MultiLabelIndex.Build<int[], SetIndexer>([], default).Counts.MeanLabels);
        Assert.Contains("0.0 %", MultiLabelIndex.Build<int[], SetIndexer>([], default).Counts.ToString(), StringComparison.Ordinal);
        var unknown = Assert.Throws<UnknownLabelException>(() => MultiLabelIndex.Build<int[], SetIndexer>([[0], [5, 6]], default));
        Assert.Equal((1, "5,6"), (unknown.Row, unknown.Label));
    }

    private readonly struct SetIndexer : IMultiLabelIndexer<int[]>
    {
        public ClassSet Classes => Two;

        public int ClassesOf(in int[] row, Span<int> classIndices)
        {
            if (row.Any(label => label > 1))
            {
                return ClassIndex.Unknown;
            }

            row.CopyTo(classIndices);
            return row.Length;
        }

        public string DescribeLabels(in int[] row) => string.Join(',', row);
    }
}

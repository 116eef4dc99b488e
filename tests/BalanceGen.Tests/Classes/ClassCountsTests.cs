using System.Globalization;

namespace BalanceGen.Tests.Classes;

public sealed class ClassCountsTests
{
    private static readonly ClassSet Breeds = new("Siamese", "Birman");

    [Fact]
    public void The_table_is_aligned_and_names_counts_shares_and_the_ratio()
    {
        const string expected = """
            class    count   share
            Siamese  1,600  94.1 %
            Birman     100   5.9 %
            total    1,700
            imbalance ratio 16.0
            """;
        Assert.Equal(expected, new ClassCounts(Breeds, 1600, 100).ToString());
    }

    [Fact]
    public void The_table_is_the_same_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fi-FI");
            Assert.Contains("94.1 %", new ClassCounts(Breeds, 1600, 100).ToString(), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_class_without_rows_is_listed_and_makes_no_infinity()
    {
        var counts = new ClassCounts(new ClassSet("a", "b", "c"), 6, 0, 2);
        Assert.Equal([1], counts.EmptyClasses);
        Assert.Equal(3, counts.ImbalanceRatio);
        Assert.Equal(0, counts.ShareOf(1));
        Assert.EndsWith("imbalance ratio 3.0, 1 of 3 classes without rows", counts.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void No_rows_at_all_give_zero_shares_and_the_ratio_one()
    {
        var counts = new ClassCounts(Breeds, 0, 0);
        Assert.Equal(0, counts.ShareOf(0));
        Assert.Equal(1, counts.ImbalanceRatio);
    }

    [Fact]
    public void Counts_beyond_32_bits_work()
    {
        var counts = new ClassCounts(Breeds, 3_000_000_000_000, 1_000_000_000_000);
        Assert.Equal(4_000_000_000_000, counts.Total);
        Assert.Equal(0.75, counts.ShareOf(0));
    }

    [Fact]
    public void Wrong_counts_are_refused_by_name()
    {
        Assert.Contains("'Birman' is negative", Assert.Throws<ArgumentOutOfRangeException>(() => new ClassCounts(Breeds, 1, -1)).Message, StringComparison.Ordinal);
        Assert.Contains("is for 3 classes, the data set has 2: Siamese, Birman", Assert.Throws<ClassMismatchException>(() => new ClassCounts(Breeds, 1, 2, 3)).Message, StringComparison.Ordinal);
        Assert.Throws<OverflowException>(() => new ClassCounts(Breeds, long.MaxValue, 1));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 3)]
    [InlineData(11, 3)]
    [InlineData(1001, 7)]
    [InlineData(5000, 300)]
    [InlineData(5000, 2000)]
    public void Counting_equals_a_dictionary_of_counts(int rows, int classCount)
    {
        int[] classIndices = ClassIndices(rows, classCount);
        var expected = new long[classCount];
        foreach (IGrouping<int, int> group in classIndices.GroupBy(index => index))
        {
            expected[group.Key] = group.Count();
        }

        Assert.Equal(expected, ClassCounts.Of(ClassSet.Numbered(classCount), classIndices).Values.ToArray());
        if (classCount <= 256)
        {
            byte[] bytes = [.. classIndices.Select(index => (byte)index)];
            Assert.Equal(expected, ClassCounts.Of(ClassSet.Numbered(classCount), bytes).Values.ToArray());
        }
    }

    [Theory]
    [InlineData(0, -1)]
    [InlineData(17, 3)]
    [InlineData(17, int.MinValue)]
    [InlineData(998, 3)]
    [InlineData(1000, int.MaxValue)]
    public void A_label_outside_the_classes_is_refused_with_its_row(int row, int label)
    {
        int[] classIndices = ClassIndices(1001, 3);
        classIndices[row] = label;
        var error = Assert.Throws<UnknownLabelException>(() => ClassCounts.Of(ClassSet.Numbered(3), classIndices));
        Assert.Equal(row, error.Row);
        Assert.Equal(label.ToString(CultureInfo.InvariantCulture), error.Label);
    }

    [Fact]
    public void The_first_of_several_unknown_labels_is_the_one_reported()
    {
        int[] classIndices = ClassIndices(1001, 3);
        classIndices[18] = 99;
        classIndices[16] = 98;
        Assert.Equal(16, Assert.Throws<UnknownLabelException>(() => ClassCounts.Of(ClassSet.Numbered(3), classIndices)).Row);
    }

    /// <summary>A fixed, uneven sequence of class indices.</summary>
    private static int[] ClassIndices(int rows, int classCount) =>
        [.. Enumerable.Range(0, rows).Select(row => (int)((long)row * row * 7919 % 10007 % classCount))];
}

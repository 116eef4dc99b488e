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
        Assert.Contains("is for 3 classes, the data set has 2: 'Siamese', 'Birman'", Assert.Throws<ClassMismatchException>(() => new ClassCounts(Breeds, 1, 2, 3)).Message, StringComparison.Ordinal);
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

    /// <summary>Up to 64 classes are counted in blocks of 3,840 rows, more in parts, and most of all or of few rows one by one.</summary>
    [Fact]
    public void Counting_equals_one_increment_a_row_for_every_number_of_classes_and_any_length()
    {
        var random = new Xorshift(11);
        int[] classIndices = new int[8_000];
        for (int classCount = 1; classCount <= 300; classCount++)
        {
            // Around the fewest rows of blocks and of parts, the fewest of a second step of a block, and one, two and three blocks.
            foreach (int near in (int[])[0, 32, 96, 4 * classCount, 3840, 7680])
            {
                int rows = Math.Max(0, near + random.Below(9) - 4);
                var expected = new long[classCount];
                for (int row = 0; row < rows; row++)
                {
                    // A third of the rows are like the row before them.
                    classIndices[row] = row > 0 && random.Below(3) == 0 ? classIndices[row - 1] : random.Below(classCount);
                    expected[classIndices[row]]++;
                }

                Assert.Equal(expected, ClassCounts.Of(ClassSet.Numbered(classCount), classIndices.AsSpan(0, rows)).Values.ToArray());
                if (classCount <= 256)
                {
                    byte[] bytes = Array.ConvertAll(classIndices[..rows], index => (byte)index);
                    Assert.Equal(expected, ClassCounts.Of(ClassSet.Numbered(classCount), bytes).Values.ToArray());
                }
            }
        }
    }

    /// <summary>No 8-bit counter of a vector overflows.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    public void All_rows_of_one_class_are_counted(int classCount)
    {
        int[] classIndices = new int[100_000];
        classIndices.AsSpan().Fill(classCount - 1);
        Assert.Equal(100_000, ClassCounts.Of(ClassSet.Numbered(classCount), classIndices)[classCount - 1]);
    }

    [Fact]
    public void Every_value_of_a_byte_is_a_class_where_there_are_256()
    {
        byte[] labels = [.. Enumerable.Range(0, 256 * 9).Select(row => (byte)(row * 7))];
        Assert.Equal(Enumerable.Repeat(9L, 256), ClassCounts.Of(ClassSet.Numbered(256), labels).Values.ToArray());
        for (int classCount = 1; classCount < 256; classCount++)
        {
            byte[] known = [.. labels.Where(label => label < classCount)];
            Assert.Equal(Enumerable.Repeat(9L, classCount), ClassCounts.Of(ClassSet.Numbered(classCount), known).Values.ToArray());
            Assert.Equal(known.Length, Assert.Throws<UnknownLabelException>(() => ClassCounts.Of(ClassSet.Numbered(classCount), [.. known, (byte)classCount])).Row);
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(100)]
    [InlineData(2000)]
    public void An_unknown_label_is_found_at_every_place_of_a_step_and_after_the_last(int classCount)
    {
        int[] classIndices = ClassIndices(1003, classCount);
        foreach (int row in (int[])[0, 1, 2, 3, 4, 5, 6, 7, 498, 499, 996, 997, 998, 999, 1000, 1001, 1002])
        {
            foreach (int label in (int[])[-1, -2, -256, -65536, classCount, classCount + 256, classCount + 65536, int.MinValue, int.MaxValue])
            {
                int before = classIndices[row];
                classIndices[row] = label;
                Assert.Equal(row, Assert.Throws<UnknownLabelException>(() => ClassCounts.Of(ClassSet.Numbered(classCount), classIndices)).Row);
                classIndices[row] = before;
            }
        }
    }

    [Fact]
    public void Counting_allocates_the_result_and_nothing_for_the_rows()
    {
        ClassSet classes = ClassSet.Numbered(37);
        int[] few = ClassIndices(1000, 37);
        int[] many = ClassIndices(1_000_000, 37);
        long most = 0;
        for (int attempt = 0; attempt < 5; attempt++)
        {
            ClassCounts.Of(classes, few);
            long start = GC.GetAllocatedBytesForCurrentThread();
            ClassCounts.Of(classes, few);
            long middle = GC.GetAllocatedBytesForCurrentThread();
            ClassCounts.Of(classes, many);
            most = middle - start;
            if (GC.GetAllocatedBytesForCurrentThread() - middle == most)
            {
                break;
            }

            Assert.NotEqual(4, attempt);
        }

        // An array of 37 counts, and the object.
        Assert.InRange(most, 1, 512);
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

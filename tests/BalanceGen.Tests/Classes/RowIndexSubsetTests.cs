namespace BalanceGen.Tests.Classes;

public sealed class RowIndexSubsetTests
{
    private static readonly RowIndex Whole = RowIndex.Build(ClassSet.Numbered(3), [2, 0, 1, 0, 0, 1, 2]);

    [Fact]
    public void A_part_keeps_row_numbers_and_counts_only_its_rows()
    {
        RowIndex part = Whole.Where(row => row is 1 or 4 or 5);
        Assert.Equal([2, 1, 0], part.Counts.Values.ToArray());
        Assert.Equal((3, 7), (part.RowCount, part.DatasetLength));
        Assert.Equal([1, 4, 5], [part.RowOf(0, 0), part.RowOf(0, 1), part.RowOf(1, 0)]);
        Assert.True(part.IsSubset);
        Assert.False(Whole.IsSubset);
    }

    [Fact]
    public void A_part_of_a_part_is_within_it()
    {
        RowIndex inner = Whole.Where(row => row > 2).Where(row => row < 5);
        Assert.Equal([2, 0, 0], inner.Counts.Values.ToArray());
        Assert.Equal([3, 4], [inner.RowOf(0, 0), inner.RowOf(0, 1)]);
        Assert.Equal(7, inner.DatasetLength);
    }

    [Fact]
    public void All_rows_are_the_index_itself_and_no_rows_are_an_empty_part()
    {
        Assert.Same(Whole, Whole.Where(_ => true));
        RowIndex none = Whole.Where(_ => false);
        Assert.Equal((0, 7), (none.RowCount, none.DatasetLength));
        Assert.NotEqual(0UL, none.RowsHash);
    }

    [Fact]
    public void Parts_are_told_apart_by_their_rows()
    {
        Assert.Equal(0UL, Whole.RowsHash);
        Assert.Equal(Whole.Where(row => row > 2).RowsHash, Whole.Where(row => row >= 3).RowsHash);
        ulong[] hashes = [.. Enumerable.Range(0, 127).Select(mask => Whole.Where(row => ((mask >> row) & 1) == 1).RowsHash)];
        Assert.Equal(127, hashes.Distinct().Count());
    }

    [Fact]
    public void Sample_weights_of_rows_outside_the_part_are_zero()
    {
        RowIndex part = Whole.Where(row => row is 1 or 4 or 5);
        Assert.Equal([0, 2, 0, 0, 2, 3, 0], new ClassWeights(Whole.Classes, 2, 3, 4).ToSampleWeights(part).Values.ToArray());
    }

    [Fact]
    public void A_trace_of_a_part_refuses_rows_of_the_rest()
    {
        var trace = new SamplerTrace(Whole.Where(row => row is 1 or 4 or 5));
        trace.Record([1, 5]);
        Assert.Equal(6, Assert.Throws<ArgumentOutOfRangeException>(() => trace.Record([4, 6])).ActualValue);
        Assert.Equal(2, trace.RowsSeen);
        Assert.Contains("total     3", trace.ToString(), StringComparison.Ordinal);
    }
}

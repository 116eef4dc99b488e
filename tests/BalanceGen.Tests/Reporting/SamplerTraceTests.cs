namespace BalanceGen.Tests.Reporting;

public sealed class SamplerTraceTests
{
    private static readonly RowIndex Index = RowIndex.Build(new ClassSet("a", "b", "c"), [0, 1, 0, 2, 0]);

    [Fact]
    public void Counts_of_batches_rows_and_classes_add_up()
    {
        var trace = new SamplerTrace(Index);
        trace.Record([0, 1, 1]);
        trace.Record([3, 0]);

        Assert.Equal([1, 2, 0], trace.ClassCountsOfBatch(0).ToArray());
        Assert.Equal([1, 0, 1], trace.ClassCountsOfBatch(1).ToArray());
        Assert.Equal([2, 2, 0, 1, 0], trace.TimesDrawn.ToArray());
        Assert.Equal([2, 2, 1], trace.DrawsOfClass.ToArray());
        Assert.Equal([1, 1, 1], trace.SeenOfClass.ToArray());
        Assert.Equal((2, 5, 3), (trace.BatchCount, trace.DrawCount, trace.RowsSeen));
    }

    [Fact]
    public void The_table_is_aligned()
    {
        var trace = new SamplerTrace(Index);
        trace.Record([0, 1, 1, 3, 0]);
        const string expected = """
            class  rows  draws   share  rows seen     seen  draws of a row
            a         3      2  40.0 %          1   33.3 %             0–2
            b         1      2  40.0 %          1  100.0 %             2–2
            c         1      1  20.0 %          1  100.0 %             1–1
            total     5      5                  3   60.0 %
            """;
        Assert.Equal(expected, trace.ToString());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    public void A_row_outside_the_data_set_is_refused_and_nothing_recorded(int row)
    {
        var trace = new SamplerTrace(Index);
        Assert.Equal(row, Assert.Throws<ArgumentOutOfRangeException>(() => trace.Record([0, row])).ActualValue);
        Assert.Equal(0, trace.RowsSeen);
        Assert.Equal(0, trace.BatchCount);
    }

    [Fact]
    public void Many_batches_are_kept()
    {
        var trace = new SamplerTrace(Index);
        for (int batch = 0; batch < 1000; batch++)
        {
            trace.Record([batch % 5]);
        }

        Assert.Equal([0, 0, 1], trace.ClassCountsOfBatch(998).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => trace.ClassCountsOfBatch(1000).Length);
    }
}

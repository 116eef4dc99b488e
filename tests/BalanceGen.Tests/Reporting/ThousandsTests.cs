namespace BalanceGen.Tests.Reporting;

/// <summary>Numbers of more than three digits are grouped in every table.</summary>
public sealed class ThousandsTests
{
    private static readonly ClassSet Two = new("a", "b");

    [Fact]
    public void In_a_trace()
    {
        var trace = new SamplerTrace(RowIndex.OfSortedRows(new ClassCounts(Two, 3000, 1500)));
        trace.Record([.. Enumerable.Range(0, 2500), .. Enumerable.Repeat(3000, 1200)]);

        Assert.Equal(
            """
            class   rows  draws   share  rows seen    seen  draws of a row
            a      3,000  2,500  67.6 %      2,500  83.3 %             0–1
            b      1,500  1,200  32.4 %          1   0.1 %         0–1,200
            total  4,500  3,700              2,501  55.6 %
            """,
            trace.ToString());
    }

    [Fact]
    public void In_a_plan()
    {
        RowIndex index = RowIndex.OfSortedRows(new ClassCounts(Two, 3000, 1500));

        string[] lines = new BalancedSampler(index, 42).Plan.ToString().Split('\n');

        Assert.StartsWith("a      3,000  50.0 %    50.0 %      2,250.0         0.75", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("total  4,500                        4,500.0         1.00", lines[3], StringComparison.Ordinal);
    }
}

namespace BalanceGen.Tests.Reporting;

/// <summary>Traces and plans at the ends of their ranges: parts, empty classes, many classes.</summary>
public sealed class ReportEdgeTests
{
    [Fact]
    public void A_trace_refuses_rows_with_the_reason()
    {
        RowIndex whole = RowIndex.Build(new ClassSet("a", "b"), (int[])[0, 1, 0]);
        var trace = new SamplerTrace(whole.Where(row => row > 0));
        Assert.StartsWith("The data set has 3 rows.", Assert.Throws<ArgumentOutOfRangeException>("rowNumbers", () => trace.Record([3])).Message, StringComparison.Ordinal);
        Assert.StartsWith("The row is not in the traced subset of the data set.", Assert.Throws<ArgumentOutOfRangeException>("rowNumbers", () => trace.Record([0])).Message, StringComparison.Ordinal);
        Assert.Equal("batch", Assert.Throws<ArgumentOutOfRangeException>(() => trace.ClassCountsOfBatch(0).Length).ParamName);
        Assert.Equal("batch", Assert.Throws<ArgumentOutOfRangeException>(() => trace.ClassCountsOfBatch(-1).Length).ParamName);
    }

    [Fact]
    public void A_trace_without_draws_or_with_an_empty_class_has_a_table_without_a_number_that_is_none()
    {
        var trace = new SamplerTrace(RowIndex.Build(new ClassSet("a", "b"), (int[])[0, 0]));
        Assert.Equal(
            """
            class  rows  draws  share  rows seen   seen  draws of a row
            a         2      0                 0  0.0 %             0–0
            b         0      0                 0
            total     2      0                 0  0.0 %
            """,
            trace.ToString());
        trace.Record([1, 1]);
        trace.Record([]);
        Assert.Equal((2, 2L, 1), (trace.BatchCount, trace.DrawCount, trace.RowsSeen));
        Assert.Contains("0–2", trace.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, trace.Counts.Total);
    }

    [Fact]
    public void A_part_is_traced_by_its_own_rows()
    {
        RowIndex whole = RowIndex.Build(new ClassSet("a", "b"), (int[])[0, 1, 0, 0]);
        var trace = new SamplerTrace(whole.Where(row => row != 2));
        trace.Record([0, 3, 3, 1]);
        Assert.Equal(
            """
            class  rows  draws   share  rows seen     seen  draws of a row
            a         2      3  75.0 %          2  100.0 %             1–2
            b         1      1  25.0 %          1  100.0 %             1–1
            total     3      4                  3  100.0 %
            """,
            trace.ToString());
    }

    [Fact]
    public void Recording_allocates_only_when_the_list_of_batches_grows()
    {
        // The list has room for 64 batches at first, then for twice as many.
        var trace = new SamplerTrace(RowIndex.Build(ClassSet.Numbered(3), (int[])[0, 1, 2]));
        int[] rows = [0, 1, 2, 1];
        List<int> grown = [];
        for (int batch = 0; batch < 300; batch++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            trace.Record(rows);
            if (GC.GetAllocatedBytesForCurrentThread() - before >= 64 * 3 * sizeof(int))
            {
                grown.Add(batch);
            }
        }

        Assert.Equal([0, 64, 128, 256], grown);
        Assert.Equal([1, 2, 1], trace.ClassCountsOfBatch(299).ToArray());
    }

    [Fact]
    public void A_plan_leaves_an_empty_class_blank_and_says_what_is_expected()
    {
        RowIndex index = RowIndex.Build(new ClassSet("a", "b", "c"), (int[])[0, 0, 2]);
        SamplerPlan plan = new WeightedRandomSampler(index, 1, epochLength: 30, target: TargetDistribution.Of(0.75, 0, 0.25)).Plan;
        Assert.False(plan.IsExact);
        Assert.Equal((30, 3), (plan.EpochLength, plan.Counts.Total));
        Assert.Equal(0, plan.Classes[1].RepeatsPerRow);
        Assert.Equal(0, plan.LargestShareError, 1e-12);
        string[] lines = plan.ToString().Split('\n');
        Assert.Equal("class  rows  target  achieved  draws/epoch  repeats/row  seen in epoch 1  epochs until all seen", lines[0]);
        Assert.StartsWith("a         2  75.0 %    75.0 %         22.5        11.25          100.0 %", lines[1], StringComparison.Ordinal);
        Assert.Equal("b         0   0.0 %     0.0 %          0.0         0.00            0.0 %", lines[2]);
        Assert.StartsWith("total     3                           30.0        10.00", lines[4], StringComparison.Ordinal);
        Assert.Equal("expected values", lines[5]);
    }

    [Fact]
    public void The_share_error_of_a_plan_is_the_largest_of_its_classes()
    {
        ClassPlan Class(int index, double target, double achieved) => new(index, 10, target, achieved, 5, 0.5, 2);
        var plan = new SamplerPlan(new ClassCounts(ClassSet.Numbered(3), 10, 10, 10), 15, isExact: true, epochsUntilAllSeen: 2, [Class(0, 0.5, 0.49), Class(1, 0.25, 0.28), Class(2, 0.25, 0.23)]);
        Assert.Equal(0.03, plan.LargestShareError, 1e-12);
        Assert.Equal(15, plan.RowsSeenPerEpoch, 1e-12);
        Assert.Equal(0.5, plan.Classes[2].RepeatsPerRow);
    }
}

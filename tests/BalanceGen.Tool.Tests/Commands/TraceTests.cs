namespace BalanceGen.Tool.Tests.Commands;

public sealed class TraceTests
{
    [Fact]
    public void Stored_trace_is_shown_with_coverage_and_batches()
    {
        using var folder = new Folder();
        RowIndex index = RowIndex.OfSortedRows(new ClassCounts(new ClassSet("many", "rare"), 90, 10));
        var sampler = new BalancedSampler(index, seed: 1);
        var trace = new SamplerTrace(index);
        var rows = new int[10];
        for (int batch = 0; batch < 5; batch++)
        {
            sampler.Fill(batch * 10, rows);
            trace.Record(rows);
        }

        string path = folder.PathOf("run.bgtrace");
        using (FileStream stream = File.Create(path))
        {
            trace.WriteTo(stream);
        }

        string text = ToolRun.Of("trace", path).Succeeded().Output;
        Assert.StartsWith("50 draws in 5 batches saw 35.0 % of 100 rows.\n", text, StringComparison.Ordinal);
        Assert.Contains(trace.ToString(), text, StringComparison.Ordinal);

        System.Text.Json.JsonElement rare = ToolRun.Of("trace", path, "--json").Succeeded().Json.GetProperty("classes")[1];
        Assert.Equal((25, 10, 5, 0), (rare.GetProperty("draws").GetInt32(), rare.GetProperty("rowsSeen").GetInt32(), rare.GetProperty("mostInBatch").GetInt32(), rare.GetProperty("batchesWithout").GetInt32()));
        Assert.Contains("error: This is no stored sampler trace", ToolRun.Of("trace", folder.Write("x.bgtrace", "no")).FailedWith(2).Error, StringComparison.Ordinal);
    }
}

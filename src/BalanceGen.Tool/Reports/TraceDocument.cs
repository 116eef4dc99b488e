namespace BalanceGen.Tool.Reports;

/// <summary>A trace as JSON has it.</summary>
internal sealed record TraceDocument(long Draws, int Batches, long Rows, int RowsSeen, IReadOnlyList<TraceEntry> Classes)
{
    public static TraceDocument Of(SamplerTrace trace)
    {
        int classes = trace.Counts.Classes.Count;
        var fewest = new int[classes];
        var most = new int[classes];
        var without = new int[classes];
        Array.Fill(fewest, trace.BatchCount == 0 ? 0 : int.MaxValue);
        for (int batch = 0; batch < trace.BatchCount; batch++)
        {
            ReadOnlySpan<int> counts = trace.ClassCountsOfBatch(batch);
            for (int index = 0; index < classes; index++)
            {
                fewest[index] = Math.Min(fewest[index], counts[index]);
                most[index] = Math.Max(most[index], counts[index]);
                without[index] += counts[index] == 0 ? 1 : 0;
            }
        }

        return new TraceDocument(
            trace.DrawCount,
            trace.BatchCount,
            trace.Counts.Total,
            trace.RowsSeen,
            [.. Enumerable.Range(0, classes).Select(index => new TraceEntry(
                trace.Counts.Classes[index],
                trace.Counts[index],
                trace.DrawsOfClass[index],
                trace.SeenOfClass[index],
                fewest[index],
                trace.BatchCount == 0 ? 0 : (double)trace.DrawsOfClass[index] / trace.BatchCount,
                most[index],
                without[index]))]);
    }
}

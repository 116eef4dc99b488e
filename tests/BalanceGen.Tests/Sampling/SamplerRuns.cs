namespace BalanceGen.Tests.Sampling;

/// <summary>Runs of draws as arrays.</summary>
internal static class SamplerRuns
{
    public static int[] RowsOf(this Sampler sampler, long firstDraw, int count)
    {
        var rows = new int[count];
        sampler.Fill(firstDraw, rows);
        return rows;
    }
}

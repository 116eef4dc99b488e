using System.Diagnostics;

namespace BalanceGen.Benchmarks;

/// <summary>What several measurements need.</summary>
internal static class Measured
{
    /// <summary>The processor time of this process so far.</summary>
    public static double ProcessSeconds() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    /// <summary>The middle value, or the upper of two.</summary>
    public static double Median(IReadOnlyCollection<double> values) => values.Order().ElementAt(values.Count / 2);
}

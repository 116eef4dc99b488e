using System.Diagnostics;

namespace BalanceGen.Benchmarks;

/// <summary>A case that runs in this process.</summary>
/// <param name="name">The name.</param>
/// <param name="items">How many items one run makes.</param>
/// <param name="run">Runs it; the argument counts the runs.</param>
/// <param name="usesThreads">Whether the time of day counts, because other threads work too.</param>
internal sealed class MeasuredCase(string name, int items, Action<long> run, bool usesThreads = false) : IComparisonCase
{
    private const double SecondsPerTurn = 0.01;

    private readonly List<double> _seconds = [];
    private int _repeats = 1;
    private long _turn;

    public string Name => name;

    public double Nanoseconds => _seconds.Order().ElementAt(_seconds.Count / 2) * 1e9 / items;

    /// <summary>Bytes allocated per item in the last round.</summary>
    public double Bytes { get; private set; }

    private double Now => usesThreads ? Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency : ThreadTime.Seconds;

    /// <summary>Long enough for the optimising compiler to have replaced the code.</summary>
    public void WarmUp()
    {
        double start = Now;
        double seconds = 0;
        int calls = 0;
        while (seconds < 1 && (calls < 60 || seconds < 0.1))
        {
            run(_turn++);
            calls++;
            seconds = Now - start;
        }

        _repeats = Math.Max(1, (int)(SecondsPerTurn / seconds * calls));
    }

    public void Measure()
    {
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        double start = Now;
        for (int repeat = 0; repeat < _repeats; repeat++)
        {
            run(_turn++);
        }

        _seconds.Add((Now - start) / _repeats);
        Bytes = (GC.GetAllocatedBytesForCurrentThread() - bytes) / (double)_repeats / items;
    }
}

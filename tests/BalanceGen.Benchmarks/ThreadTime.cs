using System.Diagnostics;
using System.Runtime.InteropServices;

namespace BalanceGen.Benchmarks;

/// <summary>The processor time of the current thread where the system tells it, otherwise the time of day: other programs must not count.</summary>
internal static partial class ThreadTime
{
    private const int ThreadCpuTime = 3;

    public static double Seconds
    {
        get
        {
            if (OperatingSystem.IsLinux() && GetTime(ThreadCpuTime, out TimeSpec time) == 0)
            {
                return time.Seconds + (time.Nanoseconds * 1e-9);
            }

            return Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency;
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out TimeSpec time);

    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}

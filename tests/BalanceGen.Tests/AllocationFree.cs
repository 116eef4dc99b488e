namespace BalanceGen.Tests;

/// <summary>Measures that code allocates nothing once it has been warmed up.</summary>
internal static class AllocationFree
{
    public static void Assert(Func<int> work)
    {
        // Tiering replaces code while it warms up, and unoptimised code may allocate; the least of several measurements is the code's own.
        long least = long.MaxValue;
        for (int attempt = 0; attempt < 50 && least > 0; attempt++)
        {
            for (int call = 0; call < 100; call++)
            {
                work();
            }

            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int call = 0; call < 100; call++)
            {
                work();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Xunit.Assert.Equal(0, least);
    }
}

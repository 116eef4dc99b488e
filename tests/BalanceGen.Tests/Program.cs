namespace BalanceGen.Tests;

/// <summary>The test assembly as a program: prints the golden draws as this process computes them.</summary>
internal static class Program
{
    public static void Main() => Console.Write(Sampling.GoldenDraws.Compute());
}

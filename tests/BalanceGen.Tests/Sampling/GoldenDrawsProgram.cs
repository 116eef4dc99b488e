namespace BalanceGen.Tests.Sampling;

/// <summary>The test assembly as a program: prints the golden draws as this process computes them.</summary>
internal static class GoldenDrawsProgram
{
    public static void Main() => Console.Write(GoldenDraws.Compute());
}

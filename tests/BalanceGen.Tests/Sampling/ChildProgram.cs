namespace BalanceGen.Tests.Sampling;

/// <summary>The test assembly as a program: prints the golden draws, or its rank in the world, as its process computes them.</summary>
internal static class ChildProgram
{
    public const string Draws = "draws";
    public const string Rank = "rank";

    public static void Main(string[] arguments) =>
        Console.Write(arguments is [Rank] ? WorldRank.FromEnvironment().ToString() : GoldenDraws.Compute());
}

using BalanceGen.Tests.Reporting;

namespace BalanceGen.Tests.Sampling;

/// <summary>The test assembly as a program: prints the golden draws or plans, or its rank in the world, as its process computes them.</summary>
internal static class ChildProgram
{
    public const string Draws = "draws";
    public const string Plans = "plans";
    public const string Rank = "rank";

    public static void Main(string[] arguments) => Console.Write(arguments switch
    {
        [Rank] => WorldRank.FromEnvironment().ToString(),
        [Plans] => string.Concat(Reporting.Plans.Kinds.Select(GoldenPlans.Compute)),
        _ => GoldenDraws.Compute(),
    });
}

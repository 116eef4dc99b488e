using BalanceGen.Tests.Reporting;
using BalanceGen.Tests.Streaming;

namespace BalanceGen.Tests.Sampling;

/// <summary>The test assembly as a program: prints the golden draws, plans or streams, or its rank in the world, as its process computes them.</summary>
internal static class ChildProgram
{
    public const string Draws = "draws";
    public const string Plans = "plans";
    public const string Streams = "streams";
    public const string Rank = "rank";

    public static void Main(string[] arguments) => Console.Write(arguments switch
    {
        [Rank] => WorldRank.FromEnvironment().ToString(),
        [Plans] => string.Concat(Reporting.Plans.Kinds.Select(GoldenPlans.Compute)),
        [Streams] => string.Concat(StreamKinds.Names.Select(kind => GoldenStreamsTests.Text(kind, [.. StreamKinds.Three(kind)]))),
        _ => GoldenDraws.Compute(),
    });
}

using System.Globalization;

namespace BalanceGen.Sharding.Tests;

/// <summary>The test assembly as a program that can be killed.</summary>
internal static class ChildProgram
{
    public static int Main(string[] arguments)
    {
        switch (arguments)
        {
            // build <pattern> <manifest>
            case ["build", var pattern, var manifest]:
                ShardedIndexBuilder.Build(ShardSet.Matching(pattern), ShardFolder.Classes.ShardLabels("breed"), manifest).Dispose();
                return 0;

            // part <pattern> <part> <parts>
            case ["part", var pattern, var part, var parts]:
                ShardedIndexBuilder.BuildFor(
                    ShardSet.Matching(pattern),
                    ShardFolder.Classes.ShardLabels("breed"),
                    new WorldRank(int.Parse(part, CultureInfo.InvariantCulture), int.Parse(parts, CultureInfo.InvariantCulture)));
                return 0;

            case ["measure", "rows", var folder, var shards, var rows]:
                Measurement.Rows(folder, int.Parse(shards, CultureInfo.InvariantCulture), int.Parse(rows, CultureInfo.InvariantCulture));
                return 0;
            case ["measure", "draw", var manifest]:
                Measurement.Draw(manifest);
                return 0;
            case ["measure", "counts"]:
                Measurement.Counts();
                return 0;
            case ["measure", "build", var folder]:
                BuildMeasurement.Run(folder);
                return 0;

            // The same as part, of the files of BuildMeasurement.
            case ["measured-part", var pattern, var part, var parts]:
                ShardedIndexBuilder.BuildFor(
                    ShardSet.Matching(pattern),
                    BuildMeasurement.Labels,
                    new WorldRank(int.Parse(part, CultureInfo.InvariantCulture), int.Parse(parts, CultureInfo.InvariantCulture)));
                return 0;
            case ["measure", "window", var folder, var numbers]:
                Measurement.Window(folder, int.Parse(numbers, CultureInfo.InvariantCulture));
                return 0;
            default:
                return 2;
        }
    }
}

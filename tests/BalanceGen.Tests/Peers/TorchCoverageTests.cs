using System.Text.Json;
using BalanceGen.Tests.Sampling;

namespace BalanceGen.Tests.Peers;

/// <summary>The column of independent draws of the coverage table beside PyTorch's own sampler.</summary>
public sealed class TorchCoverageTests
{
    private const int Seeds = 300;

    /// <summary>For each number of rows of the frequent class: mean and standard deviation over the seeds of the epochs after which every row was drawn.</summary>
    private const string EpochsNeeded = """
        import json, statistics, sys, torch
        from torch.utils.data import WeightedRandomSampler
        frequent_rows, seeds = json.load(sys.stdin)
        answers = []
        for frequent in frequent_rows:
            rows = frequent + 10
            weights = [1 / frequent] * frequent + [1 / 10] * 10
            needed = []
            for seed in range(seeds):
                sampler = WeightedRandomSampler(weights, num_samples=rows, replacement=True, generator=torch.Generator().manual_seed(seed))
                seen, draws = set(), 0
                while len(seen) < rows:
                    for row in sampler:
                        draws += 1
                        seen.add(row)
                        if len(seen) == rows:
                            break
                needed.append(draws / rows)
            answers.append([statistics.mean(needed), statistics.stdev(needed)])
        json.dump(answers, sys.stdout)
        """;

    [PeerFact("torch")]
    public void PyTorch_s_sampler_needs_the_epochs_of_the_table()
    {
        (int Frequent, double Balanced, double Independent)[] table = [.. CoverageTests.Table()];
        double[][] theirs = JsonSerializer.Deserialize<double[][]>(
            PythonPeer.Run(EpochsNeeded, JsonSerializer.Serialize(new object[] { table.Select(line => line.Frequent), Seeds })))!;
        Assert.Equal(6, theirs.Length);
        foreach (((int frequent, double balanced, double independent), double[] theirsOfLine) in table.Zip(theirs))
        {
            // Five standard errors (of six lines together 3e-6), and the rounding to two decimals.
            (double mean, double deviation) = (theirsOfLine[0], theirsOfLine[1]);
            Assert.Equal(independent, mean, (5 * deviation / Math.Sqrt(Seeds)) + 0.005);
            Assert.True(mean > 3 * balanced, $"{frequent} : 10");
        }
    }
}

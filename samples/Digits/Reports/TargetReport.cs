using BalanceGen;
using Digits.Measuring;

namespace Digits.Reports;

/// <summary>Question 4: how do I get a chosen imbalance?</summary>
public static class TargetReport
{
    /// <summary>Writes the section.</summary>
    public static void Write(Page page, IndexedDataset<Digit> rows, Settings settings)
    {
        page.Heading("4. How do I get a chosen imbalance?");
        page.Say($"With a target distribution. 0.1 for {Numeral.Three} and 0.9 for {Numeral.Eight} turns the imbalance around. "
            + $"The share of {Numeral.Eight} in all full batches of {Cell.Count(settings.BatchEpochs)} epochs:");

        TargetDistribution target = TargetDistribution.Of(0.1, 0.9);
        (string Name, Sampler Sampler)[] samplers =
        [
            ("WeightedRandomSampler", new WeightedRandomSampler(rows.Index, settings.Seed, target: target)),
            ("BalancedSampler", new BalancedSampler(rows.Index, settings.Seed, target)),
        ];
        var lines = new Lines("sampler", "asked", "achieved", "batch min", "batch max", "batch sd", "");
        foreach ((string name, Sampler sampler) in samplers)
        {
            Statistic share = BatchComposition.Of(rows, sampler, settings.BatchSize, settings.BatchEpochs).RareShare;
            lines.Add(
                name,
                Cell.Percent(0.9, 2),
                Cell.Percent(share.Mean, 2),
                Cell.Percent(share.Min, 0),
                Cell.Percent(share.Max, 0),
                Cell.Percent(share.StandardDeviation, 2),
                Cell.Bar(share.Mean, 16));
        }

        page.Show(lines);
    }
}

using System.Collections;
using BalanceGen;

namespace Digits.Measuring;

/// <summary>How much of the data a sampler shows, measured by drawing with many seeds.</summary>
public sealed class MeasuredCoverage
{
    /// <summary>Far beyond what any sampler of these sizes needs; only a sampler that never draws some row gets there.</summary>
    private const int MostEpochs = 10_000;

    /// <summary>The number of different rows in the first epoch.</summary>
    public Statistic SeenInFirstEpoch { get; } = new();

    /// <summary>The number of epochs, with fractions, after which every row was drawn at least once.</summary>
    public Statistic EpochsUntilAllSeen { get; } = new();

    /// <summary>Draws with many seeds until each time every row was seen.</summary>
    /// <param name="create">Makes the sampler for a seed.</param>
    /// <param name="firstSeed">The first seed.</param>
    /// <param name="seeds">The number of seeds.</param>
    public static MeasuredCoverage Measure(Func<long, Sampler> create, long firstSeed, int seeds)
    {
        var coverage = new MeasuredCoverage();
        for (long seed = firstSeed; seed < firstSeed + seeds; seed++)
        {
            coverage.Add(create(seed));
        }

        return coverage;
    }

    private void Add(Sampler sampler)
    {
        var seen = new BitArray(sampler.RowCount);
        int seenRows = 0;
        long draws = 0;
        long lastNewRow = 0;
        foreach (int row in sampler.Draws(0, MostEpochs * sampler.EpochLength))
        {
            draws++;
            if (!seen[row])
            {
                seen[row] = true;
                seenRows++;
                lastNewRow = draws;
            }

            if (draws == sampler.EpochLength)
            {
                SeenInFirstEpoch.Add(seenRows);
            }

            if (seenRows == sampler.RowCount && draws >= sampler.EpochLength)
            {
                EpochsUntilAllSeen.Add((double)lastNewRow / sampler.EpochLength);
                return;
            }
        }

        throw new InvalidOperationException($"{sampler.RowCount - seenRows} rows were not drawn in {MostEpochs} epochs.");
    }
}

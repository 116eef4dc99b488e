using System.Globalization;
using System.Text.RegularExpressions;

namespace BalanceGen.Tests.Sampling;

/// <summary>An article's data set: 160 and 10 rows, epochs of 170 draws. How soon has every row been seen?</summary>
public sealed partial class CoverageTests
{
    private const int Runs = 400;

    [Fact]
    public void Independent_draws_see_76_of_170_rows_in_the_first_epoch_and_all_after_11_epochs()
    {
        double seen = 0;
        double needed = 0;
        for (int seed = 0; seed < Runs; seed++)
        {
            var sampler = new WeightedRandomSampler(Indices.Sorted(160, 10), seed);
            (int inFirstEpoch, long draws) = Cover(sampler);
            seen += inFirstEpoch;
            needed += draws;
        }

        // Expected: a row of the class of n rows is missed by 170 draws with the probability (1 − 1/2n)^170. The draws until all are seen
        // are the coupon collector's, E = ∫ (1 − Π (1 − exp(−p t))) dt. Tolerance: five standard errors of 400 runs, taken generously.
        double expectedSeen = (160 * (1 - Math.Pow(1 - (1 / 320.0), 170))) + (10 * (1 - Math.Pow(1 - (1 / 20.0), 170)));
        double expectedDraws = 0;
        for (double time = 0.5; time < 20_000; time++)
        {
            expectedDraws += 1 - (Math.Pow(1 - Math.Exp(-time / 320), 160) * Math.Pow(1 - Math.Exp(-time / 20), 10));
        }

        Assert.Equal(76, expectedSeen, 0.5);
        Assert.Equal(expectedSeen, seen / Runs, 1.5);
        Assert.Equal(expectedDraws, needed / Runs, 5 * 410 / Math.Sqrt(Runs));
        Assert.InRange(expectedDraws / 170, 10, 11);
    }

    [Fact]
    public void Balanced_draws_see_all_rows_after_two_epochs()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            (int inFirstEpoch, long draws) = Cover(new BalancedSampler(Indices.Sorted(160, 10), seed));

            Assert.Equal(85 + 10, inFirstEpoch);
            Assert.InRange(draws, 319, 321);
        }
    }

    [Fact]
    public void The_table_of_the_performance_page_says_how_soon_every_row_is_seen()
    {
        MatchCollection lines = Lines();
        Assert.Equal([1, 2, 4, 8, 16, 32], lines.Select(line => int.Parse(line.Groups[1].Value, CultureInfo.InvariantCulture)));
        foreach (Match line in lines)
        {
            int frequent = 10 * int.Parse(line.Groups[1].Value, CultureInfo.InvariantCulture);
            int rows = frequent + 10;
            Assert.Equal(rows, int.Parse(line.Groups[2].Value, CultureInfo.InvariantCulture));

            // A prefix holds each class's half of the draws give or take one: two draws sooner or later, and the rounding to two decimals.
            double balanced = double.Parse(line.Groups[3].Value, CultureInfo.InvariantCulture);
            for (int seed = 0; seed < 10; seed++)
            {
                (_, long draws) = Cover(new BalancedSampler(Indices.Sorted(frequent, 10), seed));
                Assert.Equal(balanced, (double)draws / rows, (2.0 / rows) + 0.006);
            }

            double independent = 0;
            for (double time = 0.5; time < 40 * frequent; time++)
            {
                independent += 1 - (Math.Pow(1 - Math.Exp(-time / (2 * frequent)), frequent) * Math.Pow(1 - Math.Exp(-time / 20), 10));
            }

            Assert.Equal(independent / rows, double.Parse(line.Groups[4].Value, CultureInfo.InvariantCulture), 0.006);
        }
    }

    /// <summary>The table: rows of the frequent class beside 10 of the rare one, and the epochs until every row is seen.</summary>
    internal static IEnumerable<(int Frequent, double Balanced, double Independent)> Table() => Lines().Select(line => (
        10 * int.Parse(line.Groups[1].Value, CultureInfo.InvariantCulture),
        double.Parse(line.Groups[3].Value, CultureInfo.InvariantCulture),
        double.Parse(line.Groups[4].Value, CultureInfo.InvariantCulture)));

    private static MatchCollection Lines() => TableLine().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "performance.md")));

    [GeneratedRegex(@"^\| (\d+) : 1 \| (\d+) \| ([\d.]+) \| ([\d.]+) \|", RegexOptions.Multiline)]
    private static partial Regex TableLine();

    private static (int InFirstEpoch, long Draws) Cover(Sampler sampler)
    {
        var seen = new HashSet<int>();
        int inFirstEpoch = 0;
        for (long epoch = 0; ; epoch++)
        {
            DrawSequence.Enumerator draws = sampler.Epoch(epoch).GetEnumerator();
            while (draws.MoveNext())
            {
                seen.Add(draws.Current);
                if (seen.Count == sampler.RowCount)
                {
                    return (inFirstEpoch, draws.NextDraw);
                }
            }

            inFirstEpoch = epoch == 0 ? seen.Count : inFirstEpoch;
        }
    }
}

using BalanceGen.Randomness;

namespace BalanceGen.Tests.Sampling;

/// <summary>Orders of arrival against a plain sort of times that are computed row by row.</summary>
public sealed class ExponentialRaceTests
{
    private const long Seed = 71;

    public static TheoryData<string> Kinds() => ["even", "small", "zeros", "steps", "wide", "one heavy", "vanishing", "huge", "tiny"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_first_arrivals_are_those_of_a_plain_sort_with_any_number_of_threads(string kind)
    {
        double[] weights = Weights(kind);
        foreach (long epoch in (long[])[0, 3, 1L << 33])
        {
            int[] expected = Sorted(weights, epoch);
            foreach (int length in (int[])[1, Math.Min(100, expected.Length), (expected.Length + 1) / 2, expected.Length])
            {
                foreach (int threads in (int[])[1, 2, 3, 7])
                {
                    var rows = new int[length];
                    new ExponentialRace(Seed, new SampleWeights(weights), length).Fill(epoch * length, rows, threads);
                    Assert.Equal(expected[..length], rows);
                }
            }
        }
    }

    [Theory]
    [InlineData(1e-12)]
    [InlineData(0.3)]
    [InlineData(1e300)]
    public void The_limit_changes_nothing(double limit)
    {
        double[] weights = Weights("steps");
        var rows = new int[2000];
        new ExponentialRace(Seed, new SampleWeights(weights), 2000, limit).Fill(2 * 2000, rows);
        Assert.Equal(Sorted(weights, 2)[..2000], rows);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_limit_lets_few_more_rows_arrive_than_are_asked_for(string kind)
    {
        var times = new RaceTimes(Seed, new SampleWeights(Weights(kind)));
        int positive = Weights(kind).Count(weight => weight > 0);
        foreach (int draws in (int[])[1, (positive + 9) / 10, (positive + 1) / 2])
        {
            double limit = new RaceLimit(times).Of(draws);
            int arrived = RacePiece.All(times.RowCount, 1, new TimeBins(draws))[0].Run(times, 5, limit);
            Assert.True(arrived >= draws);

            // Where all rows that count have arrived there is nothing to spare.
            Assert.True(limit == double.MaxValue || arrived <= (1.004 * draws) + (16 * Math.Sqrt(draws)) + 64, $"{arrived} of {draws}");
        }
    }

    [Fact]
    public void Times_whose_leading_bits_are_equal_are_in_the_order_of_the_others()
    {
        // In 4,000,000 even rows a few neighbours have the same 49 leading bits.
        double[] weights = [.. Enumerable.Repeat(1.0, 4_000_000)];
        ulong[] times = TimesOf(weights, 0);
        int[] expected = [.. Enumerable.Range(0, weights.Length)];
        Array.Sort((ulong[])times.Clone(), expected);
        Assert.Contains(Enumerable.Range(1, weights.Length - 1), place => times[expected[place]] >> 14 == times[expected[place - 1]] >> 14);

        var rows = new int[weights.Length];
        new ExponentialRace(Seed, new SampleWeights(weights), weights.Length).Fill(0, rows);
        Assert.Equal(expected, rows);
    }

    [Fact]
    public void Words_are_sorted_whether_they_are_spread_evenly_or_not_and_equal_halves_are_noticed()
    {
        var random = new SplitMix64(8);
        foreach (int length in (int[])[0, 1, 2, 3, 16, 17, 100, 3000])
        {
            // Spread evenly, in a small part of the numbers, with few different halves, and with nothing but the low half.
            foreach (ulong mask in (ulong[])[ulong.MaxValue, (1UL << 44) - 1, 0xF000_0000_FFFF_FFFF, uint.MaxValue])
            {
                for (int repeat = 0; repeat < 20; repeat++)
                {
                    ulong[] words = [.. Enumerable.Range(0, length).Select(_ => random.Next() & mask)];
                    ulong[] expected = [.. words.Order()];
                    Assert.Equal(expected, new PlaceSort().Sort(words, out bool hasEquals));
                    Assert.Equal(words.DistinctBy(word => word >> 32).Count() < length, hasEquals);
                }
            }
        }
    }

    private static int[] Sorted(double[] weights, long epoch)
    {
        ulong[] times = TimesOf(weights, epoch);
        return [.. Enumerable.Range(0, weights.Length).Where(row => weights[row] > 0).OrderBy(row => times[row]).ThenBy(row => row)];
    }

    /// <summary>The definition: −ln u of the row's word, divided by the weight over the power of two at or below the largest weight.</summary>
    private static ulong[] TimesOf(double[] weights, long epoch)
    {
        int shift = -Math.ILogB(weights.Max());
        var words = new ulong[256];
        return
        [
            .. weights.Select((weight, row) =>
            {
                if (row % 256 == 0)
                {
                    new Xoshiro256x4(Seed, (20UL << 32) | (uint)(row / 256), (ulong)epoch).Fill(words);
                }

                return BitConverter.DoubleToUInt64Bits(ExponentialVariate.Of(words[row % 256]) / Math.Max(1e-306, Math.ScaleB(weight, shift)));
            }),
        ];
    }

    private static double[] Weights(string kind)
    {
        var random = new SplitMix64(9);
        double Uniform() => (random.Next() >> 11) / (double)(1UL << 53);
        return kind switch
        {
            "even" => [.. Enumerable.Repeat(0.3, 5000)],
            "small" => [0.4, 0.1, 0, 0.3, 0.2],
            "zeros" => [.. Enumerable.Range(0, 5003).Select(row => row % 3 == 0 ? 0 : Uniform())],
            "steps" => [.. Enumerable.Range(0, 9001).Select(row => 1.0 + (row % 9))],
            "wide" => [.. Enumerable.Range(0, 4099).Select(_ => Math.Pow(10, 600 * (Uniform() - 0.5)))],
            "one heavy" => [1e9, .. Enumerable.Repeat(1.0, 4095)],
            "vanishing" => [1e300, .. Enumerable.Repeat(1e-300, 1500), 1e-290, 1e299],
            "huge" => [.. Enumerable.Range(0, 2049).Select(_ => 1e308 * Uniform())],
            "tiny" => [.. Enumerable.Range(0, 2049).Select(row => 5e-324 * (1 + (row % 50)))],
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such weights."),
        };
    }
}

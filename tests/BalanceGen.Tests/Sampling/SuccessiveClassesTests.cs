using BalanceGen.Tests.Randomness;

namespace BalanceGen.Tests.Sampling;

/// <summary>The class order of draws without replacement. Significance of every statistical test: 1e-6, seeds fixed.</summary>
public sealed class SuccessiveClassesTests
{
    public static TheoryData<ulong[], int[], int> TinyCases() => new()
    {
        { [1, 1], [2, 3], 4 },
        { [5, 3, 1], [1, 2, 3], 6 },
        { [7, 1, 1, 2], [1, 1, 1, 2], 3 },

        // Once the heavy rows are gone, next to nothing is accepted by the first table.
        { [1_000_000_000, 1, 1], [2, 3, 2], 5 },
        { [3_000_000_000, 1, 2], [1, 2, 2], 5 },
        { [1UL << 60, 3, 2, 1], [1, 2, 1, 2], 4 },
    };

    [Theory]
    [MemberData(nameof(TinyCases))]
    public void Every_order_of_the_classes_has_its_enumerated_probability(ulong[] units, int[] counts, int draws)
    {
        const int Epochs = 100_000;
        var expected = new Dictionary<string, double>();
        Enumerate("", [.. counts], units, draws, Epochs, expected);

        var seen = expected.Keys.ToDictionary(order => order, _ => 0L);
        var classes = new SuccessiveClasses(seed: 71, draws, units, counts);
        var slots = new ulong[draws];
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            classes.Seek(epoch, 0);
            classes.Take(slots);
            seen[string.Concat(slots.Select(slot => (char)('a' + (int)(uint)slot)))]++;
        }

        // Orders of which hardly one is expected go together, and are not to be seen where all of them are next to impossible.
        string[] frequent = [.. expected.Keys.Where(order => expected[order] >= 5)];
        long rare = Epochs - frequent.Sum(order => seen[order]);
        double rareExpected = Epochs - frequent.Sum(order => expected[order]);
        if (rareExpected < 5)
        {
            Assert.InRange(rare, 0, rareExpected < 1e-2 ? 0 : 25);
            ChiSquare.AssertFits([.. frequent.Select(order => seen[order])], [.. frequent.Select(order => expected[order])]);
        }
        else
        {
            ChiSquare.AssertFits([.. frequent.Select(order => seen[order]), rare], [.. frequent.Select(order => expected[order]), rareExpected]);
        }
    }

    [Fact]
    public void A_long_epoch_has_as_many_rows_of_each_class_as_an_exponential_race()
    {
        // Row i of weight w arrives at −ln(u)/w; the first m arrivals are successive draws of m rows.
        const int Epochs = 300;
        ulong[] units = [1, 4, 12];
        int[] counts = [9000, 2500, 700];
        int[] moments = [300, 4000, 4096, 6000, 9000];
        var random = new Random(72);
        var classes = new SuccessiveClasses(seed: 73, 9000, units, counts);
        var slots = new ulong[9000];
        double[] sum = new double[moments.Length * 3];
        double[] squares = new double[moments.Length * 3];
        double[] reference = new double[moments.Length * 3];
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            classes.Seek(epoch, 0);
            classes.Take(slots);
            double[] times = [.. counts.SelectMany((count, place) => Enumerable.Range(0, count).Select(_ => -Math.Log(1 - random.NextDouble()) / units[place]))];
            int[] arrivals = [.. counts.SelectMany((count, place) => Enumerable.Repeat(place, count))];
            Array.Sort(times, arrivals);
            for (int cell = 0; cell < sum.Length; cell++)
            {
                int drawn = slots[..moments[cell / 3]].Count(slot => (int)(uint)slot == cell % 3);
                sum[cell] += drawn;
                squares[cell] += (double)drawn * drawn;
                reference[cell] += arrivals[..moments[cell / 3]].Count(place => place == cell % 3);
            }
        }

        for (int cell = 0; cell < sum.Length; cell++)
        {
            // Both means have the same variance; 6 standard deviations of their difference, for all cells together.
            double variance = (squares[cell] - (sum[cell] * sum[cell] / Epochs)) / (Epochs - 1);
            double z = (sum[cell] - reference[cell]) / Epochs / Math.Sqrt((2 * variance / Epochs) + 1e-9);
            Assert.True(Math.Abs(z) < 6, $"class {cell % 3} in the first {moments[cell / 3]} draws: z = {z:F2}");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40_000)]
    public void Seeking_gives_the_draws_of_a_run_from_the_start(int classCount)
    {
        ulong[] units = [.. Enumerable.Range(0, classCount).Select(place => (ulong)(1 + (place % 5)))];
        int[] counts = [.. Enumerable.Range(0, classCount).Select(place => classCount == 1 ? 13_000 : 1 + (place % 37))];
        int length = counts.Sum() - (classCount / 2);
        ulong[][] epochs = [.. Enumerable.Range(0, 2).Select(epoch => Run(new SuccessiveClasses(seed: 74, length, units, counts), epoch, 0, length))];
        Assert.Equal(classCount == 1, epochs[0].SequenceEqual(epochs[1]));

        var used = new SuccessiveClasses(seed: 74, length, units, counts);
        var numbers = new Xorshift(75);
        for (int seek = 0; seek < 40; seek++)
        {
            int epoch = numbers.Below(2);
            int first = numbers.Below(length);
            int run = Math.Min(1 + numbers.Below(6000), length - first);
            Assert.Equal(epochs[epoch][first..(first + run)], Run(used, epoch, first, run));
        }
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(1_000_000_000UL)]
    public void All_rows_of_all_classes_come_once_in_a_full_epoch(ulong heavy)
    {
        int[] counts = [7000, 1, 300, 2];
        ulong[] units = [heavy, 1, heavy, 1];
        var next = new int[counts.Length];
        foreach (ulong slot in Run(new SuccessiveClasses(seed: 76, counts.Sum(), units, counts), 5, 0, counts.Sum()))
        {
            Assert.Equal(next[(int)(uint)slot]++, (int)(slot >> 32));
        }

        Assert.Equal(counts, next);
    }

    [Fact]
    public void A_table_does_not_depend_on_what_was_built_before()
    {
        var builder = new AliasTableBuilder(4);
        foreach (ulong[] weights in (ulong[][])[[1, 1000, 3, 7], [5, 0, 1UL << 60, 0], [2, 2, 2, 3]])
        {
            var thresholds = new ulong[4];
            var ranges = new ulong[8];
            builder.Build(weights, [0, 1, 2, 3], [9, 8, 7, 6], thresholds, ranges);
            var table = new AliasTable(weights, [0, 1, 2, 3], [9, 8, 7, 6]);

            Assert.Equal(table.Thresholds, thresholds);
            Assert.Equal(table.Ranges, ranges);
        }
    }

    private static ulong[] Run(SuccessiveClasses classes, long epoch, int first, int length)
    {
        var slots = new ulong[length];
        classes.Seek(epoch, first);
        classes.Take(slots);
        return slots;
    }

    private static void Enumerate(string order, int[] left, ulong[] units, int draws, double probability, Dictionary<string, double> expected)
    {
        if (order.Length == draws)
        {
            expected[order] = probability;
            return;
        }

        double total = left.Select((count, place) => (double)count * units[place]).Sum();
        for (int place = 0; place < left.Length; place++)
        {
            if (left[place] > 0)
            {
                double share = left[place] * (double)units[place] / total;
                left[place]--;
                Enumerate(order + (char)('a' + place), left, units, draws, probability * share, expected);
                left[place]++;
            }
        }
    }
}

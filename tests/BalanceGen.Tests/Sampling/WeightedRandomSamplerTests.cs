using BalanceGen.Tests.Randomness;

namespace BalanceGen.Tests.Sampling;

public sealed class WeightedRandomSamplerTests
{
    private const int Draws = 400_000;

    [Theory]
    [InlineData("uniform")]
    [InlineData("as source")]
    [InlineData("square root")]
    [InlineData("explicit")]
    public void Classes_and_rows_come_with_their_probabilities(string name)
    {
        int[] counts = [100, 37, 300, 1];
        (RowIndex index, int[] classOfRow) = Indices.Mixed(counts);
        (TargetDistribution target, double[] shares) = name switch
        {
            "uniform" => (TargetDistribution.Uniform, [0.25, 0.25, 0.25, 0.25]),
            "as source" => (TargetDistribution.AsSource, [.. counts.Select(count => count / 438.0)]),
            "square root" => (TargetDistribution.SquareRoot, [.. counts.Select(count => Math.Sqrt(count) / counts.Sum(other => Math.Sqrt(other)))]),
            _ => (TargetDistribution.Of(0.7, 0.1, 0.15, 0.05), (double[])[0.7, 0.1, 0.15, 0.05]),
        };
        var sampler = new WeightedRandomSampler(index, seed: 31, target: target);

        var ofClass = new long[counts.Length];
        var ofRow = new long[index.RowCount];
        foreach (int row in sampler.Draws(0, Draws))
        {
            ofClass[classOfRow[row]]++;
            ofRow[row]++;
        }

        ChiSquare.AssertFits(ofClass, [.. shares.Select(share => share * Draws)]);
        ChiSquare.AssertFits(ofRow, [.. classOfRow.Select(drawn => Draws * shares[drawn] / counts[drawn])]);
    }

    [Fact]
    public void Consecutive_draws_are_independent()
    {
        var sampler = new WeightedRandomSampler(Indices.Sorted(3, 3, 3), seed: 32);
        var pairs = new long[81];
        int last = sampler.RowAt(0);
        foreach (int row in sampler.Draws(1, Draws))
        {
            pairs[(9 * last) + row]++;
            last = row;
        }

        ChiSquare.AssertUniform(pairs);
    }

    [Fact]
    public void A_weight_of_a_billionth_is_kept()
    {
        // 10^-9 of 3·10^9 draws would be 3; instead the exact masses are compared.
        var table = new AliasTable([1, 999_999_999], [0, 1], [1, 1]);
        UInt128 mass = AliasMass(table, columns: 2, start: 0);

        Assert.Equal(1e-9, (double)mass / Math.Pow(2, 65), 1e-18);
    }

    [Fact]
    public void Masses_of_an_alias_table_are_exact()
    {
        ulong[] weights = [.. Enumerable.Range(0, 37).Select(index => (ulong)((index * 7919) % 101) + 1)];
        var table = new AliasTable(weights, [.. Enumerable.Range(0, 37)], [.. Enumerable.Repeat(1, 37)]);
        ulong total = weights.Aggregate((sum, weight) => sum + weight);
        for (int index = 0; index < 37; index++)
        {
            double expected = (double)weights[index] / total;
            Assert.Equal(expected, (double)AliasMass(table, 37, index) / (37 * Math.Pow(2, 64)), 1e-15);
        }
    }

    [Fact]
    public void A_class_without_share_is_never_drawn()
    {
        var sampler = new WeightedRandomSampler(Indices.Sorted(5, 1000, 5), seed: 33, target: TargetDistribution.Of(0.5, 0, 0.5));

        foreach (int row in sampler.Draws(0, 100_000))
        {
            Assert.True(row is < 5 or >= 1005);
        }
    }

    [Fact]
    public void More_than_2_to_the_24_rows_are_drawn_from_evenly()
    {
        // PyTorch refuses more than 2^24 weights.
        const int Rows = (1 << 25) + 11;
        var sampler = new WeightedRandomSampler(Indices.Sorted(Rows - 7, 7), seed: 34);
        var strips = new long[64];
        var rare = new long[7];
        foreach (int row in sampler.Draws(0, Draws))
        {
            if (row < Rows - 7)
            {
                strips[64L * row / (Rows - 7)]++;
            }
            else
            {
                rare[row - (Rows - 7)]++;
            }
        }

        ChiSquare.AssertUniform(strips);
        ChiSquare.AssertUniform(rare);
    }

    [Fact]
    public void Without_replacement_an_epoch_has_no_row_twice_and_a_full_epoch_has_all()
    {
        (RowIndex index, _) = Indices.Mixed(300, 20, 1);
        var sampler = new WeightedRandomSampler(index, seed: 35, replacement: false);
        int[] previous = [];
        for (int epoch = 0; epoch < 3; epoch++)
        {
            var rows = new int[321];
            sampler.Fill(epoch * 321, rows);
            Assert.Equal(Enumerable.Range(0, 321), rows.Order());
            Assert.NotEqual(previous, rows);
            previous = rows;
        }
    }

    [Fact]
    public void Without_replacement_orders_have_the_probabilities_of_successive_draws()
    {
        // Classes {0, 1} and {2, 3, 4} with the shares 0.6 and 0.4: rows of weight 0.3 and 0.4/3. Three draws of five rows.
        double[] weights = [0.3, 0.3, 0.4 / 3, 0.4 / 3, 0.4 / 3];
        var sampler = new WeightedRandomSampler(Indices.Sorted(2, 3), seed: 36, epochLength: 3, replacement: false, TargetDistribution.Of(0.6, 0.4));
        const int Epochs = 60_000;
        var seen = new Dictionary<(int, int, int), long>();
        var rows = new int[3];
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            sampler.Fill(3L * epoch, rows);
            var key = (rows[0], rows[1], rows[2]);
            seen[key] = seen.GetValueOrDefault(key) + 1;
        }

        var observed = new List<long>();
        var expected = new List<double>();
        for (int first = 0; first < 5; first++)
        {
            for (int second = 0; second < 5; second++)
            {
                for (int third = 0; third < 5; third++)
                {
                    if (first != second && second != third && first != third)
                    {
                        observed.Add(seen.GetValueOrDefault((first, second, third)));
                        expected.Add(Epochs * weights[first] * (weights[second] / (1 - weights[first])) * (weights[third] / (1 - weights[first] - weights[second])));
                    }
                }
            }
        }

        Assert.Equal(Epochs, observed.Sum());
        ChiSquare.AssertFits([.. observed], [.. expected]);
    }

    [Fact]
    public void Requesting_more_rows_than_have_a_weight_is_refused_when_the_sampler_is_made()
    {
        var error = Assert.Throws<TooFewRowsException>(() =>
            new WeightedRandomSampler(Indices.Sorted(312, 188), seed: 1, epochLength: 500, replacement: false, TargetDistribution.Of(1, 0)));

        Assert.Contains("500 of 312 rows with a positive weight", error.Message, StringComparison.Ordinal);
        Assert.Equal((500, 312), (error.Requested, error.Available));
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        Assert.Throws<EmptyDatasetException>(() => new WeightedRandomSampler(Indices.Sorted(0), seed: 1));
        Assert.Throws<EmptyClassException>(() => new WeightedRandomSampler(Indices.Sorted(5, 0), seed: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WeightedRandomSampler(Indices.Sorted(5), seed: 1, epochLength: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WeightedRandomSampler(Indices.Sorted(5), seed: 1).ShareOf(1));
    }

    /// <summary>The exact number of units of all columns that lead to a class, found by bisection of each column.</summary>
    private static UInt128 AliasMass(AliasTable table, int columns, int start)
    {
        UInt128 mass = 0;
        for (int column = 0; column < columns; column++)
        {
            // A word w falls into column ⌊w·K/2^64⌋ with the fraction w·K mod 2^64: the first and last word of the column, and the change between.
            UInt128 first = (((UInt128)column << 64) + (uint)columns - 1) / (uint)columns;
            UInt128 last = ((((UInt128)column + 1) << 64) + (uint)columns - 1) / (uint)columns - 1;
            bool atFirst = StartOf(table, first) == start;
            bool atLast = StartOf(table, last) == start;
            if (StartOf(table, first) == StartOf(table, last))
            {
                mass += atFirst ? UInt128.One << 64 : 0;
                continue;
            }

            UInt128 low = first;
            UInt128 high = last;
            while (high - low > 1)
            {
                UInt128 middle = (low + high) / 2;
                if (StartOf(table, middle) == StartOf(table, first))
                {
                    low = middle;
                }
                else
                {
                    high = middle;
                }
            }

            UInt128 threshold = (high * (uint)columns) - ((UInt128)column << 64);
            mass += atFirst ? threshold : 0;
            mass += atLast ? (UInt128.One << 64) - threshold : 0;
        }

        return mass;
    }

    private static int StartOf(AliasTable table, UInt128 word) => (int)(table.Lookup.RangeOf((ulong)word) >> 32);
}

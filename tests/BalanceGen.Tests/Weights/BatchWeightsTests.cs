using System.Globalization;
using BalanceGen.Tests.Peers;

namespace BalanceGen.Tests.Weights;

public sealed class BatchWeightsTests
{
    private static readonly ClassSet ThreeClasses = new("a", "b", "c");

    public static TheoryData<DynamicWeightScheme, double> Formulas()
    {
        var formulas = new TheoryData<DynamicWeightScheme, double>();
        foreach (DynamicWeightScheme scheme in Enum.GetValues<DynamicWeightScheme>())
        {
            formulas.Add(scheme, 0);
            formulas.Add(scheme, 0.5);
        }

        return formulas;
    }

    [Theory]
    [MemberData(nameof(Formulas))]
    public void Dynamic_weights_equal_a_slow_reference_over_random_batches(DynamicWeightScheme scheme, double smoothing)
    {
        var weighting = new DynamicWeighting { Scheme = scheme, Smoothing = smoothing, IgnoreIndex = RandomBatches.Ignored };
        foreach ((ClassSet classes, int[] rows) in RandomBatches.Of(seed: 7, count: 400, withIgnored: true))
        {
            double[] weights = new double[rows.Length];
            double sum = BatchWeights.Dynamic(rows, classes, weights, weighting);

            Assert.All(weights, weight => Assert.True(double.IsFinite(weight) && weight >= 0));
            Assert.Equal(weights.Sum(), sum, 1e-9 * Math.Max(1, sum));
            for (int row = 0; row < rows.Length; row++)
            {
                double expected = Reference(rows, row, classes.Count, scheme, smoothing);
                Assert.InRange(Math.Abs(weights[row] - expected), 0, 1e-12 * Math.Max(1, expected));
            }
        }
    }

    [Fact]
    public void Sums_are_batch_size_classes_present_and_their_product()
    {
        foreach ((ClassSet classes, int[] rows) in RandomBatches.Of(seed: 8, count: 200, withIgnored: true))
        {
            double[] weights = new double[rows.Length];
            int counted = rows.Count(row => row != RandomBatches.Ignored);
            int present = rows.Where(row => row != RandomBatches.Ignored).Distinct().Count();
            int? ignored = RandomBatches.Ignored;

            Assert.Equal(counted, BatchWeights.Dynamic(rows, classes, weights, DynamicWeighting.Balanced with { IgnoreIndex = ignored }), 1e-9);
            Assert.Equal(present, BatchWeights.Dynamic(rows, classes, weights, DynamicWeighting.InverseCount with { IgnoreIndex = ignored }), 1e-9);
            Assert.Equal((double)counted * present, BatchWeights.Dynamic(rows, classes, weights, DynamicWeighting.InverseShare with { IgnoreIndex = ignored }), 1e-7);
        }
    }

    [Fact]
    public void Inverse_share_is_the_binary_form_of_keras()
    {
        int[] labels = [1, 0, 0, 0, 1, 0, 0, 0];
        double[] losses = [0.5, 1, 2, 3, 4, 5, 6, 7];
        double[] weights = new double[8];
        BatchWeights.Dynamic(labels, new ClassSet("negative", "positive"), weights, DynamicWeighting.InverseShare);

        double positiveRatio = labels.Average();
        double negativeRatio = 1 - positiveRatio;
        for (int row = 0; row < labels.Length; row++)
        {
            double keras = (labels[row] / positiveRatio) + ((1 - labels[row]) / negativeRatio);
            Assert.Equal(keras * losses[row], weights[row] * losses[row], 1e-12);
        }
    }

    [Fact]
    public void Inverse_count_is_the_loss_divided_by_its_class_count()
    {
        double[] weights = new double[5];
        BatchWeights.Dynamic([0, 2, 2, 0, 0], ThreeClasses, weights, DynamicWeighting.InverseCount);
        Assert.Equal([1 / 3.0, 1 / 2.0, 1 / 2.0, 1 / 3.0, 1 / 3.0], weights);
    }

    [Fact]
    public void A_batch_of_one_class_follows_the_declared_policy()
    {
        int[] rows = [1, 1, 1, 1];
        double[] weights = new double[4];
        DynamicWeighting inverseCount = DynamicWeighting.InverseCount;

        BatchWeights.Dynamic(rows, ThreeClasses, weights, inverseCount);
        Assert.Equal([0.25, 0.25, 0.25, 0.25], weights);
        BatchWeights.Dynamic(rows, ThreeClasses, weights, inverseCount with { SingleClassBatch = SingleClassBatchPolicy.Unweighted });
        Assert.Equal([1, 1, 1, 1], weights);
        BatchWeights.Dynamic(rows, ThreeClasses, weights, inverseCount with { SingleClassBatch = SingleClassBatchPolicy.ZeroWeight });
        Assert.Equal([0, 0, 0, 0], weights);
        SingleClassBatchException error = Assert.Throws<SingleClassBatchException>(
            () => BatchWeights.Dynamic(rows, ThreeClasses, weights, inverseCount with { SingleClassBatch = SingleClassBatchPolicy.Throw }));
        Assert.Equal(1, error.ClassIndex);
        Assert.Contains("'b'", error.Message);
    }

    [Fact]
    public void A_data_set_of_a_single_declared_class_is_no_one_class_batch()
    {
        double[] weights = new double[2];
        BatchWeights.Dynamic([0, 0], new ClassSet("only"), weights, new DynamicWeighting { SingleClassBatch = SingleClassBatchPolicy.Throw });
        Assert.Equal([1, 1], weights);
    }

    [Fact]
    public void An_unknown_label_is_named_with_its_place()
    {
        UnknownLabelException error = Assert.Throws<UnknownLabelException>(() => BatchWeights.Dynamic([0, 1, 3], ThreeClasses, new double[3]));
        Assert.Equal(2, error.Row);
        Assert.Equal("3", error.Label);
    }

    [Fact]
    public void A_short_destination_is_refused_and_a_long_one_left_alone_beyond_the_batch()
    {
        Assert.Throws<ArgumentException>(() => BatchWeights.Dynamic([0, 1], ThreeClasses, new double[1]));
        float[] weights = [9, 9, 9];
        BatchWeights.Dynamic([0, 1], ThreeClasses, weights);
        Assert.Equal([1, 1, 9], weights);
    }

    [Fact]
    public void Float_weights_are_the_rounded_double_weights()
    {
        foreach ((ClassSet classes, int[] rows) in RandomBatches.Of(seed: 9, count: 50, withIgnored: false))
        {
            double[] doubles = new double[rows.Length];
            float[] floats = new float[rows.Length];
            BatchWeights.Dynamic(rows, classes, doubles);
            BatchWeights.Dynamic(rows, classes, floats);
            Assert.Equal(doubles.Select(weight => (float)weight), floats);
        }
    }

    [Fact]
    public void Class_weights_become_sample_weights()
    {
        var weights = new ClassWeights(ThreeClasses, 0.5, 2, 0);
        double[] doubles = new double[5];
        float[] floats = new float[5];
        Assert.Equal(5, BatchWeights.FromClassWeights([1, 0, -100, 2, 1], new ClassWeights(ThreeClasses, 1, 2, 0), doubles, ignoreIndex: -100));
        Assert.Equal(4.5, BatchWeights.FromClassWeights([1, 0, -100, 2, 1], weights, floats, ignoreIndex: -100));
        Assert.Equal([2, 1, 0, 0, 2], doubles);
        Assert.Equal([2f, 0.5f, 0, 0, 2f], floats);
    }

    [Fact]
    public void A_weight_beyond_float_is_refused_with_the_name_of_its_class()
    {
        var weights = new ClassWeights(ThreeClasses, 1, 1e300, 1);
        OverflowException error = Assert.Throws<OverflowException>(() => BatchWeights.FromClassWeights([0, 1], weights, new float[2]));
        Assert.Contains("'b'", error.Message);
        BatchWeights.FromClassWeights([0, 2], weights, new float[2]);
    }

    [Fact]
    public void A_weighted_mean_never_divides_by_zero_and_skips_losses_of_ignored_rows()
    {
        Assert.Equal(0, BatchWeights.WeightedMean(ReadOnlySpan<double>.Empty, [], LossReduction.SumOverBatchSize));
        Assert.Equal(0, BatchWeights.WeightedMean([double.NaN, 3], [0, 0], LossReduction.MeanWithSampleWeight));
        Assert.Equal(0, BatchWeights.WeightedMean([double.NaN, 3], [0, 0], LossReduction.SumOverBatchSize));
        Assert.Equal((2.0 + 12) / 4, BatchWeights.WeightedMean([2.0, 4, double.PositiveInfinity], [1.0, 3, 0], LossReduction.MeanWithSampleWeight));
        Assert.Equal((2.0 + 12) / 3, BatchWeights.WeightedMean([2f, 4, 5], [1f, 3, 0], LossReduction.SumOverBatchSize), 1e-12);
    }

    [Fact]
    public void Bad_losses_and_weights_are_refused_with_their_row()
    {
        Assert.Contains("row 1", Assert.Throws<ArgumentException>(() => BatchWeights.WeightedMean([1.0, double.NaN], [1.0, 1], LossReduction.SumOverBatchSize)).Message);
        Assert.Contains("row 0", Assert.Throws<ArgumentException>(() => BatchWeights.WeightedMean([1.0, 1], [-1.0, 1], LossReduction.MeanWithSampleWeight)).Message);
        Assert.Contains("row 1", Assert.Throws<ArgumentException>(() => BatchWeights.DivideBy(new[] { 1, double.NaN }, LossReduction.MeanWithSampleWeight)).Message);
        Assert.Throws<ArgumentException>(() => BatchWeights.WeightedMean([1.0], [1.0, 1], LossReduction.SumOverBatchSize));
        Assert.Throws<OverflowException>(() => BatchWeights.WeightedMean([1e308, 1e308], [1e308, 1e308], LossReduction.SumOverBatchSize));
    }

    [Fact]
    public void Divided_weights_make_the_plain_sum_the_weighted_mean()
    {
        double[] losses = [1, 2, 3];
        double[] weights = [1, 0.5, 2.5];
        double mean = BatchWeights.WeightedMean(losses, weights, LossReduction.MeanWithSampleWeight);
        Assert.Equal(4, BatchWeights.DivideBy(weights, LossReduction.MeanWithSampleWeight));
        Assert.Equal(mean, losses.Zip(weights, (loss, weight) => loss * weight).Sum(), 1e-12);

        float[] zeros = [0, 0];
        Assert.Equal(0, BatchWeights.DivideBy(zeros, LossReduction.MeanWithSampleWeight));
        Assert.Equal([0f, 0f], zeros);
    }

    [OptimizedFact]
    public void Weights_of_a_batch_do_not_allocate()
    {
        int[] rows = [0, 1, 2, 2, 1, 0, 0, 0];
        float[] weights = new float[rows.Length];
        ClassSet many = ClassSet.Numbered(2000);
        for (int warmUp = 0; warmUp < 200; warmUp++)
        {
            Run();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int batch = 0; batch < 100; batch++)
        {
            Run();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Run()
        {
            BatchWeights.Dynamic(rows, ThreeClasses, weights);
            BatchWeights.Dynamic(rows, many, weights);
            BatchWeights.DivideBy(weights, LossReduction.MeanWithSampleWeight);
        }
    }

    [PeerFact("sklearn")]
    public void Whole_sets_get_the_balanced_sample_weights_of_scikit_learn()
    {
        List<(ClassSet Classes, int[] ClassIndices)> sets =
            [.. RandomBatches.Of(seed: 11, count: 100, withIgnored: false).Where(set => set.ClassIndices.Length > 0)];
        const string Script = """
            import sys
            from sklearn.utils.class_weight import compute_sample_weight
            for line in sys.stdin:
                print(' '.join(repr(float(w)) for w in compute_sample_weight('balanced', [int(label) for label in line.split()])))
            """;
        string[] lines = PythonPeer.Run(Script, string.Join('\n', sets.Select(set => string.Join(' ', set.ClassIndices)))).Split('\n');
        for (int set = 0; set < sets.Count; set++)
        {
            (ClassSet classes, int[] all) = sets[set];
            double[] expected = [.. lines[set].Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];

            double[] dynamic = new double[all.Length];
            BatchWeights.Dynamic(all, classes, dynamic);
            double[] fromClasses = new double[all.Length];
            BatchWeights.FromClassWeights(all, ClassWeights.Balanced(ClassCounts.Of(classes, all), ZeroCountPolicy.ZeroWeight), fromClasses);
            for (int row = 0; row < all.Length; row++)
            {
                Assert.Equal(expected[row], dynamic[row], 1e-12 * expected[row]);
                Assert.Equal(expected[row], fromClasses[row], 1e-12 * expected[row]);
            }
        }
    }

    /// <summary>The formula of the scheme, row by row, with the counts taken anew for every row.</summary>
    private static double Reference(int[] rows, int row, int classCount, DynamicWeightScheme scheme, double smoothing)
    {
        if (rows[row] == RandomBatches.Ignored)
        {
            return 0;
        }

        int[] counted = [.. rows.Where(label => label != RandomBatches.Ignored)];
        double count = counted.Count(label => label == rows[row]) + smoothing;
        double batch = counted.Length + (smoothing * classCount);
        double classes = smoothing > 0 ? classCount : counted.Distinct().Count();
        return scheme switch
        {
            DynamicWeightScheme.Balanced => batch / classes / count,
            DynamicWeightScheme.InverseCount => 1 / count,
            _ => 1 / (count / batch),
        };
    }
}

namespace BalanceGen.Tests.Weights;

/// <summary>What the weights refuse, with the message that a user reads, and the ends of every range.</summary>
public sealed class WeightErrorTests
{
    private static readonly ClassSet Two = new("a", "b");
    private static readonly ClassCounts Counts = new(Two, 8, 2);
    private static readonly ClassCounts WithEmpty = new(Two, 8, 0);

    /// <summary>Each scheme, and what its error says of a class without rows.</summary>
    private static readonly Dictionary<string, (Func<ClassCounts, object> Weigh, string Consequence)> Schemes = new()
    {
        ["balanced"] = (counts => ClassWeights.Balanced(counts), "its balanced weight N/(C·0) would be infinite"),
        ["inverse frequency"] = (counts => ClassWeights.InverseFrequency(counts), "its inverse-frequency weight N/0 would be infinite"),
        ["power"] = (counts => ClassWeights.Power(counts, 2), "its weight (N/(C·0))^q is not defined"),
        ["effective number"] = (counts => ClassWeights.EffectiveNumber(counts, 0.9), "its effective number of samples is 0 and its weight would be infinite"),
        ["median frequency"] = (counts => ClassWeights.MedianFrequency(counts), "its frequency is 0 and its weight median(f)/0 would be infinite"),
        ["median frequency of images"] = (counts => ClassWeights.MedianFrequency(counts, [counts.Total, counts.Total]), "its frequency is 0 and its weight median(f)/0 would be infinite"),
        ["repeat factor"] = (counts => ClassWeights.RepeatFactor(counts, 0.1), "its frequency is 0 and its repeat factor would be infinite"),
        ["importance correction"] = (counts => ClassWeights.ImportanceCorrection(counts, TargetDistribution.Uniform, TargetDistribution.SquareRoot), "the target distribution asks for rows that cannot be drawn"),
        ["logit priors"] = (counts => LogitPriors.Of(counts), "its logit prior ln 0 would be -infinity"),
    };

    public static TheoryData<string> SchemeNames() => [.. Schemes.Keys];

    [Theory]
    [MemberData(nameof(SchemeNames))]
    public void An_empty_class_is_refused_with_what_its_weight_would_be(string scheme)
    {
        (Func<ClassCounts, object> weigh, string consequence) = Schemes[scheme];
        var error = Assert.Throws<EmptyClassException>(() => weigh(WithEmpty));
        Assert.Equal($"The class 'b' has no rows: {consequence}. Add rows, or choose ZeroCountPolicy.ZeroWeight or ZeroCountPolicy.Smooth(alpha).", error.Message);
        Assert.Same(WithEmpty, error.Counts);
        Assert.Equal([1], error.ClassIndices);
        Assert.Contains("at least one row; the data set is empty", Assert.Throws<EmptyDatasetException>(() => weigh(new ClassCounts(Two, 0, 0))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_data_is_refused_with_what_needed_a_row()
    {
        var nothing = new ClassCounts(Two, 0, 0);
        Assert.StartsWith("A class weight needs", Assert.Throws<EmptyDatasetException>(() => ClassWeights.Balanced(nothing)).Message, StringComparison.Ordinal);
        Assert.StartsWith("A logit prior needs", Assert.Throws<EmptyDatasetException>(() => LogitPriors.Of(nothing)).Message, StringComparison.Ordinal);
        Assert.StartsWith("A target distribution needs", Assert.Throws<EmptyDatasetException>(() => TargetDistribution.Uniform.Resolve(nothing)).Message, StringComparison.Ordinal);
        Assert.StartsWith("The mean weight of a row needs", Assert.Throws<EmptyDatasetException>(() => new ClassWeights(Two, 1, 1).WithRowMeanOne(nothing)).Message, StringComparison.Ordinal);
        Assert.StartsWith("A running class weight needs", Assert.Throws<EmptyDatasetException>(() => new RunningClassCounts(Two, 0.5).ToClassWeights()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_ends_of_a_range_are_of_it_and_what_is_beyond_is_refused_by_name_and_value()
    {
        foreach (double exponent in (double[])[-4, 4])
        {
            Assert.Equal(Math.Pow(10 / (2 * 8.0), exponent), ClassWeights.Power(Counts, exponent)[0], 1e-12);
            Assert.Equal(1, TargetDistribution.Power(exponent).Resolve(Counts).Sum(), 1e-14);
        }

        Assert.Equal([1, 1], ClassWeights.EffectiveNumber(Counts, 0).Values.ToArray());
        Assert.Equal([Math.Sqrt(1 / 0.8), Math.Sqrt(1 / 0.2)], ClassWeights.RepeatFactor(Counts, 1).Values.ToArray(), Near);
        Assert.Equal([1000 * Math.Log(0.8), 1000 * Math.Log(0.2)], LogitPriors.Of(Counts, 1000).Values.ToArray(), Near);
        Assert.Equal(1e-9, ZeroCountPolicy.Smooth(1e-9).Alpha);
        Assert.Equal(1e18, ZeroCountPolicy.Smooth(1e18).Alpha);

        AssertOutside("exponent", -4.5, "The exponent must be of [-4, 4].", () => ClassWeights.Power(Counts, -4.5));
        AssertOutside("q", 4.5, "The exponent must be of [-4, 4].", () => TargetDistribution.Power(4.5));
        AssertOutside("q", -4.5, "The exponent must be of [-4, 4].", () => TargetDistribution.Power(-4.5));
        AssertOutside("beta", 1.0, "Beta must be of [0, 1).", () => ClassWeights.EffectiveNumber(Counts, 1));
        AssertOutside("threshold", 0.0, "The threshold must be of (0, 1].", () => ClassWeights.RepeatFactor(Counts, 0));
        AssertOutside("threshold", 1.5, "The threshold must be of (0, 1].", () => ClassWeights.RepeatFactor(Counts, 10, 1.5));
        AssertOutside("tau", 0.0, "Tau must be of (0, 1000].", () => LogitPriors.Of(Counts, 0));
        AssertOutside("alpha", 1e-10, "The smoothing constant must be of [1e-9, 1e18].", () => ZeroCountPolicy.Smooth(1e-10));
        AssertOutside("alpha", 1e19, "The smoothing constant must be of [1e-9, 1e18].", () => ZeroCountPolicy.Smooth(1e19));
        AssertOutside("decay", 1.0, "The decay must be of [0, 1).", () => new RunningClassCounts(Two, 1));
        AssertOutside("averages", -1.0, "The average of class 'b' must be of [0, 1e18].", () => new RunningClassCounts(Counts, [1, -1], 0.5));
        AssertOutside("averages", 1e19, "The average of class 'a' must be of [0, 1e18].", () => new RunningClassCounts(Counts, [1e19, 1], 0.5));
        Assert.Equal([0, 1e18], new RunningClassCounts(Counts, [0, 1e18], 0.5).Averages.ToArray());
        AssertOutside("values", double.NaN, "The weight of class 'b' must be finite and 0 or more.", () => new ClassWeights(Two, 1, double.NaN));
        AssertOutside("rows", -1.0, "The weight of row 1 must be finite and 0 or more.", () => SampleWeights.Of<double, Itself>([1, -1], default));
    }

    [Fact]
    public void Parts_of_a_dynamic_weighting_are_checked_where_they_are_set()
    {
        AssertOutside("value", (DynamicWeightScheme)3, "The scheme is not defined.", () => _ = new DynamicWeighting { Scheme = (DynamicWeightScheme)3 });
        AssertOutside("value", (SingleClassBatchPolicy)4, "The policy is not defined.", () => _ = new DynamicWeighting { SingleClassBatch = (SingleClassBatchPolicy)4 });
        foreach (double smoothing in (double[])[-1, 1e-10, 1.1e18, double.NaN])
        {
            AssertOutside("value", smoothing, "The smoothing constant must be 0 or of [1e-9, 1e18].", () => _ = new DynamicWeighting { Smoothing = smoothing });
        }

        Assert.All((double[])[0, 1e-9, 1e18], smoothing => Assert.Equal(smoothing, new DynamicWeighting { Smoothing = smoothing }.Smoothing));
        Assert.Equal(default, DynamicWeighting.Balanced);
        Assert.Equal(DynamicWeightScheme.InverseCount, DynamicWeighting.InverseCount.Scheme);
        Assert.Equal(DynamicWeightScheme.InverseShare, DynamicWeighting.InverseShare.Scheme);
    }

    [Fact]
    public void Lists_for_another_number_of_classes_are_refused_with_both_numbers()
    {
        AssertMismatch("The list of class weights is for 3 classes, the data set has 2: 'a', 'b'.", () => new ClassWeights(Two, 1, 2, 3));
        AssertMismatch("The list of pixels of the images with each class is for 1 classes, the data set has 2: 'a', 'b'.", () => ClassWeights.MedianFrequency(Counts, [8]));
        AssertMismatch("The list of class weights is for 2 classes, the data set has 1: 'x'.", () => new ClassWeights(Two, 1, 2).WithRowMeanOne(new ClassCounts(new ClassSet("x"), 1)));
        AssertMismatch("The list of class weights is for 2 classes, the data set has 1: 'x'.", () => TargetDistribution.OfClassWeights(new ClassCounts(new ClassSet("x"), 1), new ClassWeights(Two, 1, 2)));
        AssertMismatch("The list of class weights is for 2 classes, the data set has 1: 'x'.", () => new ClassWeights(Two, 1, 2).ToSampleWeights(RowIndex.Build(new ClassSet("x"), (int[])[0])));
        AssertMismatch("The list of averages is for 1 classes, the data set has 2: 'a', 'b'.", () => new RunningClassCounts(Counts, [1], 0.5));
        AssertMismatch("The target distribution is for 1 classes, the data set has 2: 'a', 'b'.", () => new SampleWeights([1]).WithClassShares(RowIndex.Build(Two, (int[])[0]), TargetDistribution.Of(1)));
    }

    [Fact]
    public void Spans_that_are_too_short_are_refused_with_both_lengths()
    {
        var running = new RunningClassCounts(Two, 0.5);
        running.Observe([0, 1]);
        AssertArgument("destination", "The span has room for 1 weights, 2 are needed.", () => running.CopyWeights(new double[1]));
        AssertArgument("destination", "The span has room for 1 weights, 2 are needed.", () => running.SampleWeights([0, 1], new float[1]));
        AssertArgument("destination", "The span has room for 0 weights, 1 are needed.", () => BatchWeights.FromClassWeights([0], new ClassWeights(Two, 1, 1), Span<double>.Empty));
        AssertArgument("weights", "There are 2 losses and 1 weights.", () => BatchWeights.WeightedMean([1.0, 2], [1.0], LossReduction.SumOverBatchSize));
        AssertArgument("logits", "3 logits are not a whole number of rows with 2 classes.", () => LogitPriors.Of(Counts).AddTo<double>(new double[3]));
        AssertArgument("index", "There are 1 weights and 2 rows.", () => new SampleWeights([1]).WithClassShares(RowIndex.Build(Two, (int[])[0, 1]), TargetDistribution.Uniform));
        double[] longer = [9, 9, 9];
        running.CopyWeights(longer);
        Assert.Equal([1, 1, 9], longer);
    }

    [Fact]
    public void Bad_weights_losses_and_logits_are_named_with_their_value()
    {
        AssertArgument("losses", "The loss of row 1 is NaN.", () => BatchWeights.WeightedMean([1f, float.NaN], [1f, 1], LossReduction.MeanWithSampleWeight));
        AssertArgument("weights", "The weight of row 1 is -0.5; it must be finite and 0 or more.", () => BatchWeights.DivideBy(new[] { 1, -0.5f }, LossReduction.MeanWithSampleWeight));
        AssertArgument("logits", "The logit of row 1 for class 'a' is NaN; the adjusted logit must be finite.", () => LogitPriors.Of(Counts).SubtractFrom<double>(new[] { 0, 0, double.NaN, 0 }));
        AssertOutside("reduction", (LossReduction)2, "The reduction is not defined.", () => BatchWeights.DivideBy(new[] { 1.0 }, (LossReduction)2));
        AssertOutside("target", 0.0, "The weights of the rows of class 'b' add up to 0 or to infinity, and the target gives the class a share.", () => new SampleWeights([1, 0]).WithClassShares(RowIndex.Build(Two, (int[])[0, 1]), TargetDistribution.Uniform));
    }

    [Fact]
    public void Numbers_beyond_their_type_are_an_overflow_that_says_which()
    {
        var huge = new ClassWeights(Two, 1, 1.5e308);
        AssertOverflow("The sum of the weights is beyond the range of double.", () => BatchWeights.FromClassWeights([1, 1], huge, new double[2]));
        AssertOverflow("The weight 1.5E+308 of class 'b' is beyond the range of Single.", () => BatchWeights.FromClassWeights([1], huge, new float[1]));
        AssertOverflow("The sum of the weights is beyond the range of double.", () => BatchWeights.DivideBy(new[] { 1.5e308, 1.5e308 }, LossReduction.MeanWithSampleWeight));
        AssertOverflow("The sum of the weighted losses is beyond the range of double.", () => BatchWeights.WeightedMean([1e200], [1e200], LossReduction.SumOverBatchSize));

        // Divided by their number, the same weights do not need their sum.
        double[] weights = [1.5e308, 1.5e308];
        Assert.Equal(2, BatchWeights.DivideBy(weights, LossReduction.SumOverBatchSize));
        Assert.Equal([0.75e308, 0.75e308], weights);

        // A Half that leaves its range by the adjustment.
        Assert.Contains("the adjusted logit must be finite", Assert.Throws<ArgumentException>(() => LogitPriors.Of(Counts, 1000).AddTo<Half>(new[] { (Half)0, Half.MinValue })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_that_are_no_class_are_named_with_their_place_also_for_class_weights()
    {
        var weights = new ClassWeights(Two, 1, 3);
        foreach (int label in (int[])[-1, 2])
        {
            var error = Assert.Throws<UnknownLabelException>(() => BatchWeights.FromClassWeights([0, label], weights, new double[2]));
            Assert.Equal((1, $"{label}"), (error.Row, error.Label));
        }
    }

    [Fact]
    public void A_batch_of_one_class_is_refused_with_its_class_and_rows() =>
        Assert.Equal(
            "All 3 rows of the batch are of the class 'b'; 2 classes are declared. Draw balanced batches, or choose another SingleClassBatchPolicy.",
            Assert.Throws<SingleClassBatchException>(() => BatchWeights.Dynamic([1, 1, 1], Two, new double[3], new DynamicWeighting { SingleClassBatch = SingleClassBatchPolicy.Throw })).Message);

    [Fact]
    public void Pixels_of_images_are_refused_with_what_they_must_be()
    {
        AssertOutside(
            "pixelsOfImagesWithClass",
            7L,
            "The images with the class 'a' must have between 8 pixels, those of the class, and 10, those of all images.",
            () => ClassWeights.MedianFrequency(Counts, [7, 10]));
        Assert.Equal([1, 1], ClassWeights.MedianFrequency(Counts, [8, 2]).Values.ToArray());
        AssertOutside("rowCount", 7L, "The class 'a' is in 8 rows, more than there are.", () => ClassWeights.RepeatFactor(Counts, 7, 0.5));
        Assert.Equal([1, 1], ClassWeights.RepeatFactor(new ClassCounts(Two, 1, 1), 1, 0.5).Values.ToArray());
    }

    [Fact]
    public void A_class_without_rows_can_leave_the_range_of_a_double_when_the_others_are_scaled()
    {
        var weights = new ClassWeights(Two, 1e-300, 1e300);
        Assert.Equal("values", Assert.Throws<ArgumentOutOfRangeException>(() => weights.WithRowMeanOne(WithEmpty)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(weights.WithSmallestOne);
    }

    private static void AssertOutside(string name, object value, string message, Action call)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(call);
        Assert.Equal((name, value), (error.ParamName, error.ActualValue));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    private static void AssertArgument(string name, string message, Action call)
    {
        var error = Assert.Throws<ArgumentException>(call);
        Assert.Equal(name, error.ParamName);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    private static void AssertMismatch(string message, Action call) => Assert.Equal(message, Assert.Throws<ClassMismatchException>(call).Message);

    private static void AssertOverflow(string message, Action call) => Assert.Equal(message, Assert.Throws<OverflowException>(call).Message);

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) <= 1e-14 * Math.Abs(expected);

    private readonly struct Itself : ISampleWeigher<double>
    {
        public double WeightOf(in double row) => row;
    }
}

using BalanceGen.Evaluation;
using BalanceGen.Tests.Sampling;

namespace BalanceGen.Tests.Evaluation;

public sealed class PosteriorCorrectionTests
{
    private static readonly ClassCounts Cats = new(new ClassSet("Siamese", "Birman"), 160, 10);

    [Fact]
    public void Probabilities_become_those_of_the_deployment_by_the_rule_of_Bayes()
    {
        PosteriorCorrection correction = PosteriorCorrection.Of(Cats, TargetDistribution.Uniform, TargetDistribution.AsSource);
        double[] probabilities = [0.2, 0.8, 0.5, 0.5, 1, 0];
        correction.Apply<double>(probabilities);
        Assert.Equal(0.8 * 10 / ((0.8 * 10) + (0.2 * 160)), probabilities[1], 1e-15);
        Assert.Equal(10 / 170.0, probabilities[3], 1e-15);
        Assert.Equal((1, 0), (probabilities[4], probabilities[5]));

        float[] single = [0.2f, 0.8f];
        correction.Apply<float>(single);
        Assert.Equal(probabilities[1], single[1], 1e-7);
        Assert.Equal("class    trained  deployment  logit offset\nSiamese   50.0 %      94.1 %             0\nBirman    50.0 %       5.9 %      -2.77259", correction.ToString());
        Assert.Equal([0.5, 0.5], correction.TrainedShares.ToArray());
        Assert.Equal([160 / 170.0, 10 / 170.0], correction.DeploymentShares.ToArray());
    }

    [Fact]
    public void Offsets_of_logits_do_what_the_factors_of_probabilities_do()
    {
        var counts = new ClassCounts(ClassSet.Numbered(3), 70, 20, 10);
        PosteriorCorrection correction = PosteriorCorrection.Of(counts, TargetDistribution.SquareRoot, TargetDistribution.Of(0.1, 0.3, 0.6));
        double[] logits = [0.3, -1.2, 2, 5, 5, -7];
        double[] probabilities = [.. Softmax(logits[..3]), .. Softmax(logits[3..])];
        correction.Apply<double>(probabilities);
        correction.AddTo<double>(logits);
        Assert.All(Softmax(logits[..3]).Concat(Softmax(logits[3..])).Zip(probabilities), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
        Assert.Equal(0, correction.LogitOffsets().Max());
        Assert.All(correction.LogitOffsets(), offset => Assert.True(double.IsFinite(offset)));
    }

    [Fact]
    public void A_plan_tells_what_was_trained_with()
    {
        var sampler = new BalancedSampler(Indices.Sorted(160, 10, 0), 1, TargetDistribution.Of(0.7, 0.3, 0));
        PosteriorCorrection correction = sampler.Plan.CorrectionTo(TargetDistribution.AsSource);
        Assert.Equal([0.7, 0.3, 0], correction.TrainedShares.ToArray().Select(share => Math.Round(share, 12)));
        double[] probabilities = [0.5, 0.25, 0.25];
        correction.Apply<double>(probabilities);
        Assert.Equal(0, probabilities[2]);
        Assert.Equal((0.25 * 10 / 0.3) / ((0.25 * 10 / 0.3) + (0.5 * 160 / 0.7)), probabilities[1], 1e-14);

        Assert.Throws<ArgumentException>(() => new RandomSampler(170, 1).Plan.CorrectionTo(TargetDistribution.AsSource));
        Assert.Throws<InvalidOperationException>(() => new InterleavedSampler(1, TargetDistribution.Uniform, sampler, sampler).Plan.CorrectionTo(TargetDistribution.AsSource));
        Assert.Throws<EmptyClassException>(() => sampler.Plan.CorrectionTo(TargetDistribution.Uniform));
    }

    [Fact]
    public void What_weights_and_priors_have_corrected_is_not_corrected_again()
    {
        // Drawn balanced, weighted back to the source: the model says the source's probabilities already.
        PosteriorCorrection drawn = PosteriorCorrection.Of(Cats, TargetDistribution.Uniform, TargetDistribution.AsSource);
        Assert.False(drawn.IsIdentity);
        Assert.True(drawn.AfterClassWeights(ClassWeights.ImportanceCorrection(Cats, TargetDistribution.Uniform, TargetDistribution.AsSource)).IsIdentity);

        // Drawn as they are: balanced weights, or the priors of the source, amount to uniform shares; the correction is that of a balanced sampler.
        PosteriorCorrection natural = PosteriorCorrection.Of(Cats, TargetDistribution.AsSource, TargetDistribution.AsSource);
        Assert.True(natural.IsIdentity);
        Assert.Equal(drawn.LogitOffsets(), natural.AfterClassWeights(ClassWeights.Balanced(Cats)).LogitOffsets(), new Near());
        Assert.Equal(drawn.LogitOffsets(), natural.AfterLogitPriors(LogitPriors.Of(Cats)).LogitOffsets(), new Near());

        // A balanced sampler and balanced weights: uniform shares squared, as BALG0203 warns; it can still be taken back.
        double[] twice = drawn.AfterClassWeights(ClassWeights.Balanced(Cats)).LogitOffsets();
        Assert.Equal(2 * Math.Log(10 / 160.0), twice[1] - twice[0], 1e-12);

        // With half the temperature half of the priors is left to correct.
        double[] half = natural.AfterLogitPriors(LogitPriors.Of(Cats, tau: 0.5)).LogitOffsets();
        Assert.Equal(0.5 * Math.Log(10 / 160.0), half[1] - half[0], 1e-12);
    }

    [Fact]
    public void Thresholds_make_the_decision_of_least_expected_cost()
    {
        // Two classes without a correction: Elkan's threshold.
        double[] plain = PosteriorCorrection.Of(Cats, TargetDistribution.AsSource, TargetDistribution.AsSource).Thresholds(1, 4);
        Assert.Equal(0.2, plain[1], 1e-15);
        Assert.Equal(1, plain.Sum(), 1e-15);

        var counts = new ClassCounts(ClassSet.Numbered(3), 70, 20, 10);
        PosteriorCorrection correction = PosteriorCorrection.Of(counts, TargetDistribution.Uniform, TargetDistribution.AsSource);
        double[] costs = [1, 7, 3];
        double[] thresholds = correction.Thresholds(costs);
        var numbers = new Xorshift(8);
        for (int row = 0; row < 2000; row++)
        {
            double[] raw = [.. Enumerable.Range(0, 3).Select(_ => 1.0 + numbers.Below(1000))];
            double[] probabilities = [.. raw.Select(weight => weight / raw.Sum())];
            double[] corrected = [.. probabilities];
            correction.Apply<double>(corrected);

            // Taking class k costs what missing the others costs.
            double[] expected = [.. Enumerable.Range(0, 3).Select(taken => Enumerable.Range(0, 3).Where(truth => truth != taken).Sum(truth => corrected[truth] * costs[truth]))];
            double chosen = expected[PosteriorCorrection.Decide<double>(probabilities, thresholds)];
            Assert.Equal(expected.Min(), chosen, 1e-12);
        }
    }

    [Fact]
    public void What_cannot_be_corrected_is_refused_by_the_name_of_the_class()
    {
        Assert.Contains("'Birman' has the share 0 in training", Assert.Throws<ArgumentException>(() => PosteriorCorrection.Of(Cats, TargetDistribution.Of(1, 0), TargetDistribution.AsSource)).Message, StringComparison.Ordinal);
        Assert.Contains("'Birman'", Assert.Throws<ArgumentException>(() => PosteriorCorrection.Of(Cats, TargetDistribution.Uniform, TargetDistribution.AsSource).AfterClassWeights(new ClassWeights(Cats.Classes, 1, 0))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => PosteriorCorrection.Of(new ClassCounts(new ClassSet("only"), 3), TargetDistribution.Uniform, TargetDistribution.AsSource));
        PosteriorCorrection correction = PosteriorCorrection.Of(Cats, TargetDistribution.Uniform, TargetDistribution.AsSource);
        Assert.Throws<ClassMismatchException>(() => correction.AfterClassWeights(new ClassWeights(ClassSet.Numbered(3), 1, 1, 1)));
        Assert.Throws<ClassMismatchException>(() => correction.AfterLogitPriors(LogitPriors.Of(new ClassCounts(ClassSet.Numbered(3), 1, 1, 1))));
        Assert.Throws<ClassMismatchException>(() => correction.Thresholds(1));
        Assert.Contains("'Birman' is 0", Assert.Throws<ArgumentException>(() => correction.Thresholds(1, 0)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => correction.Thresholds(1, double.NaN));
        Assert.Throws<ArgumentException>(() => correction.Apply<double>([0.5, 0.4]));
        Assert.Throws<ArgumentException>(() => correction.Apply<double>([0.5, 0.5, 1]));
        Assert.Throws<ArgumentException>(() => correction.AddTo<double>([1, double.NaN]));
        Assert.Throws<ArgumentException>(() => correction.AddTo<double>([1]));
        Assert.Throws<ArgumentException>(() => PosteriorCorrection.Decide<double>([0.5, 0.5], [1]));
        Assert.Throws<ArgumentException>(() => PosteriorCorrection.Decide<double>([0.5, 0.5], [1, 0]));
        Assert.Throws<ArgumentException>(() => PosteriorCorrection.Decide<double>([], []));
    }

    [Fact]
    public void A_class_that_the_deployment_lacks_is_excluded_from_probabilities_and_has_no_offset()
    {
        PosteriorCorrection correction = PosteriorCorrection.Of(Cats, TargetDistribution.Uniform, TargetDistribution.Of(1, 0));
        double[] probabilities = [0.25, 0.75];
        correction.Apply<double>(probabilities);
        Assert.Equal([1, 0], probabilities);
        Assert.Contains("Row 1 has", Assert.Throws<ArgumentException>(() => correction.Apply<double>([0.5, 0.5, 0, 1])).Message, StringComparison.Ordinal);
        Assert.Contains("'Birman'", Assert.Throws<InvalidOperationException>(correction.LogitOffsets).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => correction.AddTo<double>([1, 2]));
        Assert.Throws<InvalidOperationException>(() => correction.Thresholds(1, 1));
        Assert.EndsWith("excluded", correction.ToString(), StringComparison.Ordinal);
    }

    [OptimizedFact]
    public void Correcting_allocates_nothing()
    {
        PosteriorCorrection correction = PosteriorCorrection.Of(Cats, TargetDistribution.Uniform, TargetDistribution.AsSource);
        var probabilities = new float[64];
        var logits = new float[64];
        double[] thresholds = correction.Thresholds(1, 4);
        AllocationFree.Assert(() =>
        {
            probabilities.AsSpan().Fill(0.5f);
            logits.AsSpan().Fill(1);
            correction.Apply<float>(probabilities);
            correction.AddTo<float>(logits);
            return PosteriorCorrection.Decide<float>(probabilities.AsSpan(0, 2), thresholds);
        });
    }

    private static IEnumerable<double> Softmax(double[] logits) => logits.Select(logit => Math.Exp(logit) / logits.Sum(Math.Exp));

    private sealed class Near : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) <= 1e-12;

        public int GetHashCode(double obj) => 0;
    }
}

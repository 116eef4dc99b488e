using BalanceGen.CodeFixes;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class PosteriorCorrectedTwiceTests
{
    [Fact]
    public Task A_second_correction_of_the_same_scores_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.PosteriorCorrectedTwice,
            TrainerSource.Of("""
                static void Twice(PosteriorCorrection correction, double[] scores)
                {
                    correction.Apply<double>(scores);
                    correction.{|BALG0219:Apply<double>|}(scores);
                }
                static void Other(PosteriorCorrection a, PosteriorCorrection b, Span<float> scores)
                {
                    a.Apply(scores);
                    if (scores.Length > 2) { b.{|BALG0219:Apply|}(scores); }
                }
                static void Logits(PosteriorCorrection correction, float[] logits)
                {
                    correction.AddTo(logits.AsSpan());
                    float[] probabilities = Softmax(logits);
                    correction.{|BALG0219:Apply|}(probabilities.AsSpan());
                }
                static int Decided(PosteriorCorrection correction, double[] scores)
                {
                    correction.Apply<double>(scores);
                    return PosteriorCorrection.{|BALG0219:Decide<double>|}(scores, correction.Thresholds(1, 10));
                }
                static float[] Softmax(float[] logits) => logits;
                """));

    [Fact]
    public Task One_correction_of_each_is_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.PosteriorCorrectedTwice,
            TrainerSource.Of("""
                static void Refilled(PosteriorCorrection correction, double[] scores)
                {
                    Predict(scores);
                    correction.Apply<double>(scores);
                    Predict(scores);
                    correction.Apply<double>(scores);
                }
                static void Either(PosteriorCorrection correction, double[] scores, bool exact)
                {
                    if (exact) { correction.Apply<double>(scores); } else { correction.Apply<double>(scores); }
                }
                static void Parts(PosteriorCorrection correction, double[] scores)
                {
                    correction.Apply(scores.AsSpan(0, 2));
                    correction.Apply(scores.AsSpan(2, 2));
                }
                static void TwoLists(PosteriorCorrection correction, double[] train, double[] test)
                {
                    correction.Apply<double>(train);
                    correction.Apply<double>(test);
                }
                static void Assigned(PosteriorCorrection correction, double[] scores)
                {
                    correction.Apply<double>(scores);
                    scores = [0.5, 0.5];
                    correction.Apply<double>(scores);
                }
                static int Decided(PosteriorCorrection correction, double[] scores) => PosteriorCorrection.Decide<double>(scores, correction.Thresholds(1, 10));
                static void Shown(PosteriorCorrection correction, double[] scores)
                {
                    int taken = PosteriorCorrection.Decide<double>(scores, correction.Thresholds(1, 10));
                    correction.Apply<double>(scores);
                    Console.WriteLine(taken);
                }
                static void Predict(double[] scores) { }
                """));

    [Fact]
    public Task A_correction_that_does_not_know_of_weights_in_the_loss_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.PosteriorCorrectedTwice,
            TrainerSource.Of("""
                static void Weighted(IndexedDataset<Cat> cats, double[] w)
                {
                    var weights = ClassWeights.Balanced(cats.Counts);
                    foreach (var batch in cats.Batches(cats.RandomSampler(1), 10)) { batch.SampleWeights(weights, w); }
                    var correction = PosteriorCorrection.{|BALG0219:Of|}(cats.Counts, TargetDistribution.AsSource, TargetDistribution.AsSource);
                    correction.Apply<double>(w);
                }
                static void Importance(IndexedDataset<Cat> cats, double[] w)
                {
                    var sampler = cats.BalancedSampler(1);
                    var weights = ClassWeights.ImportanceCorrection(cats.Counts, TargetDistribution.Uniform, TargetDistribution.AsSource);
                    foreach (var batch in cats.Batches(sampler, 10)) { batch.SampleWeights(weights, w); }
                    sampler.Plan.{|BALG0219:CorrectionTo|}(TargetDistribution.AsSource).Apply<double>(w);
                }
                static void Adjusted(IndexedDataset<Cat> cats, double[] w)
                {
                    using var loss = new LogitAdjustedLoss(LogitPriors.Of(cats.Counts));
                    PosteriorCorrection.{|BALG0219:Of|}(cats.Counts, TargetDistribution.AsSource, TargetDistribution.AsSource).Apply<double>(w);
                }
                """));

    [Fact]
    public Task A_correction_that_is_told_or_has_nothing_to_know_is_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.PosteriorCorrectedTwice,
            TrainerSource.Of("""
                static void Told(IndexedDataset<Cat> cats, double[] w)
                {
                    var weights = ClassWeights.Balanced(cats.Counts);
                    foreach (var batch in cats.Batches(cats.RandomSampler(1), 10)) { batch.SampleWeights(weights, w); }
                    PosteriorCorrection.Of(cats.Counts, TargetDistribution.AsSource, TargetDistribution.AsSource).AfterClassWeights(weights).Apply<double>(w);
                }
                static void Later(IndexedDataset<Cat> cats, double[] w)
                {
                    var priors = LogitPriors.Of(cats.Counts);
                    using var loss = new LogitAdjustedLoss(priors);
                    var correction = PosteriorCorrection.Of(cats.Counts, TargetDistribution.AsSource, TargetDistribution.AsSource);
                    correction.AfterLogitPriors(priors).Apply<double>(w);
                }
                static void Sampled(IndexedDataset<Cat> cats, double[] w)
                {
                    var sampler = cats.BalancedSampler(1);
                    foreach (var batch in cats.Batches(sampler, 10)) { Console.WriteLine(batch.Count); }
                    sampler.Plan.CorrectionTo(TargetDistribution.AsSource).Apply<double>(w);
                }
                static void OtherData(IndexedDataset<Cat> cats, IndexedDataset<Cat> others, double[] w)
                {
                    Fit(ClassWeights.Balanced(others.Counts));
                    PosteriorCorrection.Of(cats.Counts, TargetDistribution.Uniform, TargetDistribution.AsSource).Apply<double>(w);
                }
                static void Shown(IndexedDataset<Cat> cats, double[] w)
                {
                    Console.WriteLine(ClassWeights.Balanced(cats.Counts).ToString());
                    Console.WriteLine(ClassWeights.Balanced(cats.Counts));
                    var priors = LogitPriors.Of(cats.Counts);
                    Console.WriteLine(priors);
                    PosteriorCorrection.Of(cats.Counts, TargetDistribution.Uniform, TargetDistribution.AsSource).Apply<double>(w);
                }
                static void Fit(ClassWeights weights) { }
                """));

    [Fact]
    public Task Messages_say_what_happened_and_what_to_do() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.PosteriorCorrectedTwice,
            TrainerSource.Of("""
                static void A(PosteriorCorrection correction, double[] scores)
                {
                    correction.Apply<double>(scores);
                    correction.{|BALG0219:Apply<double>|}(scores);
                }
                static int B(PosteriorCorrection correction, double[] scores)
                {
                    correction.Apply<double>(scores);
                    return PosteriorCorrection.{|BALG0219:Decide<double>|}(scores, correction.Thresholds(1, 10));
                }
                static void C(IndexedDataset<Cat> cats, double[] w)
                {
                    Fit(ClassWeights.Balanced(cats.Counts));
                    PosteriorCorrection.{|BALG0219:Of|}(cats.Counts, TargetDistribution.AsSource, TargetDistribution.AsSource).Apply<double>(w);
                }
                static void Fit(ClassWeights weights) { }
                """),
            "'scores' has already been corrected by 'Apply'; correct once, at the end",
            "'scores' has been corrected by 'Apply', but the thresholds are for the model's own probabilities; pass the uncorrected probabilities",
            "'Of' makes a correction for the draws of 'cats' only, but its loss is weighted by 'ClassWeights.Balanced' too; add AfterClassWeights to the correction");

    [Theory]
    [InlineData("ClassWeights.Balanced(cats.Counts)", "AfterClassWeights")]
    [InlineData("LogitPriors.Of(cats.Counts)", "AfterLogitPriors")]
    public Task Fix_tells_the_correction(string made, string method) =>
        CodeFixVerifier.VerifyAsync<PosteriorCorrectedTwiceFixer>(Descriptors.PosteriorCorrectedTwice, Weighted(made, ""), Weighted(made, $".{method}(used)"));

    [Fact]
    public Task Fix_all_tells_every_correction() =>
        CodeFixVerifier.VerifyFixAllAsync<PosteriorCorrectedTwiceFixer>(
            Descriptors.PosteriorCorrectedTwice,
            [Weighted("ClassWeights.Balanced(cats.Counts)", ""), "class Empty { }"],
            [Weighted("ClassWeights.Balanced(cats.Counts)", ".AfterClassWeights(used)"), "class Empty { }"]);

    [Fact]
    public async Task Nothing_is_offered_where_the_weights_have_no_name() =>
        Assert.Empty(await CodeFixVerifier.TitlesAsync<PosteriorCorrectedTwiceFixer>(
            Descriptors.PosteriorCorrectedTwice,
            TrainerSource.Of("""
                static void A(IndexedDataset<Cat> cats, double[] w)
                {
                    Fit(ClassWeights.Balanced(cats.Counts));
                    PosteriorCorrection.Of(cats.Counts, TargetDistribution.AsSource, TargetDistribution.AsSource).Apply<double>(w);
                }
                static void Fit(ClassWeights weights) { }
                """)));

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.PosteriorCorrectedTwice,
            TrainerSource.Of("static void A(PosteriorCorrection correction, double[] scores) { correction.Apply<double>(scores); correction.{|BALG0219:Apply<double>|}(scores); }"));

    private static string Weighted(string made, string told) => TrainerSource.Of($$"""
        static void A(IndexedDataset<Cat> cats, double[] w)
        {
            var used = {{made}};
            Fit(used);
            var correction = PosteriorCorrection.Of(cats.Counts, TargetDistribution.AsSource, TargetDistribution.AsSource){{told}};
            correction.Apply<double>(w);
        }
        static void Fit(object weights) { }
        """);
}

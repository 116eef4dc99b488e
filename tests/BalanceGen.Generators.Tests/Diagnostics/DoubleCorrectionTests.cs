using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class DoubleCorrectionTests
{
    [Fact]
    public Task Weighted_batches_of_a_balancing_sampler_are_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.DoubleCorrection,
            UsageSource.Of("""
                static void A(IndexedDataset<Cat> cats, double[] w)
                {
                    var sampler = cats.BalancedSampler(1);
                    var weights = ClassWeights.{|BALG0203:Balanced|}(cats.Counts);
                    foreach (var batch in cats.Batches(sampler, 10)) { batch.SampleWeights(weights, w); }
                }
                static void B(RowIndex index, IndexedDataset<Cat> cats, double[] w)
                {
                    var sampler = new WeightedRandomSampler(cats.Index, 1);
                    var counts = cats.Counts;
                    double[] loss = ClassWeights.{|BALG0203:InverseFrequency|}(counts).Values.ToArray();
                    for (int epoch = 0; epoch < 3; epoch++)
                        foreach (var batch in cats.Batches(sampler, 10).Epoch(epoch)) { w[0] = loss[1]; }
                }
                static void C(Cat[] rows)
                {
                    var cats = Cat.Classes.Index(rows);
                    Fit(cats.BalancedSampler(1), ClassWeights.{|BALG0203:EffectiveNumber|}(Cat.Classes.CountRows(rows), 0.99));
                }
                static void Fit(Sampler sampler, ClassWeights weights) { }
                """));

    [Fact]
    public Task Message_names_scheme_data_set_and_sampler() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.DoubleCorrection,
            UsageSource.Of("""
                static void A(IndexedDataset<Cat> cats) => Fit(cats.BalancedSampler(1), ClassWeights.{|BALG0203:Balanced|}(cats.Counts));
                static void Fit(Sampler sampler, ClassWeights weights) { }
                """),
            "'ClassWeights.Balanced' corrects the imbalance of 'cats' a second time, after BalancedSampler, so rare classes count too much; keep one of the two, or use ClassWeights.ImportanceCorrection with the sampler's target");

    [Fact]
    public Task One_of_the_two_alone_is_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.DoubleCorrection,
            UsageSource.Of("""
                static void Shown(IndexedDataset<Cat> cats)
                {
                    var sampler = cats.BalancedSampler(1);
                    foreach (var batch in cats.Batches(sampler, 10)) { Console.WriteLine(batch.Count); }
                    var weights = ClassWeights.Balanced(cats.Counts);
                    Console.WriteLine(weights);
                    Console.WriteLine($"{weights[0]}");
                }
                static void Shuffled(IndexedDataset<Cat> cats, double[] w)
                {
                    var weights = ClassWeights.Balanced(cats.Counts);
                    foreach (var batch in cats.Batches(cats.RandomSampler(1), 10)) { batch.SampleWeights(weights, w); }
                    foreach (var batch in cats.Batches(cats.BalancedSampler(1), 10)) { Console.WriteLine(batch.Count); }
                }
                static void AsSource(IndexedDataset<Cat> cats, double[] w)
                {
                    var weights = ClassWeights.Balanced(cats.Counts);
                    foreach (var batch in cats.Batches(cats.BalancedSampler(1, TargetDistribution.AsSource), 10)) { batch.SampleWeights(weights, w); }
                }
                static void OtherData(IndexedDataset<Cat> cats, IndexedDataset<Cat> others, double[] w)
                {
                    var weights = ClassWeights.Balanced(others.Counts);
                    foreach (var batch in cats.Batches(cats.BalancedSampler(1), 10)) { batch.SampleWeights(weights, w); }
                }
                static void EveryRow(IndexedDataset<Cat> cats) => Fit(cats.WeightedRandomSampler(1, replacement: false), ClassWeights.Balanced(cats.Counts));
                static void Parts(Split split) => Fit(split.Index.BalancedSampler(1), ClassWeights.Balanced(split.Counts));
                static void Made(IndexedDataset<Cat> cats) => Fit(cats.BalancedSampler(1), ClassWeights.Balanced(Classes.Counted()));
                static void Written(IndexedDataset<Cat> cats, System.IO.StreamWriter log)
                {
                    var weights = ClassWeights.Balanced(cats.Counts);
                    foreach (var batch in cats.Batches(cats.BalancedSampler(1), 10)) { log.WriteLine("{0}", weights); }
                }
                static void Fit(Sampler sampler, ClassWeights weights) { }
                sealed class Split { public IndexedDataset<Cat> Index => null!; public ClassCounts Counts => null!; }
                static class Classes { public static ClassCounts Counted() => null!; }
                static void Corrected(IndexedDataset<Cat> cats, double[] w)
                {
                    var weights = ClassWeights.ImportanceCorrection(cats.Counts, TargetDistribution.Uniform, TargetDistribution.AsSource);
                    foreach (var batch in cats.Batches(cats.BalancedSampler(1), 10)) { batch.SampleWeights(weights, w); }
                }
                """));

    [Theory]
    [InlineData("Balanced(cats.Counts)")]
    [InlineData("InverseFrequency(cats.Counts)")]
    [InlineData("EffectiveNumber(cats.Counts, 0.99)")]
    [InlineData("MedianFrequency(cats.Counts)")]
    [InlineData("Power(cats.Counts, 0.5)")]
    [InlineData("RepeatFactor(cats.Counts, 0.5)")]
    public Task Every_scheme_that_favours_rare_classes_is_seen(string call)
    {
        int name = call.IndexOf('(');
        return AnalyzerVerifier.VerifyAsync(
            Descriptors.DoubleCorrection,
            Passed($"cats.BalancedSampler(1), ClassWeights.{{|BALG0203:{call[..name]}|}}{call[name..]}"));
    }

    [Theory]
    [InlineData("cats", "cats")]
    [InlineData("Field", "Field")]
    [InlineData("Property", "Property")]
    [InlineData("same", "cats")]
    [InlineData("again", "same")]
    public Task A_data_set_is_followed_through_variables_fields_and_properties(string sampled, string weighted) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.DoubleCorrection,
            Passed($"{sampled}.BalancedSampler(1), ClassWeights.{{|BALG0203:Balanced|}}({weighted}.Counts)"));

    [Theory]
    [InlineData("cats", "Field")]
    [InlineData("Property", "Field")]
    [InlineData("changed", "cats")]
    [InlineData("Make()", "Make()")]
    [InlineData("holder.Data", "holder.Data")]
    public Task Data_sets_that_may_differ_are_fine(string sampled, string weighted) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.DoubleCorrection,
            Passed($"{sampled}.BalancedSampler(1), ClassWeights.Balanced({weighted}.Counts)"));

    private static string Passed(string arguments) => UsageSource.Of($$"""
        sealed class Holder { public IndexedDataset<Cat> Data = null!; }
        static readonly IndexedDataset<Cat> Field = Make();
        static IndexedDataset<Cat> Property { get; } = Make();
        static IndexedDataset<Cat> Make() => Cat.Classes.Index(Array.Empty<Cat>());
        static void A(IndexedDataset<Cat> cats, Holder holder)
        {
            var same = cats;
            var again = same;
            var changed = cats;
            changed = Field;
            Fit({{arguments}});
        }
        static void Fit(Sampler sampler, ClassWeights weights) { }
        """);

    [Theory]
    [InlineData("foreach (var batch in cats.Batches(sampler, 10)) { Console.WriteLine(weights[0]); }")]
    [InlineData("foreach (var batch in cats.Batches(sampler, 10)) { log.Write(weights); }")]
    [InlineData("foreach (var batch in cats.Batches(sampler, 10)) { Log($\"{weights[0]}\"); }")]
    [InlineData("foreach (var batch in cats.Batches(sampler, 10)) { Log(weights.ToString()); }")]
    [InlineData("string text = weights.ToString(); foreach (var batch in cats.Batches(sampler, 10)) { Log(text); }")]
    [InlineData("foreach (object line in new[] { sampler.Plan }) { w[0] = weights[0]; }")]
    [InlineData("foreach (var batch in cats.Batches(cats.RandomSampler(1), 10)) { batch.SampleWeights(weights, w); }")]
    public Task Weights_or_draws_that_are_only_shown_are_fine(string use) =>
        AnalyzerVerifier.VerifyAsync(Descriptors.DoubleCorrection, Used(use, "Balanced"));

    [Theory]
    [InlineData("foreach (var batch in cats.Batches(sampler, 10)) { Console.WriteLine(batch.Count); w[0] = weights[0]; }")]
    [InlineData("var batches = cats.Batches(sampler, 10); var loss = weights.Values.ToArray(); foreach (var batch in batches) { w[0] = loss[0]; }")]
    [InlineData("new Model(cats.Batches(sampler, 10), weights);")]
    [InlineData("foreach (int row in sampler) { w[0] = weights[row]; }")]
    public Task Weights_that_are_used_with_the_draws_are_reported(string use) =>
        AnalyzerVerifier.VerifyAsync(Descriptors.DoubleCorrection, Used(use, "{|BALG0203:Balanced|}"));

    private static string Used(string use, string scheme) => UsageSource.Of($$"""
        sealed class Model { public Model(object batches, ClassWeights weights) { } }
        static void Log(string text) { }
        static void A(IndexedDataset<Cat> cats, double[] w, System.IO.TextWriter log)
        {
            var sampler = cats.BalancedSampler(1);
            var weights = ClassWeights.{{scheme}}(cats.Counts);
            {{use}}
        }
        """);

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.DoubleCorrection,
            UsageSource.Of("""
                static void A(IndexedDataset<Cat> cats) => Fit(cats.BalancedSampler(1), ClassWeights.{|BALG0203:Balanced|}(cats.Counts));
                static void Fit(Sampler sampler, ClassWeights weights) { }
                """));

    [Theory]
    [InlineData("cats.BalancedSampler(1)")]
    [InlineData("cats.WeightedRandomSampler(1)")]
    [InlineData("cats.RandomOverSampler(1)")]
    [InlineData("cats.RandomUnderSampler(1)")]
    [InlineData("cats.RepeatFactorSampler(1, 0.5)")]
    [InlineData("cats.StratifiedRandomSampler(1, 8)")]
    [InlineData("cats.ClassAwareSampler(1, 2, 4)")]
    [InlineData("cats.MinimumQuotaSampler(1, 8, [1, 1])")]
    [InlineData("cats.ScheduledBalancedSampler(1, TargetSchedule.Progressive(3))")]
    public Task Every_sampler_that_balances_is_seen(string sampler) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.DoubleCorrection,
            UsageSource.Of($$"""
                static void A(IndexedDataset<Cat> cats, double[] w)
                {
                    var weights = ClassWeights.{|BALG0203:Balanced|}(cats.Counts);
                    foreach (var batch in cats.Batches({{sampler}}, 8)) { batch.SampleWeights(weights, w); }
                }
                """));

    [Fact]
    public Task Sides_of_a_split_fields_priors_and_a_loss_that_is_told_before_are_seen() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.DoubleCorrection,
            UsageSource.Of("""
                static void Side(IndexedDataset<Cat> cats, double[] w)
                {
                    var (train, test) = cats.Split(0.2, 1);
                    var weights = ClassWeights.{|BALG0203:Balanced|}(train.Counts);
                    foreach (var batch in train.Batches(train.BalancedSampler(1), 8)) { batch.SampleWeights(weights, w); }
                }
                sealed class Trainer(IndexedDataset<Cat> cats)
                {
                    private readonly ClassWeights _weights = ClassWeights.Balanced(cats.Counts);
                    private readonly BalancedSampler _sampler = cats.BalancedSampler(1);
                    public void Train(double[] w) { foreach (var batch in cats.Batches(_sampler, 8)) { batch.SampleWeights({|BALG0203:_weights|}, w); } }
                }
                static void Priors(IndexedDataset<Cat> cats, float[] logits)
                {
                    var priors = LogitPriors.{|BALG0203:Of|}(cats.Counts);
                    foreach (var batch in cats.Batches(cats.BalancedSampler(1), 8)) { priors.AddTo(logits.AsSpan()); }
                }
                static void Told(IndexedDataset<Cat> cats, Action<double[]> setLoss)
                {
                    setLoss(ClassWeights.{|BALG0203:Balanced|}(cats.Counts).Values.ToArray());
                    foreach (var batch in cats.Batches(cats.BalancedSampler(1), 8)) { Console.WriteLine(batch.Count); }
                }
                static void Saved(IndexedDataset<Cat> cats, Action<double[]> save)
                {
                    save(ClassWeights.Balanced(cats.Counts).Values.ToArray());
                    foreach (var batch in cats.Batches(cats.BalancedSampler(1), 8)) { Console.WriteLine(batch.Count); }
                }
                """));
}

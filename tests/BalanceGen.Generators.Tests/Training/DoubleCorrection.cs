//- balanced sampler and balanced weights
static void Train(IndexedDataset<Cat> cats, double[] w)
{
    var sampler = cats.BalancedSampler(1);
    var weights = ClassWeights.{|BALG0203:Balanced|}(cats.Counts);
    foreach (var batch in cats.Batches(sampler, 10)) { batch.SampleWeights(weights, w); }
}
//- weighted sampler
static void Train(IndexedDataset<Cat> cats, double[] w)
{
    var weights = ClassWeights.{|BALG0203:InverseFrequency|}(cats.Counts);
    foreach (var batch in cats.Batches(cats.WeightedRandomSampler(1), 10)) { batch.SampleWeights(weights, w); }
}
//- stratified sampler
static void Train(IndexedDataset<Cat> cats, double[] w)
{
    var sampler = cats.StratifiedRandomSampler(1, 10);
    var weights = ClassWeights.{|BALG0203:Balanced|}(cats.Counts);
    foreach (var batch in cats.Batches(sampler, 10)) { batch.SampleWeights(weights, w); }
}
//- class-aware sampler
static void Train(IndexedDataset<Cat> cats, double[] w)
{
    var sampler = cats.ClassAwareSampler(1, 2, 4);
    var weights = ClassWeights.{|BALG0203:EffectiveNumber|}(cats.Counts, 0.999);
    foreach (var batch in cats.Batches(sampler, 8)) { batch.SampleWeights(weights, w); }
}
//- oversampler
static void Train(IndexedDataset<Cat> cats, double[] w)
{
    var over = cats.RandomOverSampler(1);
    var weights = ClassWeights.{|BALG0203:Balanced|}(cats.Counts);
    for (int e = 0; e < 3; e++) foreach (var batch in cats.Batches(over, 10).Epoch(e)) { batch.SampleWeights(weights, w); }
}
//- undersampler
static void Train(IndexedDataset<Cat> cats, double[] w)
{
    var under = new RandomUnderSampler(cats.Index, 1);
    var weights = ClassWeights.{|BALG0203:MedianFrequency|}(cats.Counts);
    foreach (var batch in cats.Batches(under, 10)) { batch.SampleWeights(weights, w); }
}
//- repeat factors
static void Train(IndexedDataset<Cat> cats, double[] w)
{
    var repeat = cats.RepeatFactorSampler(1, 0.1);
    var weights = ClassWeights.{|BALG0203:Power|}(cats.Counts, 0.5);
    foreach (var batch in cats.Batches(repeat, 10)) { batch.SampleWeights(weights, w); }
}
//- scheduled sampler
static void Train(IndexedDataset<Cat> cats, double[] w)
{
    var scheduled = cats.ScheduledBalancedSampler(1, TargetSchedule.Progressive(10));
    var weights = ClassWeights.{|BALG0203:Balanced|}(cats.Counts);
    foreach (var batch in cats.Batches(scheduled, 10)) { batch.SampleWeights(weights, w); }
}
//- minimum quota
static void Train(IndexedDataset<Cat> cats, double[] w)
{
    var quota = cats.MinimumQuotaSampler(1, 10, new[] { 1, 1 });
    var weights = ClassWeights.{|BALG0203:Balanced|}(cats.Counts);
    foreach (var batch in cats.Batches(quota, 10)) { batch.SampleWeights(weights, w); }
}
//- side of a split
static void Train(IndexedDataset<Cat> cats, double[] w)
{
    var split = cats.Split(0.2, 1);
    var weights = ClassWeights.{|BALG0203:Balanced|}(split.Train.Counts);
    foreach (var batch in split.Train.Batches(split.Train.BalancedSampler(1), 10)) { batch.SampleWeights(weights, w); }
}
//- deconstructed split
static void Train(IndexedDataset<Cat> cats, double[] w)
{
    var (train, test) = cats.Split(0.2, 1);
    var weights = ClassWeights.{|BALG0203:Balanced|}(train.Counts);
    foreach (var batch in train.Batches(train.BalancedSampler(1), 10)) { batch.SampleWeights(weights, w); }
}
//- weights of the whole, draws of a side
static void Train(IndexedDataset<Cat> cats, double[] w)
{
    var train = cats.Split(0.2, 1).Train;
    var weights = ClassWeights.{|BALG0203:Balanced|}(cats.Counts);
    foreach (var batch in train.Batches(train.BalancedSampler(1), 10)) { batch.SampleWeights(weights, w); }
}
//- folds
static void Train(IndexedDataset<Cat> cats, double[] w)
{
    foreach (var fold in cats.KFold(5, 1))
    {
        var train = fold.Train;
        var weights = ClassWeights.{|BALG0203:Balanced|}(train.Counts);
        foreach (var batch in train.Batches(train.BalancedSampler(1), 10)) { batch.SampleWeights(weights, w); }
    }
}
//- fields
sealed class Trainer
{
    private readonly IndexedDataset<Cat> _cats;
    private readonly BalancedSampler _sampler;
    private readonly ClassWeights _weights;
    public Trainer(IndexedDataset<Cat> cats)
    {
        _cats = cats;
        _sampler = cats.BalancedSampler(1);
        _weights = ClassWeights.Balanced(cats.Counts);
    }
    public void Train(double[] w)
    {
        foreach (var batch in _cats.Batches(_sampler, 10)) { batch.SampleWeights({|BALG0203:_weights|}, w); }
    }
}
//- field and local
sealed class Trainer(IndexedDataset<Cat> cats)
{
    private readonly Sampler _sampler = cats.BalancedSampler(1);
    public void Train(double[] w)
    {
        var weights = ClassWeights.{|BALG0203:Balanced|}(cats.Counts);
        foreach (var batch in cats.Batches(_sampler, 10)) { batch.SampleWeights(weights, w); }
    }
}
//- logit priors
static void Train(IndexedDataset<Cat> cats, float[] logits)
{
    var priors = LogitPriors.{|BALG0203:Of|}(cats.Counts);
    foreach (var batch in cats.Batches(cats.BalancedSampler(1), 10)) { priors.AddTo<float>(logits); }
}
//- passed to one call
static void Fit(Sampler sampler, ClassWeights weights) { }
static void Train(IndexedDataset<Cat> cats) => Fit(cats.BalancedSampler(1), ClassWeights.{|BALG0203:Balanced|}(cats.Counts));
//- loader
static async Task Train(IndexedDataset<Cat> cats, double[] w)
{
    var weights = ClassWeights.{|BALG0203:Balanced|}(cats.Counts);
    var batches = cats.Batches(cats.BalancedSampler(1), 10);
    await foreach (var batch in batches.LoadAsync(row => row.File)) { BatchWeights.FromClassWeights(batch.ClassIndices.Span, weights, w); }
}
//- copied weights
static void Train(IndexedDataset<Cat> cats, double[] loss)
{
    double[] w = ClassWeights.{|BALG0203:Balanced|}(cats.Counts).Values.ToArray();
    foreach (var batch in cats.Batches(cats.BalancedSampler(1), 10)) { foreach (var cat in batch) { loss[0] += w[Cat.Classes.IndexOf(cat)]; } }
}
//- object initializer
sealed class Options { public Sampler? Sampler { get; set; } public ClassWeights? Weights { get; set; } }
static Options Make(IndexedDataset<Cat> cats) => new() { Sampler = cats.BalancedSampler(1), Weights = ClassWeights.{|BALG0203:Balanced|}(cats.Counts) };
//- rows of an epoch
static double Train(IndexedDataset<Cat> cats, Cat[] rows)
{
    var sampler = cats.BalancedSampler(1);
    var weights = ClassWeights.{|BALG0203:Balanced|}(cats.Counts);
    return sampler.RowNumbersOfEpoch(0).Sum(row => weights[Cat.Classes.IndexOf(rows[row])]);
}
//- helpers of the data set
static ClassWeights WeightsOf(IndexedDataset<Cat> data) => ClassWeights.Balanced(data.Counts);
static void Train(IndexedDataset<Cat> cats, double[] w)
{
    var weights = {|BALG0203:WeightsOf|}(cats);
    foreach (var batch in cats.Batches(cats.BalancedSampler(1), 10)) { batch.SampleWeights(weights, w); }
}
//- weights made milder
static void Train(IndexedDataset<Cat> cats, double[] w)
{
    var weights = ClassWeights.{|BALG0203:Balanced|}(cats.Counts).WithClassMeanOne();
    foreach (var batch in cats.Batches(cats.BalancedSampler(1), 10)) { batch.SampleWeights(weights, w); }
}
//- sampler alone
static void Train(IndexedDataset<Cat> cats) { foreach (var batch in cats.Batches(cats.BalancedSampler(1), 10)) { Console.WriteLine(batch.Count); } }
//- weights alone
static void Train(IndexedDataset<Cat> cats, double[] w)
{
    var weights = ClassWeights.Balanced(cats.Counts);
    foreach (var batch in cats.Batches(cats.RandomSampler(1), 10)) { batch.SampleWeights(weights, w); }
}
//- weights for the sequential validation
static void Validate(IndexedDataset<Cat> cats, double[] w)
{
    var (train, test) = cats.Split(0.2, 1);
    foreach (var batch in train.Batches(train.BalancedSampler(1), 10)) { Console.WriteLine(batch.Count); }
    var weights = ClassWeights.Balanced(test.Counts);
    foreach (var batch in test.Batches(test.SequentialSampler(), 10)) { batch.SampleWeights(weights, w); }
}
//- as the source
static void Train(IndexedDataset<Cat> cats, double[] w)
{
    var target = TargetDistribution.AsSource;
    var weights = ClassWeights.Balanced(cats.Counts);
    foreach (var batch in cats.Batches(cats.BalancedSampler(1, target), 10)) { batch.SampleWeights(weights, w); }
}
//- importance correction
static void Train(IndexedDataset<Cat> cats, double[] w)
{
    var weights = ClassWeights.ImportanceCorrection(cats.Counts, TargetDistribution.Uniform, TargetDistribution.AsSource);
    foreach (var batch in cats.Batches(cats.BalancedSampler(1), 10)) { batch.SampleWeights(weights, w); }
}
//- other data
static void Train(IndexedDataset<Cat> cats, IndexedDataset<Cat> others, double[] w)
{
    var weights = ClassWeights.Balanced(others.Counts);
    foreach (var batch in cats.Batches(cats.BalancedSampler(1), 10)) { batch.SampleWeights(weights, w); }
}
//- weights are printed
static void Train(IndexedDataset<Cat> cats)
{
    var weights = ClassWeights.Balanced(cats.Counts);
    foreach (var batch in cats.Batches(cats.BalancedSampler(1), 10)) { Console.WriteLine(weights); }
}
//- one or the other
static void Train(IndexedDataset<Cat> cats, double[] w, bool weighted)
{
    if (weighted)
    {
        var weights = ClassWeights.Balanced(cats.Counts);
        foreach (var batch in cats.Batches(cats.RandomSampler(1), 10)) { batch.SampleWeights(weights, w); }
    }
    else
    {
        foreach (var batch in cats.Batches(cats.BalancedSampler(1), 10)) { Console.WriteLine(batch.Count); }
    }
}
//- stratified as the source
static void Train(IndexedDataset<Cat> cats, double[] w)
{
    var sampler = cats.StratifiedRandomSampler(1, 10, TargetDistribution.AsSource);
    var weights = ClassWeights.Balanced(cats.Counts);
    foreach (var batch in cats.Batches(sampler, 10)) { batch.SampleWeights(weights, w); }
}
//- fields with a shuffling sampler
sealed class Trainer
{
    private readonly IndexedDataset<Cat> _cats;
    private readonly RandomSampler _sampler;
    private readonly ClassWeights _weights;
    public Trainer(IndexedDataset<Cat> cats) { _cats = cats; _sampler = cats.RandomSampler(1); _weights = ClassWeights.Balanced(cats.Counts); }
    public void Train(double[] w) { foreach (var batch in _cats.Batches(_sampler, 10)) { batch.SampleWeights(_weights, w); } }
}
//- without replacement
static void Train(IndexedDataset<Cat> cats, double[] w)
{
    var weights = ClassWeights.Balanced(cats.Counts);
    foreach (var batch in cats.Batches(cats.WeightedRandomSampler(1, 40, false), 10)) { batch.SampleWeights(weights, w); }
}
//- logit priors with shuffling
static void Train(IndexedDataset<Cat> cats, float[] logits)
{
    var priors = LogitPriors.Of(cats.Counts);
    foreach (var batch in cats.Batches(cats.RandomSampler(1), 10)) { priors.AddTo<float>(logits); }
}

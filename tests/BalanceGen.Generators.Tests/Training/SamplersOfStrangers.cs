//- replacement off in a named argument
static Sampler Make(IndexedDataset<Cat> cats) => cats.WeightedRandomSampler(seed: 1, replacement: {|BALG0202:false|});
//- replacement off in a constant
private const bool WithReplacement = false;
static Sampler Make(IndexedDataset<Cat> cats) => cats.WeightedRandomSampler(1, replacement: {|BALG0202:WithReplacement|});
//- replacement off through a local and the constructor
static Sampler Make(Cat[] rows)
{
    var cats = Cat.Classes.Index(rows);
    bool replacement = false;
    return new WeightedRandomSampler(cats.Index, 1, cats.Count, {|BALG0202:replacement|});
}
//- replacement off, a part of the rows
static Sampler Make(IndexedDataset<Cat> cats) => cats.WeightedRandomSampler(1, epochLength: 100, replacement: false);
//- replacement on
static Sampler Make(IndexedDataset<Cat> cats) => cats.WeightedRandomSampler(1, null, replacement: true);
//- replacement of the caller
static Sampler Make(IndexedDataset<Cat> cats, bool replacement) => cats.WeightedRandomSampler(1, replacement: replacement);
//- shuffling without replacement
static Sampler Make(IndexedDataset<Cat> cats) => cats.RandomSampler(1, replacement: false);
//- balanced sampler and balanced weights
static void Train(IndexedDataset<Cat> cats, Action<OwnedBatch<Cat>, double[]> step)
{
    var weights = ClassWeights.{|BALG0203:Balanced|}(cats.Counts);
    var buffer = new double[16];
    foreach (var batch in cats.Batches(cats.BalancedSampler(1), 16).Owned())
    {
        batch.SampleWeights(weights, buffer);
        step(batch, buffer);
    }
}
//- over-sampling and inverse weights
static void Train(IndexedDataset<Cat> cats, Action<double[]> setLoss)
{
    setLoss(ClassWeights.{|BALG0203:InverseFrequency|}(cats.Counts).Values.ToArray());
    foreach (var batch in cats.Batches(cats.RandomOverSampler(1), 16)) { Console.WriteLine(batch.Count); }
}
//- class-aware sampler and effective numbers
static void Train(IndexedDataset<Digit> digits, Action<float[]> setLoss)
{
    setLoss(ClassWeights.{|BALG0203:EffectiveNumber|}(digits.Counts, 0.999).ToSingles());
    foreach (var batch in digits.Batches(digits.ClassAwareSampler(1, 5, 2))) { Console.WriteLine(batch.Count); }
}
//- balanced sampler and weights of a field
sealed class Trainer(IndexedDataset<Cat> train)
{
    private readonly ClassWeights _weights = ClassWeights.Balanced(train.Counts);
    public void Epoch(double[] w, long epoch)
    {
        foreach (var batch in train.Batches(train.BalancedSampler(1), 8).Epoch(epoch)) { batch.SampleWeights({|BALG0203:_weights|}, w); }
    }
}
//- weights alone
static void Train(IndexedDataset<Cat> cats, double[] w)
{
    var weights = ClassWeights.Balanced(cats.Counts);
    foreach (var batch in cats.Batches(cats.RandomSampler(1), 16)) { batch.SampleWeights(weights, w); }
}
//- sampler alone
static void Train(IndexedDataset<Cat> cats) { foreach (var batch in cats.Batches(cats.BalancedSampler(1), 16)) { Console.WriteLine(batch.Count); } }
//- correction for the sampler
static void Train(IndexedDataset<Cat> cats, double[] w)
{
    var correction = ClassWeights.ImportanceCorrection(cats.Counts, TargetDistribution.Uniform, TargetDistribution.AsSource);
    foreach (var batch in cats.Batches(cats.BalancedSampler(1), 16)) { batch.SampleWeights(correction, w); }
}
//- weights printed only
static void Print(IndexedDataset<Cat> cats)
{
    Console.WriteLine(ClassWeights.Balanced(cats.Counts));
    foreach (var batch in cats.Batches(cats.BalancedSampler(1), 16)) { Console.WriteLine(batch.Count); }
}
//- two models, one with each
static void Compare(IndexedDataset<Cat> cats, double[] w, bool sampled)
{
    if (sampled)
    {
        foreach (var batch in cats.Batches(cats.BalancedSampler(1), 16)) { Console.WriteLine(batch.Count); }
    }
    else
    {
        var weights = ClassWeights.Balanced(cats.Counts);
        foreach (var batch in cats.Batches(cats.RandomSampler(1), 16)) { batch.SampleWeights(weights, w); }
    }
}
//- class weights as row weights
static Sampler Make(IndexedDataset<Cat> cats)
{
    var weights = ClassWeights.InverseFrequency(cats.Counts);
    return cats.WeightedRandomSampler(new SampleWeights({|BALG0204:weights.Values|}), 1);
}
//- class weights as singles as row weights
static Sampler Make(IndexedDataset<Cat> cats) => cats.WeightedRandomSampler(new SampleWeights({|BALG0204:ClassWeights.Balanced(cats.Counts).ToSingles()|}), 1);
//- class weights spread over the rows
static Sampler Make(IndexedDataset<Cat> cats) => cats.WeightedRandomSampler(ClassWeights.Balanced(cats.Counts).ToSampleWeights(cats.Index), 1);
//- row weights of the caller
static Sampler Make(IndexedDataset<Cat> cats, double[] weights) => cats.WeightedRandomSampler(new SampleWeights(weights), 1);
//- counts that are equal
static Sampler Make(IndexedDataset<Even> rows) => rows.{|BALG0205:WeightedRandomSampler|}(seed: 5);
//- counts that are equal, balanced sampler
static Sampler Make(IndexedDataset<Even> rows) => rows.BalancedSampler(seed: 5);
//- counts that are equal, own target
static Sampler Make(IndexedDataset<Even> rows) => rows.WeightedRandomSampler(5, target: TargetDistribution.Of(0.3, 0.7));
//- batch below the number of digits
static void Train(IndexedDataset<Digit> digits)
{
    int batchSize = 4;
    var sampler = digits.BalancedSampler(1);
    foreach (var batch in digits.Batches(sampler, {|BALG0208:batchSize|})) { Console.WriteLine(batch.Count); }
}
//- batch of two digits, as the source
static Batches<Digit> Make(IndexedDataset<Digit> digits) => digits.Batches(digits.RandomSampler(1), 2);
//- share of an empty class
static Sampler Make(IndexedDataset<Gap> rows) => rows.BalancedSampler(1, TargetDistribution.Of(0.9, {|BALG0209:0.1|}));
//- share of an empty class in a local
static Sampler Make(IndexedDataset<Gap> rows)
{
    var target = TargetDistribution.Of(0.5, {|BALG0209:0.5|});
    return rows.BalancedSampler(1, target);
}
//- no share of an empty class
static Sampler Make(IndexedDataset<Gap> rows) => rows.BalancedSampler(1, TargetDistribution.Of(1, 0));
//- share of an empty class with a policy
static Sampler Make(IndexedDataset<Gap> rows) => rows.BalancedSampler(1, TargetDistribution.Of(0.9, 0.1), ZeroCountPolicy.ZeroWeight);
//- percentages
static TargetDistribution Make() => TargetDistribution.Of({|BALG0210:30, 70|});
//- shares with a slip
static TargetDistribution Make() => TargetDistribution.Of({|BALG0210:0.3, 0.6|});
//- shares in a static field
private static readonly double[] Shares = [{|BALG0210:0.25, 0.25, 0.4|}];
static TargetDistribution Make() => TargetDistribution.Of(Shares);
//- shares in a span
static TargetDistribution Make() { ReadOnlySpan<double> shares = [0.5, 0.25]; return TargetDistribution.Of({|BALG0210:shares|}); }
//- shares of thirds
static TargetDistribution Make() => TargetDistribution.Of(1.0 / 3, 1.0 / 3, 1.0 / 3);
//- proportions
static TargetDistribution Make() => TargetDistribution.Proportional(30, 70);
//- rest as a share
static TargetDistribution Make(double rare) => TargetDistribution.Of(1 - rare, rare);
//- changed array
static TargetDistribution Make(double rare) { double[] shares = [0, 0]; shares[0] = 1 - rare; shares[1] = rare; return TargetDistribution.Of(shares); }
//- weights of a known empty class
static float[] Make(IndexedDataset<Gap> rows) => ClassWeights.{|BALG0211:Balanced|}(rows.Counts).ToSingles();
//- sampler of a known empty class in an async method
static async Task Train(IndexedDataset<Gap> rows)
{
    await Task.Yield();
    await foreach (var batch in rows.Batches(rows.{|BALG0211:BalancedSampler|}(1), 8).LoadAsync(row => row.File)) { Console.WriteLine(batch.Epoch); }
}
//- effective number of a known empty class
static ClassWeights Make(IndexedDataset<Gap> rows) => ClassWeights.{|BALG0211:EffectiveNumber|}(rows.Counts, 0.99);
//- smoothed
static ClassWeights Make(IndexedDataset<Gap> rows) => ClassWeights.Balanced(rows.Counts, ZeroCountPolicy.Smooth(1));
//- only if all have rows
static ClassWeights? Make(IndexedDataset<Gap> rows) => rows.Counts.EmptyClasses.Count == 0 ? ClassWeights.Balanced(rows.Counts) : null;
//- four shares for three labels
static Sampler Make(IndexedDataset<Mail> mails) => mails.BalancedSampler(1, {|BALG0212:TargetDistribution.Of(0.25, 0.25, 0.25, 0.25)|});
//- weights for two of three labels
static ClassWeights Make() => new(Mail.Classes.Set, {|BALG0212:0.5, 2|});
//- minima for digits
static Sampler Make(IndexedDataset<Digit> digits) => digits.MinimumQuotaSampler(1, 32, {|BALG0212:[2, 2, 2]|});
//- three shares for three labels
static Sampler Make(IndexedDataset<Mail> mails) => mails.BalancedSampler(1, TargetDistribution.Of(0.2, 0.2, 0.6));
//- no rows in a batch
static Batches<Cat> Make(IndexedDataset<Cat> cats) => cats.Batches(cats.RandomSampler(1), {|BALG0213:0|});
//- negative batch in a constant
private const int Size = -1;
static Batches<Cat> Make(IndexedDataset<Cat> cats) => cats.Batches(cats.RandomSampler(1), {|BALG0213:Size|});
//- percent as a share
static DatasetSplit<Cat> Make(IndexedDataset<Cat> cats) => cats.Split({|BALG0213:20|}, seed: 1);
//- one fold
static DatasetFolds<Cat> Make(IndexedDataset<Cat> cats) => cats.KFold({|BALG0213:1|}, 1);
//- beta of one
static ClassWeights Make(ClassCounts counts) => ClassWeights.EffectiveNumber(counts, beta: {|BALG0213:1|});
//- negative smoothing
static ZeroCountPolicy Make() => ZeroCountPolicy.Smooth({|BALG0213:-0.5|});
//- no epoch
static Sampler Make(IndexedDataset<Cat> cats) => cats.BalancedSampler(1, epochLength: {|BALG0213:0|});
//- negative workers
static LoadOptions Make() => new() { Workers = 2 };
//- batch of the caller
static Batches<Cat> Make(IndexedDataset<Cat> cats, int size) => cats.Batches(cats.RandomSampler(1), size);
//- stratified batches of another size
static Batches<Cat> Make(IndexedDataset<Cat> cats) => cats.Batches(cats.StratifiedRandomSampler(1, batchSize: 32), {|BALG0213:48|});
//- stratified batches of another size, in locals
static void Train(IndexedDataset<Digit> digits)
{
    var sampler = digits.StratifiedRandomSampler(seed: 1, batchSize: 20);
    const int BatchSize = 32;
    foreach (var batch in digits.Batches(sampler, {|BALG0213:BatchSize|})) { Console.WriteLine(batch.Count); }
}
//- class-aware batches of another size
static Batches<Digit> Make(IndexedDataset<Digit> digits) => digits.Batches(digits.ClassAwareSampler(1, classesPerBatch: 8, rowsPerClass: 4), {|BALG0213:64 + 8|});
//- quotas of another size
static Batches<Cat> Make(IndexedDataset<Cat> cats) { var sampler = new MinimumQuotaSampler(cats.Index, 1, 10, [1, 1]); return cats.Batches(sampler, {|BALG0213:15|}, dropLast: true); }
//- half of a stratified batch
static Batches<Cat> Make(IndexedDataset<Cat> cats) => cats.Batches(cats.StratifiedRandomSampler(1, 32), {|BALG0213:16|});
//- stratified batches of their own size
static Batches<Cat> Make(IndexedDataset<Cat> cats) => cats.Batches(cats.StratifiedRandomSampler(1, 32), 32);
//- two stratified batches at once
static Batches<Cat> Make(IndexedDataset<Cat> cats) => cats.Batches(cats.StratifiedRandomSampler(1, 32), 64);
//- size of the sampler
static Batches<Digit> Make(IndexedDataset<Digit> digits) => digits.Batches(digits.ClassAwareSampler(1, 8, 4));
//- sizes of the caller
static Batches<Cat> Make(IndexedDataset<Cat> cats, int size) => cats.Batches(cats.StratifiedRandomSampler(1, size), 32);
//- other size refused and caught
static Batches<Cat>? Make(IndexedDataset<Cat> cats) { try { return cats.Batches(cats.StratifiedRandomSampler(1, 32), 48); } catch (BalanceGenException) { return null; } }

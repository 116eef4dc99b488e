//- no rows in a batch
static Batches<Cat> Make(IndexedDataset<Cat> cats, Sampler s) => cats.Batches(s, {|BALG0213:0|});
//- negative size in a local
static Batches<Cat> Make(IndexedDataset<Cat> cats, Sampler s) { int size = -1; return cats.Batches(s, {|BALG0213:size|}); }
//- split of more than everything
static DatasetSplit<Cat> Make(IndexedDataset<Cat> cats) => cats.Split({|BALG0213:1.5|}, 1);
//- split in per cent
static void Train(IndexedDataset<Cat> cats) { var (train, test) = cats.Split({|BALG0213:20|}, seed: 1); Console.WriteLine(train.Counts); }
//- split of nothing
static DatasetSplit<Cat> Make(IndexedDataset<Cat> cats) { const double Share = 0; return cats.Split({|BALG0213:Share|}, 1); }
//- everything is test
static DatasetSplit<Cat> Make(IndexedDataset<Cat> cats) => cats.Split(testShare: {|BALG0213:1|}, seed: 1);
//- one fold
static object Make(IndexedDataset<Cat> cats) => cats.KFold({|BALG0213:1|}, 1);
//- beta of one
static ClassWeights Make(IndexedDataset<Cat> cats) => ClassWeights.EffectiveNumber(cats.Counts, {|BALG0213:1|});
//- beta of one in a constant
private const double Beta = 1.0;
static ClassWeights Make(IndexedDataset<Cat> cats) => ClassWeights.EffectiveNumber(cats.Counts, {|BALG0213:Beta|});
//- negative share
static TargetDistribution Make() => TargetDistribution.Of(1.2, {|BALG0213:-0.2|});
//- negative proportion
static TargetDistribution Make() => TargetDistribution.Proportional(2, {|BALG0213:-1|});
//- negative weight
static ClassWeights Make() => new(Cat.Classes.Set, 1, {|BALG0213:-2|});
//- weight that is not a number
static ClassWeights Make() => new(Cat.Classes.Set, 1, {|BALG0213:double.NaN|});
//- no draws
static Sampler Make(IndexedDataset<Cat> cats) => cats.WeightedRandomSampler(1, epochLength: {|BALG0213:0|});
//- stratified batches of nothing
static Sampler Make(IndexedDataset<Cat> cats) => cats.StratifiedRandomSampler(1, {|BALG0213:0|});
//- no class in a batch
static Sampler Make(RowIndex index) => new ClassAwareSampler(index, 1, {|BALG0213:0|}, 4);
//- threshold above one
static Sampler Make(IndexedDataset<Cat> cats) => cats.RepeatFactorSampler(1, {|BALG0213:2|});
//- smoothing by nothing
static ClassWeights Make(IndexedDataset<Cat> cats) => ClassWeights.Balanced(cats.Counts, ZeroCountPolicy.Smooth({|BALG0213:0|}));
//- ratio in per cent
static Sampler Make(IndexedDataset<Cat> cats) => cats.RandomOverSampler(1, SamplingStrategy.Ratio({|BALG0213:50|}));
//- negative epoch
static void Train(IndexedDataset<Cat> cats, Sampler s) { foreach (var batch in cats.Batches(s, 10).Epoch({|BALG0213:-1|})) { Console.WriteLine(batch.Count); } }
//- epoch of no draws
static Sampler Make(IndexedDataset<Cat> cats) => cats.BalancedSampler(1, epochLength: {|BALG0213:0|});
//- streams
static object Make(IEnumerable<Cat> rows) => rows.Shuffle({|BALG0213:0|}, 1).Batch({|BALG0213:0|});
//- priors
static LogitPriors Make(IndexedDataset<Cat> cats) => LogitPriors.Of(cats.Counts, tau: {|BALG0213:0|});
//- half
static DatasetSplit<Cat> Make(IndexedDataset<Cat> cats) => cats.Split(0.5, 1);
//- beta below one
static ClassWeights Make(IndexedDataset<Cat> cats) => ClassWeights.EffectiveNumber(cats.Counts, 0.9999);
//- beta of the number of rows
static ClassWeights Make(IndexedDataset<Cat> cats) { double n = cats.Counts.Total; return ClassWeights.EffectiveNumber(cats.Counts, (n - 1) / n); }
//- size of the caller
static Batches<Cat> Make(IndexedDataset<Cat> cats, Sampler s, int size) => cats.Batches(s, size);
//- size that grows
static void Train(IndexedDataset<Cat> cats, Sampler s) { int size = 0; while (size < 64) { size += 32; foreach (var batch in cats.Batches(s, size)) { Console.WriteLine(batch.Count); } } }
//- five folds
static object Make(IndexedDataset<Cat> cats) => cats.KFold(5, 1);
//- expected by a test
static void Test(IndexedDataset<Cat> cats, Sampler s) { try { cats.Batches(s, 0); } catch (ArgumentOutOfRangeException) { return; } throw new InvalidOperationException(); }
//- seed of zero and epoch of zero
static void Train(IndexedDataset<Cat> cats) { foreach (var batch in cats.Batches(cats.BalancedSampler(0), 10).Epoch(0)) { Console.WriteLine(batch.Count); } }
//- no length given
static Sampler Make(IndexedDataset<Cat> cats) => cats.WeightedRandomSampler(1, epochLength: null);

//- literal
static Sampler Make(IndexedDataset<Cat> cats) => cats.WeightedRandomSampler(1, replacement: {|BALG0202:false|});
//- local
static Sampler Make(IndexedDataset<Cat> cats) { bool replacement = false; return cats.WeightedRandomSampler(1, replacement: {|BALG0202:replacement|}); }
//- constant
private const bool WithReplacement = false;
static Sampler Make(RowIndex index) => new WeightedRandomSampler(index, 1, replacement: {|BALG0202:WithReplacement|});
//- static readonly field
private static readonly bool Again = false;
static Sampler Make(IndexedDataset<Cat> cats) => cats.WeightedRandomSampler(1, null, {|BALG0202:Again|});
//- as many as rows of the array
static Sampler Make(Cat[] rows)
{
    var cats = Cat.Classes.Index(rows);
    bool again = !true;
    return cats.WeightedRandomSampler(7, rows.Length, replacement: {|BALG0202:again|});
}
//- as many as the total
static void Train(IndexedDataset<Cat> cats)
{
    var sampler = cats.WeightedRandomSampler(seed: 3, epochLength: cats.Counts.Total, replacement: {|BALG0202:false|});
    foreach (var batch in cats.Batches(sampler, 32)) { Console.WriteLine(batch.Count); }
}
//- as many as the index has rows, in a local
static Sampler Make(IndexedDataset<Cat> cats) { long n = cats.Index.RowCount; return cats.WeightedRandomSampler(1, n, {|BALG0202:false|}); }
//- field
sealed class Trainer(IndexedDataset<Cat> cats) { private readonly Sampler _sampler = cats.WeightedRandomSampler(1, replacement: {|BALG0202:false|}); public Sampler Sampler => _sampler; }
//- in a switch
static Sampler Make(IndexedDataset<Cat> cats, string kind) => kind switch { "weighted" => cats.WeightedRandomSampler(1, replacement: {|BALG0202:false|}), _ => cats.RandomSampler(1) };
//- with uniform target
static Sampler Make(IndexedDataset<Cat> cats) => cats.WeightedRandomSampler(1, replacement: {|BALG0202:false|}, target: TargetDistribution.Uniform);
//- replacement on
static Sampler Make(IndexedDataset<Cat> cats) => cats.WeightedRandomSampler(1, replacement: true);
//- fewer draws
static Sampler Make(IndexedDataset<Cat> cats) => cats.WeightedRandomSampler(1, epochLength: 20, replacement: false);
//- half of the rows
static Sampler Make(Cat[] rows) => Cat.Classes.Index(rows).WeightedRandomSampler(1, rows.Length / 2, replacement: false);
//- argument of the caller
static Sampler Make(IndexedDataset<Cat> cats, bool replacement) => cats.WeightedRandomSampler(1, replacement: replacement);
//- local that changes
static Sampler Make(IndexedDataset<Cat> cats, string[] args) { bool again = false; if (args.Length > 0) { again = true; } return cats.WeightedRandomSampler(1, replacement: again); }
//- as the source
static Sampler Make(IndexedDataset<Cat> cats) => cats.WeightedRandomSampler(1, replacement: false, target: TargetDistribution.AsSource);
//- shuffling
static Sampler Make(RowIndex index) => new RandomSampler(index, 1, replacement: false);
//- rows of another data set
static Sampler Make(IndexedDataset<Cat> cats, Cat[] others) => cats.WeightedRandomSampler(1, others.Length, replacement: false);
//- computed
static Sampler Make(IndexedDataset<Cat> cats, int k) => cats.WeightedRandomSampler(1, k, replacement: k > 3);

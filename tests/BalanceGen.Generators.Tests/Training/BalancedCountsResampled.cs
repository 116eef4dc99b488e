//- weighted sampler of balanced data
static Sampler Make(IndexedDataset<Even> rows) => rows.{|BALG0205:WeightedRandomSampler|}(1);
//- constructor
static Sampler Make(IndexedDataset<Even> rows) => new {|BALG0205:WeightedRandomSampler|}(rows.Index, 1);
//- through a local index
static Sampler Make(IndexedDataset<Even> rows) { var index = rows.Index; return new {|BALG0205:WeightedRandomSampler|}(index, 1, target: TargetDistribution.Uniform); }
//- from the rows
static Sampler Make(Even[] rows) => Even.Classes.Index(rows).{|BALG0205:WeightedRandomSampler|}(1);
//- balanced sampler
static Sampler Make(IndexedDataset<Even> rows) => rows.BalancedSampler(1);
//- data that is not balanced
static Sampler Make(IndexedDataset<Full> rows) => rows.WeightedRandomSampler(1);
//- counts that are not known
static Sampler Make(IndexedDataset<Cat> rows) => rows.WeightedRandomSampler(1);
//- own target
static Sampler Make(IndexedDataset<Even> rows) => rows.WeightedRandomSampler(1, target: TargetDistribution.Of(0.3, 0.7));

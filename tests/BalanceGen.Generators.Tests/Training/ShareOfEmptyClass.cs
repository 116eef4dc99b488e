//- share of an empty class
static Sampler Make(IndexedDataset<Gap> rows) => rows.BalancedSampler(1, TargetDistribution.Of(0.5, {|BALG0209:0.5|}));
//- target in a local
static Sampler Make(IndexedDataset<Gap> rows) { var target = TargetDistribution.Of(0.9, {|BALG0209:0.1|}); return rows.WeightedRandomSampler(1, target: target); }
//- shares in an array
static Sampler Make(IndexedDataset<Gap> rows) { double[] shares = [0.5, {|BALG0209:0.5|}]; return rows.BalancedSampler(1, TargetDistribution.Of(shares)); }
//- proportions
static Sampler Make(IndexedDataset<Gap> rows) => rows.StratifiedRandomSampler(1, 10, TargetDistribution.Proportional(2, {|BALG0209:1|}));
//- static readonly target
private static readonly TargetDistribution Half = TargetDistribution.Of(0.5, 0.5);
static Sampler Make(IndexedDataset<Gap> rows) => rows.BalancedSampler(1, {|BALG0209:Half|});
//- no share
static Sampler Make(IndexedDataset<Gap> rows) => rows.BalancedSampler(1, TargetDistribution.Of(1, 0));
//- with a policy
static Sampler Make(IndexedDataset<Gap> rows) => rows.BalancedSampler(1, TargetDistribution.Of(0.5, 0.5), ZeroCountPolicy.ZeroWeight);
//- classes with rows
static Sampler Make(IndexedDataset<Full> rows) => rows.BalancedSampler(1, TargetDistribution.Of(0.5, 0.5));
//- counts not known
static Sampler Make(IndexedDataset<Cat> rows) => rows.BalancedSampler(1, TargetDistribution.Of(0.5, 0.5));
//- caught
static Sampler? Make(IndexedDataset<Gap> rows) { try { return rows.BalancedSampler(1, TargetDistribution.Of(0.5, 0.5)); } catch (EmptyClassException) { return null; } }

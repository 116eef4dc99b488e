//- three shares for two classes
static Sampler Make(IndexedDataset<Cat> cats) => cats.BalancedSampler(1, {|BALG0212:TargetDistribution.Of(0.2, 0.3, 0.5)|});
//- target in a local
static Sampler Make(IndexedDataset<Digit> digits)
{
    var target = {|BALG0212:TargetDistribution.Of(0.5, 0.5)|};
    return digits.BalancedSampler(1, target);
}
//- proportions in an array
static Sampler Make(IndexedDataset<Cat> cats) { double[] p = { 1, 2, 3 }; return cats.WeightedRandomSampler(1, target: {|BALG0212:TargetDistribution.Proportional(p)|}); }
//- static readonly target
private static readonly TargetDistribution Thirds = TargetDistribution.Proportional(1, 1, 1);
static Sampler Make(IndexedDataset<Cat> cats) => cats.BalancedSampler(1, {|BALG0212:Thirds|});
//- constructor of the sampler
static Sampler Make(Cat[] rows) { var cats = Cat.Classes.Index(rows); return new BalancedSampler(cats.Index, 1, {|BALG0212:TargetDistribution.Of(1)|}); }
//- weights
static ClassWeights Make() => new(Cat.Classes.Set, {|BALG0212:1, 2, 3|});
//- weights of the data set's classes
static ClassWeights Make(IndexedDataset<Digit> digits) => new(digits.Classes, {|BALG0212:1, 2, 3|});
//- weights in an array
static ClassWeights Make(IndexedDataset<Cat> cats) { double[] w = [1, 5, 9]; return new ClassWeights(cats.Classes, {|BALG0212:w|}); }
//- minima
static Sampler Make(IndexedDataset<Cat> cats) => cats.MinimumQuotaSampler(1, 10, {|BALG0212:[1, 1, 1]|});
//- minima in an array
static Sampler Make(IndexedDataset<Digit> digits) { int[] minima = { 1, 2 }; return digits.MinimumQuotaSampler(1, 20, {|BALG0212:minima|}); }
//- counts
static ClassCounts Make() => new(Cat.Classes.Set, {|BALG0212:160, 10, 5|});
//- three classes by name
static ClassWeights Make(IndexedDataset<Mail> mails) => new(mails.Classes, {|BALG0212:1, 2|});
//- one for each class
static Sampler Make(IndexedDataset<Cat> cats) => cats.BalancedSampler(1, TargetDistribution.Of(0.5, 0.5));
//- weights for each class
static ClassWeights Make() => new(Cat.Classes.Set, 1, 16);
//- minima for each class
static Sampler Make(IndexedDataset<Cat> cats) => cats.MinimumQuotaSampler(1, 10, [1, 2]);
//- array of the number of classes
static ClassWeights Make(IndexedDataset<Digit> digits) { var w = new double[digits.Classes.Count]; Array.Fill(w, 1); return new ClassWeights(digits.Classes, w); }
//- array of the caller
static Sampler Make(IndexedDataset<Cat> cats, double[] shares) => cats.BalancedSampler(1, TargetDistribution.Of(shares));
//- other classes
static ClassWeights Make(ClassSet classes) => new(classes, 1, 2, 3);
//- names for each class
static ClassSet Make() => new("a", "b", "c");
//- named classes
static ClassWeights Make() { var set = new ClassSet("a", "b", "c"); return new ClassWeights(set, 1, 2, 3); }

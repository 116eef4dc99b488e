//- too little
static TargetDistribution Make() => TargetDistribution.Of({|BALG0210:0.1, 0.8|});
//- per cent
static TargetDistribution Make() => TargetDistribution.Of({|BALG0210:10, 90|});
//- array in a local
static TargetDistribution Make() { double[] shares = { {|BALG0210:0.5, 0.6|} }; return TargetDistribution.Of(shares); }
//- array creation
static TargetDistribution Make() => TargetDistribution.Of(new[] { {|BALG0210:0.2, 0.2, 0.5|} });
//- static readonly array
private static readonly double[] Shares = [{|BALG0210:0.3, 0.3|}];
static TargetDistribution Make() => TargetDistribution.Of(Shares);
//- constants
private const double Rare = 0.4;
static TargetDistribution Make() => TargetDistribution.Of({|BALG0210:Rare, 0.5|});
//- locals
static TargetDistribution Make() { double rare = 0.2; return TargetDistribution.Of({|BALG0210:rare, 0.9|}); }
//- arithmetic
static TargetDistribution Make() { double rare = 0.2; return TargetDistribution.Of({|BALG0210:rare, 1 - 2 * rare|}); }
//- thirds that are too short
static TargetDistribution Make() => TargetDistribution.Of({|BALG0210:0.33, 0.33, 0.33|});
//- in a sampler
static Sampler Make(IndexedDataset<Cat> cats) => cats.BalancedSampler(1, target: TargetDistribution.Of({|BALG0210:0.9, 0.9|}));
//- adds up
static TargetDistribution Make() => TargetDistribution.Of(0.1, 0.9);
//- arithmetic that adds up
static TargetDistribution Make() { double rare = 0.2; return TargetDistribution.Of(rare, 1 - rare); }
//- thirds
static TargetDistribution Make() => TargetDistribution.Of(1 / 3.0, 1 / 3.0, 1 / 3.0);
//- proportions
static TargetDistribution Make() => TargetDistribution.Proportional(1, 9);
//- of the caller
static TargetDistribution Make(double rare) => TargetDistribution.Of(rare, 1 - rare);
//- array that is filled
static TargetDistribution Make(int k) { double[] shares = new double[] { 0.5, 0.1 }; shares[1] = 0.5; return TargetDistribution.Of(shares); }
//- array that is normalised
static void Normalise(double[] x) { double s = x.Sum(); for (int i = 0; i < x.Length; i++) x[i] /= s; }
static TargetDistribution Make() { double[] shares = [3, 1]; Normalise(shares); return TargetDistribution.Of(shares); }

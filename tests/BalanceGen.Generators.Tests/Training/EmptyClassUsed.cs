//- balanced weights
static ClassWeights Make(IndexedDataset<Gap> rows) => ClassWeights.{|BALG0211:Balanced|}(rows.Counts);
//- balanced sampler
static Sampler Make(IndexedDataset<Gap> rows) => rows.{|BALG0211:BalancedSampler|}(1);
//- counted rows
static ClassWeights Make(Gap[] rows) { var counts = Gap.Classes.CountRows(rows); return ClassWeights.{|BALG0211:InverseFrequency|}(counts); }
//- known counts
static ClassWeights Make() => ClassWeights.{|BALG0211:Balanced|}(Gap.Classes.KnownCounts.ToClassCounts());
//- indexed here
static void Train(Gap[] rows) { var data = Gap.Classes.Index(rows); foreach (var batch in data.Batches(data.{|BALG0211:BalancedSampler|}(1), 10)) { Console.WriteLine(batch.Count); } }
//- field
sealed class Trainer(IndexedDataset<Gap> rows) { private readonly ClassCounts _counts = rows.Counts; public ClassWeights Weights() => ClassWeights.{|BALG0211:Balanced|}(_counts); }
//- side of a split
static Sampler Make(IndexedDataset<Gap> rows) { var (train, test) = rows.Split(0.2, 1); return train.{|BALG0211:BalancedSampler|}(1); }
//- caught exception of another kind
static ClassWeights? Make(IndexedDataset<Gap> rows) { try { return ClassWeights.{|BALG0211:Balanced|}(rows.Counts); } catch (ArgumentOutOfRangeException) { return null; } }
//- uniform target in a local
static Sampler Make(IndexedDataset<Gap> rows) { var target = TargetDistribution.Uniform; return rows.{|BALG0211:BalancedSampler|}(1, target); }
//- priors
static LogitPriors Make(IndexedDataset<Gap> rows) => LogitPriors.{|BALG0211:Of|}(rows.Counts);
//- policy
static ClassWeights Make(IndexedDataset<Gap> rows) => ClassWeights.Balanced(rows.Counts, ZeroCountPolicy.ZeroWeight);
//- policy in a local
static Sampler Make(IndexedDataset<Gap> rows) { var policy = ZeroCountPolicy.ZeroWeight; return rows.BalancedSampler(1, zeroCounts: policy); }
//- caught
static ClassWeights? Make(IndexedDataset<Gap> rows) { try { return ClassWeights.Balanced(rows.Counts); } catch (EmptyClassException e) { Console.WriteLine(e.Message); return null; } }
//- caught as an exception of the library
static Sampler? Make(IndexedDataset<Gap> rows) { try { return rows.BalancedSampler(1); } catch (BalanceGenException) { return null; } }
//- caught with everything
static Sampler? Make(IndexedDataset<Gap> rows) { try { return rows.BalancedSampler(1); } catch (Exception e) when (e is EmptyClassException) { return null; } }
//- expected by a test
static void Test(IndexedDataset<Gap> rows) { try { ClassWeights.Balanced(rows.Counts); throw new InvalidOperationException("expected"); } catch (EmptyClassException) { } }
//- declared policy
static ClassWeights Make(IndexedDataset<LeftOut> rows) => ClassWeights.Balanced(rows.Counts, LeftOut.Classes.ZeroCounts);
//- classes with rows
static ClassWeights Make(IndexedDataset<Full> rows) => ClassWeights.Balanced(rows.Counts);
//- as the source
static Sampler Make(IndexedDataset<Gap> rows) => rows.BalancedSampler(1, TargetDistribution.AsSource);
//- shuffled
static Sampler Make(IndexedDataset<Gap> rows) => rows.RandomSampler(1);

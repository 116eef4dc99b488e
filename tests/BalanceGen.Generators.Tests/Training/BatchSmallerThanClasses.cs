//- five of ten classes
static Batches<Digit> Make(IndexedDataset<Digit> digits) => digits.Batches(digits.BalancedSampler(1), {|BALG0208:5|});
//- through locals
static void Train(IndexedDataset<Digit> digits) { const int Size = 8; var sampler = digits.BalancedSampler(1); foreach (var batch in digits.Batches(sampler, {|BALG0208:Size|})) { Console.WriteLine(batch.Count); } }
//- one class only
static Batches<Cat> Make(IndexedDataset<Cat> cats) => cats.Batches(cats.BalancedSampler(1), {|BALG0208:1|});
//- uniform target
static Batches<Digit> Make(IndexedDataset<Digit> digits) => digits.Batches(digits.BalancedSampler(1, TargetDistribution.Uniform), batchSize: {|BALG0208:9|});
//- field of the size
private const int BatchSize = 4;
static Batches<Digit> Make(IndexedDataset<Digit> digits) => digits.Batches(digits.BalancedSampler(1), {|BALG0208:BatchSize|});
//- room for all
static Batches<Digit> Make(IndexedDataset<Digit> digits) => digits.Batches(digits.BalancedSampler(1), 10);
//- other sampler
static Batches<Digit> Make(IndexedDataset<Digit> digits) => digits.Batches(digits.RandomSampler(1), 5);
//- own target
static Batches<Digit> Make(IndexedDataset<Digit> digits) => digits.Batches(digits.BalancedSampler(1, TargetDistribution.AsSource), 5);
//- size of the caller
static Batches<Digit> Make(IndexedDataset<Digit> digits, int size) => digits.Batches(digits.BalancedSampler(1), size);

//- batches in a loop over epochs
static void Train(IndexedDataset<Cat> cats)
{
    var sampler = cats.BalancedSampler(42);
    for (int epoch = 0; epoch < 3; epoch++)
        foreach (var batch in {|BALG0206:cats.Batches(sampler, 10)|}) { Console.WriteLine(batch.Count); }
}
//- batches in a local
static void Train(IndexedDataset<Cat> cats)
{
    var batches = cats.Batches(cats.RandomSampler(1), 10);
    for (int epoch = 1; epoch <= 3; epoch++)
    {
        Console.WriteLine($"epoch {epoch}");
        foreach (var batch in {|BALG0206:batches|}) { Console.WriteLine(batch.Count); }
    }
}
//- loader
static async Task Train(IndexedDataset<Cat> cats)
{
    var batches = cats.Batches(cats.BalancedSampler(1), 10);
    for (int epoch = 0; epoch < 3; epoch++)
        await foreach (var batch in {|BALG0206:batches.LoadAsync(row => row.File)|}) { Console.WriteLine(batch.Epoch); }
}
//- loader with options and token
static async Task Train(IndexedDataset<Cat> cats, CancellationToken token)
{
    var sampler = cats.BalancedSampler(1);
    for (int epoch = 0; epoch < 3; epoch++)
    {
        await foreach (var batch in {|BALG0206:cats.Batches(sampler, 10).LoadAsync(row => row.File, new LoadOptions { Workers = 2 }).WithCancellation(token)|}) { Console.WriteLine(batch.Epoch); }
    }
}
//- loader in a local
static async Task Train(IndexedDataset<Cat> cats)
{
    var loader = cats.Batches(cats.BalancedSampler(1), 10).LoadAsync(row => row.File);
    for (int epoch = 0; epoch < 3; epoch++)
        await foreach (var batch in {|BALG0206:loader|}) { Console.WriteLine(batch.Epoch); }
}
//- rows of epoch 0
static void Train(IndexedDataset<Cat> cats, Cat[] rows)
{
    var sampler = cats.BalancedSampler(1);
    for (int epoch = 0; epoch < 3; epoch++)
        foreach (long row in {|BALG0206:sampler.RowNumbersOfEpoch(0)|}) { Console.WriteLine(rows[row]); }
}
//- rows of epoch 0 in a local
static void Fit(long[] rows) { }
static void Train(IndexedDataset<Cat> cats)
{
    var sampler = cats.BalancedSampler(1);
    for (int epoch = 0; epoch < 3; epoch++)
    {
        long[] rows = {|BALG0206:sampler.RowNumbersOfEpoch(0)|};
        Fit(rows);
    }
}
//- epoch 0 in every turn
static void Train(IndexedDataset<Cat> cats)
{
    var batches = cats.Batches(cats.BalancedSampler(1), 10);
    for (int epoch = 0; epoch < 3; epoch++)
        foreach (var batch in {|BALG0206:batches.Epoch(0)|}) { Console.WriteLine(batch.Count); }
}
//- sampler itself
static void Train(RowIndex index, Cat[] rows)
{
    var sampler = new WeightedRandomSampler(index, 7);
    int epoch = 0;
    while (epoch++ < 3) { foreach (int row in {|BALG0206:sampler|}) { Console.WriteLine(rows[row]); } }
}
//- sampler made anew with the same seed
static void Train(IndexedDataset<Cat> cats, long seed)
{
    for (int epoch = 0; epoch < 3; epoch++)
    {
        var sampler = cats.BalancedSampler(seed);
        foreach (var batch in {|BALG0206:cats.Batches(sampler, 10)|}) { Console.WriteLine(batch.Count); }
    }
}
//- range
static void Train(IndexedDataset<Cat> cats)
{
    var batches = cats.Batches(cats.RandomSampler(1), 10);
    foreach (int epoch in Enumerable.Range(0, 3)) { foreach (var batch in {|BALG0206:batches|}) { Console.WriteLine(batch.Count); } }
}
//- do while
static void Train(IndexedDataset<Cat> cats, Func<bool> more)
{
    do { foreach (var batch in {|BALG0206:cats.Batches(cats.BalancedSampler(1), 10)|}) { Console.WriteLine(batch.Count); } } while (more());
}
//- fields
sealed class Trainer(IndexedDataset<Cat> cats)
{
    private readonly Sampler _sampler = cats.BalancedSampler(1);
    public void Train(int epochs)
    {
        for (int epoch = 0; epoch < epochs; epoch++)
            foreach (var batch in {|BALG0206:cats.Batches(_sampler, 10)|}) { Console.WriteLine(batch.Count); }
    }
}
//- train side of a split
static void Train(IndexedDataset<Cat> cats)
{
    var (train, test) = cats.Split(0.2, 1);
    var sampler = train.BalancedSampler(1);
    for (int epoch = 0; epoch < 3; epoch++)
    {
        foreach (var batch in {|BALG0206:train.Batches(sampler, 10)|}) { Console.WriteLine(batch.Count); }
        foreach (var batch in test.Batches(test.SequentialSampler(), 10)) { Console.WriteLine(batch.Count); }
    }
}
//- folds around epochs
static void Train(IndexedDataset<Cat> cats)
{
    foreach (var fold in cats.KFold(5, 1))
    {
        var sampler = fold.Train.BalancedSampler(1);
        for (int epoch = 0; epoch < 3; epoch++) { foreach (var batch in {|BALG0206:fold.Train.Batches(sampler, 10)|}) { Console.WriteLine(batch.Count); } }
    }
}
//- sampler of the caller
static void Train(IndexedDataset<Cat> cats, Sampler sampler)
{
    for (int epoch = 0; epoch < 3; epoch++) foreach (var batch in {|BALG0206:cats.Batches(sampler, 32)|}) { Console.WriteLine(batch.Count); }
}
//- batches passed to a helper that loops
static void Epoch(Batches<Cat> batches) { foreach (var batch in batches) { Console.WriteLine(batch.Count); } }
static void Train(IndexedDataset<Cat> cats)
{
    var batches = cats.Batches(cats.BalancedSampler(1), 10);
    for (int epoch = 0; epoch < 3; epoch++) { Epoch({|BALG0206:batches|}); }
}
//- draws of the first epoch by hand
static void Train(IndexedDataset<Cat> cats, Cat[] rows)
{
    var sampler = cats.BalancedSampler(1);
    for (int epoch = 0; epoch < 3; epoch++) foreach (int row in {|BALG0206:sampler.Draws(0, sampler.EpochLength)|}) { Console.WriteLine(rows[row]); }
}
//- epoch of the loop
static void Train(IndexedDataset<Cat> cats)
{
    var sampler = cats.BalancedSampler(42);
    for (int epoch = 0; epoch < 3; epoch++) foreach (var batch in cats.Batches(sampler, 10).Epoch(epoch)) { Console.WriteLine(batch.Count); }
}
//- loader of the epoch
static async Task Train(IndexedDataset<Cat> cats)
{
    var batches = cats.Batches(cats.BalancedSampler(1), 10);
    for (int epoch = 0; epoch < 3; epoch++) await foreach (var batch in batches.Epoch(epoch).LoadAsync(row => row.File)) { Console.WriteLine(batch.Epoch); }
}
//- rows of the epoch
static void Train(IndexedDataset<Cat> cats, Cat[] rows)
{
    var sampler = cats.BalancedSampler(1);
    for (int epoch = 0; epoch < 3; epoch++) foreach (long row in sampler.RowNumbersOfEpoch(epoch)) { Console.WriteLine(rows[row]); }
}
//- once
static void Train(IndexedDataset<Cat> cats) { foreach (var batch in cats.Batches(cats.BalancedSampler(42), 10)) { Console.WriteLine(batch.Count); } }
//- loader once
static async Task Train(IndexedDataset<Cat> cats) { await foreach (var batch in cats.Batches(cats.BalancedSampler(42), 10).LoadAsync(row => row)) { Console.WriteLine(batch.Epoch); } }
//- seed of the epoch
static void Train(IndexedDataset<Cat> cats) { for (int e = 0; e < 3; e++) foreach (var batch in cats.Batches(cats.BalancedSampler(42 + e), 10)) { Console.WriteLine(batch.Count); } }
//- sequence that goes on
static void Train(IndexedDataset<Cat> cats, Cat[] rows)
{
    var epochRowNumbers = cats.BalancedSampler(1).EpochRowNumbers();
    for (int e = 0; e < 3; e++) foreach (long row in epochRowNumbers) { Console.WriteLine(rows[row]); }
}
//- validation in order
static void Validate(IndexedDataset<Cat> test) { for (int e = 0; e < 3; e++) foreach (var batch in test.Batches(test.SequentialSampler(), 10)) { Console.WriteLine(batch.Count); } }
//- sizes
static void Try(IndexedDataset<Cat> cats, int[] sizes) { for (int i = 0; i < sizes.Length; i++) foreach (var batch in cats.Batches(cats.BalancedSampler(1), sizes[i])) { Console.WriteLine(batch.Count); } }
//- settings
static void Try(IndexedDataset<Cat> cats, double[] rates) { foreach (double rate in rates) foreach (var batch in cats.Batches(cats.BalancedSampler(1), 10)) { Console.WriteLine(rate * batch.Count); } }
//- folds
static void Train(IndexedDataset<Cat> cats) { foreach (var fold in cats.KFold(5, 1)) foreach (var batch in fold.Train.Batches(fold.Train.BalancedSampler(1), 10)) { Console.WriteLine(batch.Count); } }
//- folds by number
static void Train(IndexedDataset<Cat> cats)
{
    var folds = cats.KFold(5, 1);
    for (int k = 0; k < folds.Count; k++) { var train = folds[k].Train; foreach (var batch in train.Batches(train.BalancedSampler(1), 10)) { Console.WriteLine(batch.Count); } }
}
//- resumed
static void Train(IndexedDataset<Cat> cats, SamplerState state)
{
    var batches = cats.Batches(cats.BalancedSampler(42), 10);
    while (state.Draw < 100) { foreach (var batch in batches.ResumeFrom(state)) { state = batch.State; } }
}
//- draws that go on
static void Train(IndexedDataset<Cat> cats, Cat[] rows)
{
    var sampler = cats.BalancedSampler(1);
    for (int epoch = 0; epoch < 3; epoch++) foreach (int row in sampler.Draws(epoch * sampler.EpochLength, sampler.EpochLength)) { Console.WriteLine(rows[row]); }
}
//- helper with the epoch
static void Epoch(Batches<Cat> batches, int epoch) { foreach (var batch in batches.Epoch(epoch)) { Console.WriteLine(batch.Count); } }
static void Train(IndexedDataset<Cat> cats) { var batches = cats.Batches(cats.BalancedSampler(1), 10); for (int e = 0; e < 3; e++) Epoch(batches, e); }
//- rows inside of a batch
static void Train(IndexedDataset<Cat> cats) { foreach (var batch in cats.Batches(cats.BalancedSampler(42), 10)) for (int i = 0; i < batch.Count; i++) { Console.WriteLine(batch[i].File); } }
//- index of an epoch before the loop
static void Train(IndexedDataset<Cat> cats, Cat[] rows) { long[] first = cats.BalancedSampler(1).RowNumbersOfEpoch(0); for (int i = 0; i < first.Length; i++) { Console.WriteLine(rows[first[i]]); } }

//- await foreach with nested awaits
static async Task TrainAsync(IndexedDataset<Mail> mails, Func<IReadOnlyList<string>, Task<double>> step)
{
    var batches = mails.Batches(mails.BalancedSampler(7), 16);
    for (var epoch = 0; epoch < 20; epoch++)
    {
        var loss = 0.0;
        await foreach (var batch in {|BALG0206:batches.LoadAsync(mail => mail.Text)|}) { loss += await step(batch); }
        Console.WriteLine(loss);
    }
}
//- owned batches
static async Task TrainAsync(IndexedDataset<Cat> cats, Func<OwnedBatch<Cat>, Task> step)
{
    var batches = cats.Batches(cats.BalancedSampler(7), 16);
    for (int epoch = 0; epoch < 20; epoch++)
    {
        foreach (OwnedBatch<Cat> batch in {|BALG0206:batches.Owned()|}) { await step(batch); }
    }
}
//- owned batches of the epoch
static async Task TrainAsync(IndexedDataset<Cat> cats, Func<OwnedBatch<Cat>, Task> step)
{
    var batches = cats.Batches(cats.BalancedSampler(7), 16);
    for (int epoch = 0; epoch < 20; epoch++)
    {
        foreach (var batch in batches.Epoch(epoch).Owned()) { await step(batch); }
    }
}
//- sequence of epochs
static void Train(IndexedDataset<Cat> cats)
{
    foreach (var epoch in cats.Batches(cats.BalancedSampler(7), 16).Epochs(0, 20))
        foreach (var batch in epoch) { Console.WriteLine(batch.Epoch); }
}
//- sequence of epochs, decoded
static async Task Train(IndexedDataset<Cat> cats, CancellationToken token)
{
    foreach (var epoch in cats.Batches(cats.BalancedSampler(7), 16).Epochs(0, 20))
        await foreach (var batch in epoch.LoadAsync(cat => cat.File).WithCancellation(token)) { Console.WriteLine(batch.Epoch); }
}
//- until it converges
static void Train(IndexedDataset<Cat> cats, Func<int, double> step)
{
    var sampler = cats.WeightedRandomSampler(3);
    double last = double.MaxValue, now = 0;
    while (Math.Abs(last - now) > 1e-4)
    {
        last = now;
        foreach (int row in {|BALG0206:sampler|}) { now += step(row); }
    }
}
//- one epoch as a method
sealed class Fitter
{
    private readonly IndexedDataset<Cat> _train;
    private readonly BalancedSampler _sampler;
    public Fitter(IndexedDataset<Cat> train) { _train = train; _sampler = train.BalancedSampler(1); }
    public void Fit(int epochs) { for (int e = 0; e < epochs; e++) { Console.WriteLine($"epoch {e}"); foreach (var batch in {|BALG0206:_train.Batches(_sampler, 4)|}) { Step(batch.Count); } } }
    private static void Step(int rows) => Console.WriteLine(rows);
}
//- rows as records
static void Train(IndexedDataset<Cat> cats)
{
    var sampler = cats.BalancedSampler(1);
    for (int epoch = 0; epoch < 5; epoch++)
    {
        foreach (Cat cat in {|BALG0206:cats.RowsOfEpoch(sampler, 0)|}) { Console.WriteLine(cat.File); }
    }
}
//- rows as records of the epoch
static void Train(IndexedDataset<Cat> cats)
{
    var sampler = cats.BalancedSampler(1);
    for (int epoch = 0; epoch < 5; epoch++)
    {
        foreach (Cat cat in cats.RowsOfEpoch(sampler, epoch)) { Console.WriteLine(cat.File); }
    }
}
//- counter kept by hand
static void Train(IndexedDataset<Cat> cats, Func<bool> stop)
{
    var batches = cats.Batches(cats.BalancedSampler(1), 8);
    long epoch = 0;
    while (!stop())
    {
        foreach (var batch in batches.Epoch(epoch++)) { Console.WriteLine(batch.Count); }
    }
}
//- epoch before the loop of batches
static void Train(IndexedDataset<Cat> cats)
{
    var batches = cats.Batches(cats.BalancedSampler(1), 8);
    for (int epoch = 0; epoch < 5; epoch++)
    {
        var ofEpoch = batches.Epoch(epoch);
        foreach (var batch in ofEpoch) { Console.WriteLine(batch.Count); }
    }
}
//- draws by number
static void Train(IndexedDataset<Cat> cats, Cat[] rows)
{
    var sampler = cats.BalancedSampler(1);
    for (long draw = 0; draw < 5 * sampler.EpochLength; draw++) { Console.WriteLine(rows[sampler.RowAt(draw)]); }
}
//- filled buffer of the first draws
static void Train(IndexedDataset<Cat> cats, Action<int[]> step)
{
    var sampler = cats.BalancedSampler(1);
    var buffer = new int[32];
    for (long draw = 0; draw < sampler.EpochLength; draw += buffer.Length) { sampler.Fill(draw, buffer); step(buffer); }
}
//- seeds
static void Compare(IndexedDataset<Cat> cats)
{
    foreach (long seed in (long[])[1, 2, 3])
    {
        foreach (var batch in cats.Batches(cats.BalancedSampler(seed), 8)) { Console.WriteLine(batch.Count); }
    }
}
//- learning rates
static void Search(IndexedDataset<Cat> cats, double[] rates)
{
    for (int i = 0; i < rates.Length; i++)
    {
        foreach (var batch in cats.Batches(cats.BalancedSampler(1), 8)) { Console.WriteLine(rates[i] * batch.Count); }
    }
}
//- evaluation in order after each epoch
static void Train(DatasetSplit<Cat> split)
{
    var train = split.Train.Batches(split.Train.BalancedSampler(1), 8);
    for (int epoch = 0; epoch < 5; epoch++)
    {
        foreach (var batch in train.Epoch(epoch)) { Console.WriteLine(batch.Count); }
        foreach (var batch in split.Test.Batches(split.Test.SequentialSampler(), 8)) { Console.WriteLine(batch.Count); }
    }
}
//- two phases
static void Train(IndexedDataset<Cat> cats)
{
    var batches = cats.Batches(cats.BalancedSampler(1), 8);
    foreach (var batch in batches.Epoch(0)) { Console.WriteLine(batch.Count); }
    foreach (var batch in batches.Epoch(1)) { Console.WriteLine(batch.Count); }
}
//- resume discarded before a loop
static void Train(IndexedDataset<Cat> cats, SamplerState state)
{
    var batches = cats.Batches(cats.BalancedSampler(1), 8);
    {|BALG0207:batches.ResumeFrom(state)|};
    foreach (var batch in batches) { Console.WriteLine(batch.Count); }
}
//- epoch discarded
static void Train(IndexedDataset<Cat> cats)
{
    var batches = cats.Batches(cats.BalancedSampler(1), 8);
    for (int epoch = 0; epoch < 4; epoch++)
    {
        {|BALG0207:batches.Epoch(epoch)|};
        foreach (var batch in {|BALG0206:batches|}) { Console.WriteLine(batch.Count); }
    }
}
//- epoch into a discard, which says that it is meant
static void Train(Batches<Cat> batches) { _ = batches.Epoch(3); foreach (var batch in batches) { Console.WriteLine(batch.Count); } }
//- resumed and used
static void Train(IndexedDataset<Cat> cats, SamplerState? state)
{
    var batches = cats.Batches(cats.BalancedSampler(1), 8);
    var rest = state is { } from ? batches.ResumeFrom(from) : batches;
    foreach (var batch in rest) { Console.WriteLine(batch.Count); }
}
//- assigned back
static void Train(IndexedDataset<Cat> cats, SamplerState state)
{
    var batches = cats.Batches(cats.BalancedSampler(1), 8);
    batches = batches.ResumeFrom(state);
    foreach (var batch in batches) { Console.WriteLine(batch.Count); }
}
//- local function for an epoch
static void Train(IndexedDataset<Cat> cats)
{
    var batches = cats.Batches(cats.BalancedSampler(1), 8);
    for (int epoch = 0; epoch < 4; epoch++) { Run({|BALG0206:batches|}); }
    static void Run(Batches<Cat> all) { foreach (var batch in all) { Console.WriteLine(batch.Count); } }
}
//- local function for an epoch, right
static void Train(IndexedDataset<Cat> cats)
{
    var batches = cats.Batches(cats.BalancedSampler(1), 8);
    for (int epoch = 0; epoch < 4; epoch++) { Run(batches.Epoch(epoch)); }
    static void Run(Batches<Cat> all) { foreach (var batch in all) { Console.WriteLine(batch.Count); } }
}
//- new sampler and data set in each turn
static void Train(Cat[] rows)
{
    for (int epoch = 0; epoch < 4; epoch++)
    {
        var cats = Cat.Classes.Index(rows);
        foreach (var batch in {|BALG0206:cats.Batches(cats.BalancedSampler(seed: 1), 8)|}) { Console.WriteLine(batch.Count); }
    }
}
//- seed from the epoch in a local
static void Train(IndexedDataset<Cat> cats)
{
    for (int epoch = 0; epoch < 4; epoch++)
    {
        long seed = HashCode.Combine(42, epoch);
        foreach (var batch in cats.Batches(cats.BalancedSampler(seed), 8)) { Console.WriteLine(batch.Count); }
    }
}
//- random seed
static void Train(IndexedDataset<Cat> cats)
{
    for (int epoch = 0; epoch < 4; epoch++)
    {
        foreach (var batch in cats.Batches(cats.RandomSampler(Random.Shared.NextInt64()), 8)) { Console.WriteLine(batch.Count); }
    }
}
//- passes over rows of a batch
static void Train(IndexedDataset<Cat> cats)
{
    foreach (var batch in cats.Batches(cats.BalancedSampler(1), 8))
    {
        foreach (Cat cat in batch) { Console.WriteLine(cat.File); }
        foreach (int c in batch.ClassIndices) { Console.WriteLine(c); }
    }
}
//- class names for each epoch
static void Print(IndexedDataset<Cat> cats)
{
    for (int epoch = 0; epoch < 4; epoch++) { foreach (string name in cats.Classes.Names) { Console.WriteLine(name); } }
}
//- rows of the data set for each epoch
static void Print(IndexedDataset<Cat> cats)
{
    for (int epoch = 0; epoch < 4; epoch++) { foreach (Cat cat in cats.Rows) { Console.WriteLine(cat.File); } }
}
//- shards of machines
static void Train(IndexedDataset<Cat> cats, int rank, int world)
{
    var shard = cats.BalancedSampler(1).Shard(rank, world, batchSize: 8);
    for (int epoch = 0; epoch < 4; epoch++) { foreach (var batch in cats.Batches(shard, 8).Epoch(epoch)) { Console.WriteLine(batch.Count); } }
}
//- shards of machines, without the epoch
static void Train(IndexedDataset<Cat> cats, int rank, int world)
{
    var shard = cats.BalancedSampler(1).Shard(rank, world, batchSize: 8);
    for (int epoch = 0; epoch < 4; epoch++) { foreach (var batch in {|BALG0206:cats.Batches(shard, 8)|}) { Console.WriteLine(batch.Count); } }
}
//- epoch in a condition only
static void Train(IndexedDataset<Cat> cats)
{
    var batches = cats.Batches(cats.BalancedSampler(1), 8);
    for (int epoch = 0; epoch < 4; epoch++)
    {
        double rate = epoch < 2 ? 0.1 : 0.01;
        foreach (var batch in {|BALG0206:batches|}) { Console.WriteLine(rate * batch.Count); }
    }
}

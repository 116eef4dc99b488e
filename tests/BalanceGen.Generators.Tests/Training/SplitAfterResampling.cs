//- the recipe
static DatasetSplit<Cat> Make(IndexedDataset<Cat> cats, Cat[] photos)
{
    var over = cats.RandomOverSampler(1);
    Cat[] resampled = [.. over.RowNumbersOfEpoch(0).Select(row => photos[row])];
    return Cat.Classes.Index(resampled).{|BALG0214:Split|}(0.2, 1);
}
//- index in a local
static void Train(Cat[] rows)
{
    var cats = Cat.Classes.Index(rows);
    var sampler = new RandomOverSampler(cats.Index, 1);
    var resampled = sampler.RowNumbersOfEpoch(0).Select(row => rows[row]).ToArray();
    var data = Cat.Classes.Index(resampled);
    var (train, test) = data.{|BALG0214:Split|}(0.2, 1);
    Console.WriteLine(train.Counts);
}
//- list filled in a loop
static void Train(Cat[] rows)
{
    var cats = Cat.Classes.Index(rows);
    var list = new List<Cat>();
    foreach (int row in cats.RandomOverSampler(1)) { list.Add(rows[row]); }
    var folds = Cat.Classes.Index(list).{|BALG0214:KFold|}(5, 1);
    Console.WriteLine(folds.Count);
}
//- array filled in a loop
static DatasetSplit<Cat> Make(IndexedDataset<Cat> cats, Cat[] rows)
{
    var sampler = cats.BalancedSampler(1);
    var drawn = new Cat[sampler.EpochLength];
    int i = 0;
    foreach (int row in sampler) { drawn[i++] = rows[row]; }
    return Cat.Classes.Index(drawn).{|BALG0214:Split|}(0.25, 3);
}
//- weighted draws
static DatasetSplit<Cat> Make(IndexedDataset<Cat> cats, Cat[] rows)
{
    long[] drawn = cats.WeightedRandomSampler(1).RowNumbersOfEpoch(0);
    return Cat.Classes.Index(Array.ConvertAll(drawn, row => rows[row])).{|BALG0214:Split|}(0.2, 1);
}
//- split of the row index
static RowSplit Make(IndexedDataset<Cat> cats, Cat[] rows)
{
    Cat[] resampled = cats.RandomOverSampler(1).RowNumbersOfEpoch(0).Select(row => rows[row]).ToArray();
    var data = Cat.Classes.Index(resampled);
    return StratifiedSplit.{|BALG0214:Of|}(data.Index, 0.2, 1);
}
//- helper that resamples
static Cat[] Oversample(IndexedDataset<Cat> cats, Cat[] rows) => cats.RandomOverSampler(1).RowNumbersOfEpoch(0).Select(row => rows[row]).ToArray();
static DatasetSplit<Cat> Make(IndexedDataset<Cat> cats, Cat[] rows) => Cat.Classes.Index(Oversample(cats, rows)).{|BALG0214:Split|}(0.2, 1);
//- resampled stream
static DatasetSplit<Cat> Make(IEnumerable<Cat> rows)
{
    Cat[] drawn = rows.Resample(default(Cat.Classes.Indexer), TargetDistribution.Uniform).ToArray();
    return Cat.Classes.Index(drawn).{|BALG0214:Split|}(0.2, 1);
}
//- rows by batch
static DatasetSplit<Cat> Make(IndexedDataset<Cat> cats)
{
    List<Cat> drawn = [];
    foreach (var batch in cats.Batches(cats.BalancedSampler(1), 10)) { foreach (var cat in batch) { drawn.Add(cat); } }
    return Cat.Classes.Index(drawn).{|BALG0214:Split|}(0.2, 1);
}
//- split first
static void Train(IndexedDataset<Cat> cats)
{
    var (train, test) = cats.Split(0.2, 1);
    var over = train.RandomOverSampler(1);
    foreach (var batch in train.Batches(over, 10)) { Console.WriteLine(batch.Count + test.Counts.Total); }
}
//- rows as they are
static DatasetSplit<Cat> Make(Cat[] rows) => Cat.Classes.Index(rows).Split(0.2, 1);
//- chosen rows
static DatasetSplit<Cat> Make(Cat[] rows) => Cat.Classes.Index(rows.Where(row => row.File != "").ToArray()).Split(0.2, 1);
//- undersampled
static DatasetSplit<Cat> Make(IndexedDataset<Cat> cats, Cat[] rows) => Cat.Classes.Index(cats.RandomUnderSampler(1).RowNumbersOfEpoch(0).Select(row => rows[row]).ToArray()).Split(0.2, 1);
//- shuffled
static DatasetSplit<Cat> Make(IndexedDataset<Cat> cats, Cat[] rows) => Cat.Classes.Index(cats.RandomSampler(1).RowNumbersOfEpoch(0).Select(row => rows[row]).ToArray()).Split(0.2, 1);
//- resampled and not split
static ClassCounts Make(IndexedDataset<Cat> cats, Cat[] rows) => Cat.Classes.Index(cats.RandomOverSampler(1).RowNumbersOfEpoch(0).Select(row => rows[row]).ToArray()).Counts;
//- split of a text
static string[] Make(IndexedDataset<Cat> cats) => cats.RandomOverSampler(1).ToString()!.Split(' ');

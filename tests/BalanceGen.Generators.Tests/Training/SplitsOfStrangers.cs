//- over-sampled with the data set's method
static DatasetSplit<Cat> Make(IndexedDataset<Cat> cats)
{
    Cat[] more = cats.RowsOfEpoch(cats.RandomOverSampler(1), 0).ToArray();
    return Cat.Classes.Index(more).{|BALG0214:Split|}(0.2, 1);
}
//- repeated in a loop with LINQ
static DatasetFolds<Cat> Make(IndexedDataset<Cat> cats)
{
    var drawn = cats.RowsOfEpoch(cats.BalancedSampler(1), 0).ToList();
    var again = Cat.Classes.Index(drawn);
    return again.{|BALG0214:KFold|}(5, 1);
}
//- async
static async Task<DatasetSplit<Cat>> Make(IndexedDataset<Cat> cats, Cat[] rows)
{
    await Task.Yield();
    var sampler = cats.RandomOverSampler(1);
    List<Cat> resampled = [];
    foreach (long row in sampler.RowNumbersOfEpoch(0)) { resampled.Add(rows[row]); }
    return Cat.Classes.Index(resampled).{|BALG0214:Split|}(0.3, 2);
}
//- field
sealed class Data(IndexedDataset<Cat> cats)
{
    private readonly Cat[] _more = cats.RowsOfEpoch(cats.RandomOverSampler(1), 0).ToArray();
    public DatasetSplit<Cat> Split() => Cat.Classes.Index(_more).{|BALG0214:Split|}(0.2, 1);
}
//- first the split
static Cat[] Make(Cat[] rows)
{
    var (train, test) = Cat.Classes.Index(rows).Split(0.2, seed: 1);
    Console.WriteLine(test.Count);
    return train.RowsOfEpoch(train.RandomOverSampler(1), 0).ToArray();
}
//- folds, each over-sampled
static void Train(IndexedDataset<Cat> cats)
{
    foreach (var (train, test) in cats.KFold(5, 1))
    {
        var rows = train.RowsOfEpoch(train.RandomOverSampler(1), 0).ToArray();
        Console.WriteLine(Cat.Classes.Index(rows).Counts + " " + test.Counts);
    }
}
//- shuffled rows
static DatasetSplit<Cat> Make(IndexedDataset<Cat> cats) => Cat.Classes.Index(cats.RowsOfEpoch(cats.RandomSampler(1), 0).ToArray()).Split(0.2, 1);
//- under-sampled rows
static DatasetSplit<Cat> Make(IndexedDataset<Cat> cats) => Cat.Classes.Index(cats.RowsOfEpoch(cats.RandomUnderSampler(1), 0).ToList()).Split(0.2, 1);
//- distinct rows
static DatasetSplit<Cat> Make(IndexedDataset<Cat> cats) => Cat.Classes.Index(cats.RowsOfEpoch(cats.RandomOverSampler(1), 0).Distinct().ToArray()).Split(0.2, 1);
//- deduplicated by file
static DatasetSplit<Cat> Make(Cat[] rows) => Cat.Classes.Index(rows.DistinctBy(row => row.File).ToArray()).Split(0.2, 1);

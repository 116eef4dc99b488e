//- list of batches made before the loop
static int Train(IndexedDataset<Cat> cats)
{
    var kept = new {|BALG0215:List<Batch<Cat>>|}();
    return kept.Count;
}
//- dictionary of batches
static int Train(IndexedDataset<Cat> cats)
{
    Dictionary<int, Batch<Cat>> byNumber = new {|BALG0215:Dictionary<int, Batch<Cat>>|}();
    return byNumber.Count;
}
//- target-typed list of batches
static int Train(IndexedDataset<Cat> cats)
{
    {|BALG0215:List<Batch<Cat>> kept = new();|}
    return kept.Count;
}
//- array of batches
static int Train(IndexedDataset<Cat> cats)
{
    var kept = new {|BALG0215:Batch<Cat>[4]|};
    return kept.Length;
}
//- await in a nested loop
static async Task Train(IndexedDataset<Cat> cats, Func<string, Task> step)
{
    foreach (var batch in {|BALG0215:cats.Batches(cats.BalancedSampler(1), 8)|})
    {
        for (int i = 0; i < batch.Count; i++) { string file = batch[i].File; await step(file); }
    }
}
//- delay in a loop
static async Task Train(Batches<Cat> batches)
{
    foreach (var batch in {|BALG0215:batches|}) { int n = batch.Count; await Task.Delay(n); }
}
//- local function with a batch
static void Train(Batches<Cat> batches)
{
    foreach (var batch in batches) { Print(batch); }
    static void Print(Batch<Cat> b) => Console.WriteLine(b.Count);
}
//- batches by LINQ
static int Train(Batches<Cat> batches) => {|BALG0215:batches|}.Sum(batch => batch.Count);
//- list of owned batches
static List<OwnedBatch<Cat>> Make(Batches<Cat> batches)
{
    var list = new List<OwnedBatch<Cat>>();
    foreach (var batch in batches) { list.Add(batch.ToOwned()); }
    return list;
}
//- owned batches by LINQ
static int Train(Batches<Cat> batches) => batches.Owned().Sum(batch => batch.Count);
//- await after the loop
static async Task Train(Batches<Cat> batches)
{
    int rows = 0;
    foreach (var batch in batches) { rows += batch.Count; }
    await Task.Delay(rows);
}
//- list of batches of batches
static int Train(Batches<Cat> first, Batches<Cat> second)
{
    var all = new List<Batches<Cat>> { first, second };
    return all.Count;
}
//- array of rows
static List<Cat[]> Make(Batches<Cat> batches)
{
    var list = new List<Cat[]>();
    foreach (var batch in batches) { list.Add(batch.ToArray()); }
    return list;
}

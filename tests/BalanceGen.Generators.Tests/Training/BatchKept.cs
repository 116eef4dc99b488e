//- await in the loop
static async Task Train(IndexedDataset<Cat> cats, Func<int, Task> step)
{
    foreach (var batch in {|BALG0215:cats.Batches(cats.BalancedSampler(1), 10)|}) { await step(batch.Count); }
}
//- await before the batch is used
static async Task Train(IndexedDataset<Cat> cats)
{
    var batches = cats.Batches(cats.BalancedSampler(1), 10);
    foreach (var batch in {|BALG0215:batches|})
    {
        await Task.Delay(1);
        Console.WriteLine(batch.Count);
    }
}
//- await of the epoch
static async Task Train(IndexedDataset<Cat> cats, Func<Task> save)
{
    for (int e = 0; e < 3; e++) { foreach (var batch in {|BALG0215:cats.Batches(cats.BalancedSampler(1), 10).Epoch(e)|}) { Console.WriteLine(batch.Count); await save(); } }
}
//- yield in the loop
static IEnumerable<int> Sizes(IndexedDataset<Cat> cats) { foreach (var batch in {|BALG0215:cats.Batches(cats.BalancedSampler(1), 10)|}) { yield return batch.Count; } }
//- select of the batches
static int[] Sizes(IndexedDataset<Cat> cats) => {|BALG0215:cats.Batches(cats.BalancedSampler(1), 10)|}.Select(batch => batch.Count).ToArray();
//- list of the batches
static object All(IndexedDataset<Cat> cats) { var batches = cats.Batches(cats.BalancedSampler(1), 10); return {|BALG0215:batches|}.ToList(); }
//- batches in a list
static void Keep(IndexedDataset<Cat> cats)
{
    var kept = new List<object>();
    foreach (var batch in cats.Batches(cats.BalancedSampler(1), 10)) { kept.Add({|BALG0215:batch|}); }
}
//- select of the rows
static void Show(IndexedDataset<Cat> cats)
{
    foreach (var batch in cats.Batches(cats.BalancedSampler(1), 10)) { Console.WriteLine(string.Join(", ", {|BALG0215:batch|}.Select(cat => cat.File))); }
}
//- rows as an array by LINQ
static void Train(IndexedDataset<Cat> cats, Action<string[]> step)
{
    foreach (var batch in cats.Batches(cats.BalancedSampler(1), 10)) { step({|BALG0215:batch|}.Where(cat => cat.File != "").Select(cat => cat.File).ToArray()); }
}
//- captured by a lambda
static void Train(IndexedDataset<Cat> cats, List<Action> steps)
{
    foreach (var batch in cats.Batches(cats.BalancedSampler(1), 10)) { steps.Add(() => Console.WriteLine({|BALG0215:batch|}.Count)); }
}
//- run on another thread
static void Train(IndexedDataset<Cat> cats)
{
    foreach (var batch in cats.Batches(cats.BalancedSampler(1), 10)) { Task.Run(() => Console.WriteLine({|BALG0215:batch|}.Count)).Wait(); }
}
//- loader with await
static async Task Train(IndexedDataset<Cat> cats, Func<int, Task> step)
{
    await foreach (var batch in cats.Batches(cats.BalancedSampler(1), 10).LoadAsync(row => row.File)) { await step(batch.Rows.Length); }
}
//- await after the loop
static async Task Train(IndexedDataset<Cat> cats, Func<Task> save) { foreach (var batch in cats.Batches(cats.BalancedSampler(1), 10)) { Console.WriteLine(batch.Count); } await save(); }
//- rows in a list
static void Train(IndexedDataset<Cat> cats) { var files = new List<string>(); foreach (var batch in cats.Batches(cats.BalancedSampler(1), 10)) { foreach (var cat in batch) files.Add(cat.File); } }
//- row numbers
static void Train(IndexedDataset<Cat> cats) { foreach (var batch in cats.Batches(cats.BalancedSampler(1), 10)) { int[] rows = batch.RowNumbers.ToArray(); Console.WriteLine(rows.Sum()); } }
//- await in a lambda
static void Train(IndexedDataset<Cat> cats, List<Func<Task>> steps) { foreach (var batch in cats.Batches(cats.BalancedSampler(1), 10)) { int n = batch.Count; steps.Add(async () => { await Task.Delay(n); }); } }
//- number of the batches
static long Count(IndexedDataset<Cat> cats) => cats.Batches(cats.BalancedSampler(1), 10).Count;
//- passed on
static void Step(Batch<Cat> batch) => Console.WriteLine(batch.Count);
static void Train(IndexedDataset<Cat> cats) { foreach (var batch in cats.Batches(cats.BalancedSampler(1), 10)) Step(batch); }

//- normalised inverse frequencies
static float[] ClassWeightsFor(IndexedDataset<Mail> mails)
{
    var inverse = new float[mails.Classes.Count];
    float sum = 0;
    for (var i = 0; i < inverse.Length; ++i)
    {
        inverse[i] = 1f / {|BALG0201:mails.Counts[i]|};
        sum += inverse[i];
    }

    for (var i = 0; i < inverse.Length; ++i) { inverse[i] /= sum; }
    return inverse;
}
//- counts by name
static double WeightOf(ClassCounts counts, string name) => counts.Total / (double){|BALG0201:counts[name]|};
//- positive weight of a binary loss
static double PositiveWeight(IndexedDataset<Cat> cats)
{
    long positives = cats.Counts[(int)Breed.Birman];
    long negatives = cats.Counts[(int)Breed.Siamese];
    return (double)negatives / {|BALG0201:positives|};
}
//- largest over each
static IEnumerable<double> Ratios(ClassCounts counts)
{
    var values = counts.Values.ToArray();
    var largest = values.Max();
    foreach (var value in values) { yield return largest / (double){|BALG0201:value|}; }
}
//- deconstructed pairs
static Dictionary<string, double> Weights(ClassCounts counts)
{
    var weights = new Dictionary<string, double>();
    foreach (var (name, count) in counts) { weights.Add(name, 1.0 / {|BALG0201:count|}); }
    return weights;
}
//- pairs by LINQ
static Dictionary<string, double> Weights(ClassCounts counts) => counts.ToDictionary(p => p.Item1, p => 1.0 / {|BALG0201:p.Item2|});
//- dictionary of the library
static double Weight(ClassCounts counts, string label)
{
    Dictionary<string, long> table = counts.ToDictionary();
    return (double)counts.Total / {|BALG0201:table[label]|};
}
//- dictionary of the library, enumerated
static void Print(ClassCounts counts)
{
    foreach (KeyValuePair<string, long> entry in counts.ToDictionary()) { Console.WriteLine($"{entry.Key}: {1.0 / {|BALG0201:entry.Value|}:F3}"); }
}
//- query syntax
static double[] Weights(ClassCounts counts) => (from n in counts.Values.ToArray() select 1.0 / {|BALG0201:n|}).ToArray();
//- query syntax with let
static double[] Weights(ClassCounts counts) => (from c in Enumerable.Range(0, counts.Classes.Count) let n = counts[c] select counts.Total / (double){|BALG0201:n|}).ToArray();
//- record of one class
sealed record ClassInfo(string Name, long Rows, double Weight);
static List<ClassInfo> Infos(ClassCounts counts)
{
    var list = new List<ClassInfo>();
    for (int c = 0; c < counts.Classes.Count; c++)
    {
        list.Add(new ClassInfo(counts.Classes[c], counts[c], (double)counts.Total / {|BALG0201:counts[c]|}));
    }

    return list;
}
//- property that divides
sealed class Loss(ClassCounts counts)
{
    public double First => 1.0 / {|BALG0201:counts[0]|};
}
//- weights built in a constructor
sealed class FocalLoss
{
    private readonly double[] _alpha;
    public FocalLoss(IndexedDataset<Cat> train)
    {
        ClassCounts n = train.Counts;
        _alpha = new double[n.Classes.Count];
        for (int i = 0; i < _alpha.Length; i++) { _alpha[i] = 1.0 / {|BALG0201:n[i]|}; }
    }

    public double Alpha(int c) => _alpha[c];
}
//- async
static async Task<double[]> WeightsAsync(Task<ClassCounts> loading)
{
    ClassCounts counts = await loading;
    await Task.Yield();
    return Array.ConvertAll(counts.Values.ToArray(), n => 1d / {|BALG0201:n|});
}
//- parallel
static double[] Weights(ClassCounts counts)
{
    var w = new double[counts.Classes.Count];
    Parallel.For(0, w.Length, c => w[c] = (double)counts.Total / {|BALG0201:counts[c]|});
    return w;
}
//- while loop
static double[] Weights(ClassCounts counts)
{
    var result = new List<double>();
    int c = 0;
    while (c < counts.Classes.Count) { result.Add(1.0 / {|BALG0201:counts[c]|}); c++; }
    return result.ToArray();
}
//- switch expression of schemes
static double Weight(ClassCounts counts, int c, string scheme) => scheme switch
{
    "inverse" => 1.0 / {|BALG0201:counts[c]|},
    "sqrt" => 1.0 / Math.Sqrt({|BALG0201:counts[c]|}),
    _ => 1.0,
};
//- extension method
static double Scaled(ClassCounts counts, int c) { long own = counts.Values[c]; double total = counts.Total; double k = counts.Classes.Count; return total / (k * {|BALG0201:own|}); }
//- aggregate
static double Harmonic(ClassCounts counts) => counts.Classes.Count / counts.Values.ToArray().Sum(n => 1.0 / {|BALG0201:n|});
//- decimal money
static decimal Price(ClassCounts counts, int c) => 100m / {|BALG0201:counts[c]|};
//- integer division of quotas
static long Repeats(ClassCounts counts, int c) => counts.Values.ToArray().Max() / {|BALG0201:counts[c]|};
//- ceiling of repeats
static int Repeats(ClassCounts counts, int c, long wanted) => (int)Math.Ceiling((double)wanted / {|BALG0201:counts[c]|});
//- share of the batch
static double Boost(IndexedDataset<Cat> cats, int c) => 1 / {|BALG0201:cats.Counts.ShareOf(c)|};
//- tuple of counts
static double Ratio(ClassCounts counts)
{
    var (first, second) = (counts[0], counts[1]);
    return (double)first / {|BALG0201:second|};
}
//- weights of the labels of a batch
static void Weigh(OwnedBatch<Cat> batch, double[] destination)
{
    var seen = new long[2];
    batch.CountClasses(seen);
    for (int c = 0; c < 2; c++) { destination[c] = batch.Count / (2.0 * {|BALG0201:seen[c]|}); }
}
//- helper in another class
static class Formulas { public static double Inverse(double n, double total) => total / n; }
static double Weight(ClassCounts counts, int c) => Formulas.Inverse({|BALG0201:counts[c]|}, counts.Total);
//- helper of a helper
static double One(double n) => 1 / n;
static double Two(double n) => 2 * One(n);
static double Weight(ClassCounts counts, int c) => Two({|BALG0201:counts[c]|});
//- guard of another variable
static double Weight(ClassCounts counts, int c, double scale) => scale != 0 ? scale / {|BALG0201:counts[c]|} : 0;
//- guard of the wrong way round
static double Weight(ClassCounts counts, int c) { if (counts[c] == 0) { return 1.0 / {|BALG0201:counts[c]|}; } return 1; }
//- guard that goes on
static double Weight(ClassCounts counts, int c)
{
    if (counts[c] == 0) { Console.WriteLine("empty"); }
    return 1.0 / {|BALG0201:counts[c]|};
}
//- guard of the total only
static double Weight(ClassCounts counts, int c) => counts.Total > 0 ? counts.Total / (double){|BALG0201:counts[c]|} : 0;
//- guard of a length
static double[] Weights(ClassCounts counts)
{
    if (counts.Values.Length == 0) { return []; }
    return counts.Values.ToArray().Select(n => 1.0 / {|BALG0201:n|}).ToArray();
}
//- maximum with zero
static double Weight(ClassCounts counts, int c) => 1.0 / {|BALG0201:Math.Max(0, counts[c])|};
//- span
static void Fill(ClassCounts counts, Span<double> w)
{
    ReadOnlySpan<long> n = counts.Values;
    for (int i = 0; i < n.Length; i++) { w[i] = 1.0 / {|BALG0201:n[i]|}; }
}
//- nullable
static double? Weight(ClassCounts? counts, int c) => counts is null ? null : 1.0 / {|BALG0201:counts[c]|};
//- counts of the training side
static double Weight(IndexedDataset<Cat> cats, int c)
{
    var (train, _) = cats.Split(0.2, 1);
    return (double)train.Count / {|BALG0201:train.Counts[c]|};
}
//- counted by hand in a list
static double[] Weights(IReadOnlyList<Cat> rows)
{
    var n = new List<int> { 0, 0 };
    foreach (Cat cat in rows) { n[Cat.Classes.IndexOf(cat)]++; }
    return n.Select(x => 1.0 / {|BALG0201:x|}).ToArray();
}
//- largest count made 1
static double[] Weights(ClassCounts counts) { double max = counts.Values.ToArray().Max(); return [.. counts.Values.ToArray().Select(n => max / {|BALG0201:n|})]; }
//- plus one
static double Weight(ClassCounts counts, int c) => 1.0 / (counts[c] + 1);
//- additive smoothing with a constant
static double Weight(ClassCounts counts, int c)
{
    const double Alpha = 0.5;
    return (counts.Total + Alpha * counts.Classes.Count) / (counts.Classes.Count * (counts[c] + Alpha));
}
//- maximum with one
static double Weight(ClassCounts counts, int c) => counts.Total / (double)Math.Max(counts[c], 1);
//- skip empty classes
static double[] Weights(ClassCounts counts)
{
    var w = new double[counts.Classes.Count];
    for (int c = 0; c < w.Length; c++)
    {
        if (counts[c] == 0) continue;
        w[c] = 1.0 / counts[c];
    }

    return w;
}
//- skip empty pairs
static Dictionary<string, double> Weights(ClassCounts counts)
{
    var weights = new Dictionary<string, double>();
    foreach (var (name, count) in counts)
    {
        if (count > 0) { weights[name] = 1.0 / count; }
    }

    return weights;
}
//- present pairs by LINQ
static Dictionary<string, double> Weights(ClassCounts counts) => counts.Where(p => p.Item2 > 0).ToDictionary(p => p.Item1, p => 1.0 / p.Item2);
//- query with where
static double[] Weights(ClassCounts counts) => (from n in counts.Values.ToArray() where n > 0 select 1.0 / n).ToArray();
//- query with let and where
static double[] Weights(ClassCounts counts) => (from c in Enumerable.Range(0, counts.Classes.Count) let n = counts[c] where n != 0 select 1.0 / n).ToArray();
//- pattern
static double Weight(ClassCounts counts, int c) => counts[c] is > 0 and var n ? 1.0 / n : 0;
//- switch of the count
static double Weight(ClassCounts counts, int c) => counts[c] switch { 0 => 0, var n => 1.0 / n };
//- early exception
static double[] Weights(ClassCounts counts)
{
    if (counts.EmptyClasses.Count > 0) { throw new InvalidOperationException("classes without rows"); }
    return counts.Values.ToArray().Select(n => 1.0 / n).ToArray();
}
//- argument check of the platform
static double Weight(ClassCounts counts, int c)
{
    long n = counts[c];
    ArgumentOutOfRangeException.ThrowIfZero(n);
    return 1.0 / n;
}
//- negative or zero check
static double Weight(ClassCounts counts, int c)
{
    ArgumentOutOfRangeException.ThrowIfNegativeOrZero(counts[c]);
    return 1.0 / counts[c];
}
//- assertion
static double Weight(ClassCounts counts, int c)
{
    System.Diagnostics.Debug.Assert(counts[c] > 0);
    return 1.0 / counts[c];
}
//- total
static double Share(ClassCounts counts, int c) => (double)counts[c] / counts.Total;
//- average
static double Average(ClassCounts counts) => (double)counts.Total / counts.Classes.Count;
//- library weights
static double Weight(ClassCounts counts, int c) => ClassWeights.Balanced(counts)[c] / 2;
//- divided by weights
static double Inverse(ClassWeights weights, int c) => 1 / weights[c];
//- divided by the batch size
static double Mean(Batch<Cat> batch, double sum) => sum / batch.Count;
//- quotient tested for infinity
static double[] Weights(ClassCounts counts)
{
    var w = new double[counts.Classes.Count];
    for (int c = 0; c < w.Length; c++)
    {
        double x = 1.0 / counts[c];
        w[c] = double.IsInfinity(x) ? 0 : x;
    }

    return w;
}
//- rows of the class
static double[] PerRow(RowIndex index)
{
    var w = new double[index.DatasetLength];
    for (int c = 0; c < index.Classes.Count; c++)
    {
        for (int place = 0; place < index.Counts[c]; place++) { w[index.RowOf(c, place)] = 1.0 / index.Counts[c]; }
    }

    return w;
}
//- class of a row of the index
static double[] PerRow(RowIndex index)
{
    var w = new double[index.DatasetLength];
    foreach (int row in index) { w[row] = 1.0 / index.Counts[index.ClassOf(row)]; }
    return w;
}
//- classes of a batch
static void PerRow(IndexedDataset<Cat> cats, Span<double> w)
{
    foreach (var batch in cats.Batches(cats.RandomSampler(1), 8))
    {
        for (int i = 0; i < batch.Count; i++) { w[i] = 1.0 / cats.Counts[batch.ClassIndices[i]]; }
    }
}
//- classes of a batch by foreach
static double Sum(OwnedBatch<Cat> batch, ClassCounts counts)
{
    double sum = 0;
    foreach (int c in batch.ClassIndices) { sum += 1.0 / counts[c]; }
    return sum;
}
//- classes of a batch counted, only those that occur
static double Sum(OwnedBatch<Cat> batch)
{
    var n = new int[2];
    foreach (int c in batch.ClassIndices) { n[c]++; }
    double sum = 0;
    foreach (int c in batch.ClassIndices) { sum += 1.0 / n[c]; }
    return sum;
}
//- classes of draws
static double Sum(ClassCounts counts, ReadOnlySpan<ClassPlace> places)
{
    double sum = 0;
    foreach (ClassPlace place in places) { sum += 1.0 / counts[place.ClassIndex]; }
    return sum;
}
//- rows by class
static Dictionary<int, double> Means(ClassCounts counts, Dictionary<int, List<double>> losses)
{
    var means = new Dictionary<int, double>();
    for (int c = 0; c < counts.Classes.Count; c++)
    {
        double sum = 0;
        foreach (double loss in losses[c]) { sum += loss / counts[c]; }
        means[c] = sum;
    }

    return means;
}
//- groups
static Dictionary<Breed, double> Weights(Cat[] rows, ClassCounts counts) =>
    rows.GroupBy(row => row.Breed).ToDictionary(g => g.Key, g => 1.0 / counts[(int)g.Key]);
//- histogram that is empty with the class
static List<double> Distribution(ClassCounts counts, int c, int[] times)
{
    var histogram = new SortedDictionary<int, int>();
    long n = counts[c];
    for (int i = 0; i < n; i++) { histogram[times[i]] = histogram.GetValueOrDefault(times[i]) + 1; }
    var shares = new List<double>();
    foreach (int rows in histogram.Values) { shares.Add((double)rows / n); }
    return shares;
}
//- classes that have a model
static double[] Speeds(ClassCounts counts, string?[] models) =>
    [.. Enumerable.Range(0, models.Length).Where(c => models[c] is not null).Select(c => 1.0 / counts[c])];
//- present classes in a set
static double Sum(ClassCounts counts)
{
    var present = new HashSet<int>(Enumerable.Range(0, counts.Classes.Count).Where(c => counts[c] > 0));
    return present.Sum(c => 1.0 / counts[c]);
}
//- smallest count that is not zero
static double Ratio(ClassCounts counts) => (double)counts.Values.ToArray().Max() / counts.Values.ToArray().Where(n => n > 0).Min();
//- conditional default
static double Weight(ClassCounts counts, int c) { long n = counts[c]; if (n == 0) { n = 1; } return 1.0 / n; }
//- try get value with a guard
static double Weight(ClassCounts counts, string name) => counts.ToDictionary().TryGetValue(name, out long n) && n > 0 ? 1.0 / n : 0;
//- exception caught
static long Repeats(ClassCounts counts, int c) { try { return counts.Total / counts[c]; } catch (DivideByZeroException) { return 0; } }
//- known counts above zero
static double Weight() => 1.0 / Full.Classes.KnownCounts.Values[1];
//- own list called counts
static double Of(int[] counts, int c) => 1.0 / counts[c];
//- count of a list
static double Mean(List<double> losses) => losses.Sum() / losses.Count;
//- percent of empty classes
static double Empty(ClassCounts counts) => 100.0 * counts.EmptyClasses.Count / counts.Classes.Count;
//- imbalance
static double Twice(ClassCounts counts) => counts.ImbalanceRatio / 2;
//- ranges by class
static void Fill(ClassCounts counts, double[] w)
{
    int row = 0;
    for (int c = 0; c < counts.Classes.Count; c++)
    {
        long end = row + counts[c];
        while (row < end) { w[row++] = 1.0 / counts[c]; }
    }
}
//- wanted classes only
static double Sum(ClassCounts counts, bool[] isUsed)
{
    double sum = 0;
    for (int c = 0; c < isUsed.Length; c++)
    {
        if (isUsed[c]) { sum += 1.0 / counts[c]; }
    }

    return sum;
}

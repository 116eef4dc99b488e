//- weight of each class in a for loop
static double[] Weights(ClassCounts counts)
{
    var w = new double[counts.Classes.Count];
    for (int c = 0; c < w.Length; c++) { w[c] = (double)counts.Total / {|BALG0201:counts[c]|}; }
    return w;
}
//- balanced weights of scikit-learn by hand
static double[] Balanced(IndexedDataset<Cat> cats)
{
    int k = cats.Classes.Count;
    double[] w = new double[k];
    for (int c = 0; c < k; c++) w[c] = cats.Counts.Total / (k * (double){|BALG0201:cats.Counts[c]|});
    return w;
}
//- values copied and inverted by LINQ
static double[] Inverse(ClassCounts counts) => counts.Values.ToArray().Select(n => 1.0 / {|BALG0201:n|}).ToArray();
//- values copied to a local first
static double[] Inverse(ClassCounts counts)
{
    long[] all = counts.Values.ToArray();
    return all.Select(n => 1.0 / {|BALG0201:n|}).ToArray();
}
//- select with the index
static IEnumerable<double> Inverse(ClassCounts counts) => counts.Values.ToArray().Select((n, c) => c * 1.0 / {|BALG0201:n|});
//- convert all
static double[] Inverse(ClassCounts counts) => Array.ConvertAll(counts.Values.ToArray(), n => 1.0 / {|BALG0201:n|});
//- list and index
static double First(ClassCounts counts, int c) { var list = counts.Values.ToArray().ToList(); return 1.0 / {|BALG0201:list[c]|}; }
//- dictionary by class name
static double Of(ClassCounts counts, string name)
{
    var byName = Enumerable.Range(0, counts.Classes.Count).ToDictionary(c => counts.Classes[c], c => counts[c]);
    return 1.0 / {|BALG0201:byName[name]|};
}
//- dictionary of weights
static Dictionary<string, double> Of(ClassCounts counts) =>
    Enumerable.Range(0, counts.Classes.Count).ToDictionary(c => counts.Classes[c], c => (double)counts.Total / {|BALG0201:counts[c]|});
//- helper that divides
static double Inv(long n) => 1.0 / n;
static double Of(ClassCounts counts, int c) => Inv({|BALG0201:counts[c]|});
//- helper as a method group
static double Inv(long n) => 1.0 / n;
static double[] Of(ClassCounts counts) => {|BALG0201:counts.Values.ToArray().Select(Inv)|}.ToArray();
//- local function
static double[] Of(ClassCounts counts)
{
    double Inv(long n) => 1.0 / n;
    var w = new double[counts.Classes.Count];
    for (int c = 0; c < w.Length; c++) w[c] = Inv({|BALG0201:counts[c]|});
    return w;
}
//- helper that takes the array
static double[] Invert(long[] n) { var w = new double[n.Length]; for (int i = 0; i < n.Length; i++) w[i] = 1.0 / n[i]; return w; }
static double[] Of(ClassCounts counts) => Invert({|BALG0201:counts.Values.ToArray()|});
//- negative power
static double Of(ClassCounts counts, int c) => Math.Pow({|BALG0201:counts[c]|}, -1);
//- negative half power of a local
static double Of(ClassCounts counts, int c) { double n = counts[c]; return Math.Pow({|BALG0201:n|}, -0.5); }
//- inverse square root
static double Of(ClassCounts counts, int c) => 1 / Math.Sqrt({|BALG0201:counts[c]|});
//- inverse square root by LINQ
static float[] Of(ClassCounts counts) => counts.Values.ToArray().Select(n => 1f / MathF.Sqrt({|BALG0201:n|})).ToArray();
//- log prior of the share
static double[] Priors(ClassCounts counts) => Enumerable.Range(0, counts.Classes.Count).Select(c => Math.Log({|BALG0201:counts.ShareOf(c)|})).ToArray();
//- log of the count over the total
static double Prior(ClassCounts counts, int c) => Math.Log((double){|BALG0201:counts[c]|} / counts.Total);
//- share in a local, then inverse
static double Of(ClassCounts counts, int c) { double share = (double)counts[c] / counts.Total; return 1 / {|BALG0201:share|}; }
//- counts made by hand
static double[] Of(Cat[] rows)
{
    var n = new int[Cat.Classes.Count];
    foreach (var row in rows) { n[Cat.Classes.IndexOf(row)]++; }
    var w = new double[n.Length];
    for (int c = 0; c < n.Length; c++) { w[c] = (double)rows.Length / {|BALG0201:n[c]|}; }
    return w;
}
//- counts made by hand with an index in a local
static double[] Of(IReadOnlyList<Cat> rows)
{
    long[] n = new long[2];
    for (int i = 0; i < rows.Count; i++) { int c = Cat.Classes.IndexOf(rows[i].Breed); n[c] += 1; }
    return n.Select(x => rows.Count / (2.0 * {|BALG0201:x|})).ToArray();
}
//- effective number by hand
static double Of(ClassCounts counts, int c, double beta) => (1 - beta) / {|BALG0201:(1 - Math.Pow(beta, counts[c]))|};
//- known counts with a known zero
static double Of(int c) => 1.0 / {|BALG0201:Gap.Classes.KnownCounts.Values[c]|};
//- known count of the empty class
static double Of() => 1.0 / {|BALG0201:Gap.Classes.KnownCounts.Values[1]|};
//- counts of a batch
static void Train(IndexedDataset<Cat> cats, double[] w)
{
    Span<long> seen = stackalloc long[2];
    foreach (var batch in cats.Batches(cats.RandomSampler(1), 10))
    {
        batch.CountClasses(seen);
        for (int c = 0; c < 2; c++) { w[c] = batch.Count / (2.0 * {|BALG0201:seen[c]|}); }
    }
}
//- foreach over the values
static double Sum(ClassCounts counts) { double sum = 0; foreach (long n in counts.Values) { sum += 1.0 / {|BALG0201:n|}; } return sum; }
//- foreach over a copy
static double Sum(ClassCounts counts) { double sum = 0; foreach (var n in counts.Values.ToArray().OrderBy(x => x)) { sum += 1.0 / {|BALG0201:n|}; } return sum; }
//- smallest count as divisor
static double Ratio(ClassCounts counts) => (double)counts.Values.ToArray().Max() / {|BALG0201:counts.Values.ToArray().Min()|};
//- first count as divisor
static double Ratio(ClassCounts counts) { var sorted = counts.Values.ToArray().OrderByDescending(n => n).ToList(); return (double)sorted.First() / {|BALG0201:sorted.Last()|}; }
//- compound assignment
static void Scale(ClassCounts counts, double[] w) { for (int c = 0; c < w.Length; c++) { w[c] /= {|BALG0201:counts[c]|}; } }
//- modulo
static long Rest(ClassCounts counts, int c) => counts.Total % {|BALG0201:counts[c]|};
//- field of counts
sealed class Loss
{
    private readonly ClassCounts _counts;
    public Loss(ClassCounts counts) => _counts = counts;
    public double Weight(int c) => (double)_counts.Total / {|BALG0201:_counts[c]|};
}
//- field of an array
sealed class Loss
{
    private readonly long[] _n;
    public Loss(ClassCounts counts) { _n = counts.Values.ToArray(); }
    public double Weight(int c) => 1.0 / {|BALG0201:_n[c]|};
}
//- property with a getter
sealed class Loss(ClassCounts counts)
{
    private long Smallest => counts.Values.ToArray().Min();
    public double Scale() => 1.0 / {|BALG0201:Smallest|};
}
//- primary constructor
sealed class Loss(ClassCounts counts)
{
    public double Weight(int c) => 1.0 / {|BALG0201:counts[c]|};
}
//- record with counts
sealed record Run(ClassCounts Counts, double Rate)
{
    public double Weight(int c) => Rate * Counts.Total / {|BALG0201:Counts[c]|};
}
//- method that returns the count
static long N(ClassCounts counts, int c) => counts[c];
static double Of(ClassCounts counts, int c) => 1.0 / {|BALG0201:N(counts, c)|};
//- zip of names and counts
static IEnumerable<(string, double)> Of(ClassCounts counts) =>
    counts.Classes.Names.ToArray().Zip(counts.Values.ToArray(), (name, n) => (name, 1.0 / {|BALG0201:n|}));
//- tuples of class and count
static void Show(ClassCounts counts)
{
    foreach (var (name, n) in counts.Classes.Names.ToArray().Zip(counts.Values.ToArray())) { Console.WriteLine($"{name} {1.0 / {|BALG0201:n|}}"); }
}
//- anonymous objects
static double[] Of(ClassCounts counts) =>
    Enumerable.Range(0, counts.Classes.Count).Select(c => new { Class = c, Count = counts[c] }).Select(x => 1.0 / {|BALG0201:x.Count|}).ToArray();
//- query syntax
static double[] Of(ClassCounts counts) => (from n in counts.Values.ToArray() select 1.0 / {|BALG0201:n|}).ToArray();
//- query syntax with let
static double[] Of(ClassCounts counts) => (from c in Enumerable.Range(0, counts.Classes.Count) let n = counts[c] select 1.0 / {|BALG0201:n|}).ToArray();
//- switch on the scheme
static double Of(ClassCounts counts, int c, string scheme) => scheme switch
{
    "inverse" => 1.0 / {|BALG0201:counts[c]|},
    "sqrt" => 1.0 / Math.Sqrt({|BALG0201:counts[c]|}),
    _ => 1,
};
//- async method
static async Task<double> Of(Task<ClassCounts> later, int c) { ClassCounts counts = await later; return 1.0 / {|BALG0201:counts[c]|}; }
//- guard of another class
static double Of(ClassCounts counts, int a, int b) => counts[a] > 0 ? 1.0 / {|BALG0201:counts[b]|} : 0;
//- total is tested and not the class
static double Of(ClassCounts counts, int c) { if (counts.Total == 0) return 0; return (double)counts.Total / {|BALG0201:counts[c]|}; }
//- guard that zero passes
static double Of(ClassCounts counts, int c) => counts[c] >= 0 ? 1.0 / {|BALG0201:counts[c]|} : 0;
//- a filter that has nothing to do with zero
static double[] Of(ClassCounts counts) => counts.Values.ToArray().Where(n => n < 1000).Select(n => 1.0 / {|BALG0201:n|}).ToArray();
//- a filter by name
static double[] Of(ClassCounts counts) =>
    Enumerable.Range(0, counts.Classes.Count).Where(c => counts.Classes[c] != "other").Select(c => 1.0 / {|BALG0201:counts[c]|}).ToArray();
//- maximum with zero
static double Of(ClassCounts counts, int c) => 1.0 / {|BALG0201:Math.Max(0, counts[c])|};
//- reciprocal of a copy to a span
static void Of(ClassCounts counts, double[] w)
{
    Span<long> n = stackalloc long[counts.Classes.Count];
    counts.Values.CopyTo(n);
    for (int c = 0; c < n.Length; c++) { w[c] = 1.0 / {|BALG0201:n[c]|}; }
}
//- collection expression
static double Of(ClassCounts counts, int c) { long[] n = [.. counts.Values]; return 1.0 / {|BALG0201:n[c]|}; }
//- converted to double
static double[] Of(ClassCounts counts)
{
    double[] n = counts.Values.ToArray().Select(x => (double)x).ToArray();
    return n.Select(x => n.Sum() / (n.Length * {|BALG0201:x|})).ToArray();
}
//- sum of the inverses
static double Of(ClassCounts counts) => counts.Values.ToArray().Sum(n => 1.0 / {|BALG0201:n|});
//- average of the inverses in a lambda with a body
static double Of(ClassCounts counts) => counts.Values.ToArray().Average(n => { double d = n; return 1 / {|BALG0201:d|}; });
//- assigned later
static double Of(ClassCounts counts, int c) { long n; n = counts[c]; return 1.0 / {|BALG0201:n|}; }
//- loop over the classes by name
static Dictionary<string, double> Of(ClassCounts counts)
{
    var w = new Dictionary<string, double>();
    foreach (string name in counts.Classes.Names) { w[name] = 1.0 / {|BALG0201:counts[counts.Classes.IndexOf(name)]|}; }
    return w;
}
//- counts of rows
static double Of(Cat[] rows, Breed breed) => (double)rows.Length / {|BALG0201:Cat.Classes.CountRows(rows)[Cat.Classes.IndexOf(breed)]|};
//- weight of each row
static float[] PerRow(Cat[] rows)
{
    ClassCounts counts = Cat.Classes.CountRows(rows);
    return rows.Select(row => 1f / {|BALG0201:counts[Cat.Classes.IndexOf(row)]|} ).ToArray();
}
//- trace of a run
static double Of(SamplerTrace trace, int c) => 100.0 / {|BALG0201:trace.DrawsOfClass[c]|};
//- decimal
static decimal Of(ClassCounts counts, int c) => 1m / {|BALG0201:counts[c]|};
//- caught exception of another kind
static long Of(ClassCounts counts, int c) { try { return counts.Total / {|BALG0201:counts[c]|}; } catch (InvalidOperationException) { return 0; } }
//- helper with a switch
static double Weigh(double n, bool root) { if (root) { return 1 / Math.Sqrt(n); } return 1 / n; }
static double[] Of(ClassCounts counts) => Enumerable.Range(0, counts.Classes.Count).Select(c => Weigh({|BALG0201:counts[c]|}, true)).ToArray();
//- side of a split
static double[] Of(IndexedDataset<Cat> cats)
{
    var split = cats.Split(0.2, 1);
    return split.Test.Counts.Values.ToArray().Select(n => 1.0 / {|BALG0201:n|}).ToArray();
}
//- conditional operator
static double Of(ClassCounts counts, int c) => counts[c] == 0 ? 0 : 1.0 / counts[c];
//- early return
static double Of(ClassCounts counts, int c) { long n = counts[c]; if (n == 0) { return 0; } return 1.0 / n; }
//- continue in a loop
static double Sum(ClassCounts counts) { double s = 0; for (int c = 0; c < counts.Classes.Count; c++) { if (counts[c] == 0) continue; s += 1.0 / counts[c]; } return s; }
//- filter before foreach
static double Sum(ClassCounts counts)
{
    double s = 0;
    foreach (int c in Enumerable.Range(0, counts.Classes.Count).Where(c => counts[c] != 0)) { s += 1.0 / counts[c]; }
    return s;
}
//- filter before foreach over values
static double Sum(ClassCounts counts) { double s = 0; foreach (long n in counts.Values.ToArray().Where(n => n > 0)) { s += 1.0 / n; } return s; }
//- filtered list first
static double[] Of(ClassCounts counts)
{
    var present = Enumerable.Range(0, counts.Classes.Count).Where(c => counts[c] > 0).ToList();
    return present.Select(c => 1.0 / counts[c]).ToArray();
}
//- filtered list by index
static void Of(ClassCounts counts, double[] w)
{
    int[] present = Enumerable.Range(0, counts.Classes.Count).Where(c => counts[c] > 0).ToArray();
    for (int i = 0; i < present.Length; i++) { int c = present[i]; w[c] = 1.0 / counts[c]; }
}
//- helper that throws
static void Require(ClassCounts counts) { foreach (long n in counts.Values) { if (n == 0) throw new InvalidOperationException("empty class"); } }
static double[] Of(ClassCounts counts) { Require(counts); return counts.Values.ToArray().Select(n => 1.0 / n).ToArray(); }
//- helper that throws on one count
static void NotZero(long n) { if (n <= 0) { throw new ArgumentException("no rows", nameof(n)); } }
static double Of(ClassCounts counts, int c) { NotZero(counts[c]); return 1.0 / counts[c]; }
//- helper that returns the checked count
static long Positive(long n) => n > 0 ? n : throw new InvalidOperationException();
static double Of(ClassCounts counts, int c) => 1.0 / Positive(counts[c]);
//- index of zero
static double[] Of(ClassCounts counts) { if (counts.Values.IndexOf(0) >= 0) { throw new InvalidOperationException(); } return counts.Values.ToArray().Select(n => 1.0 / n).ToArray(); }
//- contains zero
static double[] Of(ClassCounts counts) { if (counts.Values.Contains(0L)) return []; return counts.Values.ToArray().Select(n => 1.0 / n).ToArray(); }
//- all above zero
static double[] Of(ClassCounts counts)
{
    long[] n = counts.Values.ToArray();
    if (!n.All(x => x > 0)) throw new InvalidOperationException();
    return n.Select(x => 1.0 / x).ToArray();
}
//- all above zero around
static double[] Of(ClassCounts counts) => counts.Values.ToArray().All(x => x > 0) ? counts.Values.ToArray().Select(x => 1.0 / x).ToArray() : [];
//- any zero
static double Of(ClassCounts counts, int c) { if (counts.Values.ToArray().Any(n => n == 0)) return 1; return 1.0 / counts[c]; }
//- smallest is zero
static double[] Of(ClassCounts counts)
{
    var n = counts.Values.ToArray();
    if (n.Min() == 0) return new double[n.Length];
    return Array.ConvertAll(n, x => 1.0 / x);
}
//- smallest is above zero, in a local
static double Ratio(ClassCounts counts) { long min = counts.Values.ToArray().Min(); return min > 0 ? (double)counts.Total / min : 0; }
//- infinity of the quotient
static double Of(ClassCounts counts, int c) { double w = 1.0 / counts[c]; return double.IsInfinity(w) ? 0 : w; }
//- infinity in an if
static double Of(ClassCounts counts, int c) { double w = 1.0 / counts[c]; if (double.IsPositiveInfinity(w)) { w = 0; } return w; }
//- finite values only
static double[] Of(ClassCounts counts) => counts.Values.ToArray().Select(n => 1.0 / n).Where(double.IsFinite).ToArray();
//- finite or zero
static double[] Of(ClassCounts counts) => counts.Values.ToArray().Select(n => 1.0 / n).Select(w => double.IsFinite(w) ? w : 0).ToArray();
//- quotient capped
static double Of(ClassCounts counts, int c) => Math.Min(100, 1.0 / counts[c]);
//- exception of integer division
static long Of(ClassCounts counts, int c) { try { return counts.Total / counts[c]; } catch (DivideByZeroException) { return 0; } }
//- arithmetic exception
static decimal Of(ClassCounts counts, int c) { try { return 1m / counts[c]; } catch (ArithmeticException) { return 0; } }
//- known counts above zero
static double Of(int c) => 1.0 / Full.Classes.KnownCounts.Values[c];
//- known counts above zero by LINQ
static double[] Of() => Full.Classes.KnownCounts.Values.ToArray().Select(n => 1.0 / n).ToArray();
//- known counts as class counts
static double Of(int c) { ClassCounts counts = Full.Classes.KnownCounts.ToClassCounts(); return 1.0 / counts[c]; }
//- known count of a class with rows
static double Of() => 1.0 / Gap.Classes.KnownCounts.Values[0];
//- one more
static double Of(ClassCounts counts, int c) => 1.0 / (counts[c] + 1);
//- smoothing
static double[] Of(ClassCounts counts, double alpha) => counts.Values.ToArray().Select(n => 1.0 / (n + alpha)).ToArray();
//- at least one
static double Of(ClassCounts counts, int c) => 1.0 / Math.Max(1, counts[c]);
//- at least one in a local
static double Of(ClassCounts counts, int c) { double n = Math.Max(counts[c], 1L); return 1 / n; }
//- clamp
static double Of(ClassCounts counts, int c) => 1.0 / Math.Clamp(counts[c], 1, 1000);
//- one for zero
static double Of(ClassCounts counts, int c) { long n = counts[c] == 0 ? 1 : counts[c]; return 1.0 / n; }
//- one assigned for zero
static double Of(ClassCounts counts, int c) { long n = counts[c]; if (n == 0) { n = 1; } return 1.0 / n; }
//- divided by the total
static double Of(ClassCounts counts, int c) => (double)counts[c] / counts.Total;
//- divided by the largest
static double Of(ClassCounts counts, int c) => (double)counts[c] / counts.Values.ToArray().Max();
//- divided by the sum
static double[] Of(ClassCounts counts) { var n = counts.Values.ToArray(); double sum = n.Sum(); return n.Select(x => x / sum).ToArray(); }
//- number of classes
static double Of(ClassCounts counts) => (double)counts.Total / counts.Classes.Count;
//- own numbers
static double Of(long[] numbers, int c) => 1.0 / numbers[c];
//- library weights
static double Of(ClassCounts counts, int c) => ClassWeights.Balanced(counts)[c];
//- switch expression on the count
static double Of(ClassCounts counts, int c) => counts[c] switch { 0 => 0, var n => 1.0 / n };
//- switch statement on the count
static double Of(ClassCounts counts, int c) { switch (counts[c]) { case 0: return 0; default: return 1.0 / counts[c]; } }
//- pattern
static double Of(ClassCounts counts, int c) => counts[c] is > 0 and var n ? 1.0 / n : 0;
//- empty classes
static double Of(ClassCounts counts, int c) { if (counts.EmptyClasses.Count > 0) { throw new InvalidOperationException(); } return 1.0 / counts[c]; }
//- empty classes by any
static double[] Of(ClassCounts counts) => counts.EmptyClasses.Any() ? [] : counts.Values.ToArray().Select(n => 1.0 / n).ToArray();
//- empty classes in a set
static double Sum(ClassCounts counts)
{
    var empty = counts.EmptyClasses.ToHashSet();
    double s = 0;
    for (int c = 0; c < counts.Classes.Count; c++) { if (empty.Contains(c)) continue; s += 1.0 / counts[c]; }
    return s;
}
//- throw helper
static double Of(ClassCounts counts, int c) { ArgumentOutOfRangeException.ThrowIfNegativeOrZero(counts[c]); return 1.0 / counts[c]; }
//- assertion
static double Of(ClassCounts counts, int c) { System.Diagnostics.Debug.Assert(counts[c] > 0); return 1.0 / counts[c]; }
//- guard in a lambda
static double[] Of(ClassCounts counts) => counts.Values.ToArray().Select(n => n == 0 ? 0 : 1.0 / n).ToArray();
//- guard in a lambda with a body
static double[] Of(ClassCounts counts) => Array.ConvertAll(counts.Values.ToArray(), n => { if (n == 0) return 0; return 1.0 / n; });
//- where in query syntax
static double[] Of(ClassCounts counts) => (from n in counts.Values.ToArray() where n > 0 select 1.0 / n).ToArray();
//- helper that guards
static double Inv(long n) => n == 0 ? 0 : 1.0 / n;
static double[] Of(ClassCounts counts) => counts.Values.ToArray().Select(Inv).ToArray();
//- helper that guards with an if
static double Inv(double n) { if (n < 1) return 0; return 1 / n; }
static double Of(ClassCounts counts, int c) => Inv(counts[c]);
//- helper that tells
static bool IsEmpty(ClassCounts counts, int c) => counts[c] == 0;
static double Of(ClassCounts counts, int c) { if (IsEmpty(counts, c)) { return 0; } return 1.0 / counts[c]; }
//- loop that throws first
static double[] Of(ClassCounts counts)
{
    for (int c = 0; c < counts.Classes.Count; c++) { if (counts[c] == 0) throw new InvalidOperationException(counts.Classes[c]); }
    var w = new double[counts.Classes.Count];
    for (int c = 0; c < w.Length; c++) w[c] = 1.0 / counts[c];
    return w;
}
//- log of one more
static double Of(ClassCounts counts, int c) => Math.Log(counts[c] + 1);
//- log guarded
static double Of(ClassCounts counts, int c) => counts.ShareOf(c) > 0 ? Math.Log(counts.ShareOf(c)) : -100;
//- positive power
static double Of(ClassCounts counts, int c) => Math.Pow(counts[c], 0.5);
//- groups are never empty
static double[] Of(Cat[] rows) => rows.GroupBy(row => row.Breed).Select(g => (double)rows.Length / g.Count()).ToArray();
//- dictionary and try
static double Of(Dictionary<string, long> n, string name) => n.TryGetValue(name, out long count) && count > 0 ? 1.0 / count : 0;
//- hand-made counts with a guard
static double[] Of(Cat[] rows)
{
    var n = new int[2];
    foreach (var row in rows) { n[Cat.Classes.IndexOf(row)]++; }
    return n.Select(x => x > 0 ? (double)rows.Length / x : 0).ToArray();
}
//- average of something else
static double Mean(double[] losses, ClassCounts counts) { double s = 0; foreach (double l in losses) s += l; return s / losses.Length + 0 * counts.Total; }
//- field of an array with a guard
sealed class Loss
{
    private readonly long[] _n;
    public Loss(ClassCounts counts) { _n = counts.Values.ToArray(); }
    public double Weight(int c) => _n[c] == 0 ? 0 : 1.0 / _n[c];
}

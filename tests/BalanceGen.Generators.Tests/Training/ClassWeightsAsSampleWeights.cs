//- values of the class weights
static SampleWeights Make(IndexedDataset<Cat> cats) => new({|BALG0204:ClassWeights.Balanced(cats.Counts).Values|});
//- through a local
static SampleWeights Make(IndexedDataset<Cat> cats) { var w = ClassWeights.Balanced(cats.Counts); return new SampleWeights({|BALG0204:w.Values|}); }
//- copied
static SampleWeights Make(IndexedDataset<Cat> cats) { double[] w = ClassWeights.Balanced(cats.Counts).Values.ToArray(); return new SampleWeights({|BALG0204:w|}); }
//- passed to a trainer
static void Fit(double[] labels, double[]? sampleWeight = null) { }
static void Train(IndexedDataset<Cat> cats, double[] y) => Fit(y, sampleWeight: {|BALG0204:ClassWeights.Balanced(cats.Counts).Values.ToArray()|});
//- one hot of the number of classes
static SampleWeights Make() { var w = new double[Cat.Classes.Count]; w[0] = 1; return new SampleWeights({|BALG0204:w|}); }
//- as singles
static void Fit(float[] sampleWeights) { }
static void Train(IndexedDataset<Cat> cats) => Fit({|BALG0204:ClassWeights.Balanced(cats.Counts).Values.ToArray().Select(x => (float)x).ToArray()|});
//- weighted mean of the losses
static double Loss(ReadOnlySpan<double> losses, ClassWeights weights) => BatchWeights.WeightedMean(losses, {|BALG0204:weights.Values|}, LossReduction.SumOverBatchSize);
//- field
sealed class Trainer(IndexedDataset<Cat> cats)
{
    private readonly double[] _w = ClassWeights.Balanced(cats.Counts).Values.ToArray();
    public SampleWeights Weights() => new({|BALG0204:_w|});
}
//- spread over the rows
static SampleWeights Make(IndexedDataset<Cat> cats) => ClassWeights.Balanced(cats.Counts).ToSampleWeights(cats.Index);
//- one for each row
static SampleWeights Make(Cat[] rows, ClassWeights w) => new(rows.Select(row => w[Cat.Classes.IndexOf(row)]).ToArray());
//- array of the rows
static SampleWeights Make(Cat[] rows) { var w = new double[rows.Length]; Array.Fill(w, 1); return new SampleWeights(w); }
//- class weights where they belong
static void Fit(double[] classWeights) { }
static void Train(IndexedDataset<Cat> cats) => Fit(ClassWeights.Balanced(cats.Counts).Values.ToArray());
//- copied to the rows
static void Train(IndexedDataset<Cat> cats, double[] sampleWeight) { var w = ClassWeights.Balanced(cats.Counts); for (int i = 0; i < sampleWeight.Length; i++) sampleWeight[i] = w[i % 2]; }

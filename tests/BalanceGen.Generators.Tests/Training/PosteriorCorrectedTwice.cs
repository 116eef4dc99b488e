//- in the helper and after it
static double[] Predict(PosteriorCorrection correction, double[] scores)
{
    correction.Apply(scores.AsSpan());
    Console.WriteLine(scores[0]);
    correction.{|BALG0219:Apply|}(scores.AsSpan());
    return scores;
}
//- logits and probabilities
static float[] Softmax(float[] logits) => logits;
static float[] Predict(PosteriorCorrection correction, float[] logits)
{
    correction.AddTo(logits.AsSpan());
    var probabilities = Softmax(logits);
    correction.{|BALG0219:Apply|}(probabilities.AsSpan());
    return probabilities;
}
//- thresholds of corrected probabilities
static int Decide(PosteriorCorrection correction, double[] scores)
{
    double[] thresholds = correction.Thresholds(1, 20);
    correction.Apply(scores.AsSpan());
    return PosteriorCorrection.{|BALG0219:Decide<double>|}(scores, thresholds);
}
//- weighted loss that the correction does not know
static void Train(IndexedDataset<Cat> cats, torch.nn.Module<torch.Tensor, torch.Tensor> model, double[] scores)
{
    using var loss = torch.nn.CrossEntropyLoss(ClassWeights.Balanced(cats.Counts).ToTensor());
    foreach (var batch in cats.Batches(cats.RandomSampler(1), 32).ToTensors([4], (in Cat cat, Span<float> x) => x.Clear()).Epoch(0)) { loss.forward(model.forward(batch.Input), batch.Target).backward(); }
    PosteriorCorrection.{|BALG0219:Of|}(cats.Counts, TargetDistribution.AsSource, TargetDistribution.Of(0.9, 0.1)).Apply(scores.AsSpan());
}
//- importance weights
static PosteriorCorrection Train(IndexedDataset<Cat> cats, double[] w)
{
    var sampler = cats.BalancedSampler(1);
    var weights = ClassWeights.ImportanceCorrection(cats.Counts, TargetDistribution.Uniform, TargetDistribution.AsSource);
    foreach (var batch in cats.Batches(sampler, 32)) { batch.SampleWeights(weights, w); }
    return sampler.Plan.{|BALG0219:CorrectionTo|}(TargetDistribution.AsSource);
}
//- fine: told
static PosteriorCorrection Train(IndexedDataset<Cat> cats, double[] w)
{
    var weights = ClassWeights.Balanced(cats.Counts);
    foreach (var batch in cats.Batches(cats.RandomSampler(1), 32)) { batch.SampleWeights(weights, w); }
    return PosteriorCorrection.Of(cats.Counts, TargetDistribution.AsSource, TargetDistribution.AsSource).AfterClassWeights(weights);
}
//- fine: balanced draws alone
static void Predict(IndexedDataset<Cat> cats, double[] scores) => cats.BalancedSampler(1).Plan.CorrectionTo(TargetDistribution.AsSource).Apply(scores.AsSpan());
//- fine: each row once
static void Predict(PosteriorCorrection correction, List<double[]> rows)
{
    foreach (double[] row in rows) { correction.Apply(row.AsSpan()); }
}
//- fine: filled again
static void Fill(Span<double> scores) => scores.Fill(0.5);
static void Predict(PosteriorCorrection correction, double[] scores)
{
    Fill(scores);
    correction.Apply(scores.AsSpan());
    Fill(scores);
    correction.Apply(scores.AsSpan());
}

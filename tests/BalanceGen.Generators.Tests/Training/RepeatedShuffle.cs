//- one loader for all epochs
static void Train(torch.utils.data.Dataset data, torch.nn.Module<torch.Tensor, torch.Tensor> model)
{
    using var loader = torch.utils.data.DataLoader(data, 32, shuffle: true, seed: {|BALG0216:42|});
    for (int epoch = 0; epoch < 10; epoch++)
    {
        foreach (var batch in loader) { model.forward(batch["data"]); }
    }
}
//- loader in the loop, positional
static void Train(torch.utils.data.Dataset data)
{
    const int Seed = 7;
    for (int e = 1; e <= 20; e++)
    {
        var loader = new TorchSharp.Modules.DataLoader(data, 64, true, null, {|BALG0216:Seed|});
        foreach (var batch in loader) { Console.WriteLine(batch.Count); }
    }
}
//- while loop with a shuffler in a local
static void Train(torch.utils.data.Dataset data)
{
    var order = new TorchSharp.Utils.FisherYatesShuffler(data.Count, {|BALG0216:1|});
    var loader = torch.utils.data.DataLoader(data, 16, order);
    int epoch = 0;
    while (epoch < 5)
    {
        foreach (var batch in loader) { Console.WriteLine(batch.Count); }
        epoch++;
    }
}
//- ML.NET online learner
static void Train(MLContext ml, IDataView rows, Microsoft.ML.Trainers.AveragedPerceptronTrainer trainer, Microsoft.ML.Trainers.LinearBinaryModelParameters model)
{
    for (int epoch = 0; epoch < 5; epoch++)
    {
        IDataView shuffled = ml.Data.ShuffleRows(rows, seed: {|BALG0216:0|});
        model = trainer.Fit(shuffled, model).Model;
    }
}
//- field with a seed
static readonly int _seed = 42;
static void Train(torch.utils.data.Dataset data)
{
    using var loader = torch.utils.data.DataLoader(data, 32, shuffle: true, seed: {|BALG0216:_seed|});
    foreach (int epoch in Enumerable.Range(0, 10))
    {
        foreach (var batch in loader) { Console.WriteLine(batch.Count); }
    }
}
//- adapter made in the loop
static void Train(IndexedDataset<Cat> cats, Func<Cat, torch.Tensor> encode)
{
    var sampler = cats.BalancedSampler(1);
    for (int epoch = 0; epoch < 5; epoch++)
    {
        foreach (var batch in {|BALG0216:cats.ToDataLoader(sampler, 32, encode)|}) { Console.WriteLine(batch.Count); }
    }
}
//- fine: seed of the epoch
static void Train(torch.utils.data.Dataset data, int seed)
{
    for (int epoch = 0; epoch < 10; epoch++)
    {
        using var loader = torch.utils.data.DataLoader(data, 32, shuffle: true, seed: seed + epoch);
        foreach (var batch in loader) { Console.WriteLine(batch.Count); }
    }
}
//- fine: no seed
static void Train(torch.utils.data.Dataset data)
{
    using var loader = torch.utils.data.DataLoader(data, 32, shuffle: true);
    for (int epoch = 0; epoch < 10; epoch++) { foreach (var batch in loader) { Console.WriteLine(batch.Count); } }
}
//- fine: several models of one shuffled view
static void Train(MLContext ml, IDataView rows)
{
    var shuffled = ml.Data.ShuffleRows(rows, seed: 1);
    foreach (float rate in new[] { 0.1f, 0.01f }) { Console.WriteLine(ml.BinaryClassification.Trainers.AveragedPerceptron(learningRate: rate).Fit(shuffled)); }
}
//- fine: evaluation in order
static void Evaluate(torch.utils.data.Dataset test)
{
    using var loader = torch.utils.data.DataLoader(test, 32, shuffle: false);
    for (int epoch = 0; epoch < 10; epoch++) { foreach (var batch in loader) { Console.WriteLine(batch.Count); } }
}
//- fine: adapter made once
static void Train(IndexedDataset<Cat> cats, Func<Cat, torch.Tensor> encode)
{
    using var loader = cats.ToDataLoader(cats.BalancedSampler(1), 32, encode);
    for (int epoch = 0; epoch < 5; epoch++) { foreach (var batch in loader) { Console.WriteLine(batch.Count); } }
}

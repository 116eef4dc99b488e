//- steps of a schedule
static long Steps(IndexedDataset<Cat> cats, Func<Cat, torch.Tensor> encode)
{
    var over = cats.RandomOverSampler(1);
    using var loader = torch.utils.data.DataLoader(cats.ToTorchDataset(encode), 32, over.EpochRowNumbers());
    return 10 * {|BALG0217:loader.Count|};
}
//- progress bar
static void Train(torch.utils.data.Dataset data, Sampler sampler)
{
    IEnumerable<long> rows = sampler.EpochRowNumbers();
    var loader = new TorchSharp.Modules.DataLoader(data, 32, rows);
    int step = 0;
    foreach (var batch in loader) { Console.WriteLine($"{++step}/{{|BALG0217:loader.Count|}}"); }
}
//- base type
static void Train(IndexedDataset<Cat> cats, Func<Cat, torch.Tensor> encode)
{
    TorchSharp.Modules.DataLoader loader = cats.ToDataLoader(cats.BalancedSampler(1, epochLength: 1000), 32, encode);
    Console.WriteLine({|BALG0217:loader.Count|});
}
//- fine: own count
static long Steps(IndexedDataset<Cat> cats, Func<Cat, torch.Tensor> encode)
{
    using var loader = cats.ToDataLoader(cats.BalancedSampler(1), 32, encode);
    return loader.Count;
}
//- fine: shuffled data set
static long Steps(torch.utils.data.Dataset data) => torch.utils.data.DataLoader(data, 32, shuffle: true).Count;
//- fine: count of the data set
static long Rows(torch.utils.data.Dataset data, Sampler sampler)
{
    using var loader = torch.utils.data.DataLoader(data, 32, sampler.EpochRowNumbers());
    return data.Count;
}

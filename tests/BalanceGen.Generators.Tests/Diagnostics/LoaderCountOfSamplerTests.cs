using BalanceGen.CodeFixes;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class LoaderCountOfSamplerTests
{
    [Fact]
    public Task The_count_of_the_data_set_is_reported_where_rows_are_a_samplers() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.LoaderCountOfSampler,
            TrainerSource.Of("""
                static long Shuffler(torch.utils.data.Dataset data, RandomOverSampler sampler)
                {
                    var loader = new TorchSharp.Modules.DataLoader(data, 32, sampler.EpochRowNumbers());
                    return {|BALG0217:loader.Count|};
                }
                static void Kept(torch.utils.data.Dataset data, RandomOverSampler sampler)
                {
                    var rows = sampler.EpochRowNumbers();
                    using var loader = torch.utils.data.DataLoader(data, 32, rows);
                    for (int step = 0; step < {|BALG0217:loader.Count|}; step++) { Console.WriteLine(step); }
                }
                static long Base(IndexedDataset<Cat> cats, RandomOverSampler sampler, Func<Cat, torch.Tensor> encode)
                {
                    TorchSharp.Modules.DataLoader loader = cats.ToDataLoader(sampler, 32, encode);
                    return {|BALG0217:loader.Count|};
                }
                """));

    [Fact]
    public Task A_count_that_is_right_is_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.LoaderCountOfSampler,
            TrainerSource.Of("""
                static long Adapter(IndexedDataset<Cat> cats, RandomOverSampler sampler, Func<Cat, torch.Tensor> encode)
                {
                    var loader = cats.ToDataLoader(sampler, 32, encode);
                    return loader.Count + loader.BatchCount;
                }
                static long Plain(torch.utils.data.Dataset data)
                {
                    var loader = torch.utils.data.DataLoader(data, 32, shuffle: true);
                    return loader.Count;
                }
                static long Numbers(torch.utils.data.Dataset data, List<long> rows)
                {
                    var loader = new TorchSharp.Modules.DataLoader(data, 32, rows);
                    return loader.Count;
                }
                static long Unknown(TorchSharp.Modules.DataLoader loader) => loader.Count;
                static long Rows(torch.utils.data.Dataset data, RandomOverSampler sampler)
                {
                    var rows = sampler.EpochRowNumbers();
                    var loader = new TorchSharp.Modules.DataLoader(data, 32, rows);
                    foreach (var batch in loader) { Console.WriteLine(batch.Count); }
                    return rows.Count / 32;
                }
                """));

    [Theory]
    [InlineData(
        "TorchSharp.Modules.DataLoader loader = cats.ToDataLoader(sampler, 32, encode);",
        "'loader.Count' is computed from the rows of the data set, but this loader takes its rows from a sampler, whose epoch may be longer or shorter; keep the variable's type BalancedDataLoader, whose own Count is the number of batches")]
    [InlineData(
        "var loader = new TorchSharp.Modules.DataLoader(cats.ToTorchDataset(encode), 32, sampler.EpochRowNumbers());",
        "'loader.Count' is computed from the rows of the data set, but this loader takes its rows from a sampler, whose epoch may be longer or shorter; divide the sampler's EpochLength by the batch size, or make the loader with ToDataLoader")]
    public Task Message_ends_with_the_remedy(string made, string message) =>
        AnalyzerVerifier.VerifyAsync(Descriptors.LoaderCountOfSampler, Source(made, "{|BALG0217:loader.Count|}"), message);

    [Fact]
    public Task Fix_keeps_the_loaders_type() =>
        CodeFixVerifier.VerifyAsync<LoaderCountOfSamplerFixer>(
            Descriptors.LoaderCountOfSampler,
            Source("TorchSharp.Modules.DataLoader loader = cats.ToDataLoader(sampler, 32, encode);", "loader.Count"),
            Source("var loader = cats.ToDataLoader(sampler, 32, encode);", "loader.Count"));

    [Fact]
    public Task Fix_all_keeps_the_type_of_every_loader() =>
        CodeFixVerifier.VerifyFixAllAsync<LoaderCountOfSamplerFixer>(
            Descriptors.LoaderCountOfSampler,
            [Source("TorchSharp.Modules.DataLoader loader = cats.ToDataLoader(sampler, 32, encode);", "loader.Count + loader.Count")],
            [Source("var loader = cats.ToDataLoader(sampler, 32, encode);", "loader.Count + loader.Count")]);

    [Fact]
    public async Task Nothing_is_offered_for_a_shuffler() =>
        Assert.Empty(await CodeFixVerifier.TitlesAsync<LoaderCountOfSamplerFixer>(
            Descriptors.LoaderCountOfSampler,
            Source("var loader = new TorchSharp.Modules.DataLoader(cats.ToTorchDataset(encode), 32, sampler.EpochRowNumbers());", "loader.Count")));

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.LoaderCountOfSampler,
            Source("TorchSharp.Modules.DataLoader loader = cats.ToDataLoader(sampler, 32, encode);", "{|BALG0217:loader.Count|}"));

    private static string Source(string made, string count) => TrainerSource.Of($$"""
        static long A(IndexedDataset<Cat> cats, RandomOverSampler sampler, Func<Cat, torch.Tensor> encode)
        {
            {{made}}
            return {{count}};
        }
        """);
}

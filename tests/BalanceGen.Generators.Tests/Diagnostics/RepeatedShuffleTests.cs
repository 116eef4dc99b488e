using BalanceGen.CodeFixes;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class RepeatedShuffleTests
{
    [Fact]
    public Task A_seeded_shuffle_in_every_epoch_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.RepeatedShuffle,
            TrainerSource.Of("""
                static void Torch(torch.utils.data.Dataset data)
                {
                    using var loader = torch.utils.data.DataLoader(data, 32, shuffle: true, seed: {|BALG0216:42|});
                    for (int epoch = 0; epoch < 3; epoch++) { foreach (var batch in loader) { Console.WriteLine(batch.Count); } }
                }
                static void Constructed(torch.utils.data.Dataset data, int seed)
                {
                    for (int epoch = 0; epoch < 3; epoch++)
                    {
                        using var loader = new TorchSharp.Modules.DataLoader(data, 32, shuffle: true, seed: {|BALG0216:seed|});
                        foreach (var batch in loader) { Console.WriteLine(batch.Count); }
                    }
                }
                static void Shuffler(torch.utils.data.Dataset data)
                {
                    var loader = new TorchSharp.Modules.DataLoader(data, 32, new TorchSharp.Utils.FisherYatesShuffler(data.Count, seed: {|BALG0216:7|}));
                    int epoch = 0;
                    while (epoch++ < 3) { foreach (var batch in loader) { Console.WriteLine(batch.Count); } }
                }
                static void Rows(MLContext ml, IDataView rows)
                {
                    for (int epoch = 0; epoch < 3; epoch++)
                        foreach (var cat in ml.Data.CreateEnumerable<Row>(ml.Data.ShuffleRows(rows, seed: {|BALG0216:1|}), reuseRowObject: true)) { Console.WriteLine(cat.Breed); }
                }
                static void Kept(MLContext ml, IDataView rows)
                {
                    IDataView shuffled = ml.Data.ShuffleRows(rows, {|BALG0216:1|});
                    for (int epoch = 0; epoch < 3; epoch++)
                        foreach (var cat in ml.Data.CreateEnumerable<Row>(shuffled, reuseRowObject: true)) { Console.WriteLine(cat.Breed); }
                }
                static void Online(MLContext ml, IDataView rows, Microsoft.ML.Trainers.AveragedPerceptronTrainer trainer, Microsoft.ML.Trainers.LinearBinaryModelParameters model)
                {
                    for (int epoch = 0; epoch < 3; epoch++) { model = trainer.Fit(ml.Data.ShuffleRows(rows, seed: {|BALG0216:1|}), model).Model; }
                }
                static void Adapter(IndexedDataset<Cat> cats, BalancedSampler sampler, Func<Cat, torch.Tensor> encode)
                {
                    for (int epoch = 0; epoch < 3; epoch++)
                    {
                        using var loader = {|BALG0216:cats.ToDataLoader(sampler, 32, encode)|};
                        foreach (var batch in loader) { Console.WriteLine(batch.Count); }
                    }
                }
                sealed class Row { public string Breed { get; set; } = ""; }
                """));

    [Fact]
    public Task Orders_that_differ_or_are_used_once_are_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.RepeatedShuffle,
            TrainerSource.Of("""
                static void OtherSeed(torch.utils.data.Dataset data)
                {
                    for (int epoch = 0; epoch < 3; epoch++)
                    {
                        using var loader = torch.utils.data.DataLoader(data, 32, shuffle: true, seed: 42 + epoch);
                        foreach (var batch in loader) { Console.WriteLine(batch.Count); }
                    }
                }
                static void NoSeed(torch.utils.data.Dataset data)
                {
                    var loader = torch.utils.data.DataLoader(data, 32, shuffle: true);
                    for (int epoch = 0; epoch < 3; epoch++) { foreach (var batch in loader) { Console.WriteLine(batch.Count); } }
                }
                static void InOrder(torch.utils.data.Dataset data)
                {
                    var loader = torch.utils.data.DataLoader(data, 32, shuffle: false, seed: 1);
                    for (int epoch = 0; epoch < 3; epoch++) { foreach (var batch in loader) { Console.WriteLine(batch.Count); } }
                }
                static void Once(torch.utils.data.Dataset data)
                {
                    foreach (var batch in torch.utils.data.DataLoader(data, 32, shuffle: true, seed: 42)) { Console.WriteLine(batch.Count); }
                }
                static void Epochs(IndexedDataset<Cat> cats, BalancedSampler sampler, Func<Cat, torch.Tensor> encode)
                {
                    using var loader = cats.ToDataLoader(sampler, 32, encode);
                    for (int epoch = 0; epoch < 3; epoch++) { foreach (var batch in loader) { Console.WriteLine(batch.Count); } }
                }
                static void Numbered(IndexedDataset<Cat> cats, BalancedSampler sampler, Func<Cat, torch.Tensor> encode)
                {
                    for (int epoch = 0; epoch < 3; epoch++)
                    {
                        using var loader = cats.ToDataLoader(sampler, 32, encode, firstEpoch: epoch);
                        foreach (var batch in loader) { Console.WriteLine(batch.Count); }
                    }
                }
                static void Shuffler(torch.utils.data.Dataset data, Sampler sampler)
                {
                    var loader = new TorchSharp.Modules.DataLoader(data, 32, sampler.EpochRowNumbers());
                    for (int epoch = 0; epoch < 3; epoch++) { foreach (var batch in loader) { Console.WriteLine(batch.Count); } }
                }
                static void Settings(MLContext ml, IDataView rows, IEstimator<ITransformer>[] trainers)
                {
                    IDataView shuffled = ml.Data.ShuffleRows(rows, seed: 1);
                    for (int leaves = 4; leaves < 64; leaves *= 2) { Console.WriteLine(trainers[0].Fit(shuffled)); }
                }
                static void Folds(MLContext ml, IDataView[] folds)
                {
                    foreach (IDataView fold in folds)
                        foreach (var cat in ml.Data.CreateEnumerable<Row>(ml.Data.ShuffleRows(fold, seed: 1), reuseRowObject: true)) { Console.WriteLine(cat.Breed); }
                }
                sealed class Row { public string Breed { get; set; } = ""; }
                """));

    [Fact]
    public Task Message_names_the_shuffle_and_ends_with_the_remedy() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.RepeatedShuffle,
            Made("{|BALG0216:42|}"),
            "'DataLoader' shuffles with the same seed in every epoch of this loop, so every epoch has the same order; add the number of the epoch to the seed");

    [Theory]
    [InlineData("42", "42 + epoch")]
    [InlineData("2 * 21", "(2 * 21) + epoch")]
    public Task Fix_adds_the_epoch(string seed, string expected) =>
        CodeFixVerifier.VerifyAsync<RepeatedShuffleFixer>(Descriptors.RepeatedShuffle, Made(seed), Made(expected));

    [Fact]
    public Task Fix_all_adds_the_epoch_everywhere()
    {
        string two = Twice(Made("42"));
        return CodeFixVerifier.VerifyFixAllAsync<RepeatedShuffleFixer>(Descriptors.RepeatedShuffle, [two], [two.Replace("seed: 42", "seed: 42 + epoch", StringComparison.Ordinal)]);
    }

    [Fact]
    public async Task Nothing_is_offered_where_the_shuffle_is_made_before_the_loop() =>
        Assert.Empty(await CodeFixVerifier.TitlesAsync<RepeatedShuffleFixer>(
            Descriptors.RepeatedShuffle,
            TrainerSource.Of("""
                static void A(torch.utils.data.Dataset data)
                {
                    var loader = torch.utils.data.DataLoader(data, 32, shuffle: true, seed: 42);
                    for (int epoch = 0; epoch < 3; epoch++) { foreach (var batch in loader) { Console.WriteLine(batch.Count); } }
                }
                """)));

    [Fact]
    public Task Can_be_suppressed() => AnalyzerVerifier.VerifySuppressionAsync(Descriptors.RepeatedShuffle, Made("{|BALG0216:42|}"));

    private static string Made(string seed) => TrainerSource.Of($$"""
        static void A(torch.utils.data.Dataset data)
        {
            for (int epoch = 0; epoch < 3; epoch++)
            {
                using var loader = torch.utils.data.DataLoader(data, 32, shuffle: true, seed: {{seed}});
                foreach (var batch in loader) { Console.WriteLine(batch.Count); }
            }
        }
        """);

    private static string Twice(string source)
    {
        int from = source.IndexOf("static void A", StringComparison.Ordinal);
        int end = source.LastIndexOf('}');
        return source[..end] + source[from..end].Replace("void A", "void B", StringComparison.Ordinal) + "}";
    }
}

using System.Text.RegularExpressions;
using BalanceGen.Evaluation;
using BalanceGen.Loading;
using BalanceGen.Sampling;
using BalanceGen.Weights;
using TorchSharp;
using TorchSharp.Modules;

namespace BalanceGen.TorchSharp.Tests.Documentation;

/// <summary>The programs of the pages on TorchSharp, compiled and run, and compared with the pages.</summary>
public sealed partial class PageTests
{
    private static readonly CatPhoto[] Photos = [.. Enumerable.Range(0, 170).Select(photo => new CatPhoto($"{photo}.png", photo < 160 ? Breed.Siamese : Breed.Birman))];

    private static string Root { get; } = FindRoot();

    [Theory]
    [InlineData("docs/torchsharp.md", "csharp")]
    [InlineData("docs/losses.md", "csharp")]
    [InlineData("docs/adapters.md", "cs")]
    [InlineData("src/BalanceGen.TorchSharp/README.md", "csharp")]
    public void The_programs_of_the_page_are_the_ones_that_are_compiled_here(string page, string fence)
    {
        string own = Joined(File.ReadAllText(Path.Combine(Root, "tests", "BalanceGen.TorchSharp.Tests", "Documentation", "PageTests.cs")));
        string text = File.ReadAllText(Path.Combine(Root, page));
        string part = fence == "cs" ? text[text.IndexOf("## TorchSharp", StringComparison.Ordinal)..text.IndexOf("## ML.NET", StringComparison.Ordinal)] : text;
        string[] programs = [.. Program().Matches(part).Where(program => program.Groups[1].Value == fence).Select(program => program.Groups[2].Value)];
        Assert.NotEmpty(programs);
        Assert.All(programs, program => Assert.Contains(Joined(program), own, StringComparison.Ordinal));
    }

    [TensorFact]
    public void The_page_on_TorchSharp_runs()
    {
        CatPhoto[] photos = Photos;
        using Sequential model = torch.nn.Sequential(torch.nn.Flatten(), torch.nn.Linear(3 * 32 * 32, 2));
        using torch.optim.Optimizer optimizer = torch.optim.SGD(model.parameters(), 0.1);
        using var loss = new WeightedCrossEntropyLoss(null, LossReduction.SumOverBatchSize);
        SamplerState saved = default;

        IndexedDataset<CatPhoto> cats = CatPhoto.Classes.Index(photos);
        BalancedSampler sampler = cats.BalancedSampler(seed: 42);
        TensorBatches<CatPhoto> batches = cats.Batches(sampler, batchSize: 10).ToTensors(
            [3, 32, 32],
            (in CatPhoto photo, Span<float> x) => Decode(photo.File, x),        // on the loader's workers, ahead of the loop
            new TensorLoadOptions { Workers = 8, Prefetch = 4 });

        for (long epoch = 0; epoch < 2; epoch++)
        {
            foreach (TensorBatch batch in batches.Epoch(epoch))
            {
                using DisposeScope step = torch.NewDisposeScope();
                optimizer.zero_grad();
                loss.call(model.call(batch.Input), batch.Target).backward();
                optimizer.step();
                saved = batch.State;
            }
        }

        Assert.Equal(340, saved.Draw);
        TensorBatches<CatPhoto> augmented = cats.Batches(sampler, batchSize: 10).ToTensors(
            [3, 32, 32], (in CatPhoto photo, DrawContext context, Span<float> x) => DecodeView(photo.File, context.Seed, x));
        Assert.Equal(17, augmented.Count);
        Measure(cats, sampler, batches, model);
    }

    [TensorFact]
    public void The_programs_with_TorchSharps_loader_run()
    {
        IndexedDataset<CatPhoto> cats = CatPhoto.Classes.Index(Photos);
        BalancedSampler sampler = cats.BalancedSampler(seed: 42);
        int rows = 0;
        void Train(torch.Tensor data, torch.Tensor label) => rows += (int)(data.shape[0] + label.shape[0]);

        using BalancedDataLoader loader = cats.ToDataLoader(sampler, batchSize: 10, photo => ToTensor(photo));
        foreach (Dictionary<string, torch.Tensor> batch in loader)
        {
            Train(batch["data"], batch["label"]);
        }

        Assert.Equal(340, rows);
        Assert.Equal(6, OfAdapters(cats, sampler));
    }

    [TensorFact]
    public void The_page_on_losses_runs()
    {
        IndexedDataset<CatPhoto> cats = CatPhoto.Classes.Index(Photos);
        ClassCounts counts = cats.Counts;
        ImbalancedLoss[] losses =
        [
            new WeightedCrossEntropyLoss(ClassWeights.Balanced(counts), LossReduction.SumOverBatchSize),
            new FocalLoss(gamma: 2, alpha: ClassWeights.Balanced(counts)),
            new LogitAdjustedLoss(LogitPriors.Of(counts, tau: 1)),
            new ClassBalancedLoss(counts, beta: 0.99, ClassBalancedLossType.Focal),
            new LdamLoss(
                counts, maxMargin: 0.5, scale: 30, new DeferredWeights(ClassWeights.EffectiveNumber(counts, beta: 0.9999), firstEpoch: 160)),
            new AsymmetricLoss(gammaNegative: 4, gammaPositive: 1, clip: 0.05),
        ];
        Assert.All(losses, loss => loss.Dispose());
    }

    [TensorFact]
    public void The_readme_of_the_package_runs()
    {
        IndexedDataset<CatPhoto> cats = CatPhoto.Classes.Index(Photos);
        BalancedSampler sampler = cats.BalancedSampler(seed: 42);
        const long epoch = 1;
        int rows = 0;
        void Train(torch.Tensor input, torch.Tensor target) => rows += (int)(input.shape[0] + target.shape[0]);

        TensorBatches<CatPhoto> batches = cats.Batches(sampler, batchSize: 10).ToTensors(
            [3, 32, 32], (in CatPhoto photo, Span<float> x) => Decode(photo.File, x));
        foreach (TensorBatch batch in batches.Epoch(epoch))
        {
            Train(batch.Input, batch.Target);
        }

        Assert.Equal(340, rows);
    }

    private static void Measure(IndexedDataset<CatPhoto> cats, BalancedSampler sampler, TensorBatches<CatPhoto> batches, Sequential model)
    {
        using torch.Tensor classWeights = ClassWeights.Balanced(cats.Counts).ToTensor();
        using torch.Tensor priors = LogitPriors.Of(cats.Counts).ToTensor(dtype: torch.ScalarType.Float64);
        var matrix = new ConfusionMatrix(cats.Classes);
        var calibration = new CalibrationTable(cats.Classes);
        using var correction = new PosteriorCorrectionLayer(sampler.Plan.CorrectionTo(TargetDistribution.AsSource));
        foreach (TensorBatch batch in batches)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            torch.Tensor logits = correction.call(model.call(batch.Input));     // for predictions, not in training
            matrix.AddScores(logits, batch.Target);
            calibration.Add(torch.nn.functional.softmax(logits, 1), batch.Target);
        }

        Assert.Equal(170, matrix.Rows);
        Assert.Equal(170, calibration.Rows);
        Assert.Equal(classWeights.shape, priors.shape);
    }

    private static long OfAdapters(IndexedDataset<CatPhoto> cats, BalancedSampler sampler)
    {
        torch.Device device = torch.CPU;
        IndexedTensorDataset<CatPhoto> dataset = cats.ToTorchDataset(ToTensor);
        EpochRowNumbers rows = sampler.EpochRowNumbers();
        using var loader = torch.utils.data.DataLoader(dataset, 32, sampler.EpochRowNumbers(), device);
        long batches = 0;
        foreach (Dictionary<string, torch.Tensor> batch in loader)
        {
            batches++;
        }

        Assert.Equal((rows.Count + 31) / 32, batches);
        return batches;
    }

    private static torch.Tensor ToTensor(CatPhoto photo) => torch.full(3, photo.File.Length);

    private static void Decode(string file, Span<float> pixels) => pixels.Fill(file.Length);

    private static void DecodeView(string file, ulong seed, Span<float> pixels) => pixels.Fill(file.Length + (int)(seed % 2));

    private static string Joined(string code) => string.Join('\n', code.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "BalanceGen.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }

    [GeneratedRegex("```(csharp|cs)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Program();
}

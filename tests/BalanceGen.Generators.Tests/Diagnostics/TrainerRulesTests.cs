using BalanceGen.Generators.Diagnostics;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BalanceGen.Generators.Tests.Diagnostics;

/// <summary>The rules about samplers and weights, across the packages for TorchSharp and ML.NET, and their silence where neither is referenced.</summary>
public sealed class TrainerRulesTests
{
    [Fact]
    public Task Weights_in_a_loss_of_TorchSharp_beside_a_balancing_sampler_are_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.DoubleCorrection,
            TrainerSource.Of("""
                static void Loss(IndexedDataset<Cat> cats, torch.nn.Module<torch.Tensor, torch.Tensor> model)
                {
                    using var loss = torch.nn.CrossEntropyLoss(weight: ClassWeights.{|BALG0203:Balanced|}(cats.Counts).ToTensor());
                    foreach (var batch in cats.Batches(cats.BalancedSampler(1), 10).ToTensors([4], (in Cat cat, Span<float> x) => x.Clear()).Epoch(1))
                    {
                        loss.forward(model.forward(batch.Input), batch.Target).backward();
                    }
                }
                static void Function(IndexedDataset<Cat> cats, torch.nn.Module<torch.Tensor, torch.Tensor> model)
                {
                    var weights = ClassWeights.{|BALG0203:EffectiveNumber|}(cats.Counts, 0.999).ToTensor();
                    foreach (var batch in cats.Batches(cats.WeightedRandomSampler(1), 10).ToTensors([4], (in Cat cat, Span<float> x) => x.Clear()).Epoch(1))
                    {
                        torch.nn.functional.cross_entropy(model.forward(batch.Input), batch.Target, weights).backward();
                    }
                }
                static void ByHand(IndexedDataset<Cat> cats, torch.nn.Module<torch.Tensor, torch.Tensor> model)
                {
                    float[] perClass = new float[2];
                    perClass[1] = 10;
                    var counts = cats.Counts;
                    float[] inverse = counts.ToArray().Select(n => 1f / Math.Max(1, n)).ToArray();
                    using var loss = torch.nn.CrossEntropyLoss({|BALG0203:torch.tensor(inverse)|});
                    foreach (var batch in cats.Batches(cats.BalancedSampler(1), 10).ToTensors([4], (in Cat cat, Span<float> x) => x.Clear()).Epoch(1))
                    {
                        loss.forward(model.forward(batch.Input), batch.Target).backward();
                    }
                }
                static void OfPaper(IndexedDataset<Cat> cats, torch.nn.Module<torch.Tensor, torch.Tensor> model, Func<Cat, torch.Tensor> encode)
                {
                    using var loss = new {|BALG0203:ClassBalancedLoss|}(cats.Counts, 0.999);
                    foreach (var batch in cats.ToDataLoader(cats.BalancedSampler(1), 10, encode)) { loss.forward(model.forward(batch["data"]), batch["label"]).backward(); }
                }
                static void Adjusted(IndexedDataset<Cat> cats, torch.nn.Module<torch.Tensor, torch.Tensor> model, Func<Cat, torch.Tensor> encode)
                {
                    using var loss = new LogitAdjustedLoss(LogitPriors.{|BALG0203:Of|}(cats.Counts));
                    foreach (var batch in cats.ToDataLoader(cats.BalancedSampler(1), 10, encode)) { loss.forward(model.forward(batch["data"]), batch["label"]).backward(); }
                }
                """));

    [Fact]
    public Task One_correction_with_TorchSharp_is_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.DoubleCorrection,
            TrainerSource.Of("""
                static void Natural(IndexedDataset<Cat> cats, torch.nn.Module<torch.Tensor, torch.Tensor> model, Func<Cat, torch.Tensor> encode)
                {
                    using var loss = torch.nn.CrossEntropyLoss(ClassWeights.Balanced(cats.Counts).ToTensor());
                    foreach (var batch in cats.ToDataLoader(cats.RandomSampler(1), 10, encode)) { loss.forward(model.forward(batch["data"]), batch["label"]).backward(); }
                }
                static void Importance(IndexedDataset<Cat> cats, torch.nn.Module<torch.Tensor, torch.Tensor> model, Func<Cat, torch.Tensor> encode)
                {
                    var weights = ClassWeights.ImportanceCorrection(cats.Counts, TargetDistribution.Uniform, TargetDistribution.AsSource);
                    using var loss = torch.nn.CrossEntropyLoss(weights.ToTensor());
                    foreach (var batch in cats.ToDataLoader(cats.BalancedSampler(1), 10, encode)) { loss.forward(model.forward(batch["data"]), batch["label"]).backward(); }
                }
                static void Unweighted(IndexedDataset<Cat> cats, torch.nn.Module<torch.Tensor, torch.Tensor> model, Func<Cat, torch.Tensor> encode)
                {
                    using var loss = torch.nn.CrossEntropyLoss();
                    Console.WriteLine(cats.Counts);
                    foreach (var batch in cats.ToDataLoader(cats.BalancedSampler(1), 10, encode)) { loss.forward(model.forward(batch["data"]), batch["label"]).backward(); }
                }
                """));

    [Fact]
    public Task A_weight_column_on_resampled_rows_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.DoubleCorrection,
            TrainerSource.Of("""
                static object Oversampled(MLContext ml, IDataView train)
                {
                    var weighed = ml.Data.{|BALG0203:AddClassWeights|}(train, "Label", counts => ClassWeights.Balanced(counts));
                    var balanced = ml.Data.Oversample(weighed, "Label", seed: 1);
                    return ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(exampleWeightColumnName: "Weight").Fit(balanced);
                }
                static object Sampled(MLContext ml, IDataView train)
                {
                    const string Column = "ClassWeight";
                    var weighed = ml.Data.{|BALG0203:AddClassWeights|}(train, "Label", c => ClassWeights.InverseFrequency(c), Column);
                    var options = new Microsoft.ML.Trainers.SdcaMaximumEntropyMulticlassTrainer.Options { ExampleWeightColumnName = Column };
                    return ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(options).Fit(ml.Data.SampleEpoch(weighed, "Label", index => new BalancedSampler(index, 1), 0));
                }
                static object OfRows(MLContext ml, IndexedDataset<Cat> cats) =>
                    cats.ToDataView(columns => columns.Label().Weight(ClassWeights.{|BALG0203:Balanced|}(cats.Counts)), cats.BalancedSampler(1), epoch: 0);
                """));

    [Fact]
    public Task A_weight_column_that_nothing_reads_or_rows_as_they_are_are_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.DoubleCorrection,
            TrainerSource.Of("""
                static object Unread(MLContext ml, IDataView train)
                {
                    var weighed = ml.Data.AddClassWeights(train, "Label", counts => ClassWeights.Balanced(counts));
                    return ml.MulticlassClassification.Trainers.SdcaMaximumEntropy().Fit(ml.Data.Oversample(weighed, "Label", seed: 1));
                }
                static object OtherColumn(MLContext ml, IDataView train)
                {
                    var weighed = ml.Data.AddClassWeights(train, "Label", counts => ClassWeights.Balanced(counts));
                    return ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(exampleWeightColumnName: "Survey").Fit(ml.Data.Oversample(weighed, "Label", seed: 1));
                }
                static object Natural(MLContext ml, IDataView train)
                {
                    var weighed = ml.Data.AddClassWeights(train, "Label", counts => ClassWeights.Balanced(counts));
                    return ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(exampleWeightColumnName: "Weight").Fit(weighed);
                }
                static object Counted(MLContext ml, IDataView train)
                {
                    // The weights of rows that are balanced already are all 1.
                    var weighed = ml.Data.AddClassWeights(ml.Data.Oversample(train, "Label", seed: 1), "Label", counts => ClassWeights.Balanced(counts));
                    return ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(exampleWeightColumnName: "Weight").Fit(weighed);
                }
                """));

    [Fact]
    public Task A_split_of_resampled_views_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.SplitAfterResampling,
            TrainerSource.Of("""
                static object Oversampled(MLContext ml, IDataView data) => ml.Data.{|BALG0214:TrainTestSplit|}(ml.Data.Oversample(data, "Label", seed: 1), 0.2);
                static object Folds(MLContext ml, IDataView data)
                {
                    var balanced = ml.Data.SampleEpoch(data, "Label", index => new WeightedRandomSampler(index, 1), 0);
                    return ml.Data.{|BALG0214:CrossValidationSplit|}(balanced);
                }
                static object Validated(MLContext ml, IndexedDataset<Cat> cats, IEstimator<ITransformer> pipeline)
                {
                    var sampler = cats.BalancedSampler(1);
                    var epoch = cats.ToDataView(columns => columns.Label(), sampler, epoch: 0);
                    return ml.MulticlassClassification.{|BALG0214:CrossValidate|}(epoch, pipeline);
                }
                static object Stratified(MLContext ml, IDataView data) => ml.Data.{|BALG0214:StratifiedTrainTestSplit|}(ml.Data.Oversample(data, "Label", 1), "Label", 0.2, seed: 1);
                """));

    [Fact]
    public Task A_split_before_resampling_is_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.SplitAfterResampling,
            TrainerSource.Of("""
                static object Sides(MLContext ml, IDataView data)
                {
                    var split = ml.Data.TrainTestSplit(data, 0.2);
                    return (ml.Data.Oversample(split.TrainSet, "Label", seed: 1), split.TestSet);
                }
                static object Fewer(MLContext ml, IDataView data) => ml.Data.TrainTestSplit(ml.Data.Undersample(data, "Label", seed: 1), 0.2);
                static object Balanced(MLContext ml, IDataView data, IEstimator<ITransformer> pipeline) =>
                    ml.MulticlassClassification.StratifiedCrossValidate(data, pipeline, 5, seed: 1, balance: train => ml.Data.Oversample(train, "Label", seed: 1));
                static object Rows(MLContext ml, IndexedDataset<Cat> cats) => ml.Data.TrainTestSplit(cats.ToDataView(columns => columns.Label()), 0.2);
                """));

    [Fact]
    public Task Tensors_of_the_same_epoch_in_every_turn_are_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.RepeatedEpoch,
            TrainerSource.Of("""
                static void A(IndexedDataset<Cat> cats)
                {
                    var batches = cats.Batches(cats.BalancedSampler(1), 10).ToTensors([4], (in Cat cat, Span<float> x) => x.Clear());
                    for (int epoch = 0; epoch < 3; epoch++) { foreach (var batch in {|BALG0206:batches|}) { Console.WriteLine(batch.Count); } }
                    for (int epoch = 0; epoch < 3; epoch++) { foreach (var batch in batches.Epoch(epoch)) { Console.WriteLine(batch.Count); } }
                }
                """));

    /// <summary>A program may have types of its own with these names.</summary>
    [Fact]
    public async Task Without_the_packages_nothing_is_reported()
    {
        const string Program = """
            using BalanceGen;
            using Microsoft.ML;
            namespace Microsoft.ML
            {
                public interface IDataView;
                public sealed class DataOperations
                {
                    public IDataView TrainTestSplit(IDataView data, double testFraction = 0.1, string? samplingKeyColumnName = null, int? seed = null) => data;
                    public IDataView ShuffleRows(IDataView data, int? seed = null) => data;
                    public System.Collections.Generic.IEnumerable<int> CreateEnumerable(IDataView data) => [];
                }
            }
            public enum Breed { Siamese, Birman }
            [BalancedDataset] public partial record struct Cat([ClassLabel] Breed Breed);
            public static class Training
            {
                public static object A(DataOperations ml, IDataView data, IndexedDataset<Cat> cats)
                {
                    for (int epoch = 0; epoch < 3; epoch++)
                    {
                        foreach (int row in ml.CreateEnumerable(ml.ShuffleRows(data, seed: 1))) { System.Console.WriteLine(row + cats.Counts.Total); }
                    }

                    return ml.TrainTestSplit(data, samplingKeyColumnName: "Label");
                }
            }
            """;
        var compilation = TestCompilation.Of(Program).WithReferences(TestCompilation.LibraryReferences);
        Assert.Empty((await AnalyzerVerifier.DiagnosticsAsync(compilation, [new UsageAnalyzer()])).Where(diagnostic => diagnostic.Id.StartsWith("BALG", StringComparison.Ordinal)));
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic is { Severity: DiagnosticSeverity.Error, Id: not "CS0117" });
    }

    [Fact]
    public void Programs_under_test_refer_to_the_real_assemblies()
    {
        CSharpCompilation compilation = TestCompilation.Of("");
        Assert.NotNull(compilation.GetTypeByMetadataName("TorchSharp.Modules.DataLoader`2"));
        Assert.NotNull(compilation.GetTypeByMetadataName("TorchSharp.Utils.FisherYatesShuffler"));
        Assert.NotNull(compilation.GetTypeByMetadataName("Microsoft.ML.DataOperationsCatalog"));
        CSharpCompilation without = compilation.WithReferences(TestCompilation.LibraryReferences);
        Assert.Null(without.GetTypeByMetadataName("Microsoft.ML.DataOperationsCatalog"));
    }
}

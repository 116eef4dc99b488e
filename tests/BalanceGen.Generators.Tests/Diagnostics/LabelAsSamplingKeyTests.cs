using BalanceGen.CodeFixes;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class LabelAsSamplingKeyTests
{
    [Fact]
    public Task A_label_as_sampling_key_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.LabelAsSamplingKey,
            TrainerSource.Of("""
                static object Default(MLContext ml, IDataView data) => ml.Data.TrainTestSplit(data, 0.2, samplingKeyColumnName: {|BALG0218:"Label"|});
                static object Folds(MLContext ml, IDataView data) => ml.Data.CrossValidationSplit(data, 5, {|BALG0218:"Label"|});
                static object Named(MLContext ml, IDataView data)
                {
                    const string Breed = "Breed";
                    var split = ml.Data.TrainTestSplit(data, samplingKeyColumnName: {|BALG0218:Breed|});
                    return ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(labelColumnName: Breed).Fit(split.TrainSet);
                }
                static object Validated(MLContext ml, IDataView data, IEstimator<ITransformer> pipeline) =>
                    ml.MulticlassClassification.CrossValidate(data, pipeline, labelColumnName: "Breed", samplingKeyColumnName: {|BALG0218:"Breed"|});
                static object Options(MLContext ml, IDataView data)
                {
                    var options = new Microsoft.ML.Trainers.SdcaMaximumEntropyMulticlassTrainer.Options { LabelColumnName = "Breed" };
                    return (ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(options), ml.Data.TrainTestSplit(data, samplingKeyColumnName: {|BALG0218:"Breed"|}));
                }
                """));

    [Fact]
    public Task A_key_that_groups_rows_is_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.LabelAsSamplingKey,
            TrainerSource.Of("""
                static object Patient(MLContext ml, IDataView data)
                {
                    var split = ml.Data.TrainTestSplit(data, samplingKeyColumnName: "Patient");
                    return ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(labelColumnName: "Breed").Fit(split.TrainSet);
                }
                static object None(MLContext ml, IDataView data) => ml.Data.TrainTestSplit(data, 0.2, samplingKeyColumnName: null, seed: 1);
                static object Absent(MLContext ml, IDataView data) => ml.Data.TrainTestSplit(data, 0.2);
                static object Unknown(MLContext ml, IDataView data, string key) => ml.Data.TrainTestSplit(data, samplingKeyColumnName: key);
                static object Stratified(MLContext ml, IDataView data) => ml.Data.StratifiedTrainTestSplit(data, "Label", 0.2, seed: 1);
                """));

    [Fact]
    public Task Message_names_the_column_and_the_split_that_is_meant() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.LabelAsSamplingKey,
            Split("ml.Data.TrainTestSplit(data, samplingKeyColumnName: {|BALG0218:\"Label\"|})"),
            "'TrainTestSplit' keeps rows with the same sampling key together, so with the label 'Label' as the key each class is either only trained or only tested; use StratifiedTrainTestSplit of BalanceGen.ML, which puts rows of every class in both");

    [Theory]
    [InlineData("ml.Data.TrainTestSplit(data, samplingKeyColumnName: \"Label\")", "ml.Data.StratifiedTrainTestSplit(data, \"Label\", testFraction: 0.1, seed: 1)")]
    [InlineData("ml.Data.TrainTestSplit(data, 0.25, \"Label\", 7)", "ml.Data.StratifiedTrainTestSplit(data, \"Label\", testFraction: 0.25, seed: 7)")]
    [InlineData("ml.Data.TrainTestSplit(seed: 3, samplingKeyColumnName: \"Label\", data: data)", "ml.Data.StratifiedTrainTestSplit(data, \"Label\", testFraction: 0.1, seed: 3)")]
    [InlineData("ml.Data.CrossValidationSplit(data, samplingKeyColumnName: \"Label\")", "ml.Data.StratifiedCrossValidationSplit(data, \"Label\", folds: 5, seed: 1)")]
    public Task Fix_splits_by_the_label(string old, string expected) =>
        CodeFixVerifier.VerifyAsync<LabelAsSamplingKeyFixer>(Descriptors.LabelAsSamplingKey, Split(old), Split(expected));

    [Fact]
    public Task Fix_needs_no_using() =>
        CodeFixVerifier.VerifyAsync<LabelAsSamplingKeyFixer>(
            Descriptors.LabelAsSamplingKey,
            Split("ml.Data.TrainTestSplit(data, samplingKeyColumnName: \"Label\")").Replace("using BalanceGen.ML;\n", "", StringComparison.Ordinal),
            Split("BalanceGen.ML.ViewBalancing.StratifiedTrainTestSplit(ml.Data, data, \"Label\", testFraction: 0.1, seed: 1)").Replace("using BalanceGen.ML;\n", "", StringComparison.Ordinal));

    [Fact]
    public Task Fix_all_splits_by_the_label_everywhere() =>
        CodeFixVerifier.VerifyFixAllAsync<LabelAsSamplingKeyFixer>(
            Descriptors.LabelAsSamplingKey,
            [Two("ml.Data.TrainTestSplit(data, samplingKeyColumnName: \"Label\")")],
            [Two("ml.Data.StratifiedTrainTestSplit(data, \"Label\", testFraction: 0.1, seed: 1)")]);

    [Theory]
    [InlineData("static DataOperationsCatalog.TrainTestData A(MLContext ml, IDataView data) => ml.Data.TrainTestSplit(data, samplingKeyColumnName: \"Label\");")]
    [InlineData("static void A(MLContext ml, IDataView data) { DataOperationsCatalog.TrainTestData split = ml.Data.TrainTestSplit(data, samplingKeyColumnName: \"Label\"); }")]
    [InlineData("static void A(MLContext ml, IDataView data, int? seed) { var split = ml.Data.TrainTestSplit(data, samplingKeyColumnName: \"Label\", seed: seed); }")]
    [InlineData("static void A(MLContext ml, IDataView data, IEstimator<ITransformer> p) { var all = ml.MulticlassClassification.CrossValidate(data, p, samplingKeyColumnName: \"Label\"); }")]
    public async Task Nothing_is_offered_where_the_result_could_not_replace_it(string member) =>
        Assert.Empty(await CodeFixVerifier.TitlesAsync<LabelAsSamplingKeyFixer>(Descriptors.LabelAsSamplingKey, TrainerSource.Of(member)));

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(Descriptors.LabelAsSamplingKey, Split("ml.Data.TrainTestSplit(data, samplingKeyColumnName: {|BALG0218:\"Label\"|})"));

    private static string Split(string call) => TrainerSource.Of($$"""
        static void A(MLContext ml, IDataView data)
        {
            var split = {{call}};
            Console.WriteLine(split);
        }
        """);

    private static string Two(string call) => TrainerSource.Of($$"""
        static void A(MLContext ml, IDataView data)
        {
            var split = {{call}};
            Console.WriteLine(split.TestSet);
        }
        static IDataView B(MLContext ml, IDataView data) => {{call}}.TrainSet;
        """);
}

using BalanceGen.Generators.Diagnostics.Analyzers;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class EmptyClassUsedAnalyzerTests
{
    private const string Types = """
        public enum Breed { Siamese, Birman }
        [BalancedDataset(ClassCounts = "cats.classcounts.csv")] public partial record struct Cat([ClassLabel] Breed Breed);
        [BalancedDataset, ClassCount(Breed.Siamese, 1), ClassCount(Breed.Birman, 0)] public partial record struct Declared([ClassLabel] Breed Breed);
        [BalancedDataset, ClassCount(Breed.Siamese, 1), ClassCount(Breed.Birman, 1)] public partial record struct Full([ClassLabel] Breed Breed);
        [BalancedDataset(ZeroCounts = ZeroCountRule.ZeroWeight), ClassCount(Breed.Siamese, 1), ClassCount(Breed.Birman, 0)] public partial record struct LeftOut([ClassLabel] Breed Breed);
        """;

    private static readonly ProjectFiles Files = new ProjectFiles().With("/cats.classcounts.csv", "Siamese,160");

    [Fact]
    public Task Weights_and_samplers_that_would_throw_are_reported() =>
        AnalyzerVerifier.VerifyAsync<EmptyClassUsedAnalyzer>(
            UsageSource.Of(
                """
                static object A(IndexedDataset<Cat> cats) => ClassWeights.{|BALG0211:Balanced|}(cats.Counts);
                static object B(Declared[] rows) => ClassWeights.{|BALG0211:EffectiveNumber|}(Declared.Classes.CountRows(rows), 0.9);
                static object C(IndexedDataset<Cat> cats) => cats.{|BALG0211:BalancedSampler|}(1);
                static object D(IndexedDataset<Cat> cats) { var index = cats.Index; return new {|BALG0211:WeightedRandomSampler|}(index, 1); }
                static object E(IndexedDataset<Cat> cats) => cats.{|BALG0211:WeightedRandomSampler|}(1, Cat.Classes.KnownCounts.Tables);
                """,
                Types),
            Files,
            "ClassWeights.Balanced throws an EmptyClassException, because class 'Birman' of 'Cat' is not in 'cats.classcounts.csv' and so has 0 rows; pass a ZeroCountPolicy",
            "ClassWeights.EffectiveNumber throws an EmptyClassException, because class 'Birman' of 'Declared' is declared with 0 rows; pass a ZeroCountPolicy",
            "BalancedSampler throws an EmptyClassException, because class 'Birman' of 'Cat' is not in 'cats.classcounts.csv' and so has 0 rows; pass a ZeroCountPolicy",
            "WeightedRandomSampler throws an EmptyClassException, because class 'Birman' of 'Cat' is not in 'cats.classcounts.csv' and so has 0 rows; pass a ZeroCountPolicy",
            "WeightedRandomSampler throws an EmptyClassException, because class 'Birman' of 'Cat' is not in 'cats.classcounts.csv' and so has 0 rows; pass a ZeroCountPolicy");

    [Fact]
    public Task Policies_and_classes_with_rows_are_fine() =>
        AnalyzerVerifier.VerifyAsync<EmptyClassUsedAnalyzer>(
            UsageSource.Of(
                """
                static object A(IndexedDataset<Cat> cats) => ClassWeights.Balanced(cats.Counts, ZeroCountPolicy.ZeroWeight);
                static object B(IndexedDataset<Full> cats) => ClassWeights.Balanced(cats.Counts);
                static object C(IndexedDataset<Cat> cats) => cats.BalancedSampler(1, zeroCounts: ZeroCountPolicy.Throw);
                static object D(IndexedDataset<Cat> cats) => cats.BalancedSampler(1, TargetDistribution.AsSource);
                static object E(ClassCounts counts) => ClassWeights.Balanced(counts);
                static object F(IndexedDataset<Cat> cats) => cats.RandomSampler(1);
                static object G(IndexedDataset<LeftOut> cats) => cats.BalancedSampler(1, LeftOut.Classes.KnownCounts.Tables);
                """,
                Types),
            Files);

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync<EmptyClassUsedAnalyzer>(
            UsageSource.Of("static object A(IndexedDataset<Cat> cats) => cats.{|BALG0211:BalancedSampler|}(1);", Types), Files);
}

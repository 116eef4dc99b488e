using BalanceGen.Classes;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class WrongNumberOfClassesTests
{
    [Fact]
    public Task Every_list_with_one_number_for_each_class_is_counted() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.WrongNumberOfClasses,
            UsageSource.Of("""
                static object A(IndexedDataset<Cat> cats) => cats.BalancedSampler(1, {|BALG0212:TargetDistribution.Of(1)|});
                static object B(IndexedDataset<Cat> cats) => new WeightedRandomSampler(cats.Index, 1, target: {|BALG0212:TargetDistribution.Proportional(1, 2, 3)|});
                static object C(IndexedDataset<Cat> cats) => new ClassWeights(cats.Classes, {|BALG0212:1, 2, 3|});
                static object D(IndexedDataset<Cat> cats) => cats.MinimumQuotaSampler(1, 10, {|BALG0212:[1, 1, 1]|});
                static object E() => new ClassCounts(Cat.Classes.Set, {|BALG0212:1|});
                static object F() { var set = new ClassSet("a", "b"); double[] w = [1, 2, 3]; return new ClassWeights(set, {|BALG0212:w|}); }
                """),
            "One number is given for the 2 classes of 'Cat', which throws a ClassMismatchException; give one for each of: Siamese, Birman",
            "3 numbers are given for the 2 classes of 'Cat', which throws a ClassMismatchException; give one for each of: Siamese, Birman",
            "3 numbers are given for the 2 classes of 'Cat', which throws a ClassMismatchException; give one for each of: Siamese, Birman",
            "3 numbers are given for the 2 classes of 'Cat', which throws a ClassMismatchException; give one for each of: Siamese, Birman",
            "One number is given for the 2 classes of 'Cat', which throws a ClassMismatchException; give one for each of: Siamese, Birman",
            "3 numbers are given for the 2 classes of 'ClassSet', which throws a ClassMismatchException; give one for each of: a, b");

    /// <summary>What is reported is refused by the library, each time.</summary>
    [Theory]
    [InlineData("rows.BalancedSampler(1, {|BALG0212:TargetDistribution.Of(1)|})")]
    [InlineData("rows.WeightedRandomSampler(1, target: {|BALG0212:TargetDistribution.Proportional(1, 2, 3)|})")]
    [InlineData("rows.MinimumQuotaSampler(1, 10, {|BALG0212:[1, 1, 1]|})")]
    [InlineData("new ClassWeights(rows.Classes, {|BALG0212:1, 2, 3|})")]
    [InlineData("new ClassCounts(rows.Classes, {|BALG0212:1, 2, 3|})")]
    public async Task What_is_reported_throws(string expression)
    {
        string source = UsageSource.Of($$"""
            static object Make(IndexedDataset<Cat> rows) => {{expression}};
            public static object Run() => Make(Cat.Classes.Index(new Cat[] { new("a", Breed.Siamese), new("b", Breed.Birman) }));
            """);

        await AnalyzerVerifier.VerifyAsync(Descriptors.WrongNumberOfClasses, source);

        using var loaded = new LoadedAssembly(MarkedSource.Parse(source).Text);
        Assert.Throws<ClassMismatchException>(() => loaded.Call("Training"));
    }

    [Fact]
    public Task Lists_of_the_right_length_or_of_an_unknown_one_are_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.WrongNumberOfClasses,
            UsageSource.Of("""
                static object A(IndexedDataset<Cat> cats) => cats.BalancedSampler(1, TargetDistribution.Of(0.5, 0.5));
                static object B(IndexedDataset<Cat> cats, double[] shares) => cats.BalancedSampler(1, TargetDistribution.Of(shares));
                static object C(ClassSet classes) => new ClassWeights(classes, 1, 2, 3);
                static object D(IndexedDataset<Cat> cats) => cats.MinimumQuotaSampler(1, 10, [1, 2]);
                static object E() => TargetDistribution.Of(0.2, 0.3, 0.5);
                static object F(IndexedDataset<Cat> cats) => ClassWeights.Balanced(cats.Counts);
                """));

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.WrongNumberOfClasses,
            UsageSource.Of("static object A(IndexedDataset<Cat> cats) => cats.BalancedSampler(1, {|BALG0212:TargetDistribution.Of(1)|});"));
}

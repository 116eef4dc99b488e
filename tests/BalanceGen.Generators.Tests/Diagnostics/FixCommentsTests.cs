using System.Globalization;
using BalanceGen.CodeFixes;
using BalanceGen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BalanceGen.Generators.Tests.Diagnostics;

/// <summary>
/// Fixes of code that uses the library, where every token of that code has a comment behind it, or stands on a line of its own, in a struct nested in a generic type: a fix keeps all
/// comments, and its result compiles.
/// </summary>
public sealed class FixCommentsTests
{
    private const string Even = "[BalancedDataset, ClassCount(false, 100), ClassCount(true, 105)] public partial record struct Even([ClassLabel] bool Label);";

    private const string Empty = "[BalancedDataset, ClassCount(false, 0), ClassCount(true, 1)] public partial record struct Row([ClassLabel] bool Label);";

    private const string Declared = "[BalancedDataset(ZeroCounts = ZeroCountRule.ZeroWeight), ClassCount(false, 0), ClassCount(true, 1)] public partial record struct Row([ClassLabel] bool Label);";

    /// <summary>For each fix code that it fixes.</summary>
    private static readonly Dictionary<string, string[]> Sources = new()
    {
        [nameof(BalancedCountsResampledFixer)] = [UsageSource.Of("static object A(IndexedDataset<Even> rows) => rows.WeightedRandomSampler(1);", Even)],
        [nameof(BatchKeptFixer)] = [UsageSource.Of("static async System.Threading.Tasks.Task A(IndexedDataset<Cat> cats, Sampler sampler, Func<int, System.Threading.Tasks.Task> step) { foreach (var batch in cats.Batches(sampler, 10)) { await step(batch.Count); } }")],
        [nameof(BatchSmallerThanClassesFixer)] = [UsageSource.Of("static Batches<Digit> A(IndexedDataset<Digit> digits) => digits.Batches(digits.BalancedSampler(1), batchSize: 9);")],
        [nameof(ClassWeightsAsSampleWeightsFixer)] = [UsageSource.Of("static object A(IndexedDataset<Cat> cats) => new SampleWeights(ClassWeights.Balanced(cats.Counts).Values);")],
        [nameof(DiscardedStateFixer)] = [UsageSource.Of("static void A(Batches<Cat> batches, SamplerState state) { batches.ResumeFrom(state); foreach (var batch in batches) { } }")],
        [nameof(EmptyClassUsedFixer)] =
        [
            UsageSource.Of("static object A(IndexedDataset<Row> rows) => ClassWeights.Balanced(rows.Counts);", Empty),
            UsageSource.Of("static object A(IndexedDataset<Row> rows) => new WeightedRandomSampler(rows.Index, 1);", Declared),
        ],
        [nameof(HandWrittenCodeFixer)] =
        [
            UsageSource.Of("static int A(Cat cat) => cat.Breed switch { Breed.Siamese => 0, Breed.Birman => 1, _ => throw new Exception() };"),
            UsageSource.Of("static bool A(List<Cat> cats) { var counts = cats.GroupBy(cat => cat.Breed).ToDictionary(group => group.Key, group => group.Count()); return counts[Breed.Birman] > 9; }"),
        ],
        [nameof(LabelAsSamplingKeyFixer)] = [TrainerSource.Of("static void A(MLContext ml, IDataView data) { var split = ml.Data.TrainTestSplit(data, samplingKeyColumnName: \"Label\"); Console.WriteLine(split); }")],
        [nameof(LoaderCountOfSamplerFixer)] = [TrainerSource.Of("static long A(IndexedDataset<Cat> cats, RandomOverSampler sampler, Func<Cat, torch.Tensor> encode) { TorchSharp.Modules.DataLoader loader = cats.ToDataLoader(sampler, 32, encode); return loader.Count; }")],
        [nameof(PosteriorCorrectedTwiceFixer)] = [TrainerSource.Of("static void A(IndexedDataset<Cat> cats, double[] w) { var used = ClassWeights.Balanced(cats.Counts); Fit(used); var correction = PosteriorCorrection.Of(cats.Counts, TargetDistribution.AsSource, TargetDistribution.AsSource); correction.Apply<double>(w); } static void Fit(object weights) { }")],
        [nameof(RepeatedEpochFixer)] =
        [
            UsageSource.Of("static void A(IndexedDataset<Cat> cats) { for (int e = 0; e < 3; e++) foreach (var x in cats.Batches(cats.BalancedSampler(1), 10)) { } }"),
            UsageSource.Of("static void A(IndexedDataset<Cat> cats) { for (int e = 0; e < 3; e++) foreach (var x in new WeightedRandomSampler(cats.Index, 7)) { } }"),
        ],
        [nameof(RepeatedShuffleFixer)] = [TrainerSource.Of("static void A(torch.utils.data.Dataset data) { for (int epoch = 0; epoch < 3; epoch++) { using var loader = torch.utils.data.DataLoader(data, 32, shuffle: true, seed: 42); foreach (var batch in loader) { Console.WriteLine(batch.Count); } } }")],
        [nameof(ReplacementOffFixer)] = [UsageSource.Of("static object A(RowIndex index) => new WeightedRandomSampler(index, 1, null, false);")],
        [nameof(ShareOfEmptyClassFixer)] = [UsageSource.Of("static object A(IndexedDataset<Row> rows) => rows.BalancedSampler(1, TargetDistribution.Of(0.4, 0.6));", Empty)],
        [nameof(SharesDoNotAddUpFixer)] = [UsageSource.Of("static object A() => TargetDistribution.Of(1, 9);")],
        [nameof(UnguardedCountDivisionFixer)] =
        [
            UsageSource.Of("static double A(ClassCounts counts, int c) => 1.0 / counts[c];"),
            UsageSource.Of("static double A(ClassCounts counts, int c) => counts.Total / (double)(counts.Classes.Count * counts[c]);"),
        ],
    };

    public static TheoryData<string, int, string> Cases()
    {
        var cases = new TheoryData<string, int, string>();
        foreach ((string fixer, string[] sources) in Sources)
        {
            for (int number = 0; number < sources.Length; number++)
            {
                cases.Add(fixer, number, " /* # */ ");
                cases.Add(fixer, number, " // #\n");
                cases.Add(fixer, number, "\n\n\t");
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_fix_keeps_comments_and_odd_white_space_behind_every_token(string fixer, int number, string behind)
    {
        var provider = (CodeFixProvider)Activator.CreateInstance(typeof(RuleFixer).Assembly.GetTypes().Single(type => type.Name == fixer))!;
        DiagnosticDescriptor rule = typeof(Rules.Descriptors).GetFields().Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>()
            .Single(descriptor => descriptor.Id == provider.FixableDiagnosticIds.Single());

        Assert.True(await CodeFixVerifier.KeepsCommentsAsync(provider, rule, Behind(Sources[fixer][number], behind)) > 0, "No fix is offered.");
    }

    /// <summary>Every fix of code has its row above; those of attributes and files have tests of their own for comments.</summary>
    [Fact]
    public void Every_fix_of_code_is_tried()
    {
        string[] ofUsage =
        [
            .. typeof(RuleFixer).Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
                .Where(type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds.Any(id => id.StartsWith("BALG02", StringComparison.Ordinal)))
                .Select(type => type.Name)
                .Except([nameof(SplitWithoutGroupsFixer)]),
        ];

        Assert.Equal(ofUsage.Order(), Sources.Keys.Order());
    }

    private static string Behind(string source, string text)
    {
        // Nested, so that a name which is simplified must still be found there.
        SyntaxNode root = CSharpSyntaxTree.ParseText(
            source.Replace("public static class Training\n{", "public static class Outer<T>\n{\npublic struct Training\n{", StringComparison.Ordinal) + "\n}\n", TestCompilation.ParseOptions).GetRoot();
        var training = root.DescendantNodes().OfType<StructDeclarationSyntax>().Single(type => type.Identifier.ValueText == "Training");
        int number = 0;
        return root.ReplaceTokens(
            training.Members.SelectMany(member => member.DescendantTokens()),
            (token, _) => token.WithTrailingTrivia(SyntaxFactory.ParseTrailingTrivia(text.Replace("#", (++number).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)))).ToFullString();
    }
}

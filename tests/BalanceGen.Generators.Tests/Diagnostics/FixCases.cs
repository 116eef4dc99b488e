using BalanceGen.CodeFixes;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

/// <summary>At least one case for every fix and every refactoring. <see cref="FixMatrixTests"/> tries them in all contexts.</summary>
internal static class FixCases
{
    private const string Cat = "public enum Breed { Siamese, Birman }\n[BalancedDataset] public partial record struct Cat(string File, [ClassLabel] Breed Breed);";

    private const string Digit = "[BalancedDataset] public partial record struct Digit([ClassLabel(Min = 0, Max = 9)] int Value);";

    private const string Even = "[BalancedDataset, ClassCount(false, 100), ClassCount(true, 105)] public partial record struct Even([ClassLabel] bool Label);";

    private const string Empty = "[BalancedDataset, ClassCount(false, 0), ClassCount(true, 1)] public partial record struct Data([ClassLabel] bool Label);";

    private const string Declared = "[BalancedDataset(ZeroCounts = ZeroCountRule.ZeroWeight), ClassCount(false, 0), ClassCount(true, 1)] public partial record struct Data([ClassLabel] bool Label);";

    private const string Breeds = "public enum Breed { Siamese, Birman, Bengal }";

    private const string OfFile = "[BalancedDataset(ClassCounts = \"$file\", ZeroCounts = ZeroCountRule.ZeroWeight)] public partial record struct Row([ClassLabel] Breed Breed);";

    private const string ListOfFile = "/// <summary>A row.</summary>\n[BalancedDataset(ClassCounts = \"$file\")]\npublic partial record struct Row([ClassLabel(\"Siamese\", \"Birman\")] string Breed);";

    public static IReadOnlyList<FixCase> All { get; } = [.. OfCode, .. OfTrainers, .. OfTypes, .. OfFiles];

    private static IEnumerable<FixCase> OfCode =>
    [
        new(typeof(BalancedCountsResampledFixer), "static object A(IndexedDataset<Even> rows) => rows.WeightedRandomSampler(1);", Even),
        new(typeof(BalancedCountsResampledFixer), "static object A(IndexedDataset<Even> rows) { WeightedRandomSampler sampler = rows.WeightedRandomSampler(seed: 1); return sampler; }", Even),
        new(typeof(BatchKeptFixer), "static async System.Threading.Tasks.Task A(IndexedDataset<Cat> cats, Sampler sampler, Func<int, System.Threading.Tasks.Task> step) { foreach (var batch in cats.Batches(sampler, 10)) { await step(batch.Count); } }", Cat),
        new(typeof(BatchSmallerThanClassesFixer), "static Batches<Digit> A(IndexedDataset<Digit> digits) => digits.Batches(digits.BalancedSampler(1), batchSize: 9);", Digit),
        new(typeof(ClassWeightsAsSampleWeightsFixer), "static object A(IndexedDataset<Cat> cats) => new SampleWeights(ClassWeights.Balanced(cats.Counts).Values);", Cat),
        new(typeof(DiscardedStateFixer), "static void A(Batches<Cat> batches, SamplerState state) { batches.ResumeFrom(state); foreach (var batch in batches) { } }", Cat),
        new(typeof(EmptyClassUsedFixer), "static object A(IndexedDataset<Data> rows) => ClassWeights.Balanced(rows.Counts);", Empty) { Then = ["BALG0101"] },
        new(typeof(EmptyClassUsedFixer), "static object A(IndexedDataset<Data> rows) => new WeightedRandomSampler(rows.Index, 1);", Declared),
        new(typeof(HandWrittenCodeFixer), "static int A(Cat cat) => cat.Breed switch { Breed.Siamese => 0, Breed.Birman => 1, _ => throw new Exception() };", Cat),
        new(typeof(HandWrittenCodeFixer), "static bool A(List<Cat> cats) { var counts = cats.GroupBy(cat => cat.Breed).ToDictionary(group => group.Key, group => group.Count()); return counts[Breed.Birman] > 9; }", Cat),
        new(typeof(HandWrittenCodeFixer), "static bool A(List<Cat> cats, List<Cat> more) { Dictionary<Breed, int> counts = cats.CountBy(cat => cat.Breed).ToDictionary(); var others = more.CountBy(cat => cat.Breed).ToDictionary(); return counts[Breed.Birman] > 9 && others[Breed.Siamese] > counts[Breed.Siamese]; }", Cat),
        new(typeof(RepeatedEpochFixer), "static void A(IndexedDataset<Cat> cats) { for (int e = 0; e < 3; e++) foreach (var x in cats.Batches(cats.BalancedSampler(1), 10)) { } }", Cat),
        new(typeof(RepeatedEpochFixer), "static void A(IndexedDataset<Cat> cats) { for (int e = 0; e < 3; e++) foreach (var x in new WeightedRandomSampler(cats.Index, 7)) { } }", Cat),
        new(typeof(ReplacementOffFixer), "static object A(RowIndex index) => new WeightedRandomSampler(index, 1, null, false);"),
        new(typeof(ShareOfEmptyClassFixer), "static object A(IndexedDataset<Data> rows) => rows.BalancedSampler(1, TargetDistribution.Of(0.4, 0.6));", Declared),
        new(typeof(SharesDoNotAddUpFixer), "static object A() => TargetDistribution.Of(1, 9);"),
        new(typeof(SplitWithoutGroupsFixer), "[BalancedDataset] public partial record struct Row(string File, string PatientId, [ClassLabel] bool Label) { public static object A(IndexedDataset<Row> rows) => rows.Split(0.2, 1); }"),
        new(typeof(UnguardedCountDivisionFixer), "static double A(ClassCounts counts, int c) => 1.0 / counts[c];"),
        new(typeof(UnguardedCountDivisionFixer), "static double A(ClassCounts counts, int c) => (double)counts.Total / counts.Values[c];"),
        new(typeof(UnguardedCountDivisionFixer), "static double A(ClassCounts counts, int c) => counts.Total / (double)(counts.Classes.Count * counts[c]);"),
        new(typeof(UnguardedCountDivisionFixer), "static double A(IndexedDataset<Cat> cats, int c) { double total = cats.Counts.Total; return 1 + total / (cats.Counts[c] * (double)cats.Classes.Count); }", Cat),
    ];

    private static IEnumerable<FixCase> OfTrainers =>
    [
        new(typeof(LabelAsSamplingKeyFixer), "static void A(MLContext ml, IDataView data) { var split = ml.Data.TrainTestSplit(data, samplingKeyColumnName: \"Label\"); Console.WriteLine(split); }"),
        new(typeof(LoaderCountOfSamplerFixer), "static long A(IndexedDataset<Cat> cats, RandomOverSampler sampler, Func<Cat, torch.Tensor> encode) { TorchSharp.Modules.DataLoader loader = cats.ToDataLoader(sampler, 32, encode); return loader.Count; }", Cat),
        new(typeof(PosteriorCorrectedTwiceFixer), "static void A(IndexedDataset<Cat> cats, double[] w) { var used = ClassWeights.Balanced(cats.Counts); Fit(used); var correction = PosteriorCorrection.Of(cats.Counts, TargetDistribution.AsSource, TargetDistribution.AsSource); correction.Apply<double>(w); } static void Fit(object weights) { }", Cat),
        new(typeof(RepeatedShuffleFixer), "static void A(torch.utils.data.Dataset data) { for (int epoch = 0; epoch < 3; epoch++) { using var loader = torch.utils.data.DataLoader(data, 32, shuffle: true, seed: 42); foreach (var batch in loader) { Console.WriteLine(batch.Count); } } }"),
    ];

    private static IEnumerable<FixCase> OfTypes =>
    [
        new(typeof(TargetNotPartialFixer), "/// <summary>A row.</summary>\n[BalancedDataset] public record struct Row([ClassLabel] bool Label);") { IsInTypesThatAreNotPartial = true },
        new(typeof(NoLabelFixer), "/// <summary>A row.</summary>\n[BalancedDataset] public partial record struct Row(bool IsOld, Breed Breed);", Breeds),
        new(typeof(NoLabelFixer), "[BalancedDataset] public partial class Row { /// <summary>Whether it is old.</summary>\n[Obsolete] public bool IsOld { get; init; }\n public Breed Breed; }", Breeds),
        new(typeof(CountOfUnknownClassFixer), "[BalancedDataset] [ClassCount(\"ham\", 4825), ClassCount(\"spma\", 747)] public partial record struct Row([ClassLabel(\"ham\", \"spam\")] string Label);"),
        new(typeof(ZeroCountClassFixer), "[BalancedDataset, ClassCount(false, 0), ClassCount(true, 1)] public partial record struct Row([ClassLabel] bool Label);"),
        new(typeof(MakeBalancedDatasetRefactoring), "/// <summary>A row.</summary>\npublic readonly record struct Row(double Weight, Breed Breed) { public bool IsOld { get; init; } }", Breeds) { IsInTypesThatAreNotPartial = true },
    ];

    private static IEnumerable<FixCase> OfFiles =>
    [
        new(typeof(ZeroCountClassFixer), "[BalancedDataset(ClassCounts = \"$file\")] public partial record struct Row([ClassLabel] bool Label);") { File = "False,0\nTrue,7\n" },
        new(typeof(CreateCountFileFixer), "[BalancedDataset(ClassCounts = \"$file\")] public partial record struct Row([ClassLabel(\"a, b\", \"c\")] string Label);") { Then = ["BALG0101"] },
        new(typeof(ClassesFromFileFixer), "[BalancedDataset] public partial record struct Row([ClassLabel] string Label);") { File = "a,2\nb,3\n", IsAlone = true },
        new(typeof(ClassesFromFileFixer), "/// <summary>A row.</summary>\n[BalancedDataset(ZeroCounts = ZeroCountRule.ZeroWeight)] public partial class Row { [ClassLabel] public int Label { get; init; } }") { File = "7,2\n9,3\n", IsAlone = true },
        new(typeof(MakeBalancedDatasetRefactoring), "public sealed class Row { public string Label { get; init; } = \"\"; }") { File = "a,2\nb,3\n", IsAlone = true, IsInTypesThatAreNotPartial = true },
        new(typeof(ClassesRenumberedFixer), "[BalancedDataset] public partial record struct Row([ClassLabel(ClassesFrom = \"$file\", ClassOrder = \"2:0000000000000000\")] string Label);") { File = "a\nb\n", Extension = ".classes.txt" },
        new(typeof(CountFileFixer), OfFile, Breeds) { Rule = Descriptors.ClassNotInCountFile, File = "label,count\nSiamese,160\n" },
        new(typeof(CountFileFixer), OfFile, Breeds) { Rule = Descriptors.UnknownLabelInCountFile, File = "Siamese,160\n\"Birmann\",10\nBengal,5\n" },
        new(typeof(CountFileFixer), OfFile, Breeds) { Rule = Descriptors.DuplicateLabelInCountFile, File = "Siamese,160\nBirman,10\nBengal,5\nBirman,7\n" },
        new(typeof(CountFileFixer), ListOfFile) { Rule = Descriptors.UnknownLabelInCountFile, File = "Siamese,160\nBirman,10\nBirmann,4\n" },
        new(typeof(CountFileRefactoring), OfFile, Breeds) { File = "Birmann,10\nSiamese,160\nBirmann,4\n" },
    ];
}

using System.Reflection;
using System.Text.RegularExpressions;
using BalanceGen.ML.Tests.Contract;
using BalanceGen.Tests;
using Microsoft.Data.Analysis;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace BalanceGen.ML.Tests.Documentation;

/// <summary>The programs of docs/mlnet.md, compiled and run, and what the pages say of ML.NET, asked of the real package.</summary>
public sealed partial class MlNetPageTests
{
    private static readonly Cat[] rows = [.. Enumerable.Range(0, 170).Select(cat => new Cat(cat % 7, cat % 5, cat < 160 ? Breed.Siamese : Breed.Birman))];
    private static readonly IndexedDataset<Cat> cats = Cat.Classes.Index(rows);

    [Fact]
    public void The_programs_of_the_page_are_the_ones_that_are_compiled_here()
    {
        string own = string.Concat(((string[])["MlNetPageTests.cs", "Cat.cs"])
            .Select(file => File.ReadAllText(Path.Combine(Repository.Root, "tests", "BalanceGen.ML.Tests", "Documentation", file))));
        MatchCollection programs = Program().Matches(DocumentedPage.Of("mlnet.md"));
        Assert.Equal(7, programs.Count);
        Assert.All(programs, program => Assert.Contains(Joined(program.Groups[1].Value), Joined(own), StringComparison.Ordinal));
    }

    [Fact]
    public void Rows_are_trained_on_and_evaluated()
    {
        var context = new MLContext(seed: 1);
        (IndexedDataset<Cat> train, IndexedDataset<Cat> test) = cats.Split(0.3, seed: 1);
        IDataView view = train.ToDataView(columns => columns
            .Label()                                                  // a key; its key values are the class names
            .Weight(ClassWeights.Balanced(train.Counts))              // for exampleWeightColumnName
            .Vector("Features", 2, (in cat, values) => (values[0], values[1]) = (cat.EarLength, cat.TailLength)));
        ITransformer model = context.MulticlassClassification.Trainers.SdcaMaximumEntropy(exampleWeightColumnName: "Weight").Fit(view);

        IDataView balanced = train.ToDataView(Columns, train.BalancedSampler(seed: 1), epoch: 0);

        EvaluationReport report = context.MulticlassClassification.EvaluateImbalanced(model.Transform(test.ToDataView(Columns)));
        Console.WriteLine(report);

        Assert.Equal(51, report.Rows);
        Assert.Equal(119, balanced.GetRowCount());
    }

    [Fact]
    public void Any_view_is_split_resampled_and_weighted()
    {
        var context = new MLContext(seed: 1);
        IDataView data = context.Transforms.Conversion.MapKeyToValue("Breed", "Label").Fit(cats.ToDataView(Columns)).Transform(cats.ToDataView(Columns));

        ClassCounts counts = context.Data.CountClasses(data, "Breed");
        ViewSplit split = context.Data.StratifiedTrainTestSplit(data, "Breed", testFraction: 0.2, seed: 1);
        IDataView more = context.Data.Oversample(split.TrainSet, "Breed", seed: 1);
        IDataView fewer = context.Data.Undersample(split.TrainSet, "Breed", seed: 1);
        IDataView drawn = context.Data.SampleEpoch(split.TrainSet, "Breed", index => new BalancedSampler(index, seed: 1), epoch: 0);
        IDataView weighted = context.Data.AddClassWeights(split.TrainSet, "Breed", of => ClassWeights.Balanced(of));

        Assert.Equal(["Birman", "Siamese"], counts.Classes.Names.ToArray());
        Assert.Equal((256L, 16L, 136L, 136L), (more.GetRowCount(), fewer.GetRowCount(), drawn.GetRowCount(), weighted.GetRowCount()));

        IEstimator<ITransformer> pipeline = context.Transforms.CopyColumns("PredictedLabel", "Label");
        IReadOnlyList<FoldEvaluation> folds = context.MulticlassClassification.StratifiedCrossValidate(
            data, pipeline, folds: 5, seed: 1, labelColumnName: "Breed", balance: fold => context.Data.Oversample(fold, "Breed", seed: 1));

        Assert.All(folds, fold => Assert.Equal((34, 1.0), (fold.Report.Rows, fold.Report.Accuracy)));
    }

    [Fact]
    public void Frames_are_counted_drawn_split_and_weighted()
    {
        var frame = new DataFrame(new StringDataFrameColumn("Breed", rows.Select(cat => cat.Breed.ToString())));

        ClassCounts counts = frame.ClassCounts("Breed", Cat.Classes.Set);
        var sampler = new BalancedSampler(frame.IndexClasses("Breed", Cat.Classes.Set), seed: 1);
        DataFrame epoch = frame[sampler.RowNumbersOfEpoch(0)];
        (DataFrame trainFrame, DataFrame testFrame) = frame.StratifiedSplit("Breed", testFraction: 0.2, seed: 1);
        trainFrame.AddClassWeights("Breed", ClassWeights.Balanced(trainFrame.ClassCounts("Breed")));

        Assert.Equal([160, 10], counts.Values.ToArray());
        Assert.Equal([85, 85], epoch.ClassCounts("Breed", Cat.Classes.Set).Values.ToArray());
        Assert.Equal([32, 2], testFrame.ClassCounts("Breed", Cat.Classes.Set).Values.ToArray());
        Assert.Equal("Weight", trainFrame.Columns[1].Name);
    }

    [Fact]
    public void Weighted_rows_are_trained_on_without_a_view_of_their_own()
    {
        var context = new MLContext(seed: 1);
        var weights = ClassWeights.Balanced(cats.Counts);
        IEnumerable<WeightedCat> weighted = cats.SelectWeighted(weights, (cat, weight) => new WeightedCat { Features = [cat.EarLength, cat.TailLength], Breed = cat.Breed.ToString(), Weight = weight });

        IDataView view = context.Data.LoadFromEnumerable(weighted);
        var trainer = context.MulticlassClassification.Trainers.SdcaMaximumEntropy(exampleWeightColumnName: "Weight");

        context.Transforms.Conversion.MapValueToKey("Label", "Breed").Append(trainer).Fit(view);
        string page = DocumentedPage.Of("adapters.md");
        string own = File.ReadAllText(Path.Combine(Repository.Root, "tests", "BalanceGen.ML.Tests", "Documentation", "MlNetPageTests.cs"));
        foreach (string line in (string[])["IDataView view = context.Data.LoadFromEnumerable(weighted);", "var trainer = context.MulticlassClassification.Trainers.SdcaMaximumEntropy(exampleWeightColumnName: \"Weight\");"])
        {
            Assert.Contains(line, page, StringComparison.Ordinal);
            Assert.Contains(line, own, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_loader_of_ML_NET_takes_classes_only()
    {
        foreach (MethodInfo method in typeof(DataOperationsCatalog).GetMethods().Where(method => method.Name == nameof(DataOperationsCatalog.LoadFromEnumerable)))
        {
            Assert.True(method.GetGenericArguments()[0].GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint));
        }
    }

    [Fact]
    public void The_loader_of_ML_NET_takes_no_enum_and_gives_an_array_without_a_length_no_size_and_does_not_shuffle()
    {
        var context = new MLContext();
        Assert.ThrowsAny<Exception>(() => context.Data.LoadFromEnumerable([new WithEnum()]));
        IDataView vectors = context.Data.LoadFromEnumerable([new WithArray()]);
        Assert.False(((VectorDataViewType)vectors.Schema["Values"].Type).IsKnownSize);
        Assert.False(vectors.CanShuffle);
    }

    [Fact]
    public void Keys_of_ML_NET_are_numbered_by_first_occurrence()
    {
        var context = new MLContext();
        IDataView data = context.Data.LoadFromEnumerable(((string[])["z", "a", "z", "m"]).Select(text => new Plain { Text = text }));
        IDataView keyed = context.Transforms.Conversion.MapValueToKey("Key", "Text").Fit(data).Transform(data);
        Assert.Equal([1, 2, 1, 3], RowReader.Column<uint>(keyed, "Key"));
    }

    private static void Columns(RowColumns<Cat> columns) => columns
        .Label()
        .Vector("Features", 2, (in cat, values) => (values[0], values[1]) = (cat.EarLength, cat.TailLength));

    private static string Joined(string code) => string.Join('\n', code.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Program();

    private sealed class WeightedCat
    {
        [VectorType(2)]
        public float[] Features { get; set; } = [0, 0];

        public string Breed { get; set; } = "";

        public float Weight { get; set; }
    }

    private sealed class WithEnum
    {
        public Breed Breed { get; set; }
    }

    private sealed class WithArray
    {
        public float[] Values { get; set; } = [1];
    }
}

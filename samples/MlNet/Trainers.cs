using Microsoft.ML;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;

namespace MlNet;

/// <summary>The three trainers, with few enough trees for a sample.</summary>
public static class Trainers
{
    /// <summary>The names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["LightGBM", "FastTree", "SDCA"];

    /// <summary>A pipeline for the columns Label and Features.</summary>
    /// <param name="context">The context.</param>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="weightColumn">The column of weights, or null to train without.</param>
    public static IEstimator<ITransformer> Create(MLContext context, string name, string? weightColumn) => name switch
    {
        "LightGBM" => context.MulticlassClassification.Trainers.LightGbm(new LightGbmMulticlassTrainer.Options
        {
            ExampleWeightColumnName = weightColumn,
            NumberOfIterations = 20,
            NumberOfLeaves = 15,
            MinimumExampleCountPerLeaf = 3,
            NumberOfThreads = 1,
        }),

        // FastTree knows two classes: one model for each class against the others.
        "FastTree" => context.MulticlassClassification.Trainers.OneVersusAll(context.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options
        {
            ExampleWeightColumnName = weightColumn,
            NumberOfTrees = 15,
            NumberOfLeaves = 15,
            MinimumExampleCountPerLeaf = 3,
            NumberOfThreads = 1,
        })),
        _ => context.Transforms.NormalizeMeanVariance("Features").Append(context.MulticlassClassification.Trainers.SdcaMaximumEntropy(new SdcaMaximumEntropyMulticlassTrainer.Options
        {
            ExampleWeightColumnName = weightColumn,
            MaximumNumberOfIterations = 10,
            NumberOfThreads = 1,
        })),
    };
}

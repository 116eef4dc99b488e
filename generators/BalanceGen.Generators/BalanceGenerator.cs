using System;
using BalanceGen.Generators.CountFiles;
using BalanceGen.Generators.Emit;
using BalanceGen.Generators.Model;
using BalanceGen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BalanceGen.Generators;

/// <summary>Adds the nested class <c>Classes</c> to every type with [BalancedDataset].</summary>
/// <remarks>It reports no diagnostics: for an invalid type it emits nothing, and the analyzers say why.</remarks>
[Generator(LanguageNames.CSharp)]
public sealed class BalanceGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<CountFile> countFiles = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, _) => (Text: pair.Left, Dataset: CountFileReader.DatasetOf(pair.Left, pair.Right)))
            .Where(static file => file.Dataset is not null)
            .Select(static (file, token) => CountFileReader.Read(file.Text, file.Dataset!, token))
            .WithTrackingName(TrackingNames.CountFiles);

        // A companion is a static class. Both attributes have one name, so without this every record would be bound for both.
        Register(context, countFiles, Annotations.BalancedDatasetMetadataName, static node => node is TypeDeclarationSyntax);
        Register(context, countFiles, Annotations.CompanionMetadataName, static node => node is ClassDeclarationSyntax);
    }

    private static void Register(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<CountFile> countFiles,
        string attribute,
        Func<SyntaxNode, bool> canBeTarget)
    {
        IncrementalValuesProvider<TargetModel> targets = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attribute,
                (node, _) => canBeTarget(node),
                static (attributed, token) => TargetParser.Parse(attributed, token))
            .WithTrackingName(TrackingNames.Parse)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(TrackingNames.ValidTargets);

        // A target names its file, so every target has to look through all of them. What it finds is compared: an edit of one file
        // emits its own targets again and no others.
        IncrementalValuesProvider<CountedTarget> countedTargets = targets
            .Combine(countFiles.Collect())
            .Select(static (pair, _) => new ResolvedCounts(pair.Left.CountSources, pair.Left.Label, pair.Right).Of(pair.Left))
            .WithTrackingName(TrackingNames.CountedTargets);

        context.RegisterSourceOutput(
            countedTargets,
            static (output, model) => output.AddSource(model.Target.HintName, TargetEmitter.Emit(model).ToSourceText()));
    }
}

using BalanceGen.Generators.ClassLists;
using BalanceGen.Generators.Emit;
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
            .Select(static (pair, _) => (Text: pair.Left, Metadata: CountFileReader.MetadataOf(pair.Left, pair.Right)))
            .Where(static file => file.Metadata is not null)
            .Select(static (file, token) => CountFileReader.Read(file.Text, file.Metadata!, token))
            .WithTrackingName(TrackingNames.CountFiles);

        IncrementalValuesProvider<ClassListFile> classLists = context.AdditionalTextsProvider
            .Where(ClassListReader.IsClassList)
            .Select(ClassListReader.Read)
            .WithTrackingName(TrackingNames.ClassLists);

        // A companion is a static class. Both attributes have one name, so without this every record would be bound for both.
        Register(context, countFiles, classLists, LibraryNames.BalancedDataset, static node => node is TypeDeclarationSyntax);
        Register(context, countFiles, classLists, LibraryNames.Companion, static node => node is ClassDeclarationSyntax);
    }

    private static void Register(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<CountFile> countFiles,
        IncrementalValuesProvider<ClassListFile> classLists,
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

        // A target names its file, so every target asks for it by name after each edit of a file. What it finds is compared: an edit of one file
        // emits its own targets again and no others.
        IncrementalValuesProvider<CountedTarget> countedTargets = targets
            .Combine(countFiles.Collect().Select(static (files, _) => new CountFileSet(files))
                .Combine(classLists.Collect().Select(static (files, _) => new PathIndex<ClassListFile>(files, file => file.Path))))
            .Select(static (pair, _) => FileTarget.Of(pair.Left, pair.Right.Left, pair.Right.Right))
            .WithTrackingName(TrackingNames.CountedTargets)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!);

        context.RegisterSourceOutput(
            countedTargets,
            static (output, model) => output.AddSource(model.Target.HintName, TargetEmitter.Emit(model).ToSourceText()));
    }
}

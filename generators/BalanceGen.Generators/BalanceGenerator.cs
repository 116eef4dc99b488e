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
        Register(context, Annotations.BalancedDatasetMetadataName);
        Register(context, Annotations.CompanionMetadataName);
    }

    private static void Register(IncrementalGeneratorInitializationContext context, string attribute)
    {
        IncrementalValuesProvider<TargetModel> targets = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (attributed, token) => TargetParser.Parse(attributed, token))
            .WithTrackingName(TrackingNames.Parse)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(TrackingNames.ValidTargets);

        context.RegisterSourceOutput(
            targets,
            static (output, model) => output.AddSource(model.HintName, TargetEmitter.Emit(model).ToSourceText()));
    }
}

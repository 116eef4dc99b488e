using System.Collections.Concurrent;
using BalanceGen.Generators.Diagnostics.Counts;
using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Generators.Diagnostics;

/// <summary>BALG0114: the build has counted labels for a record that does not exist.</summary>
/// <remarks>No place of the source is wrong. Reported in the project file, where the item is; only a whole compilation tells.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LabeledDataOfNoRecordAnalyzer : DiagnosticAnalyzer
{
    private const string ProjectFile = "build_property.MSBuildProjectFullPath";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.LabeledDataOfNoRecord];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            IReadOnlyCollection<string> counted = CountFileReader.ReadAll(start.Options, start.CancellationToken).CountedDatasets;
            if (counted.Count == 0)
            {
                return;
            }

            var records = new ConcurrentBag<string>();
            start.RegisterSymbolAction(
                symbol =>
                {
                    if (Annotations.BalancedDataset(symbol.Symbol) is not null)
                    {
                        records.Add(DatasetAnnotation.FullName((INamedTypeSymbol)symbol.Symbol));
                    }
                },
                SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => Report(end, counted.Except(records), [.. records.OrderBy(name => name, System.StringComparer.Ordinal)]));
        });
    }

    private static void Report(CompilationAnalysisContext context, IEnumerable<string> missing, IReadOnlyList<string> records)
    {
        Location location = context.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(ProjectFile, out string? project)
            ? Location.Create(project, default, default(LinePositionSpan))
            : Location.None;
        foreach (string dataset in missing)
        {
            string? nearest = records.FirstOrDefault(name => LastName(name) == LastName(dataset)) ?? NearestName.Find(dataset, records);
            string remedy = nearest is not null ? $"write '{nearest}', the nearest record, as Dataset of LabeledData"
                : records.Count == 0 ? "annotate the record with [BalancedDataset], or remove the LabeledData item"
                : $"write the full name of a record as Dataset of LabeledData, which here is one of {ClassNameList.Of(records)}";
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.LabeledDataOfNoRecord, location, dataset, remedy));
        }
    }

    /// <summary>The name without its namespace. A forgotten or wrong namespace is the common error, and it makes names too different to be compared as a whole.</summary>
    private static string LastName(string name) => name.Substring(name.LastIndexOf('.') + 1);
}

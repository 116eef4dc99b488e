using Microsoft.CodeAnalysis;

namespace BalanceGen.Generators.Tests.Harness;

/// <summary>An .editorconfig beside the sources under test: severities of rules, and options that analyzers read.</summary>
internal sealed class EditorConfig(string text) : SyntaxTreeOptionsProvider
{
    private const string Folder = "/project/";

    private readonly AnalyzerConfigSet _set = AnalyzerConfigSet.Create(
        new List<AnalyzerConfig> { AnalyzerConfig.Parse($"root = true\n[*.cs]\n{text}\n", Folder + ".editorconfig") });

    public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken token, out ReportDiagnostic severity) =>
        _set.GetOptionsForSourcePath(Folder + tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

    public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken token) => GeneratedKind.Unknown;

    public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken token, out ReportDiagnostic severity)
    {
        severity = ReportDiagnostic.Default;
        return false;
    }
}

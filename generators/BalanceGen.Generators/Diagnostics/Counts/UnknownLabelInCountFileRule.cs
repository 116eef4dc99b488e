using System.Linq;
using BalanceGen.Generators.CountFiles;
using BalanceGen.Generators.Infrastructure;
using BalanceGen.Generators.Parsing.Counts;
using BalanceGen.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Diagnostics.Counts;

/// <summary>BALG0107: a class-count file has a label that the type does not have.</summary>
internal sealed class UnknownLabelInCountFileRule() : CountRule(Descriptors.UnknownLabelInCountFile)
{
    public override void Check(SymbolAnalysisContext context, TargetCounts counts)
    {
        foreach (ClassCountEntry entry in counts.Resolved.UnknownLabels.Take(MostReports))
        {
            string? nearest = NearestName.Find(entry.Label, Enumerable.Range(0, counts.Label.ClassCount).Select(counts.Label.ClassName));
            context.ReportDiagnostic(Diagnostic.Create(
                Rule,
                counts.Location(context.CancellationToken),
                ClassCountProblem.Excerpt(entry.Label),
                counts.Resolved.File!.Name,
                CSharpLiteral.Of(entry.Line),
                counts.TargetName,
                nearest is null ? "add the class, or remove the line" : $"write '{nearest}', the nearest class, or add the class"));
        }
    }
}

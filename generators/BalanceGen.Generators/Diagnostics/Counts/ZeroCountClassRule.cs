using System.Linq;
using System.Threading;
using BalanceGen.Generators.Parsing.Counts;
using BalanceGen.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Diagnostics.Counts;

/// <summary>BALG0101: a class is known to have no rows, and nobody has said what that shall mean.</summary>
internal sealed class ZeroCountClassRule() : CountRule(Descriptors.ZeroCountClass)
{
    public override void Check(SymbolAnalysisContext context, TargetCounts counts)
    {
        if (counts.Annotation.ZeroCounts is not null)
        {
            return;
        }

        CancellationToken token = context.CancellationToken;
        if (counts.Resolved is { File: not null, Values: { } values })
        {
            for (int classIndex = 0; classIndex < values.Count; classIndex++)
            {
                if (values[classIndex] == 0)
                {
                    Report(context, counts, counts.Location(token), classIndex, counts.Resolved.Describe(classIndex));
                }
            }
        }

        // The counts of merged labels add up: one of them may well have no rows of its own.
        foreach (DeclaredCount declared in counts.Declared.Items
            .Where(declared => declared.ClassIndex >= 0)
            .GroupBy(declared => declared.ClassIndex)
            .Where(ofClass => ofClass.All(declared => declared.Count == 0))
            .SelectMany(ofClass => ofClass))
        {
            Report(context, counts, declared.CountLocation(token), declared.ClassIndex, "is declared with 0 rows");
        }
    }

    private void Report(SymbolAnalysisContext context, TargetCounts counts, Location location, int classIndex, string statement) =>
        context.ReportDiagnostic(Diagnostic.Create(Rule, location, counts.Label.ClassName(classIndex), counts.TargetName, statement));
}

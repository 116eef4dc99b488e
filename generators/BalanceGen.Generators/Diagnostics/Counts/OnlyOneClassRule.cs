namespace BalanceGen.Generators.Diagnostics.Counts;

/// <summary>BALG0112: all rows are of one class.</summary>
internal sealed class OnlyOneClassRule() : CountRule(Descriptors.OnlyOneClass)
{
    public override void Check(SymbolAnalysisContext context, TargetCounts counts)
    {
        if (counts.Label.ClassCount == 1)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rule, counts.LabelLocation, counts.TargetName, $"the label has only the class '{counts.Label.ClassName(0)}'"));
        }
        else if (counts.Resolved.Values is { } values && values.Count(count => count > 0) == 1)
        {
            int only = values.TakeWhile(count => count == 0).Count();
            Report(context, counts, counts.TargetName, $"only the class '{counts.Label.ClassName(only)}' has rows{counts.Resolved.PlaceOf(only)}");
        }
    }
}

namespace BalanceGen.Generators.Diagnostics.Counts;

/// <summary>BALG0106: a class-count file has no line for some classes.</summary>
internal sealed class ClassNotInCountFileRule() : CountRule(Descriptors.ClassNotInCountFile)
{
    public override void Check(SymbolAnalysisContext context, TargetCounts counts)
    {
        string[] missing = [.. counts.Resolved.MissingClasses.Select(counts.Label.ClassName)];
        if (missing.Length > 0)
        {
            const int NamesShown = 12;
            string names = string.Join(", ", missing.Take(NamesShown)) + (missing.Length > NamesShown ? ", …" : "");
            Report(context, counts, counts.Resolved.File!.Name, missing.Length, counts.Label.ClassCount, counts.TargetName, names);
        }
    }
}

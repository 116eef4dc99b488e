namespace BalanceGen.Generators.Diagnostics.Counts;

/// <summary>BALG0105: the class-count file is not among the files of the project, or its name fits several.</summary>
internal sealed class CountFileNotFoundRule() : CountRule(Descriptors.CountFileNotFound)
{
    public override void Check(SymbolAnalysisContext context, TargetCounts counts)
    {
        if (counts.Annotation.FileName is not { } name || counts.Resolved.NamedFiles.Count == 1)
        {
            return;
        }

        string reason = counts.Resolved.IsFileMissing
            ? "is none of the class-count files that the compiler is given; add it to the project with a name that ends in .classcounts.csv, or list it as <AdditionalFiles>"
            : $"means several files: {string.Join(", ", counts.Resolved.NamedFiles.Select(file => file.Path))}; write more of its path";
        Report(context, counts, name, counts.TargetName, reason);
    }
}

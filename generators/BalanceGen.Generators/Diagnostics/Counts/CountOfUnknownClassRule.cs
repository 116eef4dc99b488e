namespace BalanceGen.Generators.Diagnostics.Counts;

/// <summary>BALG0102: a count is declared for a label that is none of the classes.</summary>
internal sealed class CountOfUnknownClassRule() : DeclaredCountRule(Descriptors.CountOfUnknownClass)
{
    /// <summary>The most counts of a type for which the nearest class is looked for.</summary>
    private const int MostSuggestions = 50;

    protected override void Check(SymbolAnalysisContext context, DeclaredCounts counts)
    {
        int unknown = 0;
        foreach (DeclaredCount declared in counts.Items.Where(declared => declared.LabelIndex < 0))
        {
            // A name is compared with all classes: for thousands of each that would take minutes, at every keystroke.
            string? nearest = unknown++ < MostSuggestions ? NearestClass(declared, counts) : null;
            string hint = nearest is null ? "" : $"'{nearest}', the nearest class, or of ";
            context.ReportDiagnostic(Diagnostic.Create(
                Rule,
                declared.LabelLocation(context.CancellationToken),
                Replacement(nearest, counts),
                declared.LabelText,
                counts.TargetName,
                counts.LabelType,
                hint,
                counts.Label.ClassNames(limit: 12)));
        }
    }

    private static string? NearestClass(DeclaredCount declared, DeclaredCounts counts) =>
        declared.LabelString is { } label
            ? NearestName.Find(label, Enumerable.Range(0, counts.Label.ClassCount).Select(counts.Label.ClassName))
            : null;

    /// <summary>The class as a constant, for the code fix.</summary>
    private static ImmutableDictionary<string, string?> Replacement(string? nearest, DeclaredCounts counts)
    {
        string? constant = counts.Label switch
        {
            TextLabelModel { IsPlain: true } when nearest is not null => CSharpLiteral.Of(nearest),
            EnumLabelModel label => label.Classes.FirstOrDefault(item => item.Name == nearest)?.Constant,
            _ => null,
        };
        return FixData.Of("Constant", constant).Add("Name", nearest);
    }
}

namespace BalanceGen.Generators.Diagnostics.Counts;

/// <summary>BALG0113: a class has fewer rows than the configured minimum.</summary>
internal sealed class FewRowsRule() : CountRule(Descriptors.FewRows)
{
    /// <summary>The default minimum is 2, because one row can be in the training or in the validation subset, not in both.</summary>
    private const long DefaultMinimum = 2;

    private const string EditorConfigKey = "balancegen_minimum_class_rows";
    private const string BuildPropertyKey = "build_property.BalanceGenMinimumClassRows";

    public override void Check(SymbolAnalysisContext context, TargetCounts counts)
    {
        if (counts.Resolved.Values is not { } values)
        {
            return;
        }

        long minimum = Minimum(context.Options.AnalyzerConfigOptionsProvider, counts.Tree(context.CancellationToken));
        int[] few = [.. Enumerable.Range(0, values.Count).Where(classIndex => values[classIndex] > 0 && values[classIndex] < minimum)];
        IEnumerable<string> statements = few.Length > ClassNameList.MostReports
            ? [$"{CSharpLiteral.Of(few.Length)} of the {CSharpLiteral.Of(values.Count)} classes of '{counts.TargetName}' ({ClassNameList.Of([.. few.Select(counts.Label.ClassName)])}) have rows, but"]
            : few.Select(classIndex => $"Class '{counts.Label.ClassName(classIndex)}' of '{counts.TargetName}' {counts.Resolved.Describe(classIndex)},");
        foreach (string statement in statements)
        {
            Report(context, counts, statement, CSharpLiteral.Of(minimum));
        }
    }

    private static long Minimum(AnalyzerConfigOptionsProvider options, SyntaxTree? tree)
    {
        string? configured = null;
        bool isConfigured = (tree is not null && options.GetOptions(tree).TryGetValue(EditorConfigKey, out configured))
            || options.GlobalOptions.TryGetValue(BuildPropertyKey, out configured);
        return isConfigured && long.TryParse(configured, NumberStyles.None, CultureInfo.InvariantCulture, out long minimum)
            ? minimum
            : DefaultMinimum;
    }
}

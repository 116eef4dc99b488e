using System.Globalization;

namespace BalanceGen.CodeFixes;

/// <summary>BALG0210: uses the numbers as proportions, which need not add up to 1.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SharesDoNotAddUpFixer)), Shared]
public sealed class SharesDoNotAddUpFixer() : ExpressionFixer(Descriptors.SharesDoNotAddUp)
{
    private protected override void Register(FixRegistration fixes, SyntaxNode reported, SemanticModel model, CancellationToken token)
    {
        // The shares may be listed elsewhere than the call. Negative numbers are not proportions, and neither is a list of zeros.
        double[] values = [.. fixes.Diagnostic.Properties["Shares"]!.Split(' ').Select(Parse)];
        if (fixes.Place?.FirstAncestorOrSelf<InvocationExpressionSyntax>()?.Expression is MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name }
            && name.Identifier.ValueText == "Of"
            && values.All(value => value >= 0 && !double.IsInfinity(value))
            && values.Any(value => value > 0))
        {
            fixes.Replace("Take the numbers as proportions", name, "Proportional");
        }
    }

    private static double Parse(string value) => double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture);
}

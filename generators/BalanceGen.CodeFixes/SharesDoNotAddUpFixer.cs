using System.Globalization;

namespace BalanceGen.CodeFixes;

/// <summary>BALG0210: uses the numbers as proportions, which need not add up to 1.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SharesDoNotAddUpFixer)), Shared]
public sealed class SharesDoNotAddUpFixer() : ExpressionFixer(Descriptors.SharesDoNotAddUp)
{
    private protected override void Register(FixRegistration fixes, SyntaxNode reported, SemanticModel model, CancellationToken token)
    {
        // Negative numbers are not proportions, and neither is a list of zeros.
        Location place = fixes.Diagnostic.AdditionalLocations[0];
        if (place.SourceTree != reported.SyntaxTree)
        {
            return;
        }

        // The shares may be listed elsewhere than the call.
        InvocationExpressionSyntax? call = reported.SyntaxTree.GetRoot(token).FindNode(place.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>();
        double[] values = [.. fixes.Diagnostic.Properties["Shares"]!.Split(' ').Select(Parse)];
        if (call?.Expression is MemberAccessExpressionSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: "Of" } name }
            && values.All(value => value >= 0 && !double.IsInfinity(value))
            && values.Any(value => value > 0))
        {
            fixes.Replace(
                "Take the numbers as proportions",
                nameof(SharesDoNotAddUpFixer),
                name,
                SyntaxFactory.IdentifierName("Proportional").WithTriviaFrom(name));
        }
    }

    private static double Parse(string value) => double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture);
}

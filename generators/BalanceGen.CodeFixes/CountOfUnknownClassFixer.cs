using Microsoft.CodeAnalysis.Simplification;

namespace BalanceGen.CodeFixes;

/// <summary>BALG0102: replaces a misspelt label by the class that it most likely stands for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CountOfUnknownClassFixer)), Shared]
public sealed class CountOfUnknownClassFixer() : ExpressionFixer(Descriptors.CountOfUnknownClass)
{
    private protected override void Register(FixRegistration fixes, SyntaxNode reported, SemanticModel model, CancellationToken token)
    {
        if (reported is ExpressionSyntax label
            && fixes.Diagnostic.Properties.TryGetValue("Constant", out string? constant)
            && fixes.Diagnostic.Properties.TryGetValue("Name", out string? name))
        {
            fixes.Replace(
                $"Declare the count of '{name}'",
                nameof(CountOfUnknownClassFixer),
                label,
                SyntaxFactory.ParseExpression(constant!).WithTriviaFrom(label).WithAdditionalAnnotations(Simplifier.Annotation));
        }
    }
}

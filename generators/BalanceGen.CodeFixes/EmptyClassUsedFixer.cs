namespace BalanceGen.CodeFixes;

/// <summary>BALG0211: passes a policy for classes without rows.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EmptyClassUsedFixer)), Shared]
public sealed class EmptyClassUsedFixer() : PolicyArgumentFixer(Descriptors.EmptyClassUsed)
{
    private protected override void Register(FixRegistration fixes, SyntaxNode reported, SemanticModel model, CancellationToken token) =>
        RegisterPolicies(fixes, reported, model, token);
}

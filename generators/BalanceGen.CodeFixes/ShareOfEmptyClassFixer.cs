namespace BalanceGen.CodeFixes;

/// <summary>BALG0209: passes the sampler a policy for classes without rows.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ShareOfEmptyClassFixer)), Shared]
public sealed class ShareOfEmptyClassFixer() : PolicyArgumentFixer(Descriptors.ShareOfEmptyClass)
{
    private protected override void Register(FixRegistration fixes, SyntaxNode reported, SemanticModel model, CancellationToken token)
    {
        if (fixes.Place is { } sampler)
        {
            RegisterPolicies(fixes, sampler, model, token);
        }
    }
}

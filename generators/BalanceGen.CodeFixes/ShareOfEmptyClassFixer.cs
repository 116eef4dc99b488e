namespace BalanceGen.CodeFixes;

/// <summary>BALG0209: passes the sampler a policy for classes without rows.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ShareOfEmptyClassFixer)), Shared]
public sealed class ShareOfEmptyClassFixer() : PolicyArgumentFixer(Descriptors.ShareOfEmptyClass)
{
    private protected override void Register(FixRegistration fixes, SyntaxNode reported, SemanticModel model, CancellationToken token)
    {
        Location place = fixes.Diagnostic.AdditionalLocations[0];
        if (place.SourceTree == reported.SyntaxTree)
        {
            SyntaxNode sampler = reported.SyntaxTree.GetRoot(token).FindNode(place.SourceSpan, getInnermostNodeForTie: true);
            RegisterPolicies(fixes, sampler, model, token);
        }
    }
}

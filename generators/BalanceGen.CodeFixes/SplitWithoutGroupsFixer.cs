namespace BalanceGen.CodeFixes;

/// <summary>BALG0221: marks the member that says which rows belong together, in whichever file it is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SplitWithoutGroupsFixer)), Shared]
public sealed class SplitWithoutGroupsFixer() : RuleFixer(Descriptors.SplitWithoutGroups)
{
    private protected override FixAllProvider FixAll => WellKnownFixAllProviders.BatchFixer;

    private protected override async Task RegisterAsync(CodeFixContext context)
    {
        Diagnostic diagnostic = context.Diagnostics.First();
        Location place = diagnostic.AdditionalLocations[0];
        if (context.Document.Project.Solution.GetDocument(place.SourceTree) is not { } document
            || await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
        {
            return;
        }

        // A field is named by a variable of its declaration; that of several fields cannot be marked for one of them.
        SyntaxNode? member = root.FindNode(place.SourceSpan).FirstAncestorOrSelf<SyntaxNode>(node => node is ParameterSyntax or PropertyDeclarationSyntax or FieldDeclarationSyntax);
        if (member is null or FieldDeclarationSyntax { Declaration.Variables.Count: > 1 } || member.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration)
        {
            return;
        }

        string name = root.FindToken(place.SourceSpan.Start).ValueText;
        SyntaxNode marked = MemberMark.On(member, MemberMark.Of(declaration, "Group"));
        context.RegisterCodeFix(
            CodeAction.Create(
                $"Mark '{name}' as the group",
                _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(member, marked)).Project.Solution),
                nameof(SplitWithoutGroupsFixer)),
            diagnostic);
    }
}

namespace BalanceGen.CodeFixes;

/// <summary>BALG0215: enumerates batches that are objects.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BatchKeptFixer)), Shared]
public sealed class BatchKeptFixer() : ExpressionFixer(Descriptors.BatchKept)
{
    private protected override void Register(FixRegistration fixes, SyntaxNode reported, SemanticModel model, CancellationToken token)
    {
        if (fixes.Place is ExpressionSyntax batches
            && model.GetTypeInfo(batches, token).Type?.Name == "Batches"
            && (batches.Parent is not ForEachStatementSyntax loop || IsFree(loop)))
        {
            fixes.Replace("Enumerate batches that are objects", batches, $"{batches.WithoutTrivia()}.Owned()");
        }
    }

    /// <summary>Whether nothing in the loop needs the batch on the stack. Its type, if the loop names it, and a reference to one of its rows do.</summary>
    private static bool IsFree(ForEachStatementSyntax loop) =>
        loop.Type.IsVar
        && !loop.Statement.DescendantNodes().OfType<ForEachStatementSyntax>()
            .Any(inner => inner.Type is RefTypeSyntax && inner.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == loop.Identifier.ValueText);
}

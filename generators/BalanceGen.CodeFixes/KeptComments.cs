namespace BalanceGen.CodeFixes;

/// <summary>Keeps the comments of code that a fix replaces. A comment whose place is gone is put after the new code.</summary>
internal static class KeptComments
{
    /// <summary>The replacement with all comments of the old node. A comment to the end of the line becomes one with an end, because something may follow it now.</summary>
    public static SyntaxNode From(SyntaxNode old, SyntaxNode replacement)
    {
        List<string> kept = [.. replacement.DescendantTrivia().Where(IsComment).Select(comment => Closed(comment).ToString())];
        List<SyntaxTrivia> lost = [.. old.DescendantTrivia().Where(comment => IsComment(comment) && !kept.Remove(Closed(comment).ToString()))];
        if (lost.Count == 0)
        {
            return replacement;
        }

        // Comments before the old node stay before the new one.
        bool isInFront(SyntaxTrivia comment) => comment.SpanStart < old.SpanStart;
        IEnumerable<SyntaxTrivia> front = old.GetLeadingTrivia().Any(trivia => lost.Contains(trivia)) ? old.GetLeadingTrivia() : replacement.GetLeadingTrivia();
        IEnumerable<SyntaxTrivia> behind = lost.Where(comment => !isInFront(comment)).SelectMany(comment => new[] { SyntaxFactory.Space, Closed(comment) });
        return replacement.WithLeadingTrivia(front).WithTrailingTrivia(behind.Concat(replacement.GetTrailingTrivia()));
    }

    private static SyntaxTrivia Closed(SyntaxTrivia comment) => comment.IsKind(SyntaxKind.SingleLineCommentTrivia)
        ? SyntaxFactory.Comment($"/* {comment.ToString().Substring(2).Trim().Replace("*/", "* /")} */")
        : comment;

    private static bool IsComment(SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);
}

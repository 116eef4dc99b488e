using Microsoft.CodeAnalysis.CSharp;

namespace BalanceGen.CodeFixes;

/// <summary>Comments of code that a fix replaces: they are kept, behind the new code where their place is gone.</summary>
internal static class KeptComments
{
    /// <summary>The replacement with all comments of the old node. A comment to the end of the line becomes one with an end, because something may follow it now.</summary>
    public static SyntaxNode From(SyntaxNode old, SyntaxNode replacement)
    {
        List<string> kept = [.. replacement.DescendantTrivia().Where(IsComment).Select(comment => comment.ToString())];
        List<SyntaxTrivia> lost = [.. old.DescendantTrivia().Where(comment => IsComment(comment) && !kept.Remove(comment.ToString()))];
        if (lost.Count == 0)
        {
            return replacement;
        }

        // What stands before the old node stays before the new one.
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

namespace BalanceGen.Repository.Tests;

/// <summary>Pages can be read in any editor and reviewed line by line.</summary>
public sealed class MarkdownTests
{
    private const int LongestLine = 140;

    /// <summary>Markdown cannot break a row of a table. What does not fit belongs below the table.</summary>
    private const int LongestRow = 240;

    [Fact]
    public void A_line_has_at_most_140_characters()
    {
        string[] wrong =
        [
            .. from page in Markdown.Pages()
               from line in Markdown.Lines(page).Select((line, index) => (line.Text, line.IsText, Number: index + 1))
               where line.Text.Length > (line.IsText && line.Text.StartsWith('|') ? LongestRow : LongestLine)
               select $"{Markdown.NameOf(page)}:{line.Number} has {line.Text.Length} characters",
        ];

        Assert.True(wrong.Length == 0, $"Break these lines, or shorten them:\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public void A_page_begins_with_its_title()
    {
        IEnumerable<string> wrong = Markdown.Pages().Where(page => Markdown.NameOf(page).StartsWith("docs/", StringComparison.Ordinal) && !File.ReadLines(page).First().StartsWith("# ", StringComparison.Ordinal));

        Assert.Empty(wrong);
    }
}

using System.Text;

namespace BalanceGen.Generators.CountFiles;

/// <summary>One defect of a class-count file.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in UTF-16 units.</param>
/// <param name="Text">The offending text for display: at most 60 characters, control characters escaped.</param>
/// <param name="FirstLine">The line of the label's first occurrence where the kind is DuplicateLabel, otherwise 0.</param>
internal sealed record ClassCountProblem(ClassCountProblemKind Kind, int Line, int Column, string Text, int FirstLine = 0)
{
    private const int LongestExcerpt = 60;

    /// <summary>The rule that reports it.</summary>
    public string RuleId => Kind switch
    {
        ClassCountProblemKind.DuplicateLabel => "BALG0110",
        ClassCountProblemKind.MalformedCount or ClassCountProblemKind.NegativeCount or ClassCountProblemKind.FractionalCount
            or ClassCountProblemKind.OverflowingCount or ClassCountProblemKind.OverflowingTotal => "BALG0109",
        _ => "BALG0108",
    };

    /// <summary>The defect as the end of a sentence that has named the file, with line and column.</summary>
    public string Describe() =>
        string.Format(CultureInfo.InvariantCulture, "line {0}, column {1}: {2}", Line, Column, DescribeDefect());

    internal static string Excerpt(string text)
    {
        var excerpt = new StringBuilder();
        foreach (char character in text)
        {
            if (excerpt.Length >= LongestExcerpt)
            {
                // Half of a surrogate pair would not be a character.
                if (char.IsHighSurrogate(excerpt[excerpt.Length - 1]))
                {
                    excerpt.Length--;
                }

                return excerpt.Append('…').ToString();
            }

            excerpt.Append(character switch
            {
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when char.IsControl(character) => "\\u" + ((int)character).ToString("X4", CultureInfo.InvariantCulture),
                _ => character.ToString(),
            });
        }

        return excerpt.ToString();
    }

    private string DescribeDefect() => Kind switch
    {
        ClassCountProblemKind.EmptyFile => "the file has no label and no count",
        ClassCountProblemKind.NotText => "the file is not UTF-8 text",
        ClassCountProblemKind.UnterminatedQuote => $"the quote that begins {Text} is never closed",
        ClassCountProblemKind.StrayQuote => $"a quote out of place in '{Text}'; a field that contains a quote is quoted, and its quotes are doubled",
        ClassCountProblemKind.MissingCount => $"no count behind the label '{Text}'",
        ClassCountProblemKind.TooManyFields => $"more than a label and a count, from '{Text}' on; a label that contains the separator is quoted",
        ClassCountProblemKind.MalformedCount => $"the count '{Text}' is not a number written with digits alone",
        ClassCountProblemKind.NegativeCount => $"the count '{Text}' is negative",
        ClassCountProblemKind.FractionalCount => $"the count '{Text}' is not a whole number",
        ClassCountProblemKind.OverflowingCount => $"the count '{Text}' is above 9223372036854775807",
        ClassCountProblemKind.OverflowingTotal => $"the count '{Text}' takes the sum of the counts above 9223372036854775807",
        ClassCountProblemKind.EmptyLabel => "the label is empty",
        ClassCountProblemKind.DuplicateLabel => string.Format(CultureInfo.InvariantCulture, "the label '{0}' is already on line {1}", Text, FirstLine),
        _ => Kind.ToString(),
    };
}

using System.Text;
using BalanceGen.Generators.CountFiles;
using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Generators.Tests.CountFiles;

public sealed class ClassCountProblemTests
{
    // The ^ stands before the column that is reported and is not part of the file.
    [Theory]
    [InlineData("^", "EmptyFile", "")]
    [InlineData("^label,count\n\n", "EmptyFile", "")]
    [InlineData("a,1\nb^\0,2", "NotText", "\\u0000")]
    [InlineData("a,1\nb^\uFFFD,2", "NotText", "\uFFFD")]
    [InlineData("a,1\n^\"b,2\nc,3\n", "UnterminatedQuote", "\"b,2\\nc,3\\n")]
    [InlineData("a,1\nb,^\"2", "UnterminatedQuote", "\"2")]
    [InlineData("a,1\nb^\"c,2\n", "StrayQuote", "b\"c,2")]
    [InlineData("a,1\n\"b\"^ ,2\n", "StrayQuote", "\"b\" ,2")]
    [InlineData("a,1\n\"b\"^c\",2\n", "StrayQuote", "\"b\"c\",2")]
    [InlineData("a,1\n ^\"b\",2\n", "StrayQuote", " \"b\",2")]
    [InlineData("a,1\n^b\n", "MissingCount", "b")]
    [InlineData("a,1\n^b,\n", "MissingCount", "b")]
    [InlineData("a,1\n^b, \t\n", "MissingCount", "b")]
    [InlineData("^label\na,1\n", "MissingCount", "label")]
    [InlineData("a,1\nb,2,^3\n", "TooManyFields", "3")]
    [InlineData("a,1\nb,1,^234\n", "TooManyFields", "234")]
    [InlineData("a,1\nb,^\"1,234\"\n", "MalformedCount", "1,234")]
    [InlineData("a,1\nb,^1.234\n", "MalformedCount", "1.234")]
    [InlineData("a,1\nb,^1.234.567\n", "MalformedCount", "1.234.567")]
    [InlineData("a,1\nb,^1 234\n", "MalformedCount", "1 234")]
    [InlineData("a,1\nb,^1E+05\n", "MalformedCount", "1E+05")]
    [InlineData("a,1\nb,^0x10\n", "MalformedCount", "0x10")]
    [InlineData("a,1\nb,^+5\n", "MalformedCount", "+5")]
    [InlineData("a,1\nb,^٣\n", "MalformedCount", "٣")]
    [InlineData("a,1\nb,^NaN\n", "MalformedCount", "NaN")]
    [InlineData("a,1\nb,^.0\n", "FractionalCount", ".0")]
    [InlineData("a,1\nb,^-3\n", "NegativeCount", "-3")]
    [InlineData("a,1\nb,^-0.5\n", "NegativeCount", "-0.5")]
    [InlineData("a,1\nb,^−3\n", "NegativeCount", "−3")]
    [InlineData("a,1\nb,^-99999999999999999999\n", "NegativeCount", "-99999999999999999999")]
    [InlineData("a,1\nb,^0.941\n", "FractionalCount", "0.941")]
    [InlineData("a,1\nb,^2.50\n", "FractionalCount", "2.50")]
    [InlineData("a,1\nb,^2.00\n", "FractionalCount", "2.00")]
    [InlineData("a;1\nb;^2,5\n", "FractionalCount", "2,5")]
    [InlineData("a,1\nb,^9223372036854775808\n", "OverflowingCount", "9223372036854775808")]
    [InlineData("a,1\nb,^99999999999999999999999.0\n", "OverflowingCount", "99999999999999999999999.0")]
    [InlineData("a,1\nb,^9223372036854775807\n", "OverflowingTotal", "9223372036854775807")]
    [InlineData("a,1\n^,2\n", "EmptyLabel", "")]
    [InlineData("a,1\n^\"\",2\n", "EmptyLabel", "")]
    [InlineData("a,1\n^a,2\n", "DuplicateLabel", "a", 1)]
    [InlineData("l,c\n\na,-1\n^\"a\",2\n", "DuplicateLabel", "a", 3, 2)]
    public void Defect_is_reported_where_it_is(string marked, string kind, string text, int firstLine = 0, int problems = 1)
    {
        int mark = marked.IndexOf('^', StringComparison.Ordinal);
        string before = marked[..mark];
        int line = kind == "EmptyFile" ? 1 : before.Count(character => character == '\n') + 1;
        int column = mark - before.LastIndexOf('\n');

        ClassCountFile file = ClassCountFileParser.Parse(marked.Remove(mark, 1));

        Assert.False(file.IsValid);
        Assert.Equal(problems, file.Problems.Count);
        Assert.Equal(new ClassCountProblem(Enum.Parse<ClassCountProblemKind>(kind), line, column, text, firstLine), file.Problems[problems - 1]);
    }

    [Fact]
    public void Lines_beside_a_defect_are_still_read()
    {
        ClassCountFile file = ClassCountFileParser.Parse("l,c\na,1\nb\"x,2\nc,3\nd,-4\ne,5\n");

        Assert.Equal(["a", "c", "e"], file.Entries.Select(entry => entry.Label));
        Assert.Equal([3, 5], file.Problems.Select(problem => problem.Line));
    }

    [Fact]
    public void Reading_stops_at_the_largest_number_of_problems()
    {
        string text = string.Concat(Enumerable.Range(0, 10_000).Select(number => $"{number},-1\n"));

        Assert.Equal(ClassCountFileParser.MaximumProblems, ClassCountFileParser.Parse(text).Problems.Count);
    }

    [Fact]
    public void Bytes_that_the_compiler_could_not_read_as_utf8_are_not_text()
    {
        SourceText text = SourceText.From("b\u00E9,2", Encoding.Latin1);

        Assert.Equal(
            new ClassCountProblem(ClassCountProblemKind.NotText, 1, 1, "iso-8859-1"),
            Assert.Single(ClassCountFileParser.Parse(text).Problems));
    }

    [Fact]
    public void Utf16_with_a_byte_order_mark_is_text()
    {
        var bytes = new MemoryStream([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("b\u00E9,2")]);

        Assert.Equal("b\u00E9", Assert.Single(ClassCountFileParser.Parse(SourceText.From(bytes)).Entries).Label);
    }

    [Theory]
    [InlineData("a,1\nb,-3", "line 2, column 3: the count '-3' is negative")]
    [InlineData("a,1\na,3", "line 2, column 1: the label 'a' is already on line 1")]
    [InlineData("", "line 1, column 1: the file has no label and no count")]
    [InlineData("a,1\nb\0,2", "line 2, column 2: the file is not UTF-8 text")]
    [InlineData("a,1\n\"b,2", "line 2, column 1: the quote that begins \"b,2 is never closed")]
    [InlineData("a,1\nb\"c,2", "line 2, column 2: a quote out of place in 'b\"c,2'; a field that contains a quote is quoted, and its quotes are doubled")]
    [InlineData("a,1\nb", "line 2, column 1: no count behind the label 'b'")]
    [InlineData("a,1\nb,2,3", "line 2, column 5: more than a label and a count, from '3' on; a label that contains the separator is quoted")]
    [InlineData("a,1\nb,x", "line 2, column 3: the count 'x' is not a number written with digits alone")]
    [InlineData("a,1\nb,2.5", "line 2, column 3: the count '2.5' is not a whole number")]
    [InlineData("a,1\nb,9223372036854775808", "line 2, column 3: the count '9223372036854775808' is above 9223372036854775807")]
    [InlineData("a,1\nb,9223372036854775807", "line 2, column 3: the count '9223372036854775807' takes the sum of the counts above 9223372036854775807")]
    [InlineData("a,1\n,2", "line 2, column 1: the label is empty")]
    public void Description_names_line_column_and_text(string text, string expected)
    {
        Assert.Equal(expected, Assert.Single(ClassCountFileParser.Parse(text).Problems).Describe());
    }

    [Fact]
    public void Every_kind_has_a_description()
    {
        foreach (ClassCountProblemKind kind in Enum.GetValues<ClassCountProblemKind>())
        {
            Assert.DoesNotContain(kind.ToString(), new ClassCountProblem(kind, 1, 1, "x").Describe(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Excerpt_is_short_and_never_ends_in_half_a_character()
    {
        ClassCountProblem problem = Assert.Single(ClassCountFileParser.Parse("x" + string.Concat(Enumerable.Repeat("😀", 500))).Problems);

        Assert.True(problem.Text.Length <= 61);
        Assert.EndsWith("😀…", problem.Text, StringComparison.Ordinal);
    }
}

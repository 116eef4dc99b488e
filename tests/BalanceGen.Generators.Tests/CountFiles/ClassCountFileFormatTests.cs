using BalanceGen.Generators.CountFiles;

namespace BalanceGen.Generators.Tests.CountFiles;

public sealed class ClassCountFileFormatTests
{
    [Theory]
    [InlineData("breed,count\nsiamese,160\nbirman,10\n")]
    [InlineData(",breed\nsiamese,160\nbirman,10\n")]
    [InlineData("siamese,160\nbirman,10")]
    [InlineData("\"breed\",\"count\"\n\"siamese\",\"160\"\n\"birman\",\"10\"\n")]
    [InlineData("breed,count\r\nsiamese,160\r\nbirman,10\r\n\r\n\r\n")]
    [InlineData("breed,count\rsiamese,160\rbirman,10\r")]
    [InlineData("\uFEFFbreed,count\nsiamese,160\nbirman,10\n")]
    [InlineData("\n\nbreed,count\n\nsiamese,160\n,\n \t\nbirman,10\n,,\n")]
    [InlineData("breed;count\r\nsiamese;160\r\nbirman;10\r\n;\r\n")]
    [InlineData("breed\tcount\nsiamese\t160\nbirman\t10\n")]
    [InlineData("siamese;160\nbirman;10")]
    [InlineData("siamese, 160\nbirman,\t10 \n")]
    [InlineData("breed,count\nsiamese,160.0\nbirman,10.0\n")]
    [InlineData("siamese,000160\nbirman,10")]
    public void Files_that_exports_write_give_their_counts(string text)
    {
        ClassCountFile file = ClassCountFileParser.Parse(text);

        Assert.Empty(file.Problems);
        Assert.Equal([("siamese", 160L), ("birman", 10L)], file.Entries.Select(entry => (entry.Label, entry.Count)));
    }

    [Theory]
    [InlineData("\"a,b\",1", "a,b")]
    [InlineData("\"a;b\",1", "a;b")]
    [InlineData("a;b,1", "a;b")]
    [InlineData("a,b;1", "a,b")]
    [InlineData("a,b\t1", "a,b")]
    [InlineData("\"a \"\"b\"\"\",1", "a \"b\"")]
    [InlineData("\"a\r\nb\nc\",1", "a\r\nb\nc")]
    [InlineData(" <=50K.,1", " <=50K.")]
    [InlineData("duoden and sm.int,1", "duoden and sm.int")]
    [InlineData("\" \",1", " ")]
    [InlineData("é木😀,1", "é木😀")]
    [InlineData("007,1", "007")]
    public void Labels_are_kept_as_they_are_written(string text, string label)
    {
        ClassCountEntry entry = Assert.Single(ClassCountFileParser.Parse(text).Entries);

        Assert.Equal(label, entry.Label);
        Assert.Equal(1, entry.Count);
    }

    [Theory]
    [InlineData("label,count", true)]
    [InlineData("label,n/a", true)]
    [InlineData(",label", true)]
    [InlineData("label,0", false)]
    [InlineData("label,-1", false)]
    [InlineData("label,.5", false)]
    [InlineData("label,2024_rows", false)]
    [InlineData("label,", false)]
    [InlineData("label", false)]
    [InlineData("label,share,count", false)]
    [InlineData("\"label,count", false)]
    public void First_line_is_a_header_if_its_second_of_two_fields_is_text(string firstLine, bool expected)
    {
        Assert.Equal(expected, ClassCountFileParser.Parse(firstLine + "\na,1\n").HasHeader);
    }

    [Fact]
    public void Second_header_is_a_malformed_count()
    {
        ClassCountProblem problem = Assert.Single(ClassCountFileParser.Parse("label,count\nlabel,count\na,1").Problems);

        Assert.Equal(new ClassCountProblem(ClassCountProblemKind.MalformedCount, 2, 7, "count"), problem);
    }

    [Theory]
    [InlineData("label,count\na;b,1", ',')]
    [InlineData("label;count\na,b;1", ';')]
    [InlineData("label\tcount\na,b\t1", '\t')]
    [InlineData("nothing to see", ',')]
    [InlineData("", ',')]
    public void Separator_is_decided_by_the_first_record(string text, char expected)
    {
        Assert.Equal(expected, ClassCountFileParser.Parse(text).Separator);
    }

    [Fact]
    public void Counts_are_64_bits_wide()
    {
        ClassCountFile file = ClassCountFileParser.Parse("a,9223372036854775806\nb,1\nc,0");

        Assert.Equal([long.MaxValue - 1, 1, 0], file.Entries.Select(entry => entry.Count));
        Assert.True(file.IsValid);
    }

    [Fact]
    public void Lines_are_counted_through_line_ends_in_quotes()
    {
        ClassCountFile file = ClassCountFileParser.Parse("l,c\r\n\"a\r\nb\rc\nd\",1\r\n\r\ne,2\rf,3");

        Assert.Equal([2, 7, 8], file.Entries.Select(entry => entry.Line));
    }

    [Fact]
    public void Equal_text_gives_equal_models()
    {
        const string Text = "label,count\na,1\nb,-2\n";

        Assert.Equal(ClassCountFileParser.Parse(Text), ClassCountFileParser.Parse(new string(Text)));
        Assert.NotEqual(ClassCountFileParser.Parse(Text), ClassCountFileParser.Parse(Text + "c,1\n"));
    }
}

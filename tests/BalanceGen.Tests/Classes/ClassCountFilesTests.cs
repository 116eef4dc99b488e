namespace BalanceGen.Tests.Classes;

public sealed class ClassCountFilesTests
{
    private static readonly ClassSet Breeds = new("Siamese", "Birman", "Maine Coon");

    [Theory]
    [InlineData("label,count\nSiamese,160\nBirman,10\n")]
    [InlineData("\uFEFFSiamese;160\r\nBirman;10\r\n")]
    [InlineData("Birman\t10\n\nSiamese\t160")]
    [InlineData("\"Siamese\",160\n\"Maine Coon\",0\nBirman,10")]
    public void Files_of_all_kinds_are_read(string text)
    {
        Assert.Equal([160, 10, 0], ClassCountFiles.Parse(text, Breeds).Values);
    }

    [Theory]
    [InlineData("Siamese,160\nBirman,-1", "line 2, column 8: the count '-1' is negative")]
    [InlineData("Siamese,160\nBirman,1.5", "line 2, column 8: the count '1.5' is not a whole number")]
    [InlineData("Siamese,160\nSiamese,3", "line 2, column 1: the label 'Siamese' is already on line 1")]
    [InlineData("Siamese,160\nBirman", "line 2, column 1: no count behind the label 'Birman'")]
    [InlineData("", "line 1, column 1: the file has no label and no count")]
    [InlineData("Siamese,1\nBir\0man,2", "line 2, column 4: the file is not UTF-8 text")]
    [InlineData("Siamese,160\nbirman,10", "line 2: the label 'birman' is none of the 3 classes")]
    public void Damaged_files_are_refused_with_line_and_text(string text, string problem)
    {
        ClassCountFileException error = Assert.Throws<ClassCountFileException>(() => ClassCountFiles.Parse(text, Breeds, "cats.csv"));
        Assert.Equal([problem], error.Problems);
        Assert.Equal($"The counts cannot be read from 'cats.csv': {problem}.", error.Message);
        Assert.Equal(("cats.csv", text.Split('\n').Length), (error.File, error.Line));
    }

    [Fact]
    public void Many_problems_are_counted_in_the_message_and_kept_in_the_list()
    {
        string text = string.Concat(Enumerable.Range(0, 40).Select(line => $"breed {line},1\n"));
        ClassCountFileException error = Assert.Throws<ClassCountFileException>(() => ClassCountFiles.Parse(text, Breeds));
        Assert.Equal(40, error.Problems.Count);
        Assert.EndsWith("line 10: the label 'breed 9' is none of the 3 classes; and 30 more.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_is_read_again_whatever_the_names()
    {
        const string Signs = "ab,;\t\"\r\n '=\u00e9\u2028";
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.classcounts.csv");
        try
        {
            for (int seed = 0; seed < 300; seed++)
            {
                var random = new Xorshift((ulong)seed + 1);
                string[] names = [.. Enumerable.Range(0, 5).Select(number => $"{string.Concat(Enumerable.Range(0, 1 + random.Below(4)).Select(_ => Signs[random.Below(Signs.Length)]))}{number}").Distinct()];
                var counts = new ClassCounts(new ClassSet(names), [.. names.Select((_, place) => place == 3 ? 0 : (long)random.Below(int.MaxValue) << random.Below(28))]);
                Assert.Equal(counts, ClassCountFiles.Parse(ClassCountFiles.ToText(counts), counts.Classes));
                if (seed < 20)
                {
                    ClassCountFiles.Write(path, counts);
                    Assert.Equal(counts, ClassCountFiles.Read(path, counts.Classes));
                    Assert.Equal(counts, ClassCountFiles.Read(path));
                }
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_file_that_is_absent_is_an_error_of_the_file_system() =>
        Assert.Throws<FileNotFoundException>(() => ClassCountFiles.Read(Path.Combine(Path.GetTempPath(), "no such file.csv"), Breeds));
}

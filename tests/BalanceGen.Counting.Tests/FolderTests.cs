using BalanceGen.Counting.Formats;
using BalanceGen.Counting.Stamps;
using BalanceGen.Tests;
using BalanceGen.Tests.RealData;

namespace BalanceGen.Counting.Tests;

public sealed class FolderTests : IDisposable
{
    private const string Numbered = @"^(?<label>.+)_\d+\.jpg$";

    private readonly TemporaryFolder _folder = new();

    private string Images => _folder.PathOf("images");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Class_is_the_directory_and_one_without_an_image_has_no_rows()
    {
        _folder.Touch("images/Siamese/1.jpg", "images/Siamese/more/2.PNG", "images/Maine, coon/3.webp", "images/Siamese/notes.txt", "images/Siamese/.4.jpg", "images/.cache/5.jpg");
        Directory.CreateDirectory(Path.Combine(Images, "Birman"));

        Assert.Equal([("Birman", 0), ("Maine, coon", 1), ("Siamese", 2)], Count());
    }

    [Theory]
    [InlineData(Numbered)]
    [InlineData(@"^(.+)_\d+\.jpg$")]
    public void Class_is_a_part_of_the_name(string pattern)
    {
        _folder.Touch("images/Maine_Coon_1.jpg", "images/deep/Maine_Coon_22.jpg", "images/Birman_3.jpg", "images/Birman_3.mat");

        Assert.Equal([("Birman", 1), ("Maine_Coon", 2)], Count(pattern));
    }

    [Theory]
    [InlineData("", "cover.jpg a/1.jpg", "BALG0305", "the image 'cover.jpg' lies in no directory that could be its class")]
    [InlineData("", "train/a/1.jpg val/a/2.jpg", "BALG0304", "are splits (train, val) and no classes; name the one that is trained on, as Include=\"images/train\"")]
    [InlineData("", "a/1.txt", "BALG0306", "no image lies in a directory")]
    [InlineData(Numbered, "a_1.jpg b.jpg", "BALG0305", "the image 'b.jpg' has no name of the Pattern")]
    [InlineData(Numbered, "a.txt", "BALG0306", "no file of the folder has a name of the Pattern")]
    [InlineData("^.+$", "a.jpg", "BALG0304", "has no group")]
    [InlineData("^(a", "a.jpg", "BALG0304", "cannot be used")]
    [InlineData(@"(?=a)(a)", "a.jpg", "BALG0304", "cannot be used")]
    public void What_is_wrong_is_named(string pattern, string files, string id, string message)
    {
        _folder.Touch([.. files.Split(' ').Select(file => "images/" + file)]);

        CountingException error = Assert.Throws<CountingException>(() => Count(pattern));

        Assert.Equal(id, error.Id);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_that_is_not_there_and_pattern_of_a_file_are_named()
    {
        Assert.Equal(CountingErrorId.UnreadableFile, Assert.Throws<CountingException>(() => Count()).Id);

        _folder.Touch("images/a.csv");
        var file = new LabeledFile(_folder.PathOf("images/a.csv"), "y", FieldDelimiter.Comma) { Pattern = Numbered };
        CountingException error = Assert.Throws<CountingException>(() => FormatCounter.Count(file, new LabelCounts()));
        Assert.Equal(CountingErrorId.InvalidLabeledData, error.Id);
        Assert.Contains("this is a file, and Pattern", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Linked_class_is_counted_and_a_deeper_link_that_may_lead_back_is_refused()
    {
        _folder.Touch("images/a/1.jpg", "elsewhere/2.jpg", "elsewhere/3.jpg");
        Directory.CreateSymbolicLink(Path.Combine(Images, "b"), _folder.PathOf("elsewhere"));
        Assert.Equal([("a", 1), ("b", 2)], Count());

        Directory.CreateSymbolicLink(Path.Combine(Images, "a", "back"), Images);
        CountingException error = Assert.Throws<CountingException>(() => Count());
        Assert.Equal(CountingErrorId.UnreadableFile, error.Id);
        Assert.Contains("'a/back' is a link", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stamp_is_the_list_of_names_and_not_what_is_in_the_files()
    {
        _folder.Touch("images/a/1.jpg", "images/b/2.jpg");
        string first = FolderStamp.Of(Images)!;
        File.WriteAllText(Path.Combine(Images, "a", "1.jpg"), "other bytes");
        File.WriteAllText(Path.Combine(Images, "a", ".hidden"), "");
        Assert.Equal(first, FolderStamp.Of(Images));

        var seen = new HashSet<string> { first };
        void Changed(string step) => Assert.True(seen.Add(FolderStamp.Of(Images)!), step);
        File.Move(Path.Combine(Images, "a", "1.jpg"), Path.Combine(Images, "b", "1.jpg"));
        Changed("moved");
        Directory.CreateDirectory(Path.Combine(Images, "c"));
        Changed("empty class");
        File.Move(Path.Combine(Images, "b", "1.jpg"), Path.Combine(Images, "b", "3.jpg"));
        Changed("renamed");
        File.Delete(Path.Combine(Images, "b", "3.jpg"));
        Changed("deleted");
        Assert.Null(FolderStamp.Of(_folder.PathOf("absent")));
    }

    [Fact]
    public void Counts_of_a_folder_stay_until_a_name_changes()
    {
        _folder.Touch("images/a/1.jpg", "images/b/2.jpg");
        string request = _folder.PathOf("out.classcounts.request");
        string counts = _folder.PathOf("out.classcounts.csv");
        File.WriteAllText(request, $"output={counts}\nfile={Images}\nlabelColumn=\nformat=\npattern=\n");
        string tool = typeof(CountingRun).Assembly.Location;
        using var errors = new StringWriter();

        Assert.True(CountingRun.Run(request, errors, tool), errors.ToString());
        Assert.Equal("label,count\na,1\nb,1\n", File.ReadAllText(counts));
        Assert.Equal(
            $"label,a,{Path.Combine(Images, "a", "1.jpg")},0\nlabel,b,{Path.Combine(Images, "b", "2.jpg")},0\n",
            File.ReadAllText(_folder.PathOf("out.classcounts.places")));
        Assert.True(CountingRecord.IsCurrent(request, counts, tool));

        _folder.Touch("images/b/3.jpg");
        Assert.False(CountingRecord.IsCurrent(request, counts, tool));
        Assert.True(CountingRun.Run(request, errors, tool), errors.ToString());
        Assert.Equal("label,count\na,1\nb,2\n", File.ReadAllText(counts));
        Assert.True(CountingRecord.IsCurrent(request, counts, tool));
    }

    [Fact]
    public void Folder_that_changes_while_it_is_counted_is_counted_anew()
    {
        _folder.Touch("images/a/1.jpg");
        string request = _folder.PathOf("out.classcounts.request");
        string counts = _folder.PathOf("out.classcounts.csv");
        File.WriteAllText(request, $"output={counts}\nfile={Images}\n");
        int reads = 0;
        using var errors = new StringWriter();

        Assert.True(CountingRun.Run(request, errors, counted: _ =>
        {
            if (++reads == 1)
            {
                _folder.Touch("images/b/2.jpg");
            }
        }));

        Assert.Equal(2, reads);
        Assert.Equal("label,count\na,1\nb,1\n", File.ReadAllText(counts));
    }

    /// <summary>The photographs that the sample trains on; and once more with a directory for each class.</summary>
    [RealDataTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void Real_images_are_counted_as_the_list_of_the_set_has_them(bool byName)
    {
        string real = Path.Combine(Repository.SharedData!, "oxford-pets-cats", "images");
        if (!byName)
        {
            foreach (string path in Directory.EnumerateFiles(real, "*.jpg"))
            {
                string name = Path.GetFileName(path);
                _folder.Touch($"images/{name[..name.LastIndexOf('_')]}/{name}");
            }
        }

        List<(string, long)> counts = Count(byName ? Numbered : "", byName ? real : Images);

        // The list of the whole set has the breeds as class 1 and 6; it lacks two Abyssinians, of which there are photographs.
        Dictionary<string, long> published = RealDataset.SingleLabelSets()
            .Single(set => set.ToString() == "oxford-pets-sample/list.txt").Expected.ToDictionary(entry => entry.Class, entry => entry.Count);
        Assert.Equal([("Abyssinian", published["1"] + 2), ("Bengal", published["6"])], counts);
    }

    private List<(string Label, long Count)> Count(string pattern = "", string? folder = null)
    {
        var counts = new LabelCounts();
        FormatCounter.Count(new LabeledFile(folder ?? Images, "", FieldDelimiter.Comma) { Format = LabeledFormat.Folder, Pattern = pattern }, counts);
        return [.. counts.InOrder()];
    }
}

using System.Text;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using BalanceGen.Tool.Tables;

namespace BalanceGen.Tool.Tests.Inputs;

/// <summary>Inputs that are not one column of a text file.</summary>
public sealed class InputKindTests
{
    [Fact]
    public void Coco_counts_boxes_or_images_and_knows_categories_without_a_box()
    {
        using var folder = new Folder();
        string path = folder.Write("instances.json", """
            {"info":{"annotations":[1,2]},"images":[{"id":1},{"id":2},{"id":3}],
             "annotations":[{"id":1,"image_id":1,"category_id":3,"segmentation":[[1.5,2]],"bbox":[1,2,3,4]},{"image_id":1,"category_id":3},{"image_id":2,"category_id":3},{"image_id":2,"category_id":7}],
             "categories":[{"id":7,"name":"dog","synonyms":["hound"]},{"id":3,"name":"cat"},{"id":9,"name":"axolotl"}]}
            """);

        Assert.Equal([("cat", 3L), ("dog", 1), ("axolotl", 0)], Pairs(ToolRun.Counts(path)));
        Assert.Equal([("cat", 2L), ("dog", 1), ("axolotl", 0)], Pairs(ToolRun.Counts(path, "-l", "image")));

        // The image without a box is a row of no class. Boxes of one image are no equal rows, and different classes in it no conflict.
        System.Text.Json.JsonElement images = ToolRun.Of("report", path, "-l", "image", "--json").Succeeded().Json;
        Assert.Equal(3, images.GetProperty("summary").GetProperty("rows").GetInt64());
        Assert.Contains(images.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("kind").GetString() == "rowWithoutClass" && finding.GetProperty("count").GetInt64() == 1);
        System.Text.Json.JsonElement boxes = ToolRun.Of("report", path, "--json").Succeeded().Json;
        Assert.DoesNotContain(boxes.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("kind").GetString() == "conflictingLabels");
    }

    [Fact]
    public void Lvis_groups_of_categories_are_in_the_report()
    {
        using var folder = new Folder();
        string path = folder.Write("lvis.json", """
            {"images":[{"id":1,"neg_category_ids":[3,4]},{"neg_category_ids":[4,2],"id":2}],
             "annotations":[{"image_id":1,"category_id":1},{"image_id":1,"category_id":1},{"image_id":1,"category_id":2},{"image_id":1,"category_id":4}],
             "categories":[{"id":1,"name":"cat","frequency":"f"},{"id":2,"name":"dog","frequency":"c"},{"id":3,"name":"axolotl","frequency":"r"},{"id":4,"name":"newt","frequency":"r"}]}
            """);
        string[] outputs = [folder.PathOf("r.json"), folder.PathOf("r.md"), folder.PathOf("r.html")];
        ToolRun.Of(["report", path, .. outputs.SelectMany(output => (string[])["-o", output])]).Succeeded();

        System.Text.Json.JsonElement[] groups = [.. System.Text.Json.JsonDocument.Parse(File.ReadAllText(outputs[0])).RootElement.GetProperty("frequencyGroups").EnumerateArray()];
        Assert.Equal(["r", "c", "f"], groups.Select(group => group.GetProperty("group").GetString()));
        Assert.Equal([(2, 1, 1L), (1, 0, 1), (1, 0, 2)], groups.Select(group => (group.GetProperty("classes").GetInt32(), group.GetProperty("emptyClasses").GetInt32(), group.GetProperty("rows").GetInt64())));
        Assert.Equal([3L, 1, 0], groups.Select(group => group.GetProperty("verifiedAbsences").GetInt64()));
        Assert.Contains("group r, rare: in 1 to 10 training images: 2 classes (1 without rows), 1 row, verified absent 3 times\n", ToolRun.Of("report", path).Succeeded().Output, StringComparison.Ordinal);
        Assert.All(outputs[1..], output => Assert.Contains("group r, rare: in 1 to 10 training images", File.ReadAllText(output), StringComparison.Ordinal));
    }

    /// <summary>Values of a column may have one text, and empty texts are no labels: counted by the values as by the texts.</summary>
    [Fact]
    public void Values_are_counted_by_their_texts()
    {
        using var folder = new Folder();
        string path = folder.PathOf("rows.parquet");
        using (var database = new Database())
        {
            database.Execute($"COPY (SELECT CASE i % 5 WHEN 0 THEN '' WHEN 1 THEN NULL WHEN 2 THEN 'a_1.jpg' WHEN 3 THEN 'a_2.jpg' ELSE 'b_1.jpg' END AS file, i % 3 AS number, i % 2 = 0 AS truth FROM range(100) t(i)) TO {Sql.Text(path)} (FORMAT parquet)");
        }

        Assert.Equal([("a", 40L), ("b", 20)], Pairs(ToolRun.Counts(path, "-l", "file", "--pattern", "^(?<label>.+)_")));
        Assert.Equal([("a_1.jpg", 20L), ("a_2.jpg", 20), ("b_1.jpg", 20)], Pairs(ToolRun.Counts(path, "-l", "file")));
        Assert.Equal([("0", 34L), ("1", 33), ("2", 33)], Pairs(ToolRun.Counts(path, "-l", "number")));
        Assert.Equal([("false", 50L), ("true", 50)], Pairs(ToolRun.Counts(path, "-l", "truth")));
        Assert.Equal(40, ToolRun.Of("count", path, "-l", "file", "--json").Succeeded().Json.GetProperty("missing").GetInt64());
    }

    [Fact]
    public void Shares_of_several_labels_a_row_are_called_shares_of_labels()
    {
        using var folder = new Folder();
        string path = folder.Write("tags.csv", "id,tags\n1,a|b\n2,a\n3,a|c\n");
        Assert.Contains("class rows share of labels\na        3          60.0 % ", ToolRun.Of("count", path, "-l", "tags", "--separator", "|").Succeeded().Output, StringComparison.Ordinal);
        Assert.Contains("have 60.0 % of the labels, ", ToolRun.Of("report", path, "-l", "tags", "--separator", "|").Succeeded().Output, StringComparison.Ordinal);
        string[] outputs = [folder.PathOf("r.md"), folder.PathOf("r.html")];
        ToolRun.Of(["report", path, "-l", "tags", "--separator", "|", "-o", outputs[0], "-o", outputs[1]]).Succeeded();
        Assert.All(outputs, output => Assert.Contains("share of labels", File.ReadAllText(output), StringComparison.Ordinal));
        Assert.DoesNotContain("of labels", ToolRun.Of("count", path, "-l", "tags").Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void One_hot_cells_that_are_neither_number_nor_truth_value_are_an_error()
    {
        using var folder = new Folder();
        string path = folder.Write("hot.csv", "id,is_cat,is_dog\n1,1,0\n2,True,maybe\n");
        Assert.Equal($"{path}: error: the column 'is_dog' has the value 'maybe', which is neither 0 nor 1; correct it, or leave the column out of --one-hot\n", ToolRun.Of("count", path, "--one-hot", "is_*").FailedWith(2).Error);
        string missing = folder.Write("missing.csv", "id,is_cat,is_dog\n1,1.0,nan\n2,yes,\n3,0.0,1\n");
        Assert.Equal([("is_cat", 2L), ("is_dog", 1)], Pairs(ToolRun.Counts(missing, "--one-hot", "is_*")));
    }

    /// <summary>value_counts().to_csv() of pandas 1 names the numbers by the column, and the classes not at all; a frame has its row numbers without a name.</summary>
    [Theory]
    [InlineData(",breed\nkorat,3\nbirman,2\n")]
    [InlineData("breed,count\nkorat,3\nbirman,2\n")]
    [InlineData("breed,0\nkorat,3\nbirman,2\n", "--header", "yes")]
    public void Tables_of_counts_as_pandas_writes_them(string text, params string[] more)
    {
        using var folder = new Folder();
        Assert.Equal([("birman", 2L), ("korat", 3)], Pairs(ToolRun.Counts([folder.Write("counts.csv", text), "--counts", .. more])));
    }

    [Fact]
    public void Row_numbers_without_a_name_are_below_a_header()
    {
        using var folder = new Folder();
        Assert.Equal([("birman", 1L), ("korat", 1)], Pairs(ToolRun.Counts(folder.Write("frame.csv", ",colour,breed\n0,grey,korat\n1,white,birman\n"))));
        Assert.Equal([("cat", 1L), ("dog", 2)], Pairs(ToolRun.Counts(folder.Write("rows.csv", ",cat\n3,dog\n7,dog\n"), "-l", "1")));
    }

    [Fact]
    public void One_hot_columns_are_classes_with_or_without_rows()
    {
        using var folder = new Folder();
        string single = folder.Write("single.csv", "id,is_cat,is_dog,is_axolotl\n1,1,0,0\n2,0,1,0\n3,1,0,0\n");
        string several = folder.Write("several.csv", "id,is_cat,is_dog,is_axolotl\n1,1.0,0,0\n2,true,TRUE,false\n3,0,0,0\n");

        Assert.Equal([("is_cat", 2L), ("is_dog", 1), ("is_axolotl", 0)], Pairs(ToolRun.Counts(single, "--one-hot", "is_*")));
        Assert.Equal([("is_cat", 2L), ("is_dog", 1)], Pairs(ToolRun.Counts(several, "--one-hot", "is_cat..is_dog")));
    }

    [Fact]
    public void Lists_of_json_are_label_sets_and_paths_lead_into_objects()
    {
        using var folder = new Folder();
        string path = folder.Write("rows.jsonl", "{\"a\":{\"b\":\"x\"},\"tags\":[\"p\",\"q\"]}\n{\"a\":{\"b\":\"y\"},\"tags\":[\"p\"]}\n{\"a\":{\"b\":\"x\"},\"tags\":[]}\n");
        string array = folder.Write("rows.json", "[{\"label\":\"x\"},{\"label\":\"y\"},{\"label\":\"x\"}]");

        Assert.Equal([("p", 2L), ("q", 1)], Pairs(ToolRun.Counts(path, "-l", "tags")));
        Assert.Equal([("x", 2L), ("y", 1)], Pairs(ToolRun.Counts(path, "-l", "a.b")));
        Assert.Equal([("x", 2L), ("y", 1)], Pairs(ToolRun.Counts(array)));
        Assert.Contains("there is no column 'a.c'", ToolRun.Of("count", array, "-l", "a.c").FailedWith(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Folders_of_images_are_classes_and_splits()
    {
        using var folder = new Folder();
        foreach (string file in (string[])["train/cat/1.jpg", "train/cat/2.JPG", "train/dog/sub/3.png", "val/cat/4.jpg", "train/cat/notes.txt", "val/dog/5.webp"])
        {
            folder.Write($"images/{file}", file.EndsWith("4.jpg", StringComparison.Ordinal) ? "images/train/cat/1.jpg" : $"images/{file}");
        }

        File.WriteAllText(folder.PathOf("images/train/cat/1.jpg"), "images/train/cat/1.jpg");
        Directory.CreateDirectory(folder.PathOf("images/train/axolotl"));

        Assert.Equal([("axolotl", 0L), ("cat", 3), ("dog", 2)], Pairs(ToolRun.Counts(folder.PathOf("images"))));
        System.Text.Json.JsonElement splits = ToolRun.Of("report", folder.PathOf("images"), "--json").Succeeded().Json.GetProperty("splits");
        Assert.Equal("[[0,2,1],[0,1,1]]", splits.GetProperty("rowsOfClasses").GetRawText().Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));

        // The same bytes in train and val.
        Assert.Equal(1, splits.GetProperty("leaks")[0].GetProperty("rows").GetInt64());
        Assert.Contains("no image lies in a directory", ToolRun.Of("count", folder.PathOf("images/train/dog/sub")).FailedWith(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Feather_dictionaries_and_numbers_are_labels()
    {
        using var folder = new Folder();
        var codes = new Int8Array.Builder().Append(1).Append(0).Append(1).AppendNull().Build();
        var names = new StringArray.Builder().Append("cat").Append("dog").Build();
        var label = new DictionaryArray(new DictionaryType(Int8Type.Default, StringType.Default, false), codes, names);
        Int64Array numbers = new Int64Array.Builder().Append(7).Append(-7).Append(7).Append(7).Build();
        using RecordBatch batch = new RecordBatch.Builder().Append("label", nullable: true, label).Append("number", nullable: false, numbers).Build();
        using (FileStream stream = File.Create(folder.PathOf("rows.feather")))
        using (var writer = new ArrowFileWriter(stream, batch.Schema, leaveOpen: false, new IpcOptions { CompressionCodec = CompressionCodecType.Lz4Frame, CompressionCodecFactory = new Apache.Arrow.Compression.CompressionCodecFactory() }))
        {
            writer.WriteRecordBatch(batch);
            writer.WriteEnd();
        }

        Assert.Equal([("cat", 1L), ("dog", 2)], Pairs(ToolRun.Counts(folder.PathOf("rows.feather"), "-l", "label")));
        Assert.Equal([("-7", 1L), ("7", 3)], Pairs(ToolRun.Counts(folder.PathOf("rows.feather"), "-l", "number")));
    }

    [Fact]
    public void Numpy_integers_of_either_byte_order_are_labels()
    {
        using var folder = new Folder();
        byte[] Array(string type, params byte[] data)
        {
            string header = ("{'descr': '" + type + "', 'fortran_order': False, 'shape': (2,), }").PadRight(117) + "\n";
            return [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.ASCII.GetBytes(header), .. data];
        }

        Assert.Equal([("-1", 1L), ("258", 1)], Pairs(ToolRun.Counts(folder.Write("little.npy", Array("<i2", 0xFF, 0xFF, 0x02, 0x01)))));
        Assert.Equal([("-1", 1L), ("258", 1)], Pairs(ToolRun.Counts(folder.Write("big.npy", Array(">i2", 0xFF, 0xFF, 0x01, 0x02)))));
        Assert.Equal([("False", 1L), ("True", 1)], Pairs(ToolRun.Counts(folder.Write("bool.npy", Array("|b1", 0, 1)))));
        Assert.Contains("row 1 is 0.5", ToolRun.Of("count", folder.Write("half.npy", Array("<f4", 0, 0, 0x80, 0x3F, 0, 0, 0, 0x3F))).FailedWith(2).Error, StringComparison.Ordinal);
        Assert.Contains("the array ends before its last element", ToolRun.Of("count", folder.Write("cut.npy", Array("<i4", 1, 0, 0, 0, 1))).FailedWith(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Globs_and_queries_read_many_files_as_one()
    {
        using var folder = new Folder();
        folder.Write("part-1.csv", "label\na\nb\n");
        folder.Write("part-2.csv", "label\nb\n");
        Assert.Equal([("a", 1L), ("b", 2)], Pairs(ToolRun.Counts(folder.PathOf("part-*.csv"))));
        Assert.Equal([("b", 2L)], Pairs(ToolRun.Counts("--sql", $"select label from '{folder.PathOf("part-*.csv")}' where label <> 'a';")));
        Assert.Contains("error: ", ToolRun.Of("count", "--sql", "select nonsense from nowhere").FailedWith(2).Error, StringComparison.Ordinal);
        Assert.Contains("the query cannot be run", ToolRun.Of("count", "--sql", "select 1 as label", "--connection", "Host=localhost;Port=1;Timeout=2").FailedWith(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_of_counts_are_read_strictly()
    {
        using var folder = new Folder();
        Assert.Equal([("a", 10L), ("b", 0)], Pairs(ToolRun.Counts(folder.Write("x.classcounts.csv", "label,count\nb,0\na,10.0\n"))));
        string wrong = folder.Write("wrong.csv", "label,count\na,1\nb,many\n");
        Assert.Equal($"{wrong}: error: row 2 of the table, class 'b': 'many' is no number of rows; counts are written with the digits 0 to 9 alone\n", ToolRun.Of("count", wrong, "--counts").FailedWith(2).Error);
        Assert.Contains("the class 'a' is there twice", ToolRun.Of("count", folder.Write("twice.csv", "label,count\na,1\na,2\n"), "--counts").FailedWith(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_ugly_text_is_counted_as_DuckDB_counts_it()
    {
        for (int seed = 0; seed < 10; seed++)
        {
            using var folder = new Folder();
            using var database = new Database();
            var random = new Random(seed);
            int columns = random.Next(2, seed == 0 ? 400 : 12);
            int labelColumn = random.Next(columns);
            char delimiter = ",;\t|"[seed % 4];
            string end = seed % 2 == 0 ? "\n" : "\r\n";
            string[] labels = ["cat", "dog", "with \"quotes\"", "two\nlines", $"with{delimiter}delimiter", " blanks ", "ünïcödé", ""];
            var text = new StringBuilder(string.Join(delimiter, Enumerable.Range(0, columns).Select(column => column == labelColumn ? "label" : $"c{column}"))).Append(end);
            var expected = new SortedDictionary<string, long>(StringComparer.Ordinal);
            for (int row = 0; row < 500; row++)
            {
                string label = labels[random.Next(labels.Length)];
                if (label.Length > 0)
                {
                    expected[label] = expected.GetValueOrDefault(label) + 1;
                }

                text.AppendJoin(delimiter, Enumerable.Range(0, columns).Select(column => Quoted(column == labelColumn ? label : labels[random.Next(labels.Length - 1)], delimiter, random))).Append(end);
            }

            byte[] bytes = [.. seed % 3 == 0 ? Encoding.UTF8.Preamble.ToArray() : [], .. Encoding.UTF8.GetBytes(text.ToString())];
            string path = folder.Write("rows.csv", bytes);

            Assert.Equal(expected.Select(pair => (pair.Key, pair.Value)), Pairs(ToolRun.Counts(path, "-l", "label")));

            var counted = new SortedDictionary<string, long>(StringComparer.Ordinal);
            database.Query(
                $"SELECT label, count(*) FROM read_csv({Sql.Text(path)}, all_varchar = true, header = true, delim = {Sql.Text(delimiter.ToString())}, quote = '\"', escape = '\"') WHERE label IS NOT NULL GROUP BY label",
                reader => counted.Add(reader.GetString(0), reader.GetInt64(1)));
            Assert.Equal(expected, counted);
        }
    }

    private static string Quoted(string field, char delimiter, Random random) =>
        field.AsSpan().ContainsAny("\"\n") || field.Contains(delimiter, StringComparison.Ordinal) || random.Next(4) == 0
            ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : field;

    private static IEnumerable<(string, long)> Pairs(Dictionary<string, long> counts) => counts.Select(pair => (pair.Key, pair.Value));
}

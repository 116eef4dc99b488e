using Microsoft.Data.Analysis;

namespace BalanceGen.ML.Tests.Frames;

public sealed class DataFrameTests
{
    [Theory]
    [InlineData("Text", "Common 79, Rare 10, Scarce 30")]
    [InlineData("Flag", "False 109, True 10")]
    [InlineData("Whole", "0 79, 1 30, 2 10")]
    [InlineData("Double", "0 79, 1 30, 2 10")]
    public void Labels_of_each_type_are_counted_and_nulls_are_of_no_class(string column, string expected)
    {
        ClassCounts counts = Frame().ClassCounts(column);

        Assert.Equal(expected, string.Join(", ", Enumerable.Range(0, counts.Classes.Count).Select(index => $"{counts.Classes[index]} {counts[index]}")));
    }

    [Fact]
    public void Given_classes_are_those_of_the_record()
    {
        Assert.Equal([79, 30, 10], Frame().ClassCounts("Text", Sample.Classes.Set).Values.ToArray());
        UnknownLabelException error = Assert.Throws<UnknownLabelException>(() => Frame().ClassCounts("Text", new ClassSet("Common")));
        Assert.Contains("'Scarce'", error.Message, StringComparison.Ordinal);
        Assert.Throws<UnknownLabelException>(() => Frame().ClassCounts("Whole", new ClassSet("0", "1")));
    }

    [Fact]
    public void The_rows_that_a_sampler_draws_are_a_frame()
    {
        DataFrame frame = Frame();
        RowIndex index = frame.IndexClasses("Text", Sample.Classes.Set);
        var sampler = new BalancedSampler(index, seed: 1);

        DataFrame drawn = frame[sampler.RowNumbersOfEpoch(0)];

        Assert.Equal(sampler.EpochLength, drawn.Rows.Count);
        Assert.Equal(sampler.RowNumbersOfEpoch(0), Numbers(drawn));
    }

    [Fact]
    public void A_split_is_stratified_and_has_no_row_twice()
    {
        (DataFrame train, DataFrame test) = Frame().StratifiedSplit("Text", 0.2, seed: 3);

        Assert.Equal([16, 2, 6], test.ClassCounts("Text").Values.ToArray());
        Assert.Equal(Enumerable.Range(1, 119).Select(number => (long)number), Numbers(train).Concat(Numbers(test)).Order());
        Assert.Equal(Numbers(test).Order(), Numbers(test));
    }

    [Fact]
    public void Weights_are_a_column()
    {
        DataFrame frame = Frame();
        ClassWeights weights = ClassWeights.Balanced(frame.ClassCounts("Text"));

        SingleDataFrameColumn column = frame.AddClassWeights("Text", weights);

        Assert.Same(column, frame.Columns["Weight"]);
        Assert.Equal(0f, column[0]);
        Assert.Equal((float)weights["Scarce"], column[8]);
        Assert.Equal((float)weights["Rare"], column[11]);
        Assert.Throws<ArgumentException>(() => frame.AddClassWeights("Text", weights));
    }

    [Fact]
    public void A_column_that_is_no_label_is_refused_by_name()
    {
        var frame = new DataFrame(new DateTimeDataFrameColumn("When", 3), new StringDataFrameColumn("None", 3));

        Assert.Equal("When", Assert.Throws<LabelColumnException>(() => frame.ClassCounts("When")).ColumnName);
        Assert.Equal("Label", Assert.Throws<LabelColumnException>(() => frame.ClassCounts("Label")).ColumnName);
        Assert.Throws<EmptyDatasetException>(() => frame.ClassCounts("None"));
    }

    /// <summary>120 rows, the first of which has no label.</summary>
    private static DataFrame Frame()
    {
        Sample[] rows = Sample.Make(120);
        var frame = new DataFrame(
            new Int64DataFrameColumn("Number", rows.Select(row => (long)row.Number)),
            new StringDataFrameColumn("Text", rows.Select(row => row.Grade.ToString())),
            new BooleanDataFrameColumn("Flag", rows.Select(row => row.Grade == Grade.Rare)),
            new Int32DataFrameColumn("Whole", rows.Select(row => (int)row.Grade)),
            new DoubleDataFrameColumn("Double", rows.Select(row => (double)(int)row.Grade)));
        foreach (string column in (string[])["Text", "Flag", "Whole"])
        {
            frame.Columns[column][0] = null;
        }

        frame.Columns["Double"][0] = double.NaN;
        return frame;
    }

    private static IEnumerable<long> Numbers(DataFrame frame) => ((PrimitiveDataFrameColumn<long>)frame.Columns["Number"]).Select(number => number!.Value);
}

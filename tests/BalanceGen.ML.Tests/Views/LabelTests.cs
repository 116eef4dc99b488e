using Microsoft.ML;

namespace BalanceGen.ML.Tests.Views;

/// <summary>Labels of every kind are counted, and what is no label is refused by name.</summary>
public sealed class LabelTests
{
    private static readonly MLContext context = new(seed: 1);
    private static readonly IDataView plain = context.Data.LoadFromEnumerable(Plain.Make(120));

    [Theory]
    [InlineData("Text", "Common 80, Rare 10, Scarce 30")]
    [InlineData("Flag", "False 110, True 10")]
    [InlineData("Single", "0 80, 1 30, 2 10")]
    [InlineData("Whole", "0 80, 1 30, 2 10")]
    public void Labels_of_each_type_are_counted(string column, string expected) => Assert.Equal(expected, Text(context.Data.CountClasses(plain, column)));

    [Fact]
    public void The_classes_of_a_key_are_its_values_in_their_order()
    {
        // ML.NET numbers key values by their first occurrence.
        IDataView keyed = context.Transforms.Conversion.MapValueToKey("Key", "Text").Fit(plain).Transform(plain);
        Assert.Equal("Common 80, Scarce 30, Rare 10", Text(context.Data.CountClasses(keyed, "Key")));

        IDataView numbers = context.Transforms.Conversion.MapValueToKey("Key", "Single").Fit(plain).Transform(plain);
        Assert.Equal("0 80, 1 30, 2 10", Text(context.Data.CountClasses(numbers, "Key")));
    }

    [Fact]
    public void A_class_without_rows_is_counted_as_0()
    {
        IDataView view = Sample.Classes.Index([new Sample(0, 0, 0, Grade.Scarce)]).ToDataView(columns => columns.Label());
        Assert.Equal("Common 0, Scarce 1, Rare 0", Text(context.Data.CountClasses(view)));
    }

    [Fact]
    public void Given_classes_have_the_order_in_which_they_are_given()
    {
        var classes = new ClassSet("Rare", "Scarce", "Common", "Unheard of");
        Assert.Equal("Rare 10, Scarce 30, Common 80, Unheard of 0", Text(context.Data.CountClasses(plain, "Text", classes)));
        Assert.Equal("2 10, 1 30, 0 80", Text(context.Data.CountClasses(plain, "Single", new ClassSet("2", "1", "0"))));
    }

    [Fact]
    public void A_label_that_is_none_of_the_given_classes_is_refused_with_its_row()
    {
        UnknownLabelException error = Assert.Throws<UnknownLabelException>(() => context.Data.CountClasses(plain, "Text", new ClassSet("Common", "Scarce")));
        Assert.Contains("'Rare'", error.Message, StringComparison.Ordinal);
        Assert.Contains("11", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_labels_are_of_no_class()
    {
        Plain[] rows = Plain.Make(120);
        (rows[0].Text, rows[1].Single) = ("", float.NaN);
        IDataView view = context.Data.LoadFromEnumerable(rows);

        Assert.Equal(119, context.Data.CountClasses(view, "Text").Total);
        Assert.Equal(119, context.Data.CountClasses(view, "Single").Total);
        ViewSplit split = context.Data.StratifiedTrainTestSplit(view, "Text", 0.5, seed: 1);
        Assert.Equal(Enumerable.Range(1, 119), Contract.RowReader.Column<int>(split.TrainSet, "Number").Concat(Contract.RowReader.Column<int>(split.TestSet, "Number")).Order());
    }

    [Theory]
    [InlineData("Features", "vector")]
    [InlineData("Nothing", "no such column")]
    public void A_column_that_is_no_label_is_refused_by_name(string column, string reason)
    {
        LabelColumnException error = Assert.Throws<LabelColumnException>(() => context.Data.CountClasses(plain, column));
        Assert.Equal(column, error.ColumnName);
        Assert.Contains($"'{column}'", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_view_without_labels_has_no_classes_unless_they_are_given()
    {
        IDataView none = context.Data.LoadFromEnumerable(Array.Empty<Plain>());
        Assert.Throws<LabelColumnException>(() => context.Data.CountClasses(none, "Text"));
        Assert.Equal("a 0", Text(context.Data.CountClasses(none, "Text", new ClassSet("a"))));
        Assert.Throws<EmptyDatasetException>(() => context.Data.StratifiedTrainTestSplit(none, "Flag", 0.5, seed: 1));
    }

    [Fact]
    public void Only_the_label_is_read_and_once()
    {
        var view = new ForwardView(plain);
        context.Data.Oversample(view, "Text", seed: 1);

        Assert.Equal([KeyValuePair.Create("Text", 1)], view.Passes);
    }

    [Fact]
    public void The_weight_of_each_row_is_that_of_its_class()
    {
        foreach (string label in (string[])["Text", "Single", "Whole", "Flag"])
        {
            ClassCounts counts = context.Data.CountClasses(plain, label);
            ClassWeights weights = ClassWeights.Balanced(counts);
            IDataView weighted = context.Data.AddClassWeights(plain, label, ClassWeightsOf);

            List<int> rows = Contract.RowReader.Column<int>(weighted, "Number");
            List<float> values = Contract.RowReader.Column<float>(weighted, "Weight");
            RowIndex index = context.Data.IndexClasses(plain, label);
            Assert.Equal(rows.Select(row => (float)weights[index.ClassOf(row)]), values);
        }

        static ClassWeights ClassWeightsOf(ClassCounts counts) => ClassWeights.Balanced(counts);
    }

    [Fact]
    public void Weights_of_other_classes_or_beyond_float_are_refused()
    {
        Assert.Throws<ClassMismatchException>(() => context.Data.AddClassWeights(plain, "Text", _ => new ClassWeights(new ClassSet("a"), 1.0)));
        OverflowException error = Assert.Throws<OverflowException>(() => context.Data.AddClassWeights(plain, "Flag", counts => new ClassWeights(counts.Classes, 1.0, 1e300)));
        Assert.Contains("'True'", error.Message, StringComparison.Ordinal);
    }

    private static string Text(ClassCounts counts) => string.Join(", ", Enumerable.Range(0, counts.Classes.Count).Select(index => $"{counts.Classes[index]} {counts[index]}"));
}

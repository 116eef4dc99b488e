using Microsoft.ML;
using Microsoft.ML.Data;

namespace BalanceGen.ML.Tests.Views;

/// <summary>What a row view shows when a function leaves elements alone, when weights belong to other rows, and when a source changes.</summary>
public sealed class RowViewTests
{
    private static readonly MLContext context = new(seed: 1);

    [Fact]
    public void An_element_that_is_not_written_is_zero_and_not_that_of_the_row_before()
    {
        IDataView view = Sample.Classes.Index(Sample.Make(20)).ToDataView(columns => columns.Vector("Words", 20, (in row, values) => values[row.Number] = 1));
        DataViewSchema.Column column = view.Schema["Words"];
        using DataViewRowCursor cursor = view.GetRowCursor([column]);
        ValueGetter<VBuffer<float>> getter = cursor.GetGetter<VBuffer<float>>(column);
        VBuffer<float> words = default;
        for (int row = 0; cursor.MoveNext(); row++)
        {
            getter(ref words);
            Assert.Equal(1, words.DenseValues().Sum());
            Assert.Equal(1, words.GetValues()[row]);
        }
    }

    [Theory]
    [InlineData(99)]
    [InlineData(101)]
    public void Sample_weights_of_another_number_of_rows_are_refused(int count)
    {
        IndexedDataset<Sample> data = Sample.Classes.Index(Sample.Make(100));
        var weights = new SampleWeights([.. Enumerable.Repeat(1.0, count)]);
        foreach (Func<IDataView> make in new Func<IDataView>[]
        {
            () => data.ToDataView(columns => columns.Weight(weights)),
            () => data.Split(0.2, seed: 1).Train.ToDataView(columns => columns.Weight(weights)),
            () => data.ToDataView(columns => columns.Weight(weights), data.BalancedSampler(seed: 1), epoch: 0),
            () => Sample.Make(100).ToDataView(default(Sample.Classes.Indexer), columns => columns.Weight(weights)),
        })
        {
            Assert.Contains($"{count} sample weights in the column 'Weight'", Assert.Throws<ArgumentException>(make).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(50, "50 now")]
    [InlineData(70, "more now")]
    public void A_source_whose_number_of_rows_has_changed_is_refused(int now, string message)
    {
        var rows = new List<Plain>(Plain.Make(60));
        IDataView split = context.Data.StratifiedTrainTestSplit(context.Data.LoadFromEnumerable(rows), "Text", testFraction: 0.25, seed: 1).TrainSet;
        rows.Clear();
        rows.AddRange(Plain.Make(now));

        Assert.Contains(message, Assert.Throws<InvalidOperationException>(() => Contract.RowReader.Column<int>(split, "Number")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(300)]
    [InlineData(70_000)]
    public void A_label_has_any_number_of_classes(int classes)
    {
        var set = ClassSet.Numbered(classes);
        Labelled[] rows = [.. Enumerable.Range(0, 2 * classes).Select(row => new Labelled(row % classes))];
        IDataView view = rows.ToDataView(new LabelledIndexer(set), columns => columns.Label().Vector("Features", 1, (in row, values) => values[0] = row.Class));

        var key = Assert.IsType<KeyDataViewType>(view.Schema["Label"].Type);
        Assert.Equal((ulong)classes, key.Count);
        VBuffer<ReadOnlyMemory<char>> names = default;
        view.Schema["Label"].GetKeyValues(ref names);
        Assert.Equal(set.Names.ToArray(), names.DenseValues().Select(name => name.ToString()));
        Assert.Equal(rows.Select(row => (uint)row.Class + 1), Contract.RowReader.Column<uint>(view, "Label"));

        ClassCounts counts = context.Data.CountClasses(view);
        Assert.Equal(classes, counts.Classes.Count);
        Assert.All(counts.Values.ToArray(), count => Assert.Equal(2, count));
        ViewSplit split = context.Data.StratifiedTrainTestSplit(view, "Label", testFraction: 0.5, seed: 1);
        Assert.Equal(classes, Contract.RowReader.Column<uint>(split.TestSet, "Label").Distinct().Count());
        IDataView named = context.Transforms.Conversion.MapKeyToValue("Name", "Label").Fit(view).Transform(view);
        Assert.Equal(set[^1], Contract.RowReader.Column<ReadOnlyMemory<char>>(named, "Name")[classes - 1].ToString());
    }

    private readonly record struct Labelled(int Class);

    private readonly struct LabelledIndexer(ClassSet classes) : IClassIndexer<Labelled>
    {
        public ClassSet Classes { get; } = classes;

        public int IndexOf(in Labelled row) => row.Class;

        public string DescribeLabel(in Labelled row) => row.Class.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}

using BalanceGen.Tests;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace BalanceGen.ML.Tests.Training;

/// <summary>Reading a view allocates for the cursor, and nothing for a row.</summary>
public sealed class AllocationTests
{
    private const int Few = 1_000;
    private const int Many = 20_000;

    [OptimizedFact]
    public void Rows_of_a_data_set() => AssertNothingPerRow(count => Sample.Classes.Index(Sample.Make(count)).ToDataView(Columns));

    [OptimizedFact]
    public void Rows_of_an_epoch() => AssertNothingPerRow(count =>
    {
        IndexedDataset<Sample> data = Sample.Classes.Index(Sample.Make(count));
        return data.ToDataView(Columns, data.BalancedSampler(seed: 1), epoch: 0);
    });

    [OptimizedFact]
    public void Resampled_and_weighted_rows_of_another_view() => AssertNothingPerRow(count =>
    {
        var context = new MLContext();
        IDataView source = new ForwardView(Sample.Classes.Index(Sample.Make(count)).ToDataView(Columns));
        return context.Data.AddClassWeights(context.Data.Oversample(source, "Label", seed: 1), "Label", counts => ClassWeights.Balanced(counts), "Second");
    });

    private static void Columns(RowColumns<Sample> columns) => columns
        .Label()
        .Weight(ClassWeights.Balanced(new ClassCounts(columns.Classes, 8, 3, 1)))
        .RowNumber()
        .Vector("Features", 2, (in row, values) => (values[0], values[1]) = (row.X, row.Y))
        .Single("X", (in row) => row.X)
        .Boolean("Far", (in row) => row.X > 3);

    private static void AssertNothingPerRow(Func<int, IDataView> viewOf)
    {
        (IDataView few, IDataView many) = (viewOf(Few), viewOf(Many));

        // Tiering replaces code while it warms up; the least of several measurements is the code's own.
        (long ofFew, long ofMany) = (long.MaxValue, long.MaxValue);
        for (int attempt = 0; attempt < 30 && (attempt < 3 || ofFew != ofMany); attempt++)
        {
            ofFew = Math.Min(ofFew, BytesOf(few));
            ofMany = Math.Min(ofMany, BytesOf(many));
        }

        Assert.Equal(ofFew, ofMany);
    }

    private static long BytesOf(IDataView view)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Read(view);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Read(IDataView view)
    {
        using DataViewRowCursor cursor = view.GetRowCursor(view.Schema);
        ValueGetter<uint> label = cursor.GetGetter<uint>(view.Schema["Label"]);
        ValueGetter<float> weight = cursor.GetGetter<float>(view.Schema["Weight"]);
        ValueGetter<float> second = cursor.GetGetter<float>(view.Schema.GetColumnOrNull("Second") ?? view.Schema["X"]);
        ValueGetter<long> row = cursor.GetGetter<long>(view.Schema.GetColumnOrNull(SourceRows.ColumnName) ?? view.Schema["Row"]);
        ValueGetter<bool> far = cursor.GetGetter<bool>(view.Schema["Far"]);
        ValueGetter<VBuffer<float>> features = cursor.GetGetter<VBuffer<float>>(view.Schema["Features"]);
        ValueGetter<DataViewRowId> ids = cursor.GetIdGetter();
        (uint key, float single, long number, bool flag, VBuffer<float> vector, DataViewRowId id) = (0, 0, 0, false, default, default);
        while (cursor.MoveNext())
        {
            label(ref key);
            weight(ref single);
            second(ref single);
            row(ref number);
            far(ref flag);
            features(ref vector);
            ids(ref id);
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace BalanceGen.ML.Benchmarks;

/// <summary>Reading the same rows through BalanceGen's view and through ML.NET's own, in turns: <c>dotnet run -c Release --project tests/BalanceGen.ML.Benchmarks</c>.</summary>
internal static class Program
{
    public const int Length = 64;

    private const int Rows = 100_000;
    private const int Rounds = 15;

    private static void Main()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var random = new Random(1);
        Point[] points = [.. Enumerable.Range(0, Rows).Select(row => new Point([.. Enumerable.Range(0, Length).Select(_ => random.NextSingle())], 1, row % 20 == 0 ? Kind.Rare : Kind.Frequent))];
        PlainPoint[] plain = [.. points.Select(point => new PlainPoint { Features = point.Features, Weight = point.Weight, Kind = point.Kind.ToString() })];

        var context = new MLContext(seed: 1);
        IndexedDataset<Point> data = Point.Classes.Index(points);
        IDataView loaded = context.Data.LoadFromEnumerable(plain);
        IDataView forwards = context.Transforms.Conversion.MapValueToKey("Label", "Kind").Fit(loaded).Transform(loaded);
        (string Name, IDataView View)[] views =
        [
            ("LoadFromEnumerable, MapValueToKey", forwards),
            ("rows", data.ToDataView(Columns)),
            ("epoch of BalancedSampler", data.ToDataView(Columns, data.BalancedSampler(seed: 1), epoch: 0)),
            ("oversampled, forwards only", context.Data.Oversample(forwards, "Label", seed: 1)),
        ];

        double[][] nanoseconds = [.. views.Select(_ => new double[Rounds])];
        long[] bytes = new long[views.Length];
        for (int round = 0; round < Rounds; round++)
        {
            for (int view = 0; view < views.Length; view++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                long start = Stopwatch.GetTimestamp();
                long rows = Read(views[view].View);
                nanoseconds[view][round] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / rows;
                bytes[view] = (GC.GetAllocatedBytesForCurrentThread() - before) / rows;
            }
        }

        Console.WriteLine($"{Rows:N0} rows of {Length} features, a label and a weight, all read; medians of {Rounds} rounds in turns");
        Console.WriteLine($"{"",-36}{"ns/row",9}{"times",8}{"B/row",8}");
        double first = Median(nanoseconds[0]);
        for (int view = 0; view < views.Length; view++)
        {
            double median = Median(nanoseconds[view]);
            Console.WriteLine($"{views[view].Name,-36}{median,9:F1}{first / median,8:F2}{bytes[view],8}");
        }
    }

    private static void Columns(RowColumns<Point> columns) => columns
        .Label()
        .Single("Weight", (in point) => point.Weight)
        .Vector("Features", Length, (in point, values) => point.Features.CopyTo(values));

    private static long Read(IDataView view)
    {
        using DataViewRowCursor cursor = view.GetRowCursor(view.Schema.Where(column => !column.IsHidden && column.Name is "Label" or "Weight" or "Features"));
        ValueGetter<uint> label = cursor.GetGetter<uint>(view.Schema["Label"]);
        ValueGetter<float> weight = cursor.GetGetter<float>(view.Schema["Weight"]);
        ValueGetter<VBuffer<float>> features = cursor.GetGetter<VBuffer<float>>(view.Schema["Features"]);
        (uint key, float single, VBuffer<float> vector) = (0, 0, default);
        long rows = 0;
        for (; cursor.MoveNext(); rows++)
        {
            label(ref key);
            weight(ref single);
            features(ref vector);
        }

        return rows;
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}

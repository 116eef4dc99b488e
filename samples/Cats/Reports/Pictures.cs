using BalanceGen;
using BalanceGen.Reporting;
using Cats.Training;
using ScottPlot;

namespace Cats.Reports;

/// <summary>The plots: what is in a batch, how often each picture is seen, how soon all are, and how the training goes.</summary>
internal static class Pictures
{
    private const int Width = 720;
    private const int Height = 360;
    private const int EpochsWatched = 10;

    private static readonly DrawMode[] DrawModes = [DrawMode.Shuffled, DrawMode.Weighted, DrawMode.Balanced];

    /// <summary>Writes all of them into a folder.</summary>
    public static void Write(string folder, IndexedDataset<Animal> training, IReadOnlyDictionary<Method, RunResult[]> results, Settings settings)
    {
        Directory.CreateDirectory(folder);
        PlotFont.Use();
        Dictionary<DrawMode, SamplerTrace> traces = DrawModes.ToDictionary(drawing => drawing, drawing => Trace(training, drawing, settings));
        Save(Composition(traces), Path.Combine(folder, "composition.svg"), Height);
        Save(TimesSeen(training, traces), Path.Combine(folder, "times-seen.svg"), Height);
        Save(Coverage(training, settings), Path.Combine(folder, "coverage.svg"), Height);
        Save(Curves(results), Path.Combine(folder, "curves.svg"), 480);
    }

    private static void Save(Plot plot, string file, int height)
    {
        plot.SaveSvg(file, Width, height);
        PlotFont.MakePortable(file);
    }

    private static SamplerTrace Trace(IndexedDataset<Animal> training, DrawMode drawing, Settings settings)
    {
        var trace = new SamplerTrace(training.Index);
        for (int epoch = 0; epoch < EpochsWatched; epoch++)
        {
            foreach (Batch<Animal> batch in training.Batches(Trainer.SamplerOf(drawing, training, seed: 0), settings.BatchSize).Epoch(epoch))
            {
                trace.Record(batch.RowNumbers);
            }
        }

        return trace;
    }

    private static Plot Composition(Dictionary<DrawMode, SamplerTrace> traces)
    {
        Plot plot = Named("Rare pictures in each batch of the first two epochs", "batch", "rare pictures of 10");
        foreach ((DrawMode drawing, SamplerTrace trace) in traces)
        {
            int shown = Math.Min(34, trace.BatchCount);
            double[] batches = [.. Enumerable.Range(1, shown).Select(batch => (double)batch)];
            double[] rare = [.. Enumerable.Range(0, shown).Select(batch => (double)trace.ClassCountsOfBatch(batch)[(int)Rarity.Rare])];
            Line(plot, batches, rare, NameOf(drawing));
        }

        plot.Axes.SetLimitsY(-0.5, 10.5);
        return plot;
    }

    private static Plot TimesSeen(IndexedDataset<Animal> training, Dictionary<DrawMode, SamplerTrace> traces)
    {
        Plot plot = Named($"How often each frequent picture was seen in {EpochsWatched} epochs", "pictures, most seen first", "times seen");
        int[] rows = [.. Enumerable.Range(0, (int)training.Counts[(int)Rarity.Frequent]).Select(place => training.Index.RowOf((int)Rarity.Frequent, place))];
        foreach ((DrawMode drawing, SamplerTrace trace) in traces)
        {
            double[] seen = [.. rows.Select(row => (double)trace.TimesDrawn[row]).OrderDescending()];
            Line(plot, [.. Enumerable.Range(1, seen.Length).Select(place => (double)place)], seen, NameOf(drawing));
        }

        plot.Axes.SetLimitsY(0, traces.Values.Max(trace => rows.Max(row => trace.TimesDrawn[row])) + 1);
        return plot;
    }

    private static Plot Coverage(IndexedDataset<Animal> training, Settings settings)
    {
        Plot plot = Named("Pictures that were seen at least once", "epoch", "% of the training pictures");
        foreach (DrawMode drawing in DrawModes)
        {
            Sampler sampler = Trainer.SamplerOf(drawing, training, seed: 0);
            var trace = new SamplerTrace(training.Index);
            double[] seen = new double[EpochsWatched];
            for (int epoch = 0; epoch < EpochsWatched; epoch++)
            {
                foreach (Batch<Animal> batch in training.Batches(sampler, settings.BatchSize).Epoch(epoch))
                {
                    trace.Record(batch.RowNumbers);
                }

                seen[epoch] = 100.0 * trace.RowsSeen / training.Index.RowCount;
            }

            Line(plot, [.. Enumerable.Range(1, EpochsWatched).Select(epoch => (double)epoch)], seen, NameOf(drawing));
        }

        plot.Axes.SetLimitsY(0, 105);
        return plot;
    }

    private static Plot Curves(IReadOnlyDictionary<Method, RunResult[]> results)
    {
        // A way to balance has one colour, with and without augmentation.
        Plot plot = Named("F1 of the rare class (thick: augmented)", "epoch", "F1");
        (DrawMode, LossChoice)[] ways = [.. results.Keys.Select(WayOf).Distinct()];
        foreach ((Method method, RunResult[] runs) in results)
        {
            double[] mean = [.. Enumerable.Range(0, runs[0].Epochs.Count).Select(epoch => runs.Average(run => run.Epochs[epoch].F1))];
            Line(plot, [.. Enumerable.Range(1, mean.Length).Select(epoch => (double)epoch)], mean, method.Name, method.Augmented ? 2.5f : 1, plot.Add.Palette.GetColor(Array.IndexOf(ways, WayOf(method))));
        }

        plot.Axes.SetLimitsY(0, 1.02);
        return plot;
    }

    private static (DrawMode, LossChoice) WayOf(Method method) => (method.Drawing, method.Loss);

    private static void Line(Plot plot, double[] x, double[] y, string name, float width = 1.5f, Color? colour = null)
    {
        ScottPlot.Plottables.Scatter line = plot.Add.Scatter(x, y);
        line.LegendText = name;
        line.MarkerSize = x.Length > 20 ? 0 : 4;
        line.LineWidth = width;
        line.Color = colour ?? line.Color;
    }

    private static Plot Named(string title, string x, string y)
    {
        var plot = new Plot();
        plot.Title(title);
        plot.XLabel(x);
        plot.YLabel(y);
        plot.ShowLegend(Edge.Right);
        return plot;
    }

    private static string NameOf(DrawMode drawing) => drawing switch
    {
        DrawMode.Weighted => "WeightedRandomSampler",
        DrawMode.Balanced => "BalancedSampler",
        _ => "RandomSampler",
    };
}

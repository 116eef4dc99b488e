namespace BalanceGen.Tool.Plots;

/// <summary>How many rows of a class a batch has: before and after.</summary>
internal static class BatchPlot
{
    private const double Step = 40;

    public static Svg Draw(TrainingOutlook training, ClassCounts counts, double width)
    {
        SamplerOutlook before = training.Samplers[0];
        SamplerOutlook after = training.Samplers[^1];
        (string, string)[] legend = [("fill s1", before.Name), ("fill s2", after.Name), ("line muted dashed", "equal shares")];
        double labels = width < 500 ? 92 : 190;
        var frame = Frame.Below(legend, 12, width, labels, width - 90, training.ShownClasses.Count * Step, out Svg svg);
        double most = Math.Max(1, before.Compositions.Concat(after.Compositions).Max(composition => composition.High));
        int present = counts.Classes.Count - counts.EmptyClasses.Count;
        double target = (double)training.BatchSize / present;
        Scale x = Scale.Linear(0, Math.Max(most, target) * 1.05, frame.Left, frame.Right);
        frame.DrawX(svg, x, $"rows in a batch of {training.BatchSize}: 5 to 95 %, median");
        for (int position = 0; position < training.ShownClasses.Count; position++)
        {
            double y = frame.Top + (position * Step);
            string name = counts.Classes[training.ShownClasses[position]];
            svg.Text(frame.Left - 6, y + 24, Svg.Fit(name, labels - 8), "tick", "end");
            Bar(svg, x, y + 6, before.Compositions[position], "s1", name, before.Name);
            Bar(svg, x, y + 22, after.Compositions[position], "s2", name, after.Name);
            svg.Line(frame.Left, y + Step, frame.Right, y + Step, "grid");
        }

        svg.Line(x.At(target), frame.Top, x.At(target), frame.Bottom, "line muted dashed");
        svg.Line(frame.Left, frame.Top, frame.Left, frame.Bottom, "axis");
        return svg;
    }

    private static void Bar(Svg svg, Scale x, double y, BatchComposition composition, string colour, string name, string sampler)
    {
        double low = x.At(composition.Low);
        double high = Math.Max(low + 3, x.At(composition.High));
        string title = $"{name}, {sampler}: {composition.Low} to {composition.High} rows, median {composition.Median}, missing from {Figures.Percent(composition.AbsentShare)} of the batches";
        svg.Rectangle(low, y, high - low, 11, $"fill {colour}", title, opacity: 0.55);
        svg.Line(x.At(composition.Median), y - 1, x.At(composition.Median), y + 12, $"line {colour}");
        if (composition.AbsentShare >= 0.005)
        {
            svg.Text(high + 5, y + 10, $"missing {Figures.Percent(composition.AbsentShare)}", "small");
        }
    }
}

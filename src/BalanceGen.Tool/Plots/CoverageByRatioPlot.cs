namespace BalanceGen.Tool.Plots;

/// <summary>Epochs until all rows are seen, by the imbalance of two classes.</summary>
internal static class CoverageByRatioPlot
{
    public static Svg Draw(TrainingOutlook training, double ratio, double width)
    {
        (string, string)[] legend = [("line s2", "weighted random (expected)"), ("line s3", "balanced (exact)"), ("line muted dashed", $"your data: {Figures.Ratio(ratio)}")];
        var frame = Frame.Below(legend, 30, width, 44, width - 24, 230, out Svg svg);
        IReadOnlyList<CoverageAtRatio> table = training.CoverageByRatio;
        double Place(double value) => frame.Left + (Math.Log2(value) / 10 * frame.Width);
        Scale y = Scale.Linear(0, table.Max(row => row.WeightedEpochs) * 1.08, frame.Bottom, frame.Top);
        frame.DrawY(svg, y, "epochs until every row was seen");
        foreach (CoverageAtRatio row in table)
        {
            double x = Place(row.Ratio);
            svg.Line(x, frame.Top, x, frame.Bottom, "grid");
            if (width >= 500 || Math.Log2(row.Ratio) % 2 == 0)
            {
                svg.Text(x, frame.Bottom + 16, $"{row.Ratio.ToString(CultureInfo.InvariantCulture)}:1", "tick", "middle");
            }
        }

        svg.Line(frame.Left, frame.Bottom, frame.Right, frame.Bottom, "axis");
        Frame.DrawTitle(svg, (frame.Left + frame.Right) / 2, frame.Bottom + 34, "imbalance ratio of two classes");
        Series(svg, table.Select(row => (Place(row.Ratio), y.At(row.WeightedEpochs))), "s2");
        Series(svg, table.Select(row => (Place(row.Ratio), y.At(row.BalancedEpochs))), "s3");
        double own = Place(Math.Clamp(ratio, 1, 1024));
        svg.Line(own, frame.Top, own, frame.Bottom, "line muted dashed");
        return svg;
    }

    private static void Series(Svg svg, IEnumerable<(double X, double Y)> points, string colour)
    {
        (double X, double Y)[] all = [.. points];
        svg.Path(all, $"line {colour}");
        foreach ((double x, double y) in all)
        {
            svg.Circle(x, y, 3, $"fill {colour}");
        }
    }
}

namespace BalanceGen.Tool.Plots;

/// <summary>The share of each class in every split: points on a line, hollow where the split has no row of the class.</summary>
internal static class SplitPlot
{
    private const int MostClasses = 40;
    private const double Step = 22;

    public static Svg Draw(SplitComparison splits, double width)
    {
        ClassSet classes = splits.Counts[0].Classes;
        double Difference(int index) => splits.Counts.Max(counts => counts.ShareOf(index)) - splits.Counts.Min(counts => counts.ShareOf(index));
        int[] shown = [.. Enumerable.Range(0, classes.Count).OrderByDescending(Difference).ThenBy(index => index).Take(MostClasses)];
        (string, string)[] legend = [.. splits.Names.Take(8).Select((name, place) => ($"fill s{place + 1}", Svg.Fit(name, 160)))];
        double labels = width < 500 ? 92 : 190;
        var frame = Frame.Below(legend, 12, width, labels, width - 24, shown.Length * Step, out Svg svg);
        double most = Math.Max(1e-9, shown.Max(index => splits.Counts.Max(counts => counts.ShareOf(index))));
        Scale x = Scale.Linear(0, most * 1.05, frame.Left, frame.Right, width < 500 ? 4 : 6);
        frame.DrawX(svg, x, shown.Length < classes.Count ? $"share; the {MostClasses} classes that differ most" : "share in the split", Frame.Percent);
        for (int row = 0; row < shown.Length; row++)
        {
            double y = frame.Top + ((row + 0.5) * Step);
            double[] shares = [.. splits.Counts.Select(counts => counts.ShareOf(shown[row]))];
            svg.Text(frame.Left - 6, y + 4, Svg.Fit(classes[shown[row]], labels - 8), "tick", "end");
            svg.Line(x.At(shares.Min()), y, x.At(shares.Max()), y, "line muted");
            for (int split = 0; split < Math.Min(8, shares.Length); split++)
            {
                long count = splits.Counts[split][shown[row]];
                string style = count == 0 ? $"hollow s{split + 1}" : $"fill s{split + 1}";
                svg.Circle(x.At(shares[split]), y, 5, style, $"{classes[shown[row]]}, {splits.Names[split]}: {Figures.Count(count)} rows, {Figures.Percent(shares[split])}");
            }
        }

        return svg;
    }
}

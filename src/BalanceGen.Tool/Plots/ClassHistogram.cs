namespace BalanceGen.Tool.Plots;

/// <summary>Bars of the counts on a logarithmic axis. A class without rows is an outlined gap at the axis, not nothing.</summary>
internal static class ClassHistogram
{
    private const int MostBars = 60;
    private const int AtEachEnd = 20;
    private const double Step = 20;
    private const double ZeroWidth = 26;

    public static Svg Draw(ClassCounts counts, double width)
    {
        int[] order = Ranking.MostFrequentFirst(counts);
        bool isCut = order.Length > MostBars;
        int[] shown = isCut ? [.. order.Take(AtEachEnd), -1, .. order.TakeLast(AtEachEnd)] : order;
        double labels = width < 500 ? 100 : 190;
        var frame = new Frame(labels, 24, width - (width < 500 ? 46 : 64), 24 + (shown.Length * Step));
        var svg = new Svg(width, frame.Bottom + 44);
        double most = Math.Max(1, counts.Values.ToArray().Max());
        Scale scale = Scale.Log(1, Math.Max(10, most), frame.Left + ZeroWidth, frame.Right);
        frame.DrawX(svg, scale, "rows (logarithmic; 0 has its own place)");
        svg.Text(frame.Left + (ZeroWidth / 2) - 4, frame.Bottom + 16, "0", "tick", "middle");
        foreach (int threshold in (int[])[20, 100])
        {
            if (threshold < most)
            {
                double x = scale.At(threshold);
                svg.Line(x, frame.Top - 6, x, frame.Bottom, "line muted dashed");
                svg.Text(x, frame.Top - 10, $"{threshold}", "tick", "middle");
            }
        }

        for (int position = 0; position < shown.Length; position++)
        {
            double y = frame.Top + (position * Step);
            if (shown[position] < 0)
            {
                svg.Text(frame.Left + 4, y + 14, $"… {Figures.Count(order.Length - (2 * AtEachEnd))} classes between …", "tick");
                continue;
            }

            int index = shown[position];
            long count = counts[index];
            string name = counts.Classes[index];
            svg.Text(frame.Left - 6, y + 14, Svg.Fit(name, labels - 8), "tick", "end");
            if (count == 0)
            {
                svg.Rectangle(frame.Left, y + 3, ZeroWidth - 4, Step - 6, "hollow bad", $"{name}: no rows");
                svg.Text(frame.Left + ZeroWidth + 4, y + 14, "no rows", "tick badtext");
                continue;
            }

            double end = scale.At(count);
            string style = count < 20 ? "fill bad" : count < 100 ? "fill few" : "fill s1";
            svg.Rectangle(frame.Left, y + 3, end - frame.Left, Step - 6, style, $"{name}: {Figures.Count(count)} rows, {Figures.Percent(counts.ShareOf(index))}");
            svg.Text(end + 5, y + 14, Scale.Label(count), "tick");
        }

        svg.Line(frame.Left, frame.Top, frame.Left, frame.Bottom, "axis");
        return svg;
    }
}

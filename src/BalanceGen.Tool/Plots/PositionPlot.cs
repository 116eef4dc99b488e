namespace BalanceGen.Tool.Plots;

/// <summary>The share of the classes in each hundredth of the file.</summary>
internal static class PositionPlot
{
    private const int MostClasses = 7;

    public static Svg Draw(RowOrder order, ClassCounts counts, double width)
    {
        int[] shown = [.. Ranking.MostFrequentFirst(counts).Where(index => counts[index] > 0).Take(MostClasses)];
        int others = counts.Classes.Count - counts.EmptyClasses.Count - shown.Length;
        List<(string, string)> legend = [.. shown.Select((index, place) => ($"fill s{place + 1}", Svg.Fit(counts.Classes[index], 140)))];
        if (others > 0)
        {
            legend.Add(("fill s8", $"{Figures.Plural(others, "other class", "other classes")}"));
        }

        var frame = Frame.Below(legend, 30, width, 50, width - 20, 220, out Svg svg);
        double bar = frame.Width / order.Bins.Length;
        for (int bin = 0; bin < order.Bins.Length; bin++)
        {
            double total = Math.Max(1, order.Bins[bin].Sum());
            double y = frame.Bottom;
            for (int place = 0; place < shown.Length; place++)
            {
                double part = order.Bins[bin][shown[place]] / total * frame.Height;
                y -= part;
                if (part > 0.05)
                {
                    svg.Rectangle(frame.Left + (bin * bar), y, bar + 0.3, part, $"fill s{place + 1}");
                }
            }

            if (others > 0 && y - frame.Top > 0.5 && order.Bins[bin].Sum() > 0)
            {
                svg.Rectangle(frame.Left + (bin * bar), frame.Top, bar + 0.3, y - frame.Top, "fill s8");
            }
        }

        frame.DrawX(svg, Scale.Linear(0, 1, frame.Left, frame.Right, 5), "position in the file", Frame.Percent);
        frame.DrawY(svg, Scale.Linear(0, 1, frame.Bottom, frame.Top, 5), "share of the rows there", Frame.Percent);
        return svg;
    }
}

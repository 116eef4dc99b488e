namespace BalanceGen.Tool.Plots;

/// <summary>Which part of the rows the rarest classes have together.</summary>
internal static class LorenzCurve
{
    private const int MostPoints = 400;

    public static Svg Draw(ClassCounts counts, double gini, double width)
    {
        long[] ascending = [.. Ranking.MostFrequentFirst(counts).Reverse().Select(index => counts[index])];
        var frame = new Frame(54, 30, width - 20, 290);
        var svg = new Svg(width, 334);
        Scale x = Scale.Linear(0, 1, frame.Left, frame.Right, 5);
        Scale y = Scale.Linear(0, 1, frame.Bottom, frame.Top, 5);
        frame.DrawX(svg, x, "classes, rarest first", Frame.Percent);
        frame.DrawY(svg, y, "rows", Frame.Percent);
        var points = new List<(double, double)> { (x.At(0), y.At(0)) };
        int step = Math.Max(1, ascending.Length / MostPoints);
        long sum = 0;
        for (int index = 0; index < ascending.Length; index++)
        {
            sum += ascending[index];
            if ((index + 1) % step == 0 || index == ascending.Length - 1)
            {
                points.Add((x.At((index + 1.0) / ascending.Length), y.At((double)sum / counts.Total)));
            }
        }

        svg.Area(points, frame.Bottom, "region s1");
        svg.Line(x.At(0), y.At(0), x.At(1), y.At(1), "line muted dashed");
        svg.Path(points, "line s1");
        svg.Text(frame.Left + 14, frame.Top + 22, $"Gini {Figures.Number(gini)}", "title");
        svg.Text(frame.Left + 14, frame.Top + 40, "dashed: equal classes", "tick");
        return svg;
    }
}

namespace BalanceGen.Tool.Plots;

/// <summary>Counts by rank, both logarithmic, with the regions of many, some and few rows.</summary>
internal static class LongTail
{
    private const int MostPoints = 500;

    public static Svg Draw(ClassCounts counts, double width)
    {
        long[] sorted = [.. Ranking.MostFrequentFirst(counts).Select(index => counts[index]).Where(count => count > 0)];
        var frame = new Frame(54, 30, width - 20, 300);
        var svg = new Svg(width, 344);
        Scale x = Scale.Log(1, Math.Max(2, sorted.Length), frame.Left, frame.Right);
        Scale y = Scale.Log(1, Math.Max(10, sorted[0]), frame.Bottom, frame.Top);
        Shade(svg, frame, y, 0.5, 20, sorted[0], "few rows: under 20", "region bad");
        Shade(svg, frame, y, 20, 100, sorted[0], "some: 20 to 99", "region few");
        Shade(svg, frame, y, 100, double.MaxValue, sorted[0], "many: 100 and more", "region s1");
        frame.DrawX(svg, x, "rank of the class (logarithmic)");
        frame.DrawY(svg, y, "rows (logarithmic)");
        var points = new List<(double, double)>();
        int last = -1;
        for (int point = 0; point < MostPoints; point++)
        {
            int rank = (int)Math.Round(Math.Pow(sorted.Length, (double)point / (MostPoints - 1))) - 1;
            if (rank != last && rank < sorted.Length)
            {
                points.Add((x.At(rank + 1), y.At(sorted[rank])));
                last = rank;
            }
        }

        svg.Path(points, "line s1");
        if (points.Count <= 40)
        {
            points.ForEach(point => svg.Circle(point.Item1, point.Item2, 3, "fill s1"));
        }

        return svg;
    }

    private static void Shade(Svg svg, Frame frame, Scale y, double from, double to, double most, string text, string style)
    {
        double bottom = Math.Min(frame.Bottom, y.At(Math.Max(1, from)));
        double top = Math.Max(frame.Top, y.At(Math.Min(Math.Max(10, most), to)));
        if (bottom - top > 1 && from < Math.Max(10, most))
        {
            svg.Rectangle(frame.Left, top, frame.Width, bottom - top, style);
            // Where the curve is not: it falls from the upper left to the lower right.
            bool isAbove = from >= 100;
            svg.Text(isAbove ? frame.Right - 6 : frame.Left + 6, isAbove ? top + 14 : bottom - 5, text, "tick", isAbove ? "end" : "start");
        }
    }
}

namespace BalanceGen.Tool.Plots;

/// <summary>Weights of the schemes against the counts, both logarithmic.</summary>
internal static class WeightsPlot
{
    private const int MostPoints = 200;

    public static Svg Draw(IReadOnlyList<WeightScheme> schemes, ClassCounts counts, double width)
    {
        WeightScheme[] shown = [.. schemes.Where(scheme => !scheme.Name.StartsWith("logit", StringComparison.Ordinal))];
        int[] order = [.. Ranking.RarestFirst(counts).Where(index => counts[index] > 0).DistinctBy(index => counts[index])];
        int step = Math.Max(1, order.Length / MostPoints);
        int[] points = [.. order.Where((_, place) => place % step == 0 || place == order.Length - 1)];
        (string, string)[] legend = [.. shown.Select((scheme, place) => ($"line s{place + 1}", scheme.Name))];
        var frame = Frame.Below(legend, 30, width, 54, width - 24, 260, out Svg svg);
        double[] values = [.. shown.SelectMany(scheme => points.Select(index => scheme.Values[index])).Where(value => value > 0)];
        Scale x = Scale.Log(counts[order[0]], Math.Max(counts[order[0]] * 2, counts[order[^1]]), frame.Left, frame.Right);
        Scale y = Scale.Log(values.Min() / 1.1, Math.Max(values.Max(), values.Min() * 2) * 1.1, frame.Bottom, frame.Top);
        frame.DrawX(svg, x, "rows of the class (logarithmic)");
        frame.DrawY(svg, y, "weight (logarithmic)");
        for (int scheme = 0; scheme < shown.Length; scheme++)
        {
            double[] weights = shown[scheme].Values;
            svg.Path(points.Where(index => weights[index] > 0).Select(index => (x.At(counts[index]), y.At(weights[index]))), $"line s{scheme + 1}");
            if (points.Length <= 30)
            {
                foreach (int index in points.Where(index => weights[index] > 0))
                {
                    svg.Circle(x.At(counts[index]), y.At(weights[index]), 2.5, $"fill s{scheme + 1}", $"{counts.Classes[index]}: {Output.Figures.Number(weights[index])}");
                }
            }
        }

        return svg;
    }
}

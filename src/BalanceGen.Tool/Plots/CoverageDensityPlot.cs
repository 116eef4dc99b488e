namespace BalanceGen.Tool.Plots;

/// <summary>When every row was seen: a density for weighted random draws, a line for what is exact.</summary>
internal static class CoverageDensityPlot
{
    public static Svg Draw(TrainingOutlook training, double width)
    {
        SamplerOutlook? balanced = training.Samplers.FirstOrDefault(sampler => sampler.Name == "balanced");
        SamplerOutlook weighted = training.Samplers[1];
        List<(string, string)> legend = [("fill s2", $"weighted random: {Figures.Epochs(weighted.EpochsUntilAllSeen)} expected"), ("line s1", "plain shuffling: 1")];
        if (balanced is not null)
        {
            legend.Add(("line s3", $"balanced: {Figures.Epochs(balanced.EpochsUntilAllSeen)}, exactly"));
        }

        var frame = Frame.Below(legend, 30, width, 30, width - 20, 210, out Svg svg);
        double most = Math.Max(training.CoverageTimes.Count > 0 ? training.CoverageTimes[^1] : 2, (balanced?.EpochsUntilAllSeen ?? 1) * 1.05);
        Scale x = Scale.Linear(0, most * 1.02, frame.Left, frame.Right);
        frame.DrawX(svg, x, "epochs until every row was seen");
        svg.Text(4, frame.Top - 10, "density", "title");
        double peak = Math.Max(1e-300, training.CoverageDensity.DefaultIfEmpty(1).Max());
        Scale y = Scale.Linear(0, peak * 1.08, frame.Bottom, frame.Top);
        (double, double)[] points = [.. training.CoverageTimes.Select((time, index) => (x.At(time), y.At(training.CoverageDensity[index])))];
        svg.Area(points, frame.Bottom, "region s2");
        svg.Path(points, "line s2");
        svg.Line(x.At(1), frame.Top, x.At(1), frame.Bottom, "line s1");
        if (balanced?.EpochsUntilAllSeen is { } epochs)
        {
            svg.Line(x.At(epochs), frame.Top, x.At(epochs), frame.Bottom, "line s3");
        }

        return svg;
    }
}

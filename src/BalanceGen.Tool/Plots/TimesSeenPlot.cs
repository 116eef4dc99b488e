namespace BalanceGen.Tool.Plots;

/// <summary>How often rows are seen: cumulative distributions of the most frequent and the rarest class under each sampler.</summary>
internal static class TimesSeenPlot
{
    public static Svg Draw(TrainingOutlook training, ClassCounts counts, double width)
    {
        List<(string, string)> legend = [.. training.Samplers.Select((sampler, place) => ($"line s{place + 1}", sampler.Name))];
        IReadOnlyList<TimesSeenDistribution> first = training.Samplers[0].TimesSeen;
        legend.Add(("line muted", Svg.Fit(counts.Classes[first[0].ClassIndex], 150)));
        if (first.Count > 1)
        {
            legend.Add(("line muted dashed", Svg.Fit(counts.Classes[first[1].ClassIndex], 150)));
        }

        var frame = Frame.Below(legend, 30, width, 54, width - 20, 250, out Svg svg);
        double most = training.Samplers.Max(sampler => sampler.TimesSeen.Max(distribution => distribution.Times[^1]));
        Scale x = Scale.LogFromZero(Math.Max(2, most), frame.Left, frame.Right);
        Scale y = Scale.Linear(0, 1, frame.Bottom, frame.Top, 5);
        frame.DrawX(svg, x, $"draws of a row in {Figures.Plural(training.Epochs, "epoch", "epochs")} (logarithmic)");
        frame.DrawY(svg, y, "rows drawn at most so often", Frame.Percent);
        for (int sampler = 0; sampler < training.Samplers.Count; sampler++)
        {
            IReadOnlyList<TimesSeenDistribution> distributions = training.Samplers[sampler].TimesSeen;
            for (int line = 0; line < distributions.Count; line++)
            {
                svg.Path(Steps(distributions[line], x, y), $"line s{sampler + 1}{(line == 1 ? " dashed" : "")}");
            }
        }

        return svg;
    }

    private static IEnumerable<(double X, double Y)> Steps(TimesSeenDistribution distribution, Scale x, Scale y)
    {
        double last = 0;
        yield return (x.At(distribution.Times[0]), y.At(0));
        int step = Math.Max(1, distribution.Times.Count / 300);
        for (int point = 0; point < distribution.Times.Count; point += step)
        {
            yield return (x.At(distribution.Times[point]), y.At(last));
            last = distribution.Shares[point];
            yield return (x.At(distribution.Times[point]), y.At(last));
        }

        yield return (x.At(distribution.Times[^1]), y.At(1));
    }
}

namespace BalanceGen.Tool.Plots;

/// <summary>The recall of each class against its training rows: the picture of how a model fails on the long tail.</summary>
internal static class RecallPlot
{
    public static Svg Draw(PredictionFigures predictions, ClassCounts counts, double width)
    {
        var frame = new Frame(54, 30, width - 24, 290);
        var svg = new Svg(width, 334);
        long most = Math.Max(10, counts.Values.ToArray().Max());
        Scale x = Scale.LogFromZero(most, frame.Left, frame.Right);
        Scale y = Scale.Linear(0, 1, frame.Bottom, frame.Top, 5);
        frame.DrawX(svg, x, "training rows of the class (logarithmic)");
        frame.DrawY(svg, y, "recall", Frame.Percent);
        svg.Line(frame.Left, y.At(predictions.BalancedAccuracy), frame.Right, y.At(predictions.BalancedAccuracy), "line muted dashed");
        svg.Text(frame.Right - 4, y.At(predictions.BalancedAccuracy) - 5, $"mean recall {Figures.Percent(predictions.BalancedAccuracy)}", "tick", "end");
        for (int index = 0; index < counts.Classes.Count; index++)
        {
            if (predictions.Recalls[index] is { } recall)
            {
                svg.Circle(x.At(counts[index]), y.At(recall), 4.5, counts[index] < 20 ? "fill bad" : "fill s1", $"{counts.Classes[index]}: {Figures.Count(counts[index])} training rows, recall {Figures.Percent(recall)}");
            }
        }

        return svg;
    }
}

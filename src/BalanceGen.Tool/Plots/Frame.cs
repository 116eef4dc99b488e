namespace BalanceGen.Tool.Plots;

/// <summary>The place of a plot between its axes.</summary>
internal sealed record Frame(double Left, double Top, double Right, double Bottom)
{
    /// <summary>An upper bound of the width of a bold character.</summary>
    private const double BoldWidth = 7.6;

    public double Width => Right - Left;

    public double Height => Bottom - Top;

    /// <summary>Begins a picture: a legend, a gap, and below it the place of the plot.</summary>
    public static Frame Below(IReadOnlyList<(string Style, string Text)> legend, double gap, double width, double left, double right, double height, out Svg svg)
    {
        double top = gap + Legend.HeightOf(width, legend);
        svg = new Svg(width, top + height + 44);
        Legend.Draw(svg, legend);
        return new Frame(left, top, right, top + height);
    }

    /// <summary>Lines across the plot and the numbers below it.</summary>
    public void DrawX(Svg svg, Scale scale, string title, Func<double, string>? label = null)
    {
        double last = double.NegativeInfinity;
        foreach (double tick in scale.Ticks)
        {
            double x = scale.At(tick);
            svg.Line(x, Top, x, Bottom, "grid");
            string text = (label ?? Scale.Label)(tick);

            // Numbers that would touch the one before are left out.
            if (x - last > (text.Length * Svg.CharacterWidth) + 4)
            {
                svg.Text(Math.Min(x, Right + 18 - (text.Length * Svg.CharacterWidth / 2)), Bottom + 16, text, "tick", "middle");
                last = x;
            }
        }

        svg.Line(Left, Bottom, Right, Bottom, "axis");
        DrawTitle(svg, (Left + Right) / 2, Bottom + 34, title);
    }

    /// <summary>A title in the middle of its axis, moved where it would reach beyond the picture.</summary>
    public static void DrawTitle(Svg svg, double middle, double y, string title)
    {
        string text = Svg.Fit(title, (svg.Width - 8) * Svg.CharacterWidth / BoldWidth);
        double half = text.Length * BoldWidth / 2;
        svg.Text(Math.Clamp(middle, Math.Min(svg.Width / 2, half + 2), Math.Max(svg.Width / 2, svg.Width - half - 2)), y, text, "title", "middle");
    }

    /// <summary>Lines across the plot and the numbers beside it.</summary>
    public void DrawY(Svg svg, Scale scale, string title, Func<double, string>? label = null)
    {
        foreach (double tick in scale.Ticks)
        {
            double y = scale.At(tick);
            svg.Line(Left, y, Right, y, "grid");
            svg.Text(Left - 6, y + 4, (label ?? Scale.Label)(tick), "tick", "end");
        }

        svg.Line(Left, Top, Left, Bottom, "axis");
        svg.Text(4, Top - 10, title, "title");
    }

    public static string Percent(double share) => Scale.Label(Math.Round(share * 100, 6)) + " %";
}

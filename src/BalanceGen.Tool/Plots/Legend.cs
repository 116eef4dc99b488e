namespace BalanceGen.Tool.Plots;

/// <summary>What the colours and lines of a plot stand for.</summary>
internal static class Legend
{
    private const double LineHeight = 18;

    /// <summary>Writes entries from left to right, on as many lines as they need. Returns the height.</summary>
    public static double Draw(Svg svg, IEnumerable<(string Style, string Text)> entries)
    {
        const double left = 4;
        double x = left;
        double y = 0;
        foreach ((string style, string text) in entries)
        {
            double width = 30 + (text.Length * Svg.CharacterWidth);
            if (x > left && x + width > svg.Width)
            {
                x = left;
                y += LineHeight;
            }

            if (style.Contains("line", StringComparison.Ordinal))
            {
                svg.Line(x, y + 7, x + 18, y + 7, style);
            }
            else
            {
                svg.Rectangle(x + 3, y + 2, 11, 11, style);
            }

            svg.Text(x + 22, y + 12, Svg.Fit(text, svg.Width - x - 22), "tick");
            x += width;
        }

        return y + LineHeight;
    }

    /// <summary>The height that <see cref="Draw"/> will need.</summary>
    public static double HeightOf(double width, IEnumerable<(string Style, string Text)> entries) => Draw(new Svg(width, 0), entries);
}

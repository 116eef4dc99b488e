namespace BalanceGen.Tool.Plots;

/// <summary>A matrix of classes by classes, each row coloured by the square root of the share of the row's own total: small shares are to be seen, too.</summary>
internal static class MatrixPlot
{
    /// <summary>Draws a matrix.</summary>
    /// <param name="names">The names of rows and columns.</param>
    /// <param name="cells">The numbers.</param>
    /// <param name="totalOf">What a number of a row is divided by.</param>
    /// <param name="describe">A cell in words.</param>
    /// <param name="width">The width.</param>
    public static Svg Draw(IReadOnlyList<string> names, long[][] cells, Func<int, long> totalOf, Func<int, int, string> describe, double width)
    {
        double labels = width < 500 ? 84 : 150;
        double cell = Math.Min(34, (width - labels - 8) / names.Count);
        double top = cell >= 9 ? 100 : 12;
        double row = Math.Max(cell, 3);
        var svg = new Svg(width, top + (names.Count * row) + 10);
        for (int index = 0; index < names.Count; index++)
        {
            if (row >= 9)
            {
                svg.Text(labels - 6, top + ((index + 0.5) * row) + 4, Svg.Fit(names[index], labels - 8), row < 12 ? "small" : "tick", "end");
                svg.Text(labels + ((index + 0.5) * cell) + 4, top - 6, Svg.Fit(names[index], 92), cell < 12 ? "small" : "tick", turn: -90);
            }

            for (int column = 0; column < names.Count; column++)
            {
                long value = cells[index][column];
                double share = totalOf(index) == 0 ? 0 : (double)value / totalOf(index);
                if (value > 0)
                {
                    svg.Rectangle(labels + (column * cell), top + (index * row), cell - 1, row - 1, index == column ? "fill muted" : "fill s1", describe(index, column), Math.Clamp(0.7 * Math.Sqrt(share), 0.06, 0.7));
                    if (cell >= 30 && names.Count <= 12)
                    {
                        svg.Text(labels + ((column + 0.5) * cell), top + ((index + 0.5) * row) + 4, value >= 10_000 ? Scale.Label(value) : Figures.Count(value), "small", "middle");
                    }
                }
            }
        }

        svg.Rectangle(labels - 0.5, top - 0.5, names.Count * cell, names.Count * row, "outline");
        return svg;
    }
}

namespace BalanceGen.Tool.Plots;

/// <summary>The chance that a batch of shuffled rows lacks a class, by batch size.</summary>
internal static class AbsenceStrip
{
    private const int MostClasses = 40;
    private const double Step = 20;

    public static Svg Draw(IReadOnlyList<ClassFigures> classes, double width)
    {
        ClassFigures[] shown = [.. classes.OrderByDescending(figures => figures.Rank).Take(MostClasses)];
        double labels = width < 500 ? 92 : 190;
        int[] sizes = width < 500 ? [1, 3, 5, 7, 8] : [.. Enumerable.Range(0, ClassFigures.BatchSizes.Count)];
        double cell = (width - labels - 8) / sizes.Length;
        const double top = 36;
        var svg = new Svg(width, top + (shown.Length * Step) + 10);
        svg.Text(labels + ((width - labels) / 2), 12, "rows in a batch", "title", "middle");
        for (int column = 0; column < sizes.Length; column++)
        {
            svg.Text(labels + ((column + 0.5) * cell), 30, ClassFigures.BatchSizes[sizes[column]].ToString(CultureInfo.InvariantCulture), "tick", "middle");
        }

        for (int row = 0; row < shown.Length; row++)
        {
            double y = top + (row * Step);
            svg.Text(labels - 6, y + 14, Svg.Fit(shown[row].Class, labels - 8), "tick", "end");
            for (int column = 0; column < sizes.Length; column++)
            {
                double chance = shown[row].AbsentFromBatch[sizes[column]];
                string title = $"{shown[row].Class}: missing from {Figures.Percent(chance)} of the batches of {ClassFigures.BatchSizes[sizes[column]]}";
                svg.Rectangle(labels + (column * cell), y + 1, cell - 2, Step - 2, "fill bad", title, opacity: Math.Clamp(chance * 0.8, 0.03, 1));
                svg.Text(labels + ((column + 0.5) * cell) - 1, y + 14, Percent(chance), "small", "middle");
            }
        }

        return svg;
    }

    private static string Percent(double chance) => chance switch
    {
        >= 0.9995 and < 1 => ">99.9",
        < 0.0005 => "0",
        _ => (100 * chance).ToString(chance is < 0.1 or > 0.99 ? "0.#" : "0", CultureInfo.InvariantCulture),
    };
}

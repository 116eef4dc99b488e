using System.Globalization;
using System.Text;

namespace BalanceGen.Tests.Documentation;

/// <summary>A chart of lines as SVG, in the colours of the reader's scheme.</summary>
/// <param name="title">What the chart shows, for readers who cannot see it.</param>
/// <param name="across">What runs from left to right.</param>
/// <param name="up">What runs from bottom to top.</param>
internal sealed class LineChart(string title, string across, string up)
{
    private const int Width = 640;
    private const int Height = 320;
    private const int Left = 70;
    private const int Right = 170;
    private const int Top = 20;
    private const int Bottom = 46;

    private static readonly string[] Colors = ["#2ca02c", "#d62728", "#1f77b4", "#b67a1f"];

    private readonly List<(string Name, double[] Values)> _lines = [];

    /// <summary>The values from bottom to top that have a label; the first and the last are the ends of the axis.</summary>
    public required double[] Ticks { get; init; }

    /// <summary>The positions from left to right that have a label; the first and the last are the ends of the axis.</summary>
    public required int[] Positions { get; init; }

    /// <summary>Whether equal distances from bottom to top are equal factors.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>How a value is written beside its axis.</summary>
    public string TickFormat { get; init; } = "0.##";

    /// <summary>Adds a line through a value for each position from the first to the last.</summary>
    public LineChart With(string name, IEnumerable<double> values)
    {
        double[] all = [.. values];
        Assert.Equal(Positions[^1] - Positions[0] + 1, all.Length);
        Assert.All(all, value => Assert.InRange(value, Ticks[0], Ticks[^1]));
        _lines.Add((name, all));
        return this;
    }

    /// <summary>The chart as SVG text, with line feeds.</summary>
    public string Draw()
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\" role=\"img\" aria-label=\"{title}\">\n");
        svg.Append("""
            <style>
            text { font: 13px system-ui, sans-serif; fill: #1b1f24 }
            .grid { stroke: #c9d1d9; stroke-width: 1 }
            .line { fill: none; stroke-width: 1.8; stroke-linejoin: round }
            @media (prefers-color-scheme: dark) { text { fill: #e8ecf1 } .grid { stroke: #3d444d } }
            </style>

            """.ReplaceLineEndings("\n"));
        foreach (double tick in Ticks)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"grid\" d=\"M{Left} {Y(tick):F1}H{Width - Right}\"/><text x=\"{Left - 8}\" y=\"{Y(tick) + 4:F1}\" text-anchor=\"end\">{tick.ToString(TickFormat, CultureInfo.InvariantCulture)}</text>\n");
        }

        foreach (int position in Positions)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(position):F1}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{position}</text>\n");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 8}\" text-anchor=\"middle\">{across}</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text transform=\"translate(16 {(Top + Height - Bottom) / 2}) rotate(-90)\" text-anchor=\"middle\">{up}</text>\n");
        for (int line = 0; line < _lines.Count; line++)
        {
            (string name, double[] values) = _lines[line];
            IEnumerable<string> points = values.Select((value, index) => string.Create(CultureInfo.InvariantCulture, $"{X(Positions[0] + index):F1} {Y(value):F1}"));
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"line\" stroke=\"{Colors[line]}\" d=\"M{string.Join('L', points)}\"/>\n");
            int y = Top + 14 + (22 * line);
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"line\" stroke=\"{Colors[line]}\" d=\"M{Width - Right + 14} {y - 4}h18\"/><text x=\"{Width - Right + 38}\" y=\"{y}\">{name}</text>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private double X(int position) => Left + ((Width - Right - Left) * (position - Positions[0]) / (double)(Positions[^1] - Positions[0]));

    private double Y(double value)
    {
        double part = IsLogarithmic ? Math.Log(value / Ticks[0]) / Math.Log(Ticks[^1] / Ticks[0]) : (value - Ticks[0]) / (Ticks[^1] - Ticks[0]);
        return Height - Bottom - ((Height - Bottom - Top) * part);
    }
}

using System.Globalization;
using System.Text;

namespace BalanceGen.Tests.Documentation;

/// <summary>Boxes in a row with arrows between them, as SVG, in the colours of the reader's scheme.</summary>
internal static class FlowChart
{
    private const int Width = 150;
    private const int Height = 58;
    private const int Gap = 34;
    private const int Margin = 10;

    /// <summary>The chart as SVG text, with line feeds.</summary>
    /// <param name="title">What the chart shows, for readers who cannot see it.</param>
    /// <param name="steps">The name of each step, and what it does.</param>
    public static string Draw(string title, params (string Name, string Does)[] steps)
    {
        int width = (2 * Margin) + (steps.Length * Width) + ((steps.Length - 1) * Gap);
        int height = (2 * Margin) + Height;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-label=\"{title}\">\n");
        svg.Append("""
            <style>
            text { font: 12px system-ui, sans-serif; fill: #1b1f24; text-anchor: middle }
            .name { font-size: 14px; font-weight: 600 }
            .step { fill: #eef4ff; stroke: #3b6fb6 }
            .arrow { fill: none; stroke: #6b7683; stroke-width: 1.4; marker-end: url(#head) }
            @media (prefers-color-scheme: dark) { text { fill: #e8ecf1 } .step { fill: #14233b } }
            </style>
            <defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="#6b7683"/></marker></defs>

            """.ReplaceLineEndings("\n"));
        for (int step = 0; step < steps.Length; step++)
        {
            int x = Margin + (step * (Width + Gap));
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"step\" x=\"{x}\" y=\"{Margin}\" width=\"{Width}\" height=\"{Height}\" rx=\"6\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"name\" x=\"{x + (Width / 2)}\" y=\"{Margin + 25}\">{steps[step].Name}</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + (Width / 2)}\" y=\"{Margin + 44}\">{steps[step].Does}</text>\n");
            if (step > 0)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<path class=\"arrow\" d=\"M{x - Gap} {Margin + (Height / 2)}H{x - 1}\"/>\n");
            }
        }

        return svg.Append("</svg>\n").ToString();
    }
}

using System.Net;

namespace BalanceGen.Tool.Plots;

/// <summary>
/// A picture as inline SVG. Colours are classes of the page, so that one picture serves a light and a dark page and print. (ScottPlot was tried first:
/// where the system has no font configuration, as on most servers, its SVG has no text at all, and its colours are fixed.)
/// </summary>
internal sealed class Svg(double width, double height)
{
    /// <summary>An upper bound of the width of a character of the page's font at 12 pixels.</summary>
    public const double CharacterWidth = 6.9;

    private readonly StringBuilder _body = new();

    public double Width { get; } = width;

    public double Height { get; } = height;

    public void Line(double x1, double y1, double x2, double y2, string style) =>
        _body.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\" class=\"{style}\"/>");

    public void Rectangle(double x, double y, double width, double height, string style, string title = "", double opacity = 1)
    {
        _body.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{Math.Max(0, width):0.#}\" height=\"{Math.Max(0, height):0.#}\" class=\"{style}\"");
        if (opacity < 1)
        {
            _body.Append(CultureInfo.InvariantCulture, $" fill-opacity=\"{opacity:0.###}\"");
        }

        End("rect", title);
    }

    public void Circle(double x, double y, double radius, string style, string title = "")
    {
        _body.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{radius:0.#}\" class=\"{style}\"");
        End("circle", title);
    }

    /// <summary>A line through points.</summary>
    public void Path(IEnumerable<(double X, double Y)> points, string style) => Draw(points, "", style);

    /// <summary>The area between points and a horizontal line.</summary>
    public void Area(IReadOnlyList<(double X, double Y)> points, double ground, string style)
    {
        if (points.Count > 0)
        {
            Draw(points, string.Create(CultureInfo.InvariantCulture, $"L{points[^1].X:0.#} {ground:0.#}L{points[0].X:0.#} {ground:0.#}Z"), style);
        }
    }

    /// <summary>Text; the anchor is start, middle or end.</summary>
    public void Text(double x, double y, string text, string style = "", string anchor = "start", double turn = 0)
    {
        string anchored = anchor == "start" ? "" : $" text-anchor=\"{anchor}\"";
        string styled = style.Length == 0 ? "" : $" class=\"{style}\"";
        string turned = turn == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" transform=\"rotate({turn:0.#} {x:0.#} {y:0.#})\"");
        _body.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\"{anchored}{styled}{turned}>{Encode(text)}</text>");
    }

    /// <summary>The element. Screen readers read the title and the description.</summary>
    public string ToElement(string title, string description) => string.Create(
        CultureInfo.InvariantCulture,
        $"<svg viewBox=\"0 0 {Width:0.#} {Height:0.#}\" role=\"img\" aria-label=\"{Encode(title)}. {Encode(description)}\" xmlns=\"http://www.w3.org/2000/svg\">{_body}</svg>");

    /// <summary>Text that fits into a width, with an ellipsis where it is cut.</summary>
    public static string Fit(string text, double width)
    {
        int most = Math.Max(2, (int)(width / CharacterWidth));
        return text.Length <= most ? text : text[..(most - 1)] + "…";
    }

    /// <summary>Text of HTML, without characters that XML and HTML do not allow.</summary>
    public static string Encode(string text)
    {
        bool isClean = !text.Any(character => char.IsControl(character) || char.IsSurrogate(character));
        string clean = isClean ? text : string.Concat(text.EnumerateRunes().Select(rune => rune.Value is < 32 or (>= 127 and < 160) ? $"\\u{rune.Value:X4}" : rune.ToString()));
        return WebUtility.HtmlEncode(clean);
    }

    private void Draw(IEnumerable<(double X, double Y)> points, string end, string style)
    {
        var path = new StringBuilder();
        foreach ((double x, double y) in points)
        {
            path.Append(path.Length == 0 ? 'M' : 'L').Append(CultureInfo.InvariantCulture, $"{x:0.#} {y:0.#}");
        }

        if (path.Length > 0)
        {
            _body.Append(CultureInfo.InvariantCulture, $"<path d=\"{path}{end}\" class=\"{style}\"/>");
        }
    }

    private void End(string element, string title) => _body.Append(title.Length == 0 ? "/>" : $"><title>{Encode(title)}</title></{element}>");
}

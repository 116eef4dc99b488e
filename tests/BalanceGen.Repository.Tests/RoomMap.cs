using System.Globalization;
using System.Text;

namespace BalanceGen.Repository.Tests;

/// <summary>The picture of the house: packages above, rooms of the core below them, arrows to what is used. Drawn from the code's own references.</summary>
internal static class RoomMap
{
    private const int Width = 150;
    private const int Height = 44;
    private const int Gap = 34;
    private const int Storey = 104;
    private const int Margin = 30;

    /// <summary>The picture as SVG text, with line feeds.</summary>
    public static string Draw()
    {
        ProjectRooms core = ProjectRooms.Core;
        Dictionary<string, HashSet<string>> rooms = core.Names.ToDictionary(room => room, room => core.UsesOf(room).Select(use => use.Room).ToHashSet());
        Dictionary<string, HashSet<string>> packages = Package.All.Where(package => package.Name != "BalanceGen")
            .ToDictionary(package => package.Name, package => package.References.Where(name => name != "BalanceGen").ToHashSet());

        List<List<string>> above = Storeys(packages);
        List<List<string>> below = Storeys(rooms);
        int columns = above.Concat(below).Max(storey => storey.Count);
        int width = (2 * Margin) + (columns * Width) + ((columns - 1) * Gap);
        int coreTop = Margin + (above.Count * Storey);
        int height = coreTop + 36 + (below.Count * Storey) - (Storey - Height) + Margin;

        Dictionary<string, (int X, int Y)> places = [];
        Place(above, Margin, width, places);
        Place(below, coreTop + 36, width, places);

        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-label=\"Packages and rooms of BalanceGen\">\n");
        svg.Append("""
            <style>
            text { font: 14px system-ui, sans-serif; fill: #1b1f24; text-anchor: middle }
            .room { fill: #eef4ff; stroke: #3b6fb6 }
            .package { fill: #fff6e5; stroke: #b67a1f }
            .core { fill: none; stroke: #3b6fb6; stroke-dasharray: 5 4 }
            .arrow { fill: none; stroke: #6b7683; stroke-width: 1.2; marker-end: url(#head) }
            @media (prefers-color-scheme: dark) { text { fill: #e8ecf1 } .room { fill: #14233b } .package { fill: #332610 } }
            </style>
            <defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="#6b7683"/></marker></defs>

            """.ReplaceLineEndings("\n"));
        svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"core\" x=\"{Margin / 2}\" y=\"{coreTop}\" width=\"{width - Margin}\" height=\"{height - coreTop - (Margin / 2)}\" rx=\"8\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{width / 2}\" y=\"{coreTop + 22}\">BalanceGen, the core: one folder a room, one namespace a room</text>\n");
        Arrows(svg, Reduced(packages), places);
        Arrows(svg, Reduced(rooms), places);
        foreach ((string name, (int x, int y)) in places)
        {
            string kind = rooms.ContainsKey(name) ? "room" : "package";
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{kind}\" x=\"{x}\" y=\"{y}\" width=\"{Width}\" height=\"{Height}\" rx=\"6\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + (Width / 2)}\" y=\"{y + 27}\">{name.Replace("BalanceGen.", "", StringComparison.Ordinal)}</text>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>Each name stands above all that it uses. What nobody uses and what uses nobody are at the ends.</summary>
    private static List<List<string>> Storeys(Dictionary<string, HashSet<string>> uses)
    {
        Dictionary<string, int> levels = [];
        foreach (string name in uses.Keys)
        {
            Level(name);
        }

        return [.. levels.GroupBy(level => level.Value).OrderByDescending(storey => storey.Key).Select(storey => storey.Select(level => level.Key).Order(StringComparer.Ordinal).ToList())];

        int Level(string name)
        {
            if (!levels.TryGetValue(name, out int level))
            {
                level = uses[name].Select(used => Level(used) + 1).DefaultIfEmpty(0).Max();
                levels[name] = level;
            }

            return level;
        }
    }

    /// <summary>Without the arrows that follow from two others.</summary>
    private static Dictionary<string, HashSet<string>> Reduced(Dictionary<string, HashSet<string>> uses)
    {
        return uses.ToDictionary(
            pair => pair.Key,
            pair => pair.Value.Where(used => !pair.Value.Any(other => other != used && Reaches(other, used))).ToHashSet());

        bool Reaches(string from, string to) => uses[from].Contains(to) || uses[from].Any(next => Reaches(next, to));
    }

    private static void Place(List<List<string>> storeys, int top, int width, Dictionary<string, (int X, int Y)> places)
    {
        for (int storey = 0; storey < storeys.Count; storey++)
        {
            int count = storeys[storey].Count;
            int left = (width - (count * Width) - ((count - 1) * Gap)) / 2;
            for (int place = 0; place < count; place++)
            {
                places[storeys[storey][place]] = (left + (place * (Width + Gap)), top + (storey * Storey));
            }
        }
    }

    private static void Arrows(StringBuilder svg, Dictionary<string, HashSet<string>> uses, Dictionary<string, (int X, int Y)> places)
    {
        foreach ((string name, HashSet<string> used) in uses)
        {
            foreach (string other in used.Order(StringComparer.Ordinal))
            {
                (int fromX, int fromY) = places[name];
                (int toX, int toY) = places[other];
                int startX = fromX + (Width / 2), startY = fromY + Height, endX = toX + (Width / 2), endY = toY - 2;
                int bend = (endY - startY) / 2;
                svg.Append(CultureInfo.InvariantCulture, $"<path class=\"arrow\" d=\"M{startX} {startY}C{startX} {startY + bend} {endX} {endY - bend} {endX} {endY}\"/>\n");
            }
        }
    }
}

namespace Digits.Reports;

/// <summary>Images as text, side by side.</summary>
public static class Picture
{
    private const string Shades = " ░▒▓█";

    /// <summary>Eight lines of text; two characters a pixel, because characters are about twice as high as wide.</summary>
    public static IEnumerable<string> SideBySide(IReadOnlyList<Digit> digits) =>
        from y in Enumerable.Range(0, Digit.Side)
        select string.Join("  ", digits.Select(digit => Line(digit.Pixels.AsSpan(y * Digit.Side, Digit.Side)))).TrimEnd();

    private static string Line(ReadOnlySpan<float> pixels)
    {
        Span<char> line = stackalloc char[2 * Digit.Side];
        for (int x = 0; x < pixels.Length; x++)
        {
            line.Slice(2 * x, 2).Fill(Shades[(int)Math.Round(pixels[x] * (Shades.Length - 1))]);
        }

        return line.ToString();
    }
}

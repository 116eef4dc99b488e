namespace BalanceGen.Tool.Inputs;

/// <summary>The classes that the user declares: a file with one class a line, a range of integers, or a list.</summary>
internal static class DeclaredClasses
{
    private const int MostInRange = 1_000_000;

    public static string[] Read(string text)
    {
        if (File.Exists(text))
        {
            string[] lines = [.. File.ReadLines(text).Where(line => line.Length > 0)];
            return Checked(lines, text);
        }

        string[] ends = text.Split("..", 2);
        if (ends.Length == 2 && TryParse(ends[0], out long min) && TryParse(ends[1], out long max))
        {
            return max >= min && max - min < MostInRange
                ? ClassSet.Range(min, max).Names.ToArray()
                : throw new InputException($"the range '{text}' has no class, or more than {MostInRange}", advice: "write the smallest label first, as 0..9");
        }

        if (text.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) || text.EndsWith(".txt", StringComparison.OrdinalIgnoreCase))
        {
            throw new InputException("there is no such file of classes", text, advice: "look at --classes");
        }

        return Checked(text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), null);
    }

    private static bool TryParse(string text, out long number) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static string[] Checked(string[] names, string? file)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int index = 0; index < names.Length; index++)
        {
            if (!lines.TryAdd(names[index], index))
            {
                throw new InputException($"the class '{names[index]}' is declared twice", file, file is null ? 0 : index + 1, advice: "declare it once");
            }
        }

        return names.Length > 0 ? names : throw new InputException("no class is declared", file, advice: "write one class a line");
    }
}

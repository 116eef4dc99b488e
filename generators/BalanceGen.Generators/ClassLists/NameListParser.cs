namespace BalanceGen.Generators.ClassLists;

/// <summary>Reads a list of class names, one a line. Names are kept exactly as written, blank lines are passed over. Never throws on what a file may contain.</summary>
internal static class NameListParser
{
    private static readonly char[] LineEnds = ['\n', '\r'];

    public static (IReadOnlyList<ListedClass> Classes, string? Problem) Parse(string text, CancellationToken cancellation)
    {
        var classes = new List<ListedClass>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        string? problem = null;
        int line = 0;
        int start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        while (start <= text.Length)
        {
            cancellation.ThrowIfCancellationRequested();
            line++;
            int end = text.IndexOfAny(LineEnds, start);
            end = end < 0 ? text.Length : end;
            string name = text.Substring(start, end - start);
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
            if (name.Trim().Length == 0)
            {
                continue;
            }

            if (name.IndexOfAny(['\0', '\uFFFD']) >= 0)
            {
                return ([], At(line, "the file is not UTF-8 text"));
            }

            if (lines.TryGetValue(name, out int first))
            {
                problem ??= At(line, string.Format(CultureInfo.InvariantCulture, "the class '{0}' is already on line {1}", ClassCountProblem.Excerpt(name), first));
                continue;
            }

            lines.Add(name, line);
            classes.Add(new ListedClass(name, Id: null, line));
        }

        return (classes, problem ?? (classes.Count == 0 ? "the file names no class" : null));
    }

    private static string At(int line, string problem) => string.Format(CultureInfo.InvariantCulture, "line {0}: {1}", line, problem);
}

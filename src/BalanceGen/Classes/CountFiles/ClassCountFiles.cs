using BalanceGen.Generators.CountFiles;
using ParsedFile = BalanceGen.Generators.CountFiles.ClassCountFile;

namespace BalanceGen.Classes;

/// <summary>
/// Reads and writes class-count files at run time. They have lines <c>label,count</c>, in the format of the files that <see cref="BalancedDatasetAttribute"/> names. The
/// parser and its errors are those of the build.
/// </summary>
/// <remarks>
/// Comma, semicolon or tab; a header is recognised; labels are kept exactly as written and compared ordinally with the class names. A class without a line has the count 0.
/// Thread-safe. O(length of the file).
/// </remarks>
public static class ClassCountFiles
{
    /// <summary>Reads counts from a file.</summary>
    /// <param name="path">The file, in UTF-8, or in UTF-16 with a byte order mark.</param>
    /// <param name="classes">The classes.</param>
    /// <exception cref="ClassCountFileException">The file is damaged or has labels that are no classes; the error names file, line and text of each.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ClassCounts Read(string path, ClassSet classes)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Parse(File.ReadAllText(path), classes, path);
    }

    /// <summary>Reads counts of classes that nobody knows but the file: its labels are the classes, in the order of its lines.</summary>
    /// <inheritdoc cref="Read(string, ClassSet)"/>
    /// <param name="path">The file, in UTF-8, or in UTF-16 with a byte order mark.</param>
    public static ClassCounts Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        ParsedFile file = Valid(File.ReadAllText(path), path);
        return new ClassCounts(new ClassSet([.. file.Entries.Select(entry => entry.Label)]), [.. file.Entries.Select(entry => entry.Count)]);
    }

    /// <summary>Reads counts from the text of a file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="classes">The classes.</param>
    /// <param name="name">The name by which errors call the text.</param>
    /// <exception cref="ClassCountFileException">The text is damaged or has labels that are no classes; the error names line and text of each.</exception>
    public static ClassCounts Parse(string text, ClassSet classes, string name = "counts")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(name);
        ParsedFile file = Valid(text, name);
        var counts = new long[classes.Count];
        var unknown = new List<string>();
        int line = 0;
        foreach (ClassCountEntry entry in file.Entries)
        {
            if (classes.TryIndexOf(entry.Label, out int classIndex))
            {
                counts[classIndex] = entry.Count;
                continue;
            }

            line = line == 0 ? entry.Line : line;
            unknown.Add(string.Create(CultureInfo.InvariantCulture, $"line {entry.Line}: the label '{ClassCountProblem.Excerpt(entry.Label)}' is none of the {classes.Count} classes"));
        }

        return unknown.Count == 0 ? new ClassCounts(classes, counts) : throw new ClassCountFileException(name, line, unknown);
    }

    /// <summary>Writes counts to a file that the build and <see cref="Read(string, ClassSet)"/> read: a header, and a line for every class.</summary>
    /// <param name="path">The file; it is replaced.</param>
    /// <param name="counts">The counts.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, ClassCounts counts)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(counts);
        File.WriteAllText(path, ToText(counts));
    }

    /// <summary>The counts as the text of a class-count file. Lines end with <c>\n</c> on every system.</summary>
    /// <param name="counts">The counts.</param>
    public static string ToText(ClassCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var text = new System.Text.StringBuilder("label,count\n");
        foreach ((string name, long count) in counts)
        {
            bool isPlain = name.AsSpan().IndexOfAny(",;\t\"\r\n") < 0;
            text.Append(isPlain ? name : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"").Append(CultureInfo.InvariantCulture, $",{count}\n");
        }

        return text.ToString();
    }

    private static ParsedFile Valid(string text, string name)
    {
        ParsedFile file = ClassCountFileParser.Parse(text);
        return file.IsValid
            ? file
            : throw new ClassCountFileException(name, file.Problems[0].Line, [.. file.Problems.Select(problem => problem.Describe())]);
    }
}

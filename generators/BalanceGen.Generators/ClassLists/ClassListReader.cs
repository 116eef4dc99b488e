using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Generators.ClassLists;

/// <summary>Finds the files that list classes among the additional files of a compilation.</summary>
internal static class ClassListReader
{
    private const string NamesExtension = ".classes.txt";
    private const string CategoriesExtension = ".categories.json";

    // Generator and analyzers, and every compilation between two edits of the file, ask for the same text.
    private static readonly ConditionalWeakTable<SourceText, Content> Parsed = new();

    // All analyzers of one run ask for the same options, which they share.
    private static readonly ConditionalWeakTable<AnalyzerOptions, PathIndex<ClassListFile>> Files = new();

    public static bool IsClassList(AdditionalText text) =>
        text.Path.EndsWith(NamesExtension, StringComparison.OrdinalIgnoreCase) || text.Path.EndsWith(CategoriesExtension, StringComparison.OrdinalIgnoreCase);

    public static ClassListFile Read(AdditionalText text, CancellationToken token)
    {
        bool isNames = text.Path.EndsWith(NamesExtension, StringComparison.OrdinalIgnoreCase);
        string path = text.Path.Replace('\\', '/');
        if (text.GetText(token) is not { } source)
        {
            return new ClassListFile(path, default, "it cannot be read");
        }

        if (!Parsed.TryGetValue(source, out Content? content))
        {
            content = Parsed.GetValue(source, found => Content.Of(found, isNames, token));
        }

        return content.At(path);
    }

    public static PathIndex<ClassListFile> ReadAll(AnalyzerOptions options, CancellationToken token) =>
        Files.TryGetValue(options, out PathIndex<ClassListFile>? files)
            ? files
            : Files.GetValue(options, all => new PathIndex<ClassListFile>(all.AdditionalFiles.Where(IsClassList).Select(text => Read(text, token)), file => file.Path));

    private sealed class Content(EquatableArray<ListedClass> classes, string? problem)
    {
        private volatile ClassListFile? _file;

        /// <summary>The same object for the same content, until the file is edited.</summary>
        public ClassListFile At(string path)
        {
            ClassListFile? known = _file;
            return known?.Path == path ? known : _file = new ClassListFile(path, classes, problem);
        }

        public static Content Of(SourceText source, bool isNames, CancellationToken token)
        {
            string text = source.ToString();
            (IReadOnlyList<ListedClass> classes, string? problem) = !TextEncoding.IsUnicode(source) ? ([], $"the file is not UTF-8 text, but {source.Encoding!.WebName}")
                : isNames ? NameListParser.Parse(text, token)
                : CategoryFileParser.Parse(text, token);
            return new Content(new EquatableArray<ListedClass>(classes), problem);
        }
    }
}

using System.Globalization;
using BalanceGen.Generators.CountFiles;

namespace BalanceGen.CodeFixes;

/// <summary>The class-count files of a project whose classes a label can take.</summary>
internal static class ClassFiles
{
    /// <summary>The most offers. Nobody reads a longer menu.</summary>
    private const int MostOffered = 5;

    /// <summary>The names of the files that can be read and are not ambiguous. For an integer label, only files whose labels are whole numbers.</summary>
    public static async Task<IReadOnlyList<string>> NamesAsync(Project project, bool areIntegers, CancellationToken token)
    {
        var names = new List<string>();
        foreach (IGrouping<string, TextDocument> file in project.AdditionalDocuments
            .GroupBy(document => Path.GetFileName(document.FilePath ?? document.Name), StringComparer.Ordinal)
            .Where(file => file.Key.EndsWith(CountFileReader.Extension, StringComparison.OrdinalIgnoreCase) && file.Count() == 1)
            .OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            SourceText text = await file.Single().GetTextAsync(token).ConfigureAwait(false);
            ClassCountFile content = ClassCountFileParser.Parse(text, token);
            if (content.IsValid && names.Count < MostOffered && (!areIntegers || content.Entries.All(entry => IsWhole(entry.Label))))
            {
                names.Add(file.Key);
            }
        }

        return names;
    }

    private static bool IsWhole(string label) => long.TryParse(label, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}

using System.Runtime.CompilerServices;

namespace BalanceGen.Generators.ClassLists;

/// <summary>A file that lists classes: names, one a line, or the categories of COCO and LVIS.</summary>
/// <param name="Path">Where it is, with slashes.</param>
/// <param name="Classes">The classes in file order: the readable part of them where there is a problem.</param>
/// <param name="Problem">What is wrong with the file, as the end of a sentence that has named it; null if nothing is.</param>
internal sealed record ClassListFile(string Path, EquatableArray<ListedClass> Classes, string? Problem)
{
    // Compared by reference: what was parsed is one object between two edits of the file.
    private static readonly ConditionalWeakTable<ClassCountFile, Slot<ClassListFile>> Listed = new();

    /// <summary>The name that messages show.</summary>
    public string Name => Path.Substring(Path.LastIndexOf('/') + 1);

    /// <summary>The classes of a class-count file, in the order of its lines. The same object for the same content, until the file is edited.</summary>
    public static ClassListFile Of(CountFile file)
    {
        Slot<ClassListFile> slot = Listed.GetOrCreateValue(file.Content);
        ClassListFile? known = slot.Value;
        return known?.Path == file.Path ? known : slot.Value = Read(file);
    }

    private static ClassListFile Read(CountFile file) => new(
        file.Path,
        new EquatableArray<ListedClass>(file.Content.Entries.Select(entry => new ListedClass(entry.Label, Id: null, entry.Line))),
        file.Content.IsValid ? null : $"{file.Content.Problems[0].Describe()} ({file.Content.Problems[0].RuleId})");
}

using System.Runtime.CompilerServices;

namespace BalanceGen.Generators.ClassLists;

/// <summary>The classes of a label that a file lists, or why they are not known. Generator and analyzers both ask here, so they cannot disagree.</summary>
internal sealed class FileClasses(LabelModel label, FileLabelModel declared)
{
    // Compared by reference. Otherwise an analysis after every keystroke would make the label of 10,000 classes anew.
    private static readonly ConditionalWeakTable<ClassListFile, Slot<KnownLabel>> Labels = new();

    /// <summary>The label with its classes, or null if they are not known.</summary>
    public LabelModel? Label { get; private set; }

    /// <summary>Whether the record names a file, or the build has counted data for it.</summary>
    public bool IsNamed { get; private set; }

    /// <summary>The file that the classes come from, or null if there is no such file.</summary>
    public ClassListFile? File { get; private set; }

    /// <summary>The reason why the classes are not known, as the end of a sentence. Null if they are known.</summary>
    public string? Problem { get; private set; }

    /// <summary>What to do about it.</summary>
    public string Remedy { get; private set; } = "";

    /// <summary>The order of the classes, to be kept with a model. Null if they are not known.</summary>
    public string? Order => Label is null ? null : field ??= ClassOrder.Of(Names(Label));

    /// <summary>Whether the file still has the order that the label declares. Null if the declared text is not an order at all. True if none is declared.</summary>
    public bool? KeepsOrder => Label is null || declared.Order is null ? true : ClassOrder.IsKept(declared.Order, Names(Label));

    /// <summary>The order that the label declares.</summary>
    public string? DeclaredOrder => declared.Order;

    /// <summary>The classes of a label, or null if no file has to be asked for them.</summary>
    public static FileClasses? Of(LabelModel label, CountSources sources, CountFileSet counts, PathIndex<ClassListFile> lists)
    {
        FileClasses? classes = FileLabelModel.Of(label) is { } declared ? new FileClasses(label, declared) : null;
        classes?.Find(sources, counts, lists);
        return classes;
    }

    /// <summary>The counts of [ClassCount], which name labels that were not known when they were read.</summary>
    public static CountSources WithDeclared(CountSources sources, LabelModel label)
    {
        if (sources.Written.Count == 0)
        {
            return sources;
        }

        var lookup = new LabelLookup(label);
        var counts = new long[label.ClassCount];
        var given = new bool[label.ClassCount];
        decimal total = 0;
        foreach (WrittenCount written in sources.Written)
        {
            int index = lookup.IndexOf(written.Label);
            total += written.Count;
            if (index == RuledLabelModel.Ignored)
            {
                continue;
            }

            if (index < 0 || written.Count < 0 || total > long.MaxValue)
            {
                return sources;
            }

            counts[index] += written.Count;
            given[index] = true;
        }

        return given.All(isGiven => isGiven) ? sources with { Declared = new EquatableArray<long>(counts) } : sources;
    }

    /// <summary>The label for which code is generated if the classes are not known. It has all members, so that code that uses them compiles.</summary>
    public LabelModel Unknown(string target)
    {
        string type = declared.Rules.CanBeNull ? declared.Type + "?" : declared.Type;
        EquatableArray<string> names = File is null ? default : new EquatableArray<string>(File.Classes.Select(item => item.Name));
        return With(new UnknownClassesModel(type, $"The classes of '{target}' are not known, because {Problem}.", names));
    }

    private void Find(CountSources sources, CountFileSet counts, PathIndex<ClassListFile> lists)
    {
        string? name = declared.ListName ?? sources.FileName;
        ClassListFile[] found = name is not null ? [.. counts.Named(name).Select(ClassListFile.Of), .. lists.Named(name)]
            : counts.CountedFor(sources.FullName) is { } counted ? [ClassListFile.Of(counted)]
            : [];
        IsNamed = name is not null || found.Length > 0;
        if (found.Length == 1)
        {
            File = found[0];
            Read(File);
        }
        else if (found.Length > 1)
        {
            Fail($"'{name}' means several files ({string.Join(", ", found.Select(file => file.Path))})", "write more of its path");
        }
        else
        {
            Fail($"the file '{name}' is none of those that the compiler is given", "add it to the project with a name that ends in .classcounts.csv, .classes.txt or .categories.json");
        }
    }

    private void Read(ClassListFile file)
    {
        if (file.Problem is { } problem)
        {
            Fail($"'{file.Name}', {problem}", "correct the file");
            return;
        }

        Slot<KnownLabel> slot = Labels.GetOrCreateValue(file);
        if (slot.Value is { } known && known.Declared.Equals(declared))
        {
            Label = With(known.Label);
            return;
        }

        (LabelModel? plain, string? misfit) = FileLabel.Of(declared, file.Classes);
        if (plain is null)
        {
            Fail($"'{file.Name}', {misfit}", "correct the file, or change the type of the label");
            return;
        }

        (LabelModel? ruled, string? broken) = FileClassMap.Apply(plain, declared.Rules);
        if (ruled is null)
        {
            Fail($"in '{file.Name}' {broken}", "correct the attribute, or add the class to the file");
            return;
        }

        slot.Value = new KnownLabel(declared, ruled);
        Label = With(ruled);
    }

    private void Fail(string problem, string remedy)
    {
        Problem = problem;
        Remedy = remedy;
    }

    private LabelModel With(LabelModel labels) => label is MultiLabelModel several ? several with { Labels = labels } : labels;

    private static string[] Names(LabelModel label) => [.. Enumerable.Range(0, label.ClassCount).Select(label.ClassName)];

    private sealed record KnownLabel(FileLabelModel Declared, LabelModel Label);
}

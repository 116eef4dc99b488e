using System.Runtime.CompilerServices;

namespace BalanceGen.Generators.CountFiles;

/// <summary>The counts of a target from all sources, and what is wrong with them. The generator and the analyzers both ask here, so they cannot disagree.</summary>
internal sealed class ResolvedCounts
{
    // Compared by reference: the label of a file is one object between two edits of it, and that of a record between two edits of the record.
    private static readonly ConditionalWeakTable<LabelModel, Slot<ResolvedCounts>> Known = new();

    private readonly CountSources _sources;
    private readonly LabelModel _label;
    private readonly CountFile? _counted;
    private readonly Dictionary<int, int> _lines = [];
    private readonly Lazy<char?> _separator;
    private volatile CountedTarget? _baked;

    public ResolvedCounts(CountSources sources, LabelModel label, CountFileSet files)
        : this(sources, label, FilesOf(sources, files), files.CountedFor(sources.FullName))
    {
    }

    private ResolvedCounts(CountSources sources, LabelModel label, IReadOnlyList<CountFile> named, CountFile? built)
    {
        _sources = sources;
        _label = label;
        _counted = built;
        NamedFiles = named;
        File = NamedFiles.Count == 1 ? NamedFiles[0] : NamedFiles.Count == 0 ? _counted : null;
        var lookup = new Lazy<LabelLookup>(() => new LabelLookup(label));
        int[] classes = File is null ? [] : ClassesOf(File, lookup.Value);
        var counted = new HashSet<int>();
        RepeatedClasses = File is null || label is not MultiLabelModel ? [] : [.. File.Content.Entries.Where((_, entry) => classes[entry] >= 0 && !counted.Add(classes[entry]))];
        UnknownLabels = File is null ? [] : [.. File.Content.Entries.Where((_, entry) => classes[entry] == -1)];
        _separator = new Lazy<char?>(() => SeveralLabels.SeparatorOf(UnknownLabels, lookup.Value));
        Values = IsGivenTwice ? null : File is not null ? OfFile(File, classes) : sources.Declared.Count > 0 && sources.FileName is null ? [.. sources.Declared] : null;
    }

    /// <summary>
    /// The counts of a label that lives longer than one compilation: that of a record in the pipeline, or of a file with thousands of classes. They are resolved again
    /// only where a file that counts for them was edited, not with every other file of the project.
    /// </summary>
    public static ResolvedCounts Of(CountSources sources, LabelModel label, CountFileSet files)
    {
        Slot<ResolvedCounts> slot = Known.GetOrCreateValue(label);
        IReadOnlyList<CountFile> named = FilesOf(sources, files);
        CountFile? built = files.CountedFor(sources.FullName);
        return slot.Value is { } known
            && known._sources.Equals(sources)
            && AreSame(known.NamedFiles, named)
            && (known._counted is null ? built is null : built is not null && IsSame(known._counted, built))
                ? known
                : slot.Value = new ResolvedCounts(sources, label, named, built);
    }

    private static IReadOnlyList<CountFile> FilesOf(CountSources sources, CountFileSet files) => sources.FileName is { } name ? files.Named(name) : [];

    private static bool AreSame(IReadOnlyList<CountFile> left, IReadOnlyList<CountFile> right)
    {
        for (int index = 0; index < left.Count; index++)
        {
            if (index == right.Count || !IsSame(left[index], right[index]))
            {
                return false;
            }
        }

        return left.Count == right.Count;
    }

    private static bool IsSame(CountFile left, CountFile right) =>
        ReferenceEquals(left.Content, right.Content) && left.Path == right.Path && left.Metadata == right.Metadata;

    /// <summary>The files that the name in the attribute may mean.</summary>
    public IReadOnlyList<CountFile> NamedFiles { get; }

    /// <summary>The file that the counts come from, or null.</summary>
    public CountFile? File { get; }

    /// <summary>Whether the file that the attribute names does not exist.</summary>
    public bool IsFileMissing => _sources.FileName is not null && NamedFiles.Count == 0;

    /// <summary>Whether more than one source has counts.</summary>
    public bool IsGivenTwice => Sources.Count > 1;

    /// <summary>Where counts come from, for a message.</summary>
    public IReadOnlyList<string> Sources => field ??=
    [
        .. new[]
        {
            _sources.HasDeclared ? "[ClassCount]" : null,
            _sources.FileName is { } name ? $"the file '{name}'" : null,
            _counted is null ? null : "the labelled data that the build counts",
        }.OfType<string>(),
    ];

    /// <summary>The lines of the file whose label is not a class.</summary>
    public IReadOnlyList<ClassCountEntry> UnknownLabels { get; }

    /// <summary>The character between several classes in one field, if the unknown labels look like that. Otherwise null.</summary>
    public char? LabelSeparator => _separator.Value;

    /// <summary>
    /// The lines of a class that has a line before, where a row may have several labels: a row with two labels of a merged class is one row of it, so that
    /// the sum of the lines is not its count.
    /// </summary>
    public IReadOnlyList<ClassCountEntry> RepeatedClasses { get; }

    /// <summary>One count per class, or null if they are not known or not valid.</summary>
    public IReadOnlyList<long>? Values { get; }

    /// <summary>The classes for which the file has no line. Their count is 0.</summary>
    public IEnumerable<int> MissingClasses =>
        File is null || Values is null ? [] : Enumerable.Range(0, Values.Count).Where(index => !_lines.ContainsKey(index));

    /// <summary>What the generator bakes in. For one target the same object, until one of its own files is edited: after the edit of another there is nothing to compare.</summary>
    public CountedTarget Of(TargetModel target)
    {
        CountedTarget? baked = _baked;
        return ReferenceEquals(baked?.Target, target) ? baked! : _baked = Bake(target);
    }

    private CountedTarget Bake(TargetModel target) => new(
        target,
        Values is null ? null : new BakedCounts(File is null ? "[ClassCount]" : File.Name, new EquatableArray<long>(Values)) { Counted = File?.Metadata.Counted ?? "" },
        Values is null ? Problem() : null);

    /// <summary>Why the counts that are given are not used, with the id of the rule that says so in the editor; null if none are given.</summary>
    private string? Problem() => this switch
    {
        { IsGivenTwice: true } => $"they are given by {string.Join(" and ", Sources)} (BALG0111)",
        { IsFileMissing: true } => $"the class-count file '{_sources.FileName}' is none of those that the compiler is given (BALG0105)",
        { NamedFiles.Count: > 1 } => $"'{_sources.FileName}' means several class-count files (BALG0105)",
        { File: { Content.IsValid: false } file } => $"'{file.Name}', {file.Content.Problems[0].Describe()} ({file.Content.Problems[0].RuleId})",
        { UnknownLabels.Count: > 0 } =>
            $"the label '{ClassCountProblem.Excerpt(UnknownLabels[0].Label)}'{Others(UnknownLabels.Count)} in '{File!.Name}' is none of the classes (BALG0107)",
        { RepeatedClasses.Count: > 0 } =>
            $"the label '{ClassCountProblem.Excerpt(RepeatedClasses[0].Label)}' in '{File!.Name}' is of a class that has a line before (BALG0110)",
        _ => _sources.HasDeclared ? "[ClassCount] does not give every class one number of rows, 0 or more" : null,
    };

    private static string Others(int all) => all == 1 ? "" : $", as {CSharpLiteral.Of(all - 1)} more,";

    /// <summary>Says where the data has the number of rows of a class, as the predicate of a sentence about the class.</summary>
    public string Describe(int classIndex)
    {
        string rows = Values![classIndex] == 1 ? "1 row" : CSharpLiteral.OfWhole(Values[classIndex]) + " rows";
        return File is null ? $"is declared with {rows}"
            : _lines.ContainsKey(classIndex) ? $"has {rows}{PlaceOf(classIndex)}"
            : $"is not in '{File.Name}' and so has {rows}";
    }

    /// <summary>The file and line of a class with rows, as the end of a sentence about them. Empty for declared counts.</summary>
    public string PlaceOf(int classIndex) => File is null ? "" : $" in '{File.Name}', line {CSharpLiteral.Of(_lines[classIndex])}";

    private static int[] ClassesOf(CountFile file, LabelLookup lookup) => [.. file.Content.Entries.Select(entry => lookup.IndexOf(entry.Label))];

    private long[]? OfFile(CountFile file, int[] classes)
    {
        if (!file.Content.IsValid || UnknownLabels.Count > 0 || RepeatedClasses.Count > 0)
        {
            return null;
        }

        var values = new long[_label.ClassCount];
        for (int entry = 0; entry < classes.Length; entry++)
        {
            if (classes[entry] >= 0)
            {
                // Several labels may be one class; the sum of all counts fits into 64 bits.
                values[classes[entry]] += file.Content.Entries[entry].Count;
                _lines[classes[entry]] = file.Content.Entries[entry].Line;
            }
        }

        return values;
    }
}

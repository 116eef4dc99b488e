using System.Runtime.CompilerServices;
using BalanceGen.Generators.ClassLists;

namespace BalanceGen.Generators.Parsing.Counts;

/// <summary>The counts of a type whose classes are known, from every source.</summary>
internal sealed class TargetCounts
{
    // Several analyzers ask about the same symbol and files. A symbol lives no longer than its compilation.
    private static readonly ConditionalWeakTable<INamedTypeSymbol, TargetCounts> Known = new();

    private readonly INamedTypeSymbol _target;
    private readonly LabelMember _member;
    private readonly CountFileSet _files;

    private TargetCounts(INamedTypeSymbol target, LabelMember member, LabelModel label, bool isFromFile, CountFileSet files)
    {
        _target = target;
        _files = files;
        _member = member;
        Annotation = new DatasetAnnotation(target);
        Declared = new DeclaredCounts(target, member, label);
        Resolved = isFromFile
            ? ResolvedCounts.Of(FileClasses.WithDeclared(Annotation.SourcesOfFile(), label), label, files)
            : new ResolvedCounts(Annotation.Sources(Declared), label, files);
    }

    /// <summary>The counts of a type, or null if a file should list its classes and does not.</summary>
    public static TargetCounts? Of(INamedTypeSymbol target, LabelMember member, LabelModel label, AnalyzerOptions options, CancellationToken token)
    {
        FileClasses? classes = FileLabelModel.Of(label) is null ? null : TargetClasses.Of(target, label, options, token).Files;
        return classes is null ? Of(target, member, label, isFromFile: false, CountFileReader.ReadAll(options, token))
            : classes.Label is { } listed ? Of(target, member, listed, isFromFile: true, CountFileReader.ReadAll(options, token))
            : null;
    }

    /// <summary>Files are compared by reference.</summary>
    private static TargetCounts Of(INamedTypeSymbol target, LabelMember member, LabelModel label, bool isFromFile, CountFileSet files)
    {
        if (Known.TryGetValue(target, out TargetCounts? known) && known._files == files && known.Label == label)
        {
            return known;
        }

        var counts = new TargetCounts(target, member, label, isFromFile, files);
        if (known is null)
        {
            Known.GetValue(target, _ => counts);
        }

        return counts;
    }

    /// <summary>The name a message shows for the type.</summary>
    public string TargetName => Declared.TargetName;

    public LabelModel Label => Declared.Label;

    public DatasetAnnotation Annotation { get; }

    /// <summary>The counts of [ClassCount].</summary>
    public DeclaredCounts Declared { get; }

    public ResolvedCounts Resolved { get; }

    /// <summary>The places of the labels that the build has counted for the type. Empty if the counts come from another source.</summary>
    public LabelPlaces Places(AnalyzerOptions options, CancellationToken token) =>
        Resolved.File is { Dataset.Length: > 0 } file ? LabelPlaces.Read(options, file.Dataset, token) : LabelPlaces.None;

    /// <summary>Where the user's source names the counts.</summary>
    public Location Location(CancellationToken token) => Annotation.Location(token);

    /// <summary>Where the label is declared.</summary>
    public Location LabelLocation => _member.NameLocation;

    /// <summary>The file in which the target is declared, for options that belong to a file.</summary>
    public SyntaxTree? Tree(CancellationToken token) => TargetStructure.Declaration(_target, token)?.SyntaxTree;
}

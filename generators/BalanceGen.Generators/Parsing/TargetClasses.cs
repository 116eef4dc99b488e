using System.Runtime.CompilerServices;
using BalanceGen.Generators.ClassLists;

namespace BalanceGen.Generators.Parsing;

/// <summary>The classes of a type whose label takes them from a file, and which rules they break.</summary>
internal sealed class TargetClasses
{
    // Several analyzers ask about the same symbol and files. A symbol lives no longer than its compilation.
    private static readonly ConditionalWeakTable<INamedTypeSymbol, TargetClasses> Known = new();

    /// <summary>The property of a diagnostic that holds the order of the file's classes.</summary>
    public const string OrderProperty = "Order";

    private readonly CountFileSet _counts;
    private readonly PathIndex<ClassListFile> _lists;

    private TargetClasses(INamedTypeSymbol target, LabelModel label, CountFileSet counts, PathIndex<ClassListFile> lists)
    {
        _counts = counts;
        _lists = lists;
        Files = FileClasses.Of(label, new DatasetAnnotation(target).SourcesOfFile(), counts, lists);
    }

    /// <summary>The classes of the files, or null where the source itself declares them.</summary>
    public FileClasses? Files { get; }

    public static TargetClasses Of(INamedTypeSymbol target, LabelModel label, AnalyzerOptions options, CancellationToken token)
    {
        CountFileSet counts = CountFileReader.ReadAll(options, token);
        PathIndex<ClassListFile> lists = ClassListReader.ReadAll(options, token);
        if (Known.TryGetValue(target, out TargetClasses? known) && known._counts == counts && known._lists == lists)
        {
            return known;
        }

        var classes = new TargetClasses(target, label, counts, lists);
        if (known is null)
        {
            Known.GetValue(target, _ => classes);
        }

        return classes;
    }

    /// <summary>What the validator found, and what the files add to it.</summary>
    public static IEnumerable<Violation> Violations(INamedTypeSymbol target, TargetVerdict verdict, AnalyzerOptions options, CancellationToken token)
    {
        foreach (Violation violation in verdict.Violations)
        {
            yield return violation;
        }

        if (verdict is { Member: { } member, Label: { } label }
            && FileLabelModel.Of(label) is { } declared
            && Of(target, label, options, token).Files is { } files)
        {
            Location place = TargetStructure.NameLocation(target, token);
            if (OfFiles(target, member, declared, files, token) is { } violation)
            {
                yield return violation.InSource(place);
            }
        }
    }

    private static Violation? OfFiles(INamedTypeSymbol target, LabelMember member, FileLabelModel declared, FileClasses files, CancellationToken token)
    {
        if (!files.IsNamed)
        {
            return FileLabelParser.NoClasses(member, declared, token);
        }

        if (files.Label is null)
        {
            Location named = declared.ListName is null ? new DatasetAnnotation(target).Location(token) : member.ArgumentLocation("ClassesFrom", token);
            return new Violation(Descriptors.ClassesNotKnown, named, TypeNames.Short(target), files.Problem!, files.Remedy);
        }

        if (files.KeepsOrder == true)
        {
            return null;
        }

        string statement = files.KeepsOrder is null
            ? $"ClassOrder '{files.DeclaredOrder}' is not the order of any classes"
            : $"'{files.File!.Name}' gives other indices to the classes of ClassOrder '{files.DeclaredOrder}'";
        string remedy = files.KeepsOrder is null
            ? $"set it to '{files.Order}', the order of the file"
            : $"undo the edit and append new classes at the end, or train again and set ClassOrder to '{files.Order}'";
        return new Violation(Descriptors.ClassesRenumbered, member.ArgumentLocation("ClassOrder", token), TypeNames.Short(target), statement, remedy)
        {
            Properties = ImmutableDictionary<string, string?>.Empty.Add(OrderProperty, files.Order),
        };
    }
}

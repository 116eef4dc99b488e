using System.Globalization;
using BalanceGen.Generators.ClassLists;
using BalanceGen.Generators.CountFiles;
using BalanceGen.Generators.Parsing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Tags;

namespace BalanceGen.Completion;

/// <summary>What can be written at a place.</summary>
internal static class Offers
{
    /// <summary>Inside a string.</summary>
    public static IEnumerable<Offer> InString(AttributeArgument place, string before, AnalyzerOptions options, CancellationToken token) =>
        (place.AttributeName, place.Name, place.Place) switch
        {
            ("BalancedDatasetAttribute", "ClassCounts", _) => Files(options, withLists: false, token),
            ("ClassLabelAttribute", "ClassesFrom", _) => Files(options, withLists: true, token),
            ("ClassLabelAttribute" or "ClassColumnsAttribute", "MissingClass", _) => Classes(place, options, (classes, _) => classes.Classes(), token),
            ("IgnoredClassAttribute", "" or "label", _) or ("MergedClassAttribute", "" or "labels", > 0) =>
                Classes(place, options, (classes, at) => classes.FreeLabels(at.Attribute, at.Place), token),
            ("ClassCountAttribute", "" or "label", 0) => Classes(place, options, (classes, at) => classes.UncountedNames(at.Attribute), token),
            ("ClassColumnsAttribute", "" or "members" or "From" or "To", _) => Columns(place),
            ("ClassLabelAttribute", "Path", _) => Steps(place, before),
            _ => [],
        };

    /// <summary>Behind the name of an enum: those of its members that have no count yet.</summary>
    public static IEnumerable<Offer> OfEnum(AttributeArgument place, ITypeSymbol? qualifier, AnalyzerOptions options, CancellationToken token) =>
        place is { AttributeName: "ClassCountAttribute", Name: "" or "label", Place: 0 }
        && DeclaredClasses.Of(place.Target, options, token) is { Enum: { } labels } classes
        && SymbolEqualityComparer.Default.Equals(labels, qualifier)
            ? classes.Uncounted(place.Attribute)
                .Where(name => labels.GetMembers(name).OfType<IFieldSymbol>().Any())
                .Select(name => new Offer(name, WellKnownTags.EnumMember, "has no [ClassCount] yet"))
            : [];

    private static IEnumerable<Offer> Classes(
        AttributeArgument place, AnalyzerOptions options, Func<DeclaredClasses, AttributeArgument, IEnumerable<string>> names, CancellationToken token)
    {
        if (DeclaredClasses.Of(place.Target, options, token) is not { } classes)
        {
            return [];
        }

        string description = $"a class of '{TypeNames.Short(place.Target)}'";
        return names(classes, place).Select(name => new Offer(name, WellKnownTags.EnumMember, description));
    }

    /// <summary>By their names; with as many folders as it takes where several have the same.</summary>
    private static IEnumerable<Offer> Files(AnalyzerOptions options, bool withLists, CancellationToken token)
    {
        var files = new List<(string Path, string Description)>();
        foreach (AdditionalText text in options.AdditionalFiles)
        {
            if (CountFileReader.MetadataOf(text, options.AnalyzerConfigOptionsProvider) is { Dataset: "" } metadata)
            {
                files.Add((Slashes(text), Describe(CountFileReader.Read(text, metadata, token).Content)));
            }
            else if (withLists && ClassListReader.IsClassList(text))
            {
                ClassListFile list = ClassListReader.Read(text, token);
                files.Add((Slashes(text), list.Problem ?? $"{Grouped(list.Classes.Count)} classes"));
            }
        }

        return files
            .Select(file => new Offer(ShortestName(file.Path, [.. files.Select(other => other.Path)]), WellKnownTags.File, file.Description))
            .OrderBy(offer => offer.Text, StringComparer.Ordinal);
    }

    private static string ShortestName(string path, string[] all)
    {
        string name = path.Substring(path.LastIndexOf('/') + 1);
        while (name.Length < path.Length && all.Count(other => GivenPath.IsEndOf(other, name)) > 1)
        {
            int slash = path.LastIndexOf('/', Math.Max(0, path.Length - name.Length - 2));
            name = path.Substring(slash + 1);
        }

        return name;
    }

    private static string Slashes(AdditionalText text) => text.Path.Replace('\\', '/');

    private static string Describe(ClassCountFile file) => file.IsValid
        ? $"{Grouped(file.Entries.Count)} classes, {Grouped(file.Entries.Sum(entry => entry.Count))} rows"
        : file.Problems[0].Describe();

    private static string Grouped(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>The members of the type and of its base types that can be columns and are not named yet.</summary>
    private static IEnumerable<Offer> Columns(AttributeArgument place)
    {
        var named = new HashSet<string?>(Annotations.ClassColumns(place.Target)?.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Array, IsNull: false } list
            ? list.Values.Where((_, index) => place.Name is "From" or "To" || index != place.Place).Select(value => value.Value as string)
            : []);
        return TypeNames.BaseTypes(place.Target).Prepend(place.Target)
            .SelectMany(type => type.GetMembers())
            .Where(member => ColumnSearch.IsReadable(member) && LabelMemberSearch.IsVisible(member, place.Target) && !named.Contains(member.Name))
            .Select(Member);
    }

    /// <summary>The members that can follow what is before the last dot.</summary>
    private static IEnumerable<Offer> Steps(AttributeArgument place, string before)
    {
        ITypeSymbol? type = place.Marked;
        string[] steps = before.Split('.');
        for (int index = 0; index < steps.Length - 1; index++)
        {
            type = type is null ? null : TypeNames.OfMember(LabelPath.Step(TypeNames.WithoutNull(type), steps[index], place.Target));
        }

        return type is null ? [] : LabelPath.Steps(TypeNames.WithoutNull(type), place.Target).Select(Member);
    }

    private static Offer Member(ISymbol member) => new(
        member.Name,
        member is IPropertySymbol ? WellKnownTags.Property : WellKnownTags.Field,
        TypeNames.Short(TypeNames.OfMember(member)!));
}

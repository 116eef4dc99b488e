using BalanceGen.Generators.ClassLists;
using BalanceGen.Generators.CountFiles;
using BalanceGen.Generators.Model;
using BalanceGen.Generators.Parsing;
using BalanceGen.Generators.Parsing.Counts;
using BalanceGen.Generators.Parsing.Labels;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Completion;

/// <summary>
/// The labels and classes of a record while an attribute is being written, which breaks a rule until it is finished: so an attribute that is not finished
/// counts for nothing.
/// </summary>
internal sealed class DeclaredClasses(INamedTypeSymbol target, LabelMember member, LabelKind kind, LabelModel label)
{
    /// <summary>The names of the labels before any are ignored or merged, in the order of their indices.</summary>
    public IReadOnlyList<string> Labels { get; } = [.. Enumerable.Range(0, label.ClassCount).Select(label.ClassName)];

    /// <summary>Whether a constant of the label's type is a string.</summary>
    public bool AreText => label is TextLabelModel;

    /// <summary>The enum whose members are the labels, or null.</summary>
    public ITypeSymbol? Enum => label is EnumLabelModel ? member.ValueType : null;

    /// <summary>The classes of a type, or null if they are not known.</summary>
    public static DeclaredClasses? Of(INamedTypeSymbol target, AnalyzerOptions options, CancellationToken token)
    {
        var unused = new Findings(token);
        if (LabelMemberSearch.FindOnly(target, new MarkedMembers(target), unused) is not { Type.TypeKind: not TypeKind.Error } member)
        {
            return null;
        }

        LabelMember part = LabelKinds.Of(member) is MultiLabelKind ? MultiLabelKind.Part(member) : member;
        if (LabelKinds.Of(part) is not { } kind)
        {
            return null;
        }

        LabelModel? label = kind.Parse(target, part, unused);
        if (label is FileLabelModel file)
        {
            CountSources sources = new DatasetAnnotation(target).SourcesOfFile();
            label = FileClasses.Of(file, sources, CountFileReader.ReadAll(options, token), ClassListReader.ReadAll(options, token))?.Label;
        }

        return label is null ? null : new DeclaredClasses(target, part, kind, label);
    }

    /// <summary>The labels that no other attribute ignores or merges, and that the attribute itself does not name elsewhere.</summary>
    public IEnumerable<string> FreeLabels(AttributeSyntax current, int atCursor)
    {
        var taken = new HashSet<int>();
        foreach (AttributeData attribute in Annotations.IgnoredClasses(target).Concat(Annotations.MergedClasses(target)))
        {
            bool isCurrent = IsAt(attribute, current);
            TypedConstant[] labels = [.. attribute.ConstructorArguments.Skip(attribute.ConstructorArguments.Length - 1).SelectMany(Annotations.Values)];

            // The name of a merged class comes before its labels.
            int first = attribute.ConstructorArguments.Length - 1;
            taken.UnionWith(labels.Where((_, index) => !isCurrent || index + first != atCursor).Select(IndexOf));
        }

        return Labels.Where((_, index) => !taken.Contains(index));
    }

    /// <summary>The labels, and the merged classes, that no other [ClassCount] counts.</summary>
    public IEnumerable<string> Uncounted(AttributeSyntax current)
    {
        AttributeData[] others = [.. Annotations.ClassCounts(target).Where(attribute => attribute.ConstructorArguments.Length > 0 && !IsAt(attribute, current))];
        var counted = new HashSet<int>(others.Select(attribute => IndexOf(attribute.ConstructorArguments[0])));
        var names = new HashSet<string>(others.Select(attribute => attribute.ConstructorArguments[0]).Where(IsValue).Select(constant => constant.Value).OfType<string>());
        return Labels.Where((_, index) => !counted.Contains(index)).Concat(MergedNames.Values.Distinct().Where(name => !Labels.Contains(name) && !names.Contains(name)));
    }

    /// <summary>The merged classes that no other [ClassCount] counts; a string names no other class of labels that are no text.</summary>
    public IEnumerable<string> UncountedNames(AttributeSyntax current) =>
        AreText ? Uncounted(current) : Uncounted(current).Where(name => !Labels.Contains(name));

    /// <summary>The classes that are left when labels are ignored and merged.</summary>
    public IEnumerable<string> Classes()
    {
        var ignored = new HashSet<int>(Annotations.IgnoredClasses(target).SelectMany(attribute => attribute.ConstructorArguments).SelectMany(Annotations.Values).Select(IndexOf));
        Dictionary<int, string> merged = MergedNames;
        return Labels
            .Select((label, index) => (Name: merged.TryGetValue(index, out string? name) ? name : label, Index: index))
            .Where(item => !ignored.Contains(item.Index))
            .Select(item => item.Name)
            .Distinct(StringComparer.Ordinal);
    }

    private Dictionary<int, string> MergedNames
    {
        get
        {
            var names = new Dictionary<int, string>();
            foreach (AttributeData attribute in Annotations.MergedClasses(target).Where(attribute => attribute.ConstructorArguments.Length == 2))
            {
                foreach (int index in Annotations.Values(attribute.ConstructorArguments[1]).Select(IndexOf))
                {
                    if (index >= 0 && IsValue(attribute.ConstructorArguments[0]) && attribute.ConstructorArguments[0].Value is string { Length: > 0 } name)
                    {
                        names[index] = name;
                    }
                }
            }

            return names;
        }
    }

    private int IndexOf(TypedConstant constant)
    {
        int index = IsValue(constant) ? kind.IndexOf(constant, member.ValueType, label) : -1;
        return index < 0 && IsValue(constant) && constant.Value is string name ? LabelPositions.Of(label).OfName(name) : index;
    }

    private static bool IsValue(TypedConstant constant) => constant.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum;

    private static bool IsAt(AttributeData attribute, AttributeSyntax syntax) =>
        attribute.ApplicationSyntaxReference is { } reference && reference.SyntaxTree == syntax.SyntaxTree && reference.Span == syntax.Span;
}

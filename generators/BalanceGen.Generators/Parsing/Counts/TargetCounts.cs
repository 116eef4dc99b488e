using System.Collections.Generic;
using System.Threading;
using BalanceGen.Generators.CountFiles;
using BalanceGen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace BalanceGen.Generators.Parsing.Counts;

/// <summary>The counts of a type whose classes are known, from every source.</summary>
internal sealed class TargetCounts
{
    private readonly INamedTypeSymbol _target;
    private readonly LabelMember _member;

    public TargetCounts(INamedTypeSymbol target, LabelMember member, LabelModel label, IEnumerable<CountFile> files)
    {
        _target = target;
        _member = member;
        Annotation = new DatasetAnnotation(target);
        Declared = new DeclaredCounts(target, member, label);
        Resolved = new ResolvedCounts(Annotation.Sources(Declared), label, files);
    }

    /// <summary>The name a message shows for the type.</summary>
    public string TargetName => Declared.TargetName;

    public LabelModel Label => Declared.Label;

    public DatasetAnnotation Annotation { get; }

    /// <summary>The counts of [ClassCount].</summary>
    public DeclaredCounts Declared { get; }

    public ResolvedCounts Resolved { get; }

    /// <summary>Where the user's source names the counts.</summary>
    public Location Location(CancellationToken token) => Annotation.Location(token);

    /// <summary>Where the label is declared.</summary>
    public Location LabelLocation => _member.NameLocation;

    /// <summary>The file in which the target is declared, for options that belong to a file.</summary>
    public SyntaxTree? Tree(CancellationToken token) => TargetStructure.Declaration(_target, token)?.SyntaxTree;
}

using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BalanceGen.Generators.Model;
using BalanceGen.Generators.Parsing;
using BalanceGen.Generators.Parsing.Counts;
using Microsoft.CodeAnalysis;

namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>The classes of an annotated row type and as many of their counts as are declared.</summary>
internal sealed class KnownCounts
{
    private readonly Dictionary<int, long> _counts;

    private KnownCounts(LabelModel label, Dictionary<int, long> counts)
    {
        Label = label;
        _counts = counts;
    }

    public LabelModel Label { get; }

    /// <summary>The counts in the order of the class indices, if every class has one.</summary>
    public IReadOnlyList<long>? Complete =>
        _counts.Count == Label.ClassCount ? [.. Enumerable.Range(0, Label.ClassCount).Select(index => _counts[index])] : null;

    /// <summary>The classes of a row type, or null if it is not annotated or its classes are not known.</summary>
    public static KnownCounts? Of(INamedTypeSymbol? row, CancellationToken token)
    {
        if (row is null
            || Annotations.BalancedDataset(row.OriginalDefinition) is null
            || TargetValidator.Validate(row.OriginalDefinition, token) is not { Member: { } member, Label: { } label })
        {
            return null;
        }

        var counts = new Dictionary<int, long>();
        foreach (DeclaredCount declared in new DeclaredCounts(row.OriginalDefinition, member, label).Items)
        {
            if (declared is { ClassIndex: >= 0, Count: >= 0 })
            {
                counts[declared.ClassIndex] = (counts.TryGetValue(declared.ClassIndex, out long merged) ? merged : 0) + declared.Count;
            }
        }

        return new KnownCounts(label, counts);
    }

    /// <summary>Whether a class is known to have no rows.</summary>
    public bool IsEmpty(int classIndex) => _counts.TryGetValue(classIndex, out long count) && count == 0;
}

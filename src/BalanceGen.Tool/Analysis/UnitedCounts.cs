namespace BalanceGen.Tool.Analysis;

/// <summary>Counts of several inputs over the classes of all of them.</summary>
internal static class UnitedCounts
{
    /// <summary>The classes are those of the first input in their order, then those that only later ones have.</summary>
    public static ClassCounts[] Of(ClassCounts[] inputs)
    {
        string[] names = [.. inputs.SelectMany(counts => counts.Classes.Names.ToArray()).Distinct(StringComparer.Ordinal)];
        var classes = new ClassSet(names);
        ClassCounts Widened(ClassCounts counts) => new(classes, [.. names.Select(name => counts.Classes.TryIndexOf(name, out int index) ? counts[index] : 0)]);
        return [.. inputs.Select(Widened)];
    }
}
